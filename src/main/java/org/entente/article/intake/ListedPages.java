package org.entente.article.intake;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.article.ArticleFormatException;
import org.entente.article.ArticleSource;
import org.entente.article.RawDocument;
import org.entente.article.archive.AddressList;

/** Puts the pages that files list in the place of these files, for those who want them fetched. */
public final class ListedPages {

  private ListedPages() {}

  /** @param most how many pages may be fetched in all; of a list that has more the rest is told of */
  public static List<ArticleSource> in(List<ArticleSource> sources, int most) {
    List<ArticleSource> all = new ArrayList<>();
    int pages = 0;
    for (ArticleSource source : sources) {
      Optional<AddressList> list = list(source);
      if (list.isEmpty() || !(source instanceof ArticleSource.File file)) {
        all.add(source);
        continue;
      }
      List<URI> addresses = list.get().addresses();
      int taken = Math.min(addresses.size(), most - pages);
      addresses.subList(0, taken).forEach(address -> all.add(new ArticleSource.Listed(address)));
      pages += taken;
      if (taken < addresses.size()) {
        all.add(
            new ArticleSource.Other(
                file.path(), (addresses.size() - taken) + " addresses more than --most lets it fetch"));
      }
    }
    return all.stream().distinct().toList();
  }

  private static Optional<AddressList> list(ArticleSource source) {
    if (!(source instanceof ArticleSource.File)) {
      return Optional.empty();
    }
    try {
      return AddressList.in(RawDocument.of(source.name(), ArticleReaders.content(source)));
    } catch (ArticleFormatException e) {
      return Optional.empty(); // Reading it will say why it cannot be read.
    }
  }
}
