package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.compose.Union;
import org.entente.article.Article;
import org.entente.load.BundledOntology;
import org.entente.rdf.ArticleGraph;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Extraction;
import org.entente.undertaking.Proposal;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;
import org.entente.validate.GraphValidator;
import org.entente.vocab.IriScheme;

/** What holds of every text whatever: it is read without an error, and what is found hangs together. */
class ExtractionPropertiesTest {

  private static final GraphValidator VALIDATOR =
      new GraphValidator(new Union(Readers.GAZETTEER.graph(), BundledOntology.read()));

  @Property(tries = 150)
  void readsAnyTextAndSaysOnlyWhatStandsInIt(@ForAll("texts") List<String> paragraphs) {
    Article article = Readers.article(paragraphs.toArray(String[]::new));
    Extraction extraction = Readers.READER.read(article);
    for (Undertaking u : extraction.undertakings()) {
      for (Evidence e : u.evidence()) {
        assertEquals(e.span().in(article.text()), e.words());
      }
    }
    Set<Integer> proposed =
        extraction.proposals().stream().map(Proposal::proposes).flatMap(List::stream).collect(Collectors.toSet());
    for (Undertaking u : extraction.undertakings()) {
      assertEquals(u.status() == Status.PROPOSED, proposed.contains(u.ordinal()));
    }
    var graph =
        new ArticleGraph(new IriScheme(IriScheme.DEFAULT_BASE), Readers.GAZETTEER::state, n -> Optional.empty(),
            Readers.GAZETTEER::isOfAnyState, Readers.GAZETTEER::holder, "test")
            .of(article, extraction);
    var result = VALIDATOR.validate(graph, article.text());
    assertTrue(result.conforms(), () -> result.findings().toString());
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> words =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, Arbitraries.of(
                "Russia", "Pakistani", "Moscow", "the two sides", "Kenya", "France's", "Niger", "Georgia",
                "the kingdom", "NATO",
                "President Putin", "the Omani defence minister", "Foreign Minister Ana Lopes", "Papua New Guinea", "it",
                "their", "one another")),
            net.jqwik.api.Tuple.of(8, Arbitraries.of(
                "signed", "visited", "denied that", "agreed to", "should", "will", "sold", "met", "called off",
                "trained", "invited", "plan to",
                "is", "has", "hold", "build", "a treaty", "talks on", "the sale of four helicopters", "a joint drill",
                "an agreement", "with",
                "to", "in", "by", "for", "between", "and", "if", "not", "never", "who", "that", "a pipeline from",
                "the deal", "membership in")),
            net.jqwik.api.Tuple.of(3, Arbitraries.of(
                "last week", "on Monday", "in 2016", "since May", "by the end of 2030", "$3 million",
                "31 February 2020", ",", ";", "?", "–", "\"", "(", ")", ".")),
            net.jqwik.api.Tuple.of(1,
                Arbitraries.strings().ofMaxLength(12)
                    .filter(s -> s.chars().noneMatch(
                        c -> c == '\n' || c == '\r' || Character.isISOControl(c) || Character.isSurrogate((char) c))
                        && !s.isBlank())));
    return words.list().ofMinSize(1).ofMaxSize(25).map(l -> String.join(" ", l).strip()).filter(s -> !s.isBlank())
        .list().ofMinSize(1).ofMaxSize(3);
  }
}
