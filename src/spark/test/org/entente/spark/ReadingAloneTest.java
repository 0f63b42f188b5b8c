package org.entente.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What runs on a cluster needs no server: the libraries of one stay at home. */
class ReadingAloneTest {

  private static final List<String> OF_SERVERS =
      List.of("org.apache.jena.fuseki.", "org.eclipse.jetty.", "jakarta.servlet.", "io.modelcontextprotocol.",
          "org.apache.lucene.", "ch.qos.logback.", "ai.djl.pytorch.", "org.entente.publish.", "org.entente.cli.");

  @Test
  void noServerIsReachedFromTheProgram() {
    JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("org.entente");
    Set<JavaClass> reached = new HashSet<>();
    Deque<JavaClass> next = new ArrayDeque<>(List.of(classes.get(ConvertCorpus.class)));
    Set<String> found = new TreeSet<>();
    while (!next.isEmpty()) {
      JavaClass at = next.remove();
      if (reached.add(at)) {
        at.getDirectDependenciesFromSelf().forEach(arrow -> {
          JavaClass target = arrow.getTargetClass().getBaseComponentType();
          if (OF_SERVERS.stream().anyMatch(target.getName()::startsWith)) {
            found.add(at.getName() + " -> " + target.getName());
          } else if (target.getPackageName().startsWith("org.entente")) {
            next.add(target);
          }
        });
      }
    }
    assertTrue(reached.size() > 300, "the rooms that read are reached");
    assertEquals(Set.of(), found);
  }
}
