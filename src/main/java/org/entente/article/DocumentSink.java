package org.entente.article;

/** Is told what a container holds, one after the other, so that none of it has to be kept. */
public interface DocumentSink {

  /** The owner of the document of this name, which comes next, has looked it over and calls it by that title. */
  default void titled(String name, String title) {}

  void document(RawDocument document);

  void refused(String name, ArticleFormatException problem);

  void passedOver(String name, String reason);
}
