package org.entente.publish.page.part;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which undertakings a reader wants to see, as the address says it in {@code ?kind=Visit&status=done&from=2018}. It
 * chooses as the exports do, so that a page and its table tell the same.
 *
 * @param kind the local name of a class, empty for all, as are the others
 * @param field the local name of a field, which stands for the narrower ones too
 * @param status the code of a group of statuses
 * @param from the first year, month or day; what has no date is then left out
 * @param until the last year, month or day
 */
public record DeedFilter(String kind, String field, String status, String from, String until) {

  public static final DeedFilter NONE = new DeedFilter("", "", "", "", "");

  private static final Pattern PERIOD = Pattern.compile("\\d{4}(-\\d\\d(-\\d\\d)?)?");

  /** What the parameters of an address ask for. */
  public static DeedFilter of(Map<String, List<String>> query) {
    return new DeedFilter(first(query, "kind"), first(query, "field"), first(query, "status"), first(query, "from"),
        first(query, "until"));
  }

  private static String first(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of("")).getFirst().strip();
  }

  /** What is wrong with it, in words for who wrote the address. */
  public Optional<String> problem() {
    return Stream.of(from, until).filter(day -> !day.isEmpty() && !PERIOD.matcher(day).matches()).findFirst()
        .map(day -> "\"" + day + "\" is no year, month or day; write 2018, 2018-08 or 2018-08-10.")
        .or(() -> status.isEmpty() || group().isPresent() ? Optional.empty()
            : Optional.of("There is no status \"" + status + "\" to choose; there are "
                + Stream.of(StatusGroup.values()).map(StatusGroup::code).collect(Collectors.joining(", ")) + "."));
  }

  public Optional<StatusGroup> group() {
    return Stream.of(StatusGroup.values()).filter(each -> each.code().equals(status)).findFirst();
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** The same for one group of statuses. */
  public DeedFilter withStatus(StatusGroup group) {
    return new DeedFilter(kind, field, group.code(), from, until);
  }

  public boolean accepts(Deed deed) {
    return (kind.isEmpty() || local(deed.kind()).equals(kind))
        && (field.isEmpty() || deed.fields().stream().anyMatch(each -> local(each).equals(field)))
        && (status.isEmpty() || deed.group().code().equals(status))
        && isInPeriod(deed);
  }

  /** Days are compared as they are written: "2018-08-10" comes after "2018" and before "2018~". */
  private boolean isInPeriod(Deed deed) {
    boolean begun = from.isEmpty() || deed.earliest().isPresent()
        && deed.latest().filter(day -> day.toString().compareTo(from) >= 0).isPresent();
    return begun && (until.isEmpty() || deed.earliest().or(deed::latest)
        .filter(day -> day.toString().compareTo(until + "~") <= 0).isPresent());
  }

  /** The parameters that ask for the same page: {@code kind=Visit&from=2018}, empty where all is shown. */
  public String address() {
    return written(status);
  }

  /** The same for the exports, which know the statuses one by one. */
  public String forExports() {
    String statuses = group().map(each -> String.join(",", each.statuses().stream().sorted().toList())).orElse("all");
    return written(statuses);
  }

  private String written(String statuses) {
    SequencedMap<String, String> parts = new LinkedHashMap<>();
    parts.put("kind", kind);
    parts.put("field", field);
    parts.put("status", statuses);
    parts.put("from", from);
    parts.put("until", until);
    return parts.entrySet().stream().filter(part -> !part.getValue().isEmpty())
        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8)
            .replace("%2C", ","))
        .collect(Collectors.joining("&"));
  }

  /** What it chooses, in words: "Visit, naval, done, from 2018"; empty where it leaves nothing out. */
  public String words() {
    return Stream.of(kind, field, group().map(StatusGroup::shortName).orElse("").toLowerCase(Locale.ENGLISH),
        from.isEmpty() ? "" : "from " + from, until.isEmpty() ? "" : "until " + until)
        .filter(words -> !words.isEmpty()).collect(Collectors.joining(", "));
  }

  /** The end of an IRI of ours. */
  public static String local(String iri) {
    return iri.substring(iri.lastIndexOf('#') + 1);
  }
}
