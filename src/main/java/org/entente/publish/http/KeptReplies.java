package org.entente.publish.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Replies that were made from this version of the data, to be sent again as they are: what is asked for often is asked
 * for in the same words. Those not asked for the longest go first when they take too much room; a new version of the
 * data has none.
 */
public final class KeptReplies {

  private static final long MOST_BYTES = 64L << 20;
  private static final int LARGEST = 2 << 20;
  /** What keys and headers take, roughly; it keeps very many small replies from being free. */
  private static final int AROUND = 1_000;

  private final LinkedHashMap<Key, Reply> replies = new LinkedHashMap<>(16, 0.75f, true);
  private String version = "";
  private long bytes;

  /** What a reply depends on besides the data. */
  private record Key(String address, String accept) {}

  public synchronized Optional<Reply> find(Exchange exchange, String dataVersion) {
    if (!exchange.isRead() || !dataVersion.equals(version)) {
      return Optional.empty();
    }
    return Optional.ofNullable(replies.get(key(exchange)));
  }

  /** Keeps a reply, if it will always be the same on this data. */
  public synchronized void keep(Exchange exchange, String dataVersion, Reply reply) {
    boolean same = reply.status() == 200 && reply.etag().isPresent()
        && reply.headers().contains(Map.entry("Cache-Control", ReplyRules.REVALIDATE));
    if (!exchange.isRead() || !same || !(reply.content() instanceof Reply.Content.Bytes content)
        || content.bytes().length > LARGEST) {
      return;
    }
    if (!dataVersion.equals(version)) {
      replies.clear();
      bytes = 0;
      version = dataVersion;
    }
    if (replies.put(key(exchange), reply) == null) {
      bytes += size(reply);
    }
    Iterator<Reply> oldest = replies.values().iterator();
    while (bytes > MOST_BYTES) {
      bytes -= size(oldest.next());
      oldest.remove();
    }
  }

  private static Key key(Exchange exchange) {
    return new Key(exchange.address(), exchange.header("Accept").orElse(""));
  }

  private static long size(Reply reply) {
    return AROUND + (reply.content() instanceof Reply.Content.Bytes content ? content.bytes().length : 0);
  }
}
