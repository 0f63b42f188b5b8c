package org.entente.article.pdf;

/**
 * One printed line of a PDF page; lengths in points, {@code y} from the top of the page.
 *
 * @param size height of most of its letters
 * @param bold whether all of its letters are bold
 */
record PdfLine(
    String text, int page, float x, float right, float y, float size, boolean bold, float pageWidth, float pageHeight) {

  boolean inMargin() {
    return y < pageHeight * 0.11 || y > pageHeight * 0.91;
  }

  boolean looksLike(PdfLine other) {
    return Math.abs(size - other.size) < 0.6 && bold == other.bold;
  }
}
