package org.entente.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.vocab.Addresses;
import org.junit.jupiter.api.Test;

/** The redirects for w3id.org lead the IRIs of our terms to the addresses at which every site documents them. */
class RedirectsTest {

  private static final Pattern HOST = Pattern.compile("ENTENTE_HOST=(\\S+)");
  private static final Pattern RULE = Pattern.compile("(?m)^RewriteRule +(\\S+) +(\\S+) +\\[R=30[23],L\\]$");

  private final String text = rules();

  private static String rules() {
    try {
      return Files.readString(Path.of("ontology/w3id/.htaccess"));
    } catch (IOException e) {
      throw new AssertionError("there are no redirects", e);
    }
  }

  /** Where a path below https://w3id.org/entente/ leads, by the first rule that fits. */
  private Optional<String> target(String path) {
    Matcher host = HOST.matcher(text);
    assertTrue(host.find(), "a host is set");
    return RULE.matcher(text).results().filter(rule -> path.matches(rule.group(1))).findFirst()
        .map(rule -> path.replaceFirst(rule.group(1), rule.group(2).replace("%{ENV:ENTENTE_HOST}", host.group(1))));
  }

  @Test
  void leadEachFamilyOfTermsToItsPage() {
    for (String family : Addresses.TERM_FAMILIES) {
      assertEquals(Optional.of("https://data.example.org/" + family), target(family));
      assertEquals(Optional.of("https://data.example.org/" + family), target(family + "/"));
    }
  }

  @Test
  void leadEachFormOfAFamilyToThatForm() {
    for (String family : Addresses.TERM_FAMILIES) {
      for (String form : List.of("ttl", "nt", "jsonld", "rdf")) {
        assertEquals(Optional.of("https://data.example.org/" + family + "." + form), target(family + "." + form));
      }
    }
  }

  @Test
  void leadAVersionOfTheOntologyToItsPage() {
    assertEquals(Optional.of("https://data.example.org/ontology"), target("ontology/0.1.0"));
    assertEquals(Optional.empty(), target("ontology/latest"));
  }

  @Test
  void leadTheProjectToTheFrontPageAndNothingElseAnywhere() {
    assertEquals(Optional.of("https://data.example.org/"), target(""));
    assertEquals(Optional.empty(), target("ontologies"));
    assertEquals(Optional.empty(), target("field.exe"));
  }
}
