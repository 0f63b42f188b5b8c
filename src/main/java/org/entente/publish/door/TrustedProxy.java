package org.entente.publish.door;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Takes the client's address from the proxy before the server. Of {@code X-Forwarded-For} the last address counts, which
 * the proxy itself has written, whether it replaces what the client sent or adds to it; no other header does. Only a
 * proxy on this machine or in a private network is believed, so that a client who gets past it cannot lie.
 */
final class TrustedProxy implements HttpConfiguration.Customizer {

  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
    return peer instanceof InetSocketAddress line && isNear(line.getAddress())
        ? told(request).map(address -> (Request) new Forwarded(request, address)).orElse(request) : request;
  }

  private static boolean isNear(InetAddress peer) {
    return peer != null && (peer.isLoopbackAddress() || peer.isSiteLocalAddress() || isUniqueLocal(peer.getAddress()));
  }

  /** fc00::/7, the private addresses of IPv6. */
  private static boolean isUniqueLocal(byte[] address) {
    return address.length == 16 && (address[0] & 0xfe) == 0xfc;
  }

  private static Optional<String> told(Request request) {
    return request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR).stream().reduce((one, other) -> other)
        .map(all -> all.substring(all.lastIndexOf(',') + 1).strip())
        .filter(address -> ADDRESS.matcher(address).matches());
  }

  /** A request that came from elsewhere than its line. */
  private static final class Forwarded extends Request.Wrapper {

    private final ConnectionMetaData line;

    Forwarded(Request request, String address) {
      super(request);
      SocketAddress client = InetSocketAddress.createUnresolved(address, 0);
      this.line = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
        @Override
        public SocketAddress getRemoteSocketAddress() {
          return client;
        }
      };
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return line;
    }
  }
}
