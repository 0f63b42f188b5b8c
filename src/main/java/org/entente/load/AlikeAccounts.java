package org.entente.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.vocab.Terms;

/**
 * Accounts of one kind, of the same states and all proposed or none, found by what may make two of them one: dates,
 * name, item, or a text that one paper has from another. All accounts that the articles concerned have of this sort
 * belong in it: whether an article tells of another undertaking that would do as well decides too.
 */
final class AlikeAccounts {

  private static final String DIPLOMACY = Terms.ENTENTE + "field#diplomacy";
  /** What is one event, whatever head a paper puts it under. */
  private static final Set<String> EVENTS = Set.of("Visit", "Exercise");
  /**
   * What two states may do several times on one day, each time with other people: "the defence ministers of A and B met"
   * and "the agriculture ministers of A and B met" are two.
   */
  private static final Set<String> MEETINGS = Set.of("Meeting");
  /** What may be many things on one day. */
  private static final Set<String> VAGUE = Set.of("Statement", "Coordination");
  /** What lasts, so that two dates of it may both be right. */
  private static final Set<String> LASTING = Set.of("Agreement", "Partnership", "Project", "JointBody");

  private final Map<String, Set<String>> broader;
  private final Map<String, String> originals;
  private final Map<String, List<Account>> ofArticle = new HashMap<>();
  private final Map<String, List<Account>> ofText = new HashMap<>();
  private final Map<String, List<Account>> called = new HashMap<>();
  private final Map<String, List<Account>> about = new HashMap<>();
  private final TreeMap<LocalDate, List<Account>> precise = new TreeMap<>();
  private final List<Account> vague = new ArrayList<>();

  /**
   * @param broader which fields a field lies within
   * @param originals of each article that is a copy
   */
  AlikeAccounts(Map<String, Set<String>> broader, Map<String, String> originals) {
    this.broader = broader;
    this.originals = originals;
  }

  void add(Account account) {
    String article = account.article().toString();
    put(ofArticle, article, account);
    put(ofText, originals.getOrDefault(article, article), account);
    account.name().ifPresent(name -> put(called, name, account));
    account.item().ifPresent(item -> put(about, item, account));
    if (account.isPrecise()) {
      precise.computeIfAbsent(account.earliest().orElseThrow(), day -> new ArrayList<>(1)).add(account);
    } else if (account.isDated()) {
      vague.add(account);
    }
  }

  private static void put(Map<String, List<Account>> index, String key, Account account) {
    index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(account);
  }

  /** The others that tell of the same undertaking. */
  Stream<Account> sameAs(Account one) {
    return candidates(one).stream().filter(other -> areOfOne(one, other));
  }

  private Set<Account> candidates(Account one) {
    String article = one.article().toString();
    Set<Account> found = new LinkedHashSet<>(ofText.get(originals.getOrDefault(article, article)));
    one.name().ifPresent(name -> found.addAll(called.get(name)));
    one.item().ifPresent(item -> found.addAll(about.get(item)));
    if (one.isDated()) {
      LocalDate since = one.earliest().orElseThrow().minusDays(Account.PRECISE_DAYS);
      LocalDate until = one.latest().orElseThrow();
      if (!since.isAfter(until)) {
        precise.subMap(since, true, until, true).values().forEach(found::addAll);
      }
      vague.stream().filter(one::overlaps).forEach(found::add);
    }
    return found;
  }

  /** Whether two accounts tell of one undertaking; see {@link SameUndertakings}. */
  boolean areOfOne(Account one, Account other) {
    return one.isCopiedFrom(other, originals) || toldAlike(one, other);
  }

  private boolean toldAlike(Account one, Account other) {
    if (one.article().equals(other.article()) || one.contradicts(other)) {
      return false;
    }
    boolean named = one.hasTheNameOf(other) || one.hasTheItemOf(other);
    if (named && (!one.datesExclude(other) || one.hasTheNameOf(other) && one.isOfKind(LASTING))) {
      return true;
    }
    if (!one.overlaps(other)) {
      return false;
    }
    boolean plain = one.field().equals(other.field()) && one.isPrecise() && other.isPrecise() && !one.isOfKind(VAGUE);
    return plain || fieldsAgree(one, other) && isTheOnly(one, other) && isTheOnly(other, one);
  }

  private boolean fieldsAgree(Account one, Account other) {
    return one.field().equals(other.field()) || one.field().equals(DIPLOMACY) || other.field().equals(DIPLOMACY)
        || isWithin(one.field(), other.field()) || isWithin(other.field(), one.field()) || one.isOfKind(EVENTS)
        || one.isOfKind(MEETINGS) && (one.hasADelegateOf(other) || haveATopicInCommon(one, other))
        || one.hasTheSumOf(other);
  }

  /** Talks on trade and security are those that another paper calls talks on security. */
  private boolean haveATopicInCommon(Account one, Account other) {
    return one.topics().stream().filter(topic -> !topic.equals(DIPLOMACY)).anyMatch(topic -> other.topics().stream()
        .anyMatch(its -> topic.equals(its) || isWithin(topic, its) || isWithin(its, topic)));
  }

  private boolean isWithin(String field, String wider) {
    return broader.getOrDefault(field, Set.of()).contains(wider);
  }

  /** Whether the other's article has no other account that might be meant just as well. */
  private boolean isTheOnly(Account one, Account other) {
    return ofArticle.getOrDefault(other.article().toString(), List.of()).stream()
        .filter(a -> !a.datesExclude(one) && !a.contradicts(one)).count() == 1;
  }

  /** Groups accounts by what they must have in common. */
  static Map<String, AlikeAccounts> grouped(
      Iterable<Account> accounts, Map<String, Set<String>> broader, Map<String, String> originals) {
    Map<String, AlikeAccounts> groups = new HashMap<>();
    accounts.forEach(account -> groups.computeIfAbsent(account.key(), k -> new AlikeAccounts(broader, originals))
        .add(account));
    return groups;
  }
}
