package org.entente.rdf;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.article.Article;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Extraction.Naming;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;
import org.entente.vocab.Terms;

/** Passages as NIF strings: offsets in Unicode code points of the normalised text, and the words that stand there. */
final class EvidenceMapper {

  private final Model model;
  private final IriScheme iris;
  private final Article article;
  private final Resource articleResource;
  private final ActorMapper actors;
  private final List<Naming> namings;

  EvidenceMapper(
      Model model,
      IriScheme iris,
      Article article,
      Resource articleResource,
      ActorMapper actors,
      List<Naming> namings) {
    this.model = model;
    this.iris = iris;
    this.article = article;
    this.articleResource = articleResource;
    this.actors = actors;
    this.namings = namings;
  }

  Resource passage(Evidence evidence) {
    int start = codePoints(evidence.span().start());
    int end = codePoints(evidence.span().end());
    Resource passage = model.createResource(iris.passage(articleResource.getURI(), start, end));
    if (passage.hasProperty(RDF.type)) {
      return passage;
    }
    passage.addProperty(RDF.type, ENT.Passage).addProperty(RDF.type, Terms.Rfc5147String);
    passage.addProperty(RDFS.label, shortened(evidence.words()), article.language());
    passage.addProperty(Terms.beginIndex, Integer.toString(start), XSDDatatype.XSDnonNegativeInteger);
    passage.addProperty(Terms.endIndex, Integer.toString(end), XSDDatatype.XSDnonNegativeInteger);
    passage.addProperty(Terms.anchorOf, evidence.words());
    passage.addProperty(Terms.referenceContext, articleResource);
    passage.addProperty(DCTerms.isPartOf, articleResource);
    evidence.section().ifPresent(s -> passage.addProperty(ENT.section, s));
    passage.addProperty(ENT.paragraph, Integer.toString(evidence.paragraph()), XSDDatatype.XSDinteger);
    namings.stream()
        .filter(n -> evidence.span().contains(n.span()))
        .forEach(n -> passage.addProperty(ENT.mentions, actors.resource(n.actor())));
    return passage;
  }

  private int codePoints(int offset) {
    return article.text().codePointCount(0, offset);
  }

  private static String shortened(String words) {
    int longest = 80;
    if (words.length() <= longest) {
      return words;
    }
    int cut = words.lastIndexOf(' ', longest);
    int end = cut > 0 ? cut : words.offsetByCodePoints(0, words.codePointCount(0, longest));
    return words.substring(0, end) + " …";
  }
}
