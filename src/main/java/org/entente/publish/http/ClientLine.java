package org.entente.publish.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;

/**
 * The line to the client of one request. Jetty reads nothing from it while the answer is made, so it does not see that
 * a client hangs up; a second selector on the same channel does: there is something to read, and it has no bytes. It is
 * made at the first look, which most answers do not live to see. Is looked at by one thread and closed by another.
 */
public final class ClientLine implements AutoCloseable {

  private final Optional<SocketChannel> channel;
  private Optional<Selector> selector = Optional.empty();
  private boolean closed;

  private ClientLine(Optional<SocketChannel> channel) {
    this.channel = channel;
  }

  /** The line that a request came in on; one that cannot be looked at counts as open. */
  static ClientLine of(HttpServletRequest request) {
    Object transport = ServletContextRequest.getServletContextRequest(request).getConnectionMetaData().getConnection()
        .getEndPoint().getTransport();
    return new ClientLine(
        transport instanceof SocketChannel socket ? Optional.of(socket) : Optional.empty());
  }

  /** Whether the client is still there. */
  public synchronized boolean isOpen() {
    // Where it is closed, the answer has been made meanwhile.
    return closed || channel.map(this::isOpen).orElse(true);
  }

  private boolean isOpen(SocketChannel line) {
    try {
      Selector looking = selector.isPresent() ? selector.get() : open(line);
      // What can be read and has bytes is the client's next request, or the farewell of TLS.
      return looking.selectNow() == 0 && looking.selectedKeys().isEmpty()
          || line.socket().getInputStream().available() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Selector open(SocketChannel line) throws IOException {
    Selector made = line.provider().openSelector();
    selector = Optional.of(made);
    line.register(made, SelectionKey.OP_READ);
    return made;
  }

  @Override
  public synchronized void close() {
    closed = true;
    selector.ifPresent(open -> {
      try {
        open.close();
      } catch (IOException e) {
        throw new IllegalStateException("a selector can always be closed", e);
      }
    });
  }
}
