package org.entente.article.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.Block;
import org.entente.article.MetadataOverrides;
import org.entente.article.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

  private static final String ARTICLE =
      "Café Diplomacy\n\nThe envoys of Malta and Cyprus met in a café and agreed on “almost nothing” at all.\n";

  private static final String ENGLISH =
      "The envoys of Malta and Cyprus met in a café by the river and agreed that they would drink tea together again "
          + "before the end of the year, whatever their governments said about it.";

  private final ArticleReaders readers = new ArticleReaders();

  @TempDir
  Path folder;

  @Test
  void namesAFileThatDoesNotExist() {
    assertTrue(refusal(folder.resolve("none.txt")).contains("none.txt does not exist"));
  }

  @Test
  void givesUpAPipeThatNobodyWritesTo() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "this system has no named pipes");
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
    ArticleReaders hasty = new ArticleReaders(Duration.ofMillis(1));
    var refusal =
        assertThrows(ArticleFormatException.class, () -> hasty.read(pipe, MetadataOverrides.none()));
    assertTrue(refusal.getMessage().contains("is a pipe or device"), refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, ISO-8859-1", "UTF-8, windows-1251", "windows-1252, UTF-8", "GB18030, GB18030", "UTF-16, UTF-8"})
  void readsAPageWhoseEncodingIsNotTheOneItDeclares(String real, String declared) throws IOException {
    Path file = folder.resolve("page.html");
    String page =
        "<html><head><meta charset='" + declared + "'></head><body><article><h1>Café Diplomacy</h1><p>" + ENGLISH
            + "</p></article></body></html>";
    Files.write(file, page.getBytes(Charset.forName(real)));
    Article article = readers.read(file, MetadataOverrides.none());
    assertEquals("Café Diplomacy", article.title());
    assertTrue(article.text().contains("in a café by the river"), article.text());
  }

  @Test
  void namesALinkThatLeadsInACircle() throws IOException {
    Path link = folder.resolve("a.txt");
    Files.createSymbolicLink(link, Path.of("b.txt"));
    Files.createSymbolicLink(folder.resolve("b.txt"), Path.of("a.txt"));
    assertTrue(refusal(link).contains("a.txt is a link that leads to no file"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "@prefix ex: <http://example.org/> .; is RDF data",
    "# a comment\\n\\nPREFIX ex: <http://example.org/>; is RDF data",
    "<http://example.org/a> <http://example.org/b> <http://example.org/c> .; is RDF data",
    "<?xml version='1.0'?>\\n<rdf:RDF xmlns:rdf='x'></rdf:RDF>; is RDF data",
    "{\\n  \"@context\": \"https://schema.org\"}; is RDF data",
    "{\\n  \"title\": \"Visit\"}; is JSON data",
    "<svg xmlns='http://www.w3.org/2000/svg'></svg>; is an SVG picture",
    "#!/bin/sh\\necho tea; is program code",
    "import os\\n\\ndef boil(tea):\\n  # slowly\\n  x = tea.cup()\\n  if x:\\n    return x\\n  y = 2\\n  w = 4\\n  z = 3\\n  pour(x)\\n; is"
        + " program code",
    "BM....\\0\\0\\0\\0....; is a Windows bitmap",
    "RIFF....WEBP; is a WebP picture",
    "From: <Saved by Blink>\\nSubject: Visit\\nMIME-Version: 1.0\\n\\n--x; is a web archive (MHTML) without a page",
  })
  void saysWhatAFileOfAnotherKindIs(String content, String said) {
    String refusal = refusal(content.translateEscapes());
    assertTrue(refusal.contains(said), refusal);
  }

  @Test
  void takesNoDemandsThatCloseWithSemicolonsForCode() {
    String demands = "The ministers (all four of them) agreed:\n\n"
        + "- to open a border post for trains (and for lorries);\n- to share the cost of it, as in 2019;\n".repeat(6);
    assertEquals("Tea in Minsk", Reading.text("Tea in Minsk\n\n" + ENGLISH + "\n\n" + demands).title());
  }

  @Test
  void takesADigestOfStarredItemsForNoComment() {
    String digest = "* Costa Rica's space bill died in committee\n\n* Thirty nurses from Jamaica work in Santiago\n\n"
        .repeat(6);
    assertEquals("Tea in Minsk", Reading.text("Tea in Minsk\n\n" + ENGLISH + "\n\n" + digest).title());
  }

  @Test
  void readsAnArticleThatOpensWithALetterhead() {
    assertEquals("Café Diplomacy", Reading.text("Date: 4 May 2019\nSubject: trade\n\n" + ARTICLE).title());
  }

  @Test
  void refusesAFolder() {
    assertTrue(refusal(folder).contains("is a folder"));
  }

  @Test
  void refusesAnEmptyFileAndABlankOne() {
    assertTrue(refusal("").contains("is empty"));
    assertTrue(refusal(" \n\t\r\n ").contains("is empty"));
  }

  @Test
  void refusesATitleWithoutAText() {
    assertTrue(refusal("Chile and Peru\n\nBy Ana Kos\n").contains("no article text"));
  }

  @Test
  void saysWhatTheWrongEncodingLooksLike() {
    String refusal = refusal(ARTICLE.getBytes(Charset.forName("windows-1252")));
    assertTrue(refusal.contains("not valid UTF-8"), refusal);
    assertTrue(refusal.contains("line 1"), refusal);
    assertTrue(refusal.contains("windows-1252"), refusal);
  }

  @Test
  void readsUtf16ByItsByteOrderMark() {
    byte[] bytes = ("\uFEFF" + ARTICLE).getBytes(StandardCharsets.UTF_16LE);
    assertEquals("Café Diplomacy", Reading.bytes(bytes).title());
  }

  @Test
  void dropsTheByteOrderMarkOfUtf8() {
    assertEquals("Café Diplomacy", Reading.text("\uFEFF" + ARTICLE).title());
  }

  @Test
  void refusesMoreThanItsLimitWithoutReadingOn() {
    InputStream endless = new InputStream() {
      @Override
      public int read() {
        return 'a';
      }

      @Override
      public int read(byte[] target, int from, int length) {
        java.util.Arrays.fill(target, from, from + length, (byte) 'a');
        return length;
      }
    };
    var refusal = assertThrows(
        ArticleFormatException.class, () -> readers.read(endless, "standard input", MetadataOverrides.none()));
    assertTrue(refusal.getMessage().contains("larger than 20 MB"));
  }

  @Test
  void refusesAnotherLanguageByName() {
    String refusal = refusal("Les deux pays\n\nLe ministre de la défense du Niger est arrivé à Abuja pour une visite "
        + "de trois jours, au cours de laquelle il a signé un accord avec son homologue sur les échanges.\n");
    assertTrue(refusal.contains("not in English"), refusal);
    assertTrue(refusal.contains("French"), refusal);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "German; Die Ministerin ist mit dem Zug nach Prag gefahren, und sie hat mit ihrem Kollegen über Geld gesprochen",
    "Spanish; El ministro viajó a Lima con una delegación y firmó en la capital un acuerdo que los dos querían",
    "Turkish; Bakan bu hafta Bakü ziyareti için yola çıktı ve iki ülke arasında yeni bir anlaşma daha imzalandı",
    "Czech; Ministryně přijela vlakem do Prahy a řekla, že se s kolegou na penězích nedohodla, ale že se sejdou znovu",
    "Hungarian; A miniszter vonattal ment Prágába, és azt mondta, hogy a pénz még nem elég, de ez már egy jó kezdet",
    "Vietnamese; Bộ trưởng đã đến thăm thủ đô và ký với người đồng cấp một thỏa thuận về trà, nhưng không có tiền",
    "Indonesian; Menteri itu akan pergi ke Hanoi untuk bertemu dengan rekannya dan menandatangani perjanjian yang baru",
  })
  void namesTheLanguageThatItFinds(String language, String sentence) {
    assertTrue(refusal(sentence + ".\n\n" + sentence + ".\n").contains("looks like " + language));
  }

  @Test
  void namesTheLettersOfAnotherScript() {
    assertTrue(refusal("中国和巴基斯坦\n\n中国和巴基斯坦在伊斯兰堡签署了一项关于太空合作的协议，双方代表出席了仪式。\n").contains("Han letters"));
    assertTrue(refusal(
        "Встреча\n\nМинистры двух стран встретились в Москве и подписали договор.\n").contains("Russian"));
  }

  @Test
  void readsAnEnglishArticleWithNamesInOtherScripts() {
    Article article = Reading.text("Tea\n\nThe envoy, محمد بن سلمان, met 习近平 in Riyadh and they drank tea together.\n");
    assertTrue(article.text().contains("محمد بن سلمان"));
  }

  @Test
  void leavesOutParagraphsInOtherLanguagesAndSaysSo() {
    Article article = Reading.text("Tea in Minsk\n\n" + ENGLISH
        + "\n\n«Мы встретились в Минске и говорили о чае, но не о "
        + "торговле», — сказал он.\n\n" + ENGLISH.replace("Malta", "Peru")
        + "\n\nLes deux ministres ont dit que le thé est une boisson pour les pays du nord et que la paix vient avec.\n");
    assertEquals("{French=1, Russian=1}", article.otherLanguages().toString());
    assertTrue(article.warnings().contains("a paragraph in Russian was left out"), article.warnings().toString());
    assertEquals(List.of(ENGLISH, ENGLISH.replace("Malta", "Peru")), Reading.words(article, Block.Kind.PARAGRAPH));
  }

  @Test
  void readsTheEnglishPartOfABilingualPage() {
    String german =
        "Die Ministerin ist mit dem Zug nach Prag gefahren, und sie hat mit ihrem Kollegen über Geld und den Tee "
            + "gesprochen, der in Malta wächst und nicht nach Zypern kommt.";
    assertEquals(List.of(ENGLISH),
        Reading.words(Reading.text("Tee\n\n" + german + "\n\n" + ENGLISH), Block.Kind.PARAGRAPH));
    String refusal = refusal("Tee\n\n" + (german + "\n\n").repeat(9) + "Subscribe to our newsletter here.\n");
    assertTrue(refusal.contains("looks like German"), refusal);
  }

  @Test
  void leavesOutTheFewWordsBetweenParagraphsInAnotherLanguageButNotThoseBesideEnglish() {
    String german = "Die Ministerin ist mit dem Zug nach Prag gefahren, und sie hat mit ihrem Kollegen gesprochen.";
    Article article = Reading.text("Tea in Prague\n\n" + ENGLISH + "\n\nMinutes kept by clerks.\n\n" + german
        + "\n\nWeitere Meldungen folgen.\n\n" + german.replace("Prag", "Wien") + "\n");
    assertEquals(List.of(ENGLISH, "Minutes kept by clerks."), Reading.words(article, Block.Kind.PARAGRAPH));
    assertEquals("{German=3}", article.otherLanguages().toString());
  }

  @Test
  void leavesOutAParagraphInALanguageThatItDoesNotKnow() {
    Article article = Reading.text("Tea in Cardiff\n\n" + ENGLISH + "\n\nMae gweinidogion dwy wlad wedi cyfarfod yng "
        + "Nghaerdydd ddoe er mwyn trafod te, llongau newydd, pysgod, ysgolion gwledig, trenau cyflym, "
        + "ffermydd mynyddig, pontydd newydd, hen geffylau gwyn.\n");
    assertEquals(List.of(ENGLISH), Reading.words(article, Block.Kind.PARAGRAPH));
    assertTrue(article.warnings().contains("a paragraph in another language was left out"),
        article.warnings().toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "German; Deutschland liefert der Ukraine weitere Panzer.",
    "Turkish; Rusya ile Suriye konusunda anlaşma sağlanamadı, dedi sözcü.",
    "Polish; Polska i Ukraina podpisały umowę o bezpieczeństwie.",
    "Swedish; Statsministern träffade Ungerns premiärminister i Budapest på fredagen.",
    "Portuguese; O primeiro-ministro visita Cabo Verde na próxima semana.",
  })
  void leavesOutAShortParagraphInAnotherLanguageThatHasHardlyASmallWord(String language, String sentence) {
    Article article = Reading.text("Tea in Oslo\n\n" + ENGLISH + "\n\n" + sentence + "\n");
    assertEquals(List.of(ENGLISH), Reading.words(article, Block.Kind.PARAGRAPH));
    assertEquals("{" + language + "=1}", article.otherLanguages().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Venezuela holds referendum on Guyana's Essequibo.",
    "Colombia - Venezuela: border open again.",
    "Spain and Algeria end row over Western Sahara.",
    "Australia buys 200 Tomahawk cruise missiles.",
  })
  void keepsAShortEnglishParagraphThatIsNearlyAllNames(String sentence) {
    Article article = Reading.text("Tea in Oslo\n\n" + ENGLISH + "\n\n" + sentence + "\n\n" + ENGLISH + "\n");
    assertEquals(List.of(ENGLISH, sentence, ENGLISH), Reading.words(article, Block.Kind.PARAGRAPH));
  }

  @Test
  void refusesAFewWordsInAnotherLanguage() {
    assertTrue(refusal("Visite\n\nLe ministre est dans la ville avec une délégation.\n").contains("French"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "Lomé: Peruvian sappers staying; mandate through June, blue helmets; Fijian rotation, 240 fresh, 240 home, done Sat.",
    "General Musharraf, Lieutenant-General Durrani, Admiral Sandhu, Ambassador Khalil, Mr Ivanov, Mr Shoigu",
    "Kuala Lumpur, Rio de Janeiro, Santa Cruz de la Sierra, San Juan del Sur, Val di Fassa, Castel del Monte",
    "The memorandum, the 'Accord de coopération dans le domaine de la défense', was signed on Monday in Abuja.",
    "\"Die Lage ist ernst\", he said in Berlin, and nobody in the room disagreed with him about it.",
  })
  void takesNamesAndShortQuotationsForEnglish(String text) {
    assertEquals(java.util.Optional.empty(), new LanguageProfile().otherThanEnglish(text));
  }

  @Test
  void recognisesUtf16WithoutAByteOrderMark() {
    assertTrue(refusal(ARTICLE.getBytes(StandardCharsets.UTF_16LE)).contains("looks like UTF-16"));
  }

  private String refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  private String refusal(byte[] bytes) {
    return assertThrows(ArticleFormatException.class, () -> Reading.bytes(bytes)).getMessage();
  }

  private String refusal(Path file) {
    var refusal =
        assertThrows(ArticleFormatException.class, () -> readers.read(file, MetadataOverrides.none()));
    assertTrue(refusal.advice().isPresent());
    assertTrue(!Files.exists(file) || Files.isReadable(file));
    return refusal.getMessage();
  }
}
