package org.entente.publish.server;

/** The media types of the files of a dump. */
final class DumpTypes {

  private DumpTypes() {}

  /** The type of the file's content as it lies there: a compressed file is sent as one. */
  static String mediaType(String name) {
    if (name.endsWith(".gz")) {
      return "application/gzip";
    }
    return Suffix.of(name, Form.OF_RESOURCES).map(Form::mediaType).orElse("text/plain");
  }
}
