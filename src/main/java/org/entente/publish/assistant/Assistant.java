package org.entente.publish.assistant;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The server of the <a href="https://modelcontextprotocol.io/">Model Context Protocol</a>: over HTTP without sessions, a
 * message at a time, or over standard input and output.
 */
public final class Assistant {

  private static final String NAME = "entente";
  private static final String SITE = "site";
  private static final String INSTRUCTIONS = Question.named("instructions.txt").text();

  private final McpJsonMapper json = McpJsonDefaults.getMapper();
  private final Posted transport = new Posted();

  /** @param version of this program */
  public Assistant(String version) {
    var server = McpServer.sync(transport).serverInfo(NAME, version).instructions(INSTRUCTIONS)
        .capabilities(tools()).immediateExecution(true);
    Tools.all().forEach(instrument -> server.toolCall(instrument.tool(),
        (context, request) -> instrument.call((Reading) context.get(SITE), request.arguments())));
    server.build();
  }

  private static ServerCapabilities tools() {
    return ServerCapabilities.builder().tools(false).build();
  }

  /**
   * Answers one message, on the thread of the caller.
   *
   * @param message in JSON-RPC 2.0
   * @return the answer; empty where none is due
   * @throws IOException when this is no message
   */
  public Optional<String> answer(String message, Reading site) throws IOException {
    McpTransportContext context = McpTransportContext.create(Map.of(SITE, site));
    return switch (parsed(message)) {
      case JSONRPCRequest request -> Optional.of(json.writeValueAsString(answer(request, context)));
      // Without sessions there is nothing that a client could notify of.
      default -> Optional.empty();
    };
  }

  /** Clients ask for what servers may have, such as prompts, and go on where they are told that it is not here. */
  private JSONRPCResponse answer(JSONRPCRequest request, McpTransportContext context) {
    try {
      return Objects.requireNonNull(transport.handler().handleRequest(context, request).block());
    } catch (McpError e) {
      return refusal(request, ErrorCodes.METHOD_NOT_FOUND, "There is no " + request.method() + " here, only tools.");
    } catch (RuntimeException e) {
      return refusal(request, ErrorCodes.INVALID_PARAMS, "The parameters of " + request.method()
          + " cannot be read; a tool has a name, and arguments that are an object.");
    }
  }

  private static JSONRPCResponse refusal(JSONRPCRequest request, int code, String words) {
    return new JSONRPCResponse(McpSchema.JSONRPC_VERSION, request.id(), null,
        new JSONRPCResponse.JSONRPCError(code, words, null));
  }

  private JSONRPCMessage parsed(String message) throws IOException {
    try {
      return McpSchema.deserializeJsonRpcMessage(json, message);
    } catch (RuntimeException e) {
      throw new IOException("this is no message of JSON-RPC", e);
    }
  }

  /** Serves whoever writes to the one stream and reads from the other, until there is no more to read. */
  public static void serve(InputStream in, OutputStream out, Reading site, String version)
      throws InterruptedException {
    Watched watched = new Watched(in);
    StdioServerTransportProvider transport =
        new StdioServerTransportProvider(McpJsonDefaults.getMapper(), watched, out);
    var server = McpServer.sync(transport).serverInfo(NAME, version).instructions(INSTRUCTIONS).capabilities(tools());
    Tools.all().forEach(instrument -> server.toolCall(instrument.tool(),
        (exchange, request) -> instrument.call(site, request.arguments())));
    McpSyncServer running = server.build();
    watched.ended.await();
    running.closeGracefully();
  }

  /** Messages that come and go with the requests of a server of ours. */
  private static final class Posted implements McpStatelessServerTransport {
    private @Nullable McpStatelessServerHandler handler;

    @Override
    public void setMcpHandler(McpStatelessServerHandler given) {
      handler = given;
    }

    McpStatelessServerHandler handler() {
      return Objects.requireNonNull(handler);
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }
  }

  /** Tells when there is no more to read. */
  private static final class Watched extends FilterInputStream {
    private final CountDownLatch ended = new CountDownLatch(1);

    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return watched(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return watched(super.read(bytes, offset, length));
    }

    private int watched(int read) {
      if (read < 0) {
        ended.countDown();
      }
      return read;
    }
  }
}
