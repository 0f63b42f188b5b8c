package org.entente.mention;

import java.util.Locale;
import org.entente.actor.Gazetteer;
import org.entente.actor.NameWords;
import org.entente.text.Token;
import org.entente.time.TimeGrammar;

/** Words with a capital: which may begin or go on a name, and which are days, months and feasts. */
final class Capitals {

  private final Gazetteer gazetteer;
  private final TimeGrammar times;

  Capitals(Gazetteer gazetteer, TimeGrammar times) {
    this.gazetteer = gazetteer;
    this.times = times;
  }

  /** Whether a token has a capital and is neither pronoun nor article. */
  static boolean isCapital(Token t) {
    return Character.isUpperCase(t.form().charAt(0)) && !t.isPersonalPronoun() && !t.isDeterminer();
  }

  boolean isCalendar(Token t) {
    return times.isCalendarName(t.form()) || gazetteer.isA(t.form().toLowerCase(Locale.ROOT), NameWords.FEAST);
  }
}
