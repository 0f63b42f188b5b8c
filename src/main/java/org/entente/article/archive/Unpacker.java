package org.entente.article.archive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.entente.article.ArticleFormatException;
import org.entente.article.BoundedInput;
import org.entente.article.DocumentSink;
import org.entente.article.RawDocument;

/**
 * Takes containers apart until nothing but documents is left: a ZIP of saved pages, a packed web archive. Containers
 * within containers are opened a few levels deep.
 */
public final class Unpacker {

  /** A kind of file that holds articles: an archive, a saved page, a database's export, a table. */
  interface Container {

    /** Whether this is one of the kind; looks at its first bytes and its name, and moves nothing. */
    boolean isOne(Content content) throws IOException;

    /**
     * Hands on what it holds, in order.
     *
     * @throws org.entente.article.ArticleFormatException when it is damaged, after what could be read was handed on
     */
    void unpack(Content content, Unpacker unpacker, DocumentSink sink) throws IOException;
  }

  private static final int DEEPEST = 4;

  private final List<Container> containers;
  private final List<Wrapping> wrappings;

  public Unpacker(List<Container> containers, List<Wrapping> wrappings) {
    this.containers = List.copyOf(containers);
    this.wrappings = List.copyOf(wrappings);
  }

  /** Tells the sink all that is in there; what cannot be opened is refused, and all before it stands. */
  public void unpack(Content content, DocumentSink sink) {
    try {
      if (content.depth() > DEEPEST) {
        throw new ArticleFormatException(
            content.name() + " lies in " + DEEPEST + " archives within each other",
            "unpack them and give what is inside");
      }
      for (Container container : containers) {
        if (container.isOne(content)) {
          container.unpack(content, this, sink);
          return;
        }
      }
      unpack(new RawDocument(content.name(), BoundedInput.read(content.in(), content.name()), content.address(),
          Optional.empty(), content.known()), sink);
    } catch (ArticleFormatException e) {
      sink.refused(content.name(), e);
    } catch (IOException e) {
      sink.refused(content.name(), new ArticleFormatException(
          content.name() + " could not be read: " + e.getMessage(), "fetch it or save it again", e));
    }
  }

  /** As above, of what is in memory already. */
  public void unpack(RawDocument document, DocumentSink sink) {
    for (Wrapping wrapping : wrappings) {
      if (wrapping.take(document, sink)) {
        return;
      }
    }
    sink.document(document);
  }
}
