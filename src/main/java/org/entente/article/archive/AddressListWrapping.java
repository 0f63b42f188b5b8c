package org.entente.article.archive;

import java.util.Optional;
import org.entente.article.ArticleFormatException;
import org.entente.article.DocumentSink;
import org.entente.article.RawDocument;

/** A list of addresses where articles were asked for: nothing is fetched that the user did not ask for. */
public final class AddressListWrapping implements Wrapping {

  @Override
  public boolean take(RawDocument document, DocumentSink sink) {
    Optional<AddressList> list = AddressList.in(document);
    if (list.isPresent()) {
      int number = list.get().addresses().size();
      throw new ArticleFormatException(
          document.name() + (number == 1 ? " is a web address" : " is a list of " + number + " web addresses")
              + " without their texts",
          "load it with --fetch to fetch the pages");
    }
    return false;
  }
}
