package org.entente.publish.assistant;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The server of the <a href="https://modelcontextprotocol.io/">Model Context Protocol</a>: over HTTP without sessions, a
 * message at a time, or over standard input and output.
 */
public final class Assistant {

  private static final String NAME = "entente";
  private static final String SITE = "site";
  private static final List<String> VERSIONS_OF_HTTP =
      List.of(ProtocolVersions.MCP_2025_03_26, ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);
  /** The first one is the same over standard input; over HTTP it was another protocol. */
  private static final List<String> EVERY_VERSION =
      Stream.concat(Stream.of(ProtocolVersions.MCP_2024_11_05), VERSIONS_OF_HTTP.stream()).toList();
  /** How many messages of standard input are answered at a time. */
  private static final int AT_ONCE = 4;
  private static final String UNREADABLE = """
      {"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"This is no message of JSON-RPC 2.0."}}""";
  private static final String INSTRUCTIONS = Question.named("instructions.txt").text();

  private final McpJsonMapper json = McpJsonDefaults.getMapper();
  private final Posted transport;

  /** @param version of this program */
  public Assistant(String version) {
    this(version, VERSIONS_OF_HTTP);
  }

  private Assistant(String version, List<String> protocols) {
    transport = new Posted(protocols);
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

  /**
   * Serves whoever writes to the one stream, a message a line, and reads from the other, until there is no more to read
   * and all that was asked is answered.
   *
   * @throws IOException when the streams break
   */
  public static void serve(InputStream in, OutputStream out, Reading site, String version) throws IOException {
    Assistant assistant = new Assistant(version, EVERY_VERSION);
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    PrintStream answers = new PrintStream(out, true, StandardCharsets.UTF_8);
    try (ExecutorService desk = Executors.newFixedThreadPool(AT_ONCE)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String message = line;
        if (!message.isBlank()) {
          desk.execute(() -> assistant.reply(message, site).ifPresent(answer -> answers.print(answer + "\n")));
        }
      }
    }
  }

  private Optional<String> reply(String message, Reading site) {
    try {
      return answer(message, site);
    } catch (IOException e) {
      return Optional.of(UNREADABLE);
    }
  }

  /** Messages that come and go with the requests of a server of ours. */
  private static final class Posted implements McpStatelessServerTransport {
    private final List<String> protocols;
    private @Nullable McpStatelessServerHandler handler;

    Posted(List<String> protocols) {
      this.protocols = protocols;
    }

    @Override
    public List<String> protocolVersions() {
      return protocols;
    }

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
}
