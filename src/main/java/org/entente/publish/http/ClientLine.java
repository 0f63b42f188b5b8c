package org.entente.publish.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;

/**
 * The line to the client of one request. Jetty reads nothing from it while the answer is made, so it does not see that
 * a client hangs up; a second selector on the same channel does: there is something to read, and it has no bytes. Is
 * looked at by one thread and closed by another.
 */
public final class ClientLine implements AutoCloseable {

  private final Optional<Line> line;

  private record Line(SocketChannel channel, Selector selector) {}

  private ClientLine(Optional<Line> line) {
    this.line = line;
  }

  /** The line that a request came in on; one that cannot be looked at counts as open. */
  static ClientLine of(HttpServletRequest request) {
    Object transport = ServletContextRequest.getServletContextRequest(request).getConnectionMetaData().getConnection()
        .getEndPoint().getTransport();
    try {
      return new ClientLine(transport instanceof SocketChannel channel
          ? Optional.of(new Line(channel, selector(channel))) : Optional.empty());
    } catch (IOException e) {
      return new ClientLine(Optional.empty());
    }
  }

  private static Selector selector(SocketChannel channel) throws IOException {
    Selector selector = channel.provider().openSelector();
    channel.register(selector, SelectionKey.OP_READ);
    return selector;
  }

  /** Whether the client is still there. */
  public boolean isOpen() {
    return line.map(ClientLine::isOpen).orElse(true);
  }

  private static boolean isOpen(Line line) {
    try {
      // What can be read and has bytes is the client's next request, or the farewell of TLS.
      return line.selector().selectNow() == 0 && line.selector().selectedKeys().isEmpty()
          || line.channel().socket().getInputStream().available() > 0;
    } catch (ClosedSelectorException e) {
      // The answer has been made meanwhile.
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    line.ifPresent(open -> {
      try {
        open.selector().close();
      } catch (IOException e) {
        throw new IllegalStateException("a selector can always be closed", e);
      }
    });
  }
}
