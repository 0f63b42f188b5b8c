package org.entente.article.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes columns apart that a file tells line by line across the page: the gutter is a place that most lines leave free,
 * with as much prose on its left as on its right. What runs over it, a headline, stands above or below both.
 */
final class PdfColumns {

  private static final int FEWEST_LINES = 6;
  private static final int LETTERS_OF_A_LINE = 18;

  private PdfColumns() {}

  /** The lines in the order in which they are read. */
  static List<PdfLine> inOrder(List<PdfLine> lines) {
    Map<Integer, List<PdfLine>> pages = new TreeMap<>();
    lines.forEach(line -> pages.computeIfAbsent(line.page(), page -> new ArrayList<>()).add(line));
    List<PdfLine> ordered = new ArrayList<>();
    pages.values().forEach(page -> ordered.addAll(gutter(page).map(x -> apart(page, x)).orElse(page)));
    return ordered;
  }

  private static Optional<Float> gutter(List<PdfLine> page) {
    List<PdfLine> parted = page.stream().filter(line -> line.gaps() == 1 && isProse(line)).toList();
    if (parted.size() < FEWEST_LINES || parted.size() * 2 < page.size()) {
      return Optional.empty();
    }
    float left = (float) parted.stream().mapToDouble(line -> line.parts().getFirst().right()).max().orElseThrow();
    float right = (float) parted.stream().mapToDouble(line -> line.parts().getLast().x()).min().orElseThrow();
    return left < right ? Optional.of((left + right) / 2) : Optional.empty();
  }

  private static boolean isProse(PdfLine line) {
    return line.parts().stream().allMatch(part -> part.text().length() >= LETTERS_OF_A_LINE);
  }

  private static List<PdfLine> apart(List<PdfLine> page, float gutter) {
    List<PdfLine> ordered = new ArrayList<>();
    List<PdfLine> right = new ArrayList<>();
    for (PdfLine line : page) {
      List<PdfLine.Part> before = line.spans().stream().filter(part -> part.right() <= gutter).toList();
      List<PdfLine.Part> after = line.spans().stream().filter(part -> part.x() >= gutter).toList();
      if (before.size() + after.size() < line.spans().size()) {
        ordered.addAll(right);
        right.clear();
        ordered.add(line);
      } else {
        if (!before.isEmpty()) {
          ordered.add(line.only(before));
        }
        if (!after.isEmpty()) {
          right.add(line.only(after));
        }
      }
    }
    ordered.addAll(right);
    return ordered;
  }
}
