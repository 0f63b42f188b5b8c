package org.entente.article;

/** Is told what a container holds, one after the other, so that none of it has to be kept. */
public interface DocumentSink {

  void document(RawDocument document);

  void refused(String name, ArticleFormatException problem);

  void passedOver(String name, String reason);
}
