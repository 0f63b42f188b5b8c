package org.entente.text;

import edu.emory.mathcs.nlp.common.util.Language;
import edu.emory.mathcs.nlp.common.util.NLPUtils;
import edu.emory.mathcs.nlp.common.util.XMLUtils;
import edu.emory.mathcs.nlp.component.morph.MorphologicalAnalyzer;
import edu.emory.mathcs.nlp.component.pos.POSTagger;
import edu.emory.mathcs.nlp.component.template.NLPComponent;
import edu.emory.mathcs.nlp.component.template.OnlineComponent;
import edu.emory.mathcs.nlp.component.template.feature.Field;
import edu.emory.mathcs.nlp.component.template.lexicon.GlobalLexica;
import edu.emory.mathcs.nlp.component.template.lexicon.GlobalLexicon;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.state.NLPState;
import edu.emory.mathcs.nlp.component.template.util.NLPFlag;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import edu.emory.mathcs.nlp.learning.util.WeightVector;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Parses English with NLP4J 1.1.3 (Jinho D. Choi, Emory University): tokens, parts of speech, lemmas, dependency arcs.
 * It runs without NLP4J's word embeddings and name finder, which cost 200 MB and did not change the parses that were
 * compared. The model takes some seconds and 1 GB of heap to unpack, and 0.2 GB afterwards: all annotators of a program
 * share it as long as one of them is in use. Nobody else knows the library, but for what holds its models.
 */
public final class Nlp4jAnnotator implements TextAnnotator {

  private static final String PARTS = "/edu/emory/mathcs/nlp/";
  private static final String AMBIGUITY_CLASSES = "lexica/en-ambiguity-classes-simplified-lowercase.xz";
  private static final String WORD_CLUSTERS = "lexica/en-brown-clusters-simplified-lowercase.xz";
  private static final String TAGGER = "models/en-pos.xz";
  private static final String PARSER = "models/en-dep.xz";

  /**
   * Words of the longest sentence that is parsed: a treaty's preamble has three hundred, and the parser's time grows
   * with the cube of what stands in one.
   */
  public static final int LONGEST_SENTENCE = 400;

  private static final Morphology MORPHOLOGY = Morphology.bundled();
  private static final SentenceEnds SENTENCE_ENDS = new SentenceEnds(MORPHOLOGY);
  /** Begins what the model writes for numbers in the place of a lemma. */
  private static final String NUMBER = "#";

  private static final VerbLemmas LEMMAS = VerbLemmas.load(MORPHOLOGY);

  /** The model while somebody uses it: a program with two would take twice the heap. */
  private static final AtomicReference<@Nullable WeakReference<NLPDecoder>> IN_USE =
      new AtomicReference<>();

  private final NLPDecoder decoder;

  private Nlp4jAnnotator(NLPDecoder decoder) {
    this.decoder = decoder;
  }

  /** One with the English model, which is loaded from the class path unless another has it. */
  public static Nlp4jAnnotator load() {
    synchronized (IN_USE) {
      WeakReference<NLPDecoder> held = IN_USE.get();
      NLPDecoder decoder = held == null ? null : held.get();
      if (decoder == null) {
        decoder = english();
        IN_USE.set(new WeakReference<>(decoder));
      }
      return new Nlp4jAnnotator(decoder);
    }
  }

  private static NLPDecoder english() {
    // Two at a time: the parser takes as long as all the others.
    try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
      Future<NLPComponent<NLPNode>> parser = beside.submit(() -> component(PARSER));
      GlobalLexica<NLPNode> lexica = lexica();
      NLPComponent<NLPNode> tagger = component(TAGGER);
      NLPDecoder decoder = new NLPDecoder();
      decoder.setTokenizer(NLPUtils.createTokenizer(Language.ENGLISH));
      decoder.setComponents(
          List.of(lexica, tagger, new MorphologicalAnalyzer<NLPNode>(Language.ENGLISH), parser.get()));
      return decoder;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("loading the language model was broken off");
    } catch (ExecutionException e) {
      throw notLoaded(e.getCause() == null ? e : e.getCause());
    } catch (IOException | ClassNotFoundException | RuntimeException | OutOfMemoryError e) {
      throw notLoaded(e);
    }
  }

  private static AnnotatorException notLoaded(Throwable problem) {
    // Java's deserialisation reports a full heap as "unread block data", so memory is the first thing to look at.
    return new AnnotatorException(
        "the English language model could not be loaded (" + problem.getMessage() + ")",
        "give Java at least 1.5 GB of heap with the G1 collector: -Xmx1500m -XX:+UseG1GC",
        problem);
  }

  private static URL place(String name) throws IOException {
    URL place = NLPDecoder.class.getResource(PARTS + name);
    if (place == null) {
      throw new FileNotFoundException(name + " is not on the class path");
    }
    return place;
  }

  @SuppressWarnings("unchecked") // The files say nothing of type parameters.
  private static NLPComponent<NLPNode> component(String name) throws IOException, ClassNotFoundException {
    OnlineComponent<NLPNode, ?> component =
        (OnlineComponent<NLPNode, ?>) PreparedModels.usual().load(place(name),
            model -> forDecoding((OnlineComponent<NLPNode, ?>) model));
    component.setFlag(NLPFlag.DECODE);
    return component;
  }

  /** The same without what only training needs: 0.4 GB less, in three fifths of the time. */
  private static <S extends NLPState<NLPNode>> OnlineComponent<NLPNode, S> forDecoding(
      OnlineComponent<NLPNode, S> model) {
    WeightVector weights = model.getOptimizer().getWeightVector();
    Nlp4jWeights.Renumbered light = Nlp4jWeights.of(weights.getSparseWeightVector());
    weights.setSparseWeightVector(light.weights());
    model.setFeatureTemplate(new Nlp4jFeatures<>(model.getFeatureTemplate(), light.begins()));
    return model;
  }

  private static GlobalLexica<NLPNode> lexica() throws IOException, ClassNotFoundException {
    GlobalLexica<NLPNode> lexica = new GlobalLexica<>(XMLUtils.getDocumentElement(
        new ByteArrayInputStream("<configuration/>".getBytes(StandardCharsets.UTF_8))));
    lexica.setAmbiguityClasses(lexicon(AMBIGUITY_CLASSES));
    lexica.setWordClusters(lexicon(WORD_CLUSTERS));
    return lexica;
  }

  @SuppressWarnings("unchecked") // As above.
  private static <T> GlobalLexicon<Map<String, T>> lexicon(String name) throws IOException, ClassNotFoundException {
    Map<String, T> words = (Map<String, T>) PreparedModels.usual().load(place(name),
        map -> sharingWhatIsEqual((Map<String, T>) map));
    return new GlobalLexicon<>(words, Field.word_form_simplified_lowercase, "");
  }

  /**
   * Half a million words have one of a few thousand sets of clusters, and each has a copy of its own when they come from
   * the file. Kept once, they take 600 MB less.
   */
  private static <T> Map<String, T> sharingWhatIsEqual(Map<String, T> words) {
    Map<T, T> values = new HashMap<>();
    words.replaceAll((word, value) -> values.computeIfAbsent(value, first -> first));
    return words;
  }

  @Override
  public List<Sentence> annotate(String text, Span block) {
    List<Sentence> sentences = new ArrayList<>();
    int from = block.start();
    for (var tokens : segments(block.in(text))) {
      requireWanted();
      List<String> forms = tokens.stream().map(t -> t.getWordForm()).toList();
      if (forms.size() > LONGEST_SENTENCE) {
        from = span(text, from, block.end(), forms).end();
        continue;
      }
      tokens.forEach(t -> t.setWordForm(MORPHOLOGY.american(t.getWordForm())));
      NLPNode[] nodes = decoder.toNodeArray(tokens);
      for (var component : decoder.getComponents()) {
        component.process(nodes);
        if (component instanceof POSTagger<?>) {
          restorePresentTense(nodes, forms);
        }
      }
      Sentence sentence = sentence(text, from, block.end(), nodes, forms);
      sentences.add(sentence);
      from = sentence.span().end();
    }
    return sentences;
  }

  @Override
  public List<Span> passedOver(String text, Span block) {
    List<Span> overlong = new ArrayList<>();
    if (block.end() - block.start() < 2 * LONGEST_SENTENCE) {
      return overlong;
    }
    int from = block.start();
    for (var tokens : segments(block.in(text))) {
      Span span = span(text, from, block.end(), tokens.stream().map(t -> t.getWordForm()).toList());
      if (tokens.size() > LONGEST_SENTENCE) {
        overlong.add(span);
      }
      from = span.end();
    }
    return overlong;
  }

  /** The tokens of each sentence: NLP4J's, which are called as ours are. */
  private List<List<edu.emory.mathcs.nlp.component.tokenizer.token.Token>> segments(String passage) {
    List<List<edu.emory.mathcs.nlp.component.tokenizer.token.Token>> all = new ArrayList<>();
    for (var tokens : decoder.getTokenizer().segmentize(passage)) {
      int from = 0;
      for (int i = 0; i + 1 < tokens.size(); i++) {
        if (SENTENCE_ENDS.isEnd(tokens.get(i).getWordForm(), tokens.get(i + 1).getWordForm())) {
          List<edu.emory.mathcs.nlp.component.tokenizer.token.Token> sentence =
              new ArrayList<>(tokens.subList(from, i));
          sentence.addAll(withoutStop(tokens.get(i)));
          all.add(sentence);
          from = i + 1;
        }
      }
      all.add(tokens.subList(from, tokens.size()));
    }
    return all;
  }

  private static List<edu.emory.mathcs.nlp.component.tokenizer.token.Token> withoutStop(
      edu.emory.mathcs.nlp.component.tokenizer.token.Token token) {
    String form = token.getWordForm();
    int stop = token.getEndOffset() - 1;
    return List.of(
        new edu.emory.mathcs.nlp.component.tokenizer.token.Token(
            form.substring(0, form.length() - 1), token.getStartOffset(), stop),
        new edu.emory.mathcs.nlp.component.tokenizer.token.Token(
            form.substring(form.length() - 1), stop, token.getEndOffset()));
  }

  /** Whoever waits for an article interrupts its thread when its time is up. */
  private static void requireWanted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("reading was broken off");
    }
  }

  private static Span span(String text, int from, int limit, List<String> forms) {
    int start = -1;
    int at = from;
    for (String form : forms) {
      int found = text.indexOf(form, at, limit);
      start = start < 0 ? Math.max(found, at) : start;
      at = found < 0 ? at : found + form.length();
    }
    return new Span(Math.max(start, from), at);
  }

  private static void restorePresentTense(NLPNode[] nodes, List<String> forms) {
    List<String> tags = Arrays.stream(nodes).skip(1).map(NLPNode::getPartOfSpeechTag).toList();
    List<String> restored = PresentTense.restored(forms, tags, MORPHOLOGY);
    for (int i = 0; i < restored.size(); i++) {
      nodes[i + 1].setPartOfSpeechTag(restored.get(i));
    }
  }

  /**
   * The lemma, with contracted verbs in full: the model keeps "'s" and "'ve". It takes "seconded" for an ordinal number,
   * even where that is a verb.
   */
  private static String lemma(NLPNode node, String form) {
    boolean verb = node.getPartOfSpeechTag().startsWith("VB");
    boolean known = node.getLemma() != null && !(verb && node.getLemma().startsWith(NUMBER));
    String lemma = known ? node.getLemma() : form.toLowerCase(Locale.ROOT);
    if (!verb) {
      return lemma;
    }
    Optional<String> regular =
        lemma.equalsIgnoreCase(form) ? LEMMAS.lemma(lemma, node.getPartOfSpeechTag()) : Optional.empty();
    return regular.or(() -> MORPHOLOGY.uncontracted(lemma)).orElse(lemma);
  }

  /** NLP4J counts some offsets wrong around symbols, so each token is sought in the text after the one before it. */
  private static Sentence sentence(String text, int from, int limit, NLPNode[] nodes, List<String> forms) {
    List<Token> tokens = new ArrayList<>(nodes.length - 1);
    int at = from;
    for (int i = 1; i < nodes.length; i++) {
      NLPNode node = nodes[i];
      String form = forms.get(i - 1);
      int start = text.indexOf(form, at, limit);
      if (start < 0) {
        start = at;
        form = "";
      }
      Span span = new Span(start, start + form.length());
      at = span.end();
      NLPNode head = node.getDependencyHead();
      tokens.add(
          new Token(
              i - 1,
              span,
              forms.get(i - 1),
              lemma(node, form),
              node.getPartOfSpeechTag(),
              head == null ? -1 : head.getID() - 1,
              node.getDependencyLabel() == null ? "root" : node.getDependencyLabel()));
    }
    Span span = new Span(tokens.getFirst().span().start(), tokens.getLast().span().end());
    return new Sentence(span, tokens);
  }
}
