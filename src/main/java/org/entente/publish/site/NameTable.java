package org.entente.publish.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Texts by their number, to be found by words that begin in them or by names that are nearly theirs: an index of Lucene in
 * memory. Texts are given folded; how well one fits is for others to say.
 */
final class NameTable {

  /** Lucene advises to load a module of the JDK that is still being tried out, which is no news for an operator. */
  private static final Logger ADVICE = Logger.getLogger("org.apache.lucene.internal.vectorization");

  static {
    ADVICE.setLevel(Level.SEVERE);
  }

  private static final String NUMBER = "number";
  private static final String EXACT = "exact";
  private static final String WHOLE = "whole";
  private static final String WORD = "word";
  private static final String SLUG = "slug";
  private static final int MOST_EDITS = 2;
  /** Shorter words are taken for others that differ in one letter, longer ones in two. */
  private static final int LONG_WORD = 6;
  private static final int LONGEST = 1_000;
  private static final int MOST_GUESSES = 4_096;

  private final IndexSearcher searcher;

  private NameTable(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /**
   * A text to be found.
   *
   * @param exact as it is written, where it is found in no other way; else empty
   * @param name whether it may be guessed at, as a name may and a passage not
   * @param slug the end of the address of what it names; empty where nobody looks for that
   */
  record Text(String exact, String folded, boolean name, String slug) {}

  static NameTable of(List<Text> texts) {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int number = 0; number < texts.size(); number++) {
        writer.addDocument(document(texts.get(number), number));
      }
      writer.commit();
      return new NameTable(new IndexSearcher(DirectoryReader.open(writer)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(Text text, int number) {
    Document document = new Document();
    document.add(new NumericDocValuesField(NUMBER, number));
    if (!text.exact().isEmpty()) {
      document.add(term(EXACT, text.exact()));
    } else {
      for (String word : text.folded().split(" ")) {
        document.add(term(WORD, word));
      }
    }
    if (text.name()) {
      document.add(term(WHOLE, text.folded()));
    }
    if (!text.slug().isEmpty()) {
      document.add(term(SLUG, text.slug()));
    }
    return document;
  }

  /** Lucene refuses terms of more than 32,766 bytes. */
  private static StringField term(String field, String text) {
    return new StringField(field, text.length() <= LONGEST ? text : text.substring(0, LONGEST), Field.Store.NO);
  }

  /** The texts in which every one of the words begins a word, and those that are written exactly so. */
  List<Integer> beginning(String exact, List<String> words) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(new PrefixQuery(new Term(WORD, word)), BooleanClause.Occur.MUST));
    return numbers(either(all.build(), new TermQuery(new Term(EXACT, exact))));
  }

  /** The names that differ from this one in a few letters, on the whole or word by word. */
  List<Integer> near(String folded, List<String> words) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(fuzzy(WORD, word, word.length() < LONG_WORD ? 1 : MOST_EDITS),
        BooleanClause.Occur.MUST));
    return numbers(either(all.build(), fuzzy(WHOLE, folded, MOST_EDITS)));
  }

  /** The texts of what has nearly this name, or an address that nearly ends so. */
  List<Integer> nearAddress(String folded) {
    return numbers(either(fuzzy(SLUG, folded, MOST_EDITS), fuzzy(WHOLE, folded, MOST_EDITS)));
  }

  private static Query fuzzy(String field, String text, int edits) {
    return new FuzzyQuery(new Term(field, text), edits, 0, MOST_GUESSES, true);
  }

  private static Query either(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, BooleanClause.Occur.SHOULD).add(other, BooleanClause.Occur.SHOULD)
        .build();
  }

  /** The numbers of all texts that a query finds, in their order. */
  private List<Integer> numbers(Query query) {
    try {
      return searcher.search(query, new Gathering()).stream().boxed().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gathers the numbers of what is found, whatever part of the index it is in. */
  private static final class Gathering implements CollectorManager<Found, BitSet> {

    @Override
    public Found newCollector() {
      return new Found();
    }

    @Override
    public BitSet reduce(Collection<Found> parts) {
      BitSet all = new BitSet();
      parts.forEach(part -> all.or(part.found));
      return all;
    }
  }

  private static final class Found extends SimpleCollector {

    private final BitSet found = new BitSet();
    private NumericDocValues numbers = DocValues.emptyNumeric();

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      numbers = DocValues.getNumeric(context.reader(), NUMBER);
    }

    @Override
    public void collect(int document) throws IOException {
      if (numbers.advanceExact(document)) {
        found.set((int) numbers.longValue());
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
