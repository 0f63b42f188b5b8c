package org.entente.article.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.entente.article.ArticleFormatException;
import org.entente.article.DocumentSink;

/** One packed file: {@code story.html.gz}. */
public final class GzipContainer implements Unpacker.Container {

  /** Whatever unpacks to more is a bomb, or has to be unpacked by hand. */
  private static final long MOST_UNPACKED = 4_000_000_000L;

  @Override
  public boolean isOne(Content content) throws IOException {
    return content.startsWith(0x1F, 0x8B);
  }

  @Override
  public void unpack(Content content, Unpacker unpacker, DocumentSink sink) throws IOException {
    String inner = content.name().replaceFirst("(?i)\\.(?:gz|gzip)$", "").replaceFirst("(?i)\\.tgz$", ".tar");
    unpacker.unpack(content.within(inner, new Limited(new GZIPInputStream(content.in()), content.name())), sink);
  }

  private static final class Limited extends FilterInputStream {

    private final String name;
    private long left = MOST_UNPACKED;

    Limited(InputStream in, String name) {
      super(in);
      this.name = name;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int read = super.read(target, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw new ArticleFormatException(
            name + " unpacks to more than " + MOST_UNPACKED / 1_000_000_000 + " GB",
            "do not trust it; if it is sound, unpack it and give what is inside");
      }
    }
  }
}
