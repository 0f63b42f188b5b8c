package org.entente.query;

/**
 * What a column of an answer means, as the query's head says it: {@code - name: type; words}.
 *
 * @param type a datatype of CSV on the Web, such as {@code string}, {@code integer}, {@code date}, {@code anyURI}
 * @param several whether a cell may hold several values ({@code type*}), with {@link #separator} between them
 * @param description what it says, in words
 */
public record Column(String name, String type, boolean several, String description) {

  static Column parse(String line) {
    String[] named = line.split(":", 2);
    String[] typed = named.length == 2 ? named[1].split(";", 2) : new String[0];
    if (typed.length != 2) {
      throw new QueryException("a column cannot be read: " + line, "write it as - name: type; what it means");
    }
    String type = typed[0].strip();
    boolean several = type.endsWith("*");
    return new Column(named[0].strip(), several ? type.substring(0, type.length() - 1) : type, several,
        typed[1].strip());
  }

  /** What stands between the values of a cell that holds several: IRIs and dates have no spaces in them. */
  public String separator() {
    return type.equals("string") ? " | " : " ";
  }
}
