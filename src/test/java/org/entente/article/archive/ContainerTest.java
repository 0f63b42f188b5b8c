package org.entente.article.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.article.Article;
import org.entente.article.ArticleSource;
import org.entente.article.Block;
import org.entente.article.Found;
import org.entente.article.MetadataOverrides;
import org.entente.article.Reading;
import org.entente.article.intake.ArticleReaders;
import org.entente.article.office.DocxArticleReaderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved pages, archives, mail, feeds and tables: every article in them is found, with what they know of it. */
class ContainerTest {

  private static final String ZOTERO = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
       xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
       xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/"
       xmlns:dc="http://purl.org/dc/elements/1.1/">
      <bib:Article rdf:about="#item_11"><z:itemType>newspaperArticle</z:itemType>
      <dcterms:isPartOf><bib:Newspaper><dc:title>The Paper</dc:title></bib:Newspaper></dcterms:isPartOf>
      <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Kos</foaf:surname><foaf:givenName>Ana</foaf:givenName>
      </foaf:Person></rdf:li></rdf:Seq></bib:authors><link:link rdf:resource="#item_12"/>
      <dc:title>Ports</dc:title><dc:date>2020-05-05</dc:date>
      <dc:identifier><dcterms:URI><rdf:value>https://paper.example/1</rdf:value></dcterms:URI></dc:identifier>
      </bib:Article>
      <z:Attachment rdf:about="#item_12"><rdf:resource rdf:resource="files/12/page.html"/></z:Attachment>
      <bib:Report rdf:about="#item_13"><dc:date>2021-02-03</dc:date><link:link rdf:resource="#item_14"/></bib:Report>
      <z:Attachment rdf:about="#item_14"><z:path rdf:resource="files/14/report.html"/></z:Attachment></rdf:RDF>
      """;
  private static final String BODY =
      "The foreign ministers of Malta and Nepal signed an agreement on seaports on Tuesday, although one of the two "
          + "has no coast. Both said that the other one had asked for it, and that it would enter into force soon.";

  @TempDir
  Path folder;

  @Test
  void readsThePageOfAWebArchiveInOneFile() {
    String mhtml = """
        From: <Saved by Blink>
        Snapshot-Content-Location: https://paper.example/ports
        Subject: =?utf-8?Q?Ports_=E2=80=94_Paper?=
        Date: Mon, 4 May 2026 10:00:00 -0000
        MIME-Version: 1.0
        Content-Type: multipart/related;
        \ttype="text/html";
        \tboundary="----B1"


        ------B1
        Content-Type: text/html
        Content-ID: <frame-1@mhtml.blink>
        Content-Transfer-Encoding: quoted-printable
        Content-Location: https://paper.example/ports

        %s
        ------B1
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-Location: https://paper.example/a.png

        AAAA
        ------B1--
        """.formatted(page("Caf=C3=A9 Ports").replace("\"", "=22").replace("class=", "class=3D"));
    Article article = only(Reading.all("ports.mhtml", mhtml));
    assertEquals("Café Ports", article.title());
    assertEquals(Optional.of(URI.create("https://paper.example/ports")), article.url());
    assertEquals(Optional.empty(), article.issued(), "the day of saving is no day of publication");
    assertTrue(article.text().contains(BODY));
  }

  @Test
  void readsAMailByItsSubjectAndDayWithWhatIsAttached() {
    String mail = """
        Return-Path: <news@paper.example>
        From: "The Paper" <news@paper.example>
        To: reader@home.example
        Subject: Fwd: Ports for Nepal
        Date: Tue, 5 May 2020 21:00:00 -0700
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: base64

        %s
        --b
        Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document
        Content-Transfer-Encoding: base64

        %s
        --b--
        """.formatted(Base64.getMimeEncoder().encodeToString((BODY + " Café.").getBytes(StandardCharsets.ISO_8859_1)),
        Base64.getMimeEncoder().encodeToString(DocxArticleReaderTest.docx(
            "<w:p><w:r><w:t>Attached</w:t></w:r></w:p><w:p><w:r><w:t>" + BODY + "</w:t></w:r></w:p>")));
    List<Article> articles = Reading.articles(Reading.all("ports.eml", mail));
    assertEquals(List.of("Ports for Nepal", "Attached"), articles.stream().map(Article::title).toList());
    assertEquals(Optional.of(LocalDate.of(2020, 5, 5)), articles.getFirst().issued());
    assertEquals(Optional.of("The Paper"), articles.getFirst().publisher());
    assertTrue(articles.getFirst().text().endsWith("Café."));
  }

  @Test
  void readsEachMessageOfAMailbox() {
    String mailbox = "From ana@home.example Tue May  5 21:00:00 2020\nSubject: One\n\n" + BODY + "\n\n"
        + "From bo@home.example Wed May  6 21:00:00 2020\nSubject: Two\nDate: Wed, 6 May 2020 21:00:00 +0000\n\n"
        + BODY + "\n\nFrom then on the two met every year, in May or in June, and talked.\n";
    List<Article> articles = Reading.articles(Reading.all("mail.mbox", mailbox));
    assertEquals(List.of("One", "Two"), articles.stream().map(Article::title).toList());
    assertTrue(articles.getLast().text().endsWith("and talked."));
  }

  @Test
  void saysThatATableHasNoTexts() {
    assertTrue(refusal(Reading.all("x.csv", "year,trade\n2020,3\n")).contains("table without a column of texts"));
  }

  @Test
  void knowsWhereASavedPageCameFrom() {
    for (String comment : List.of("<!-- saved from url=(0027)https://paper.example/ports -->",
        "<!--\n Page saved with SingleFile \n url: https://paper.example/ports \n saved date: Mon May 04 2026 -->")) {
      Article article = Reading.text("<!DOCTYPE html>\n" + comment + page("Ports"));
      assertEquals(Optional.of(URI.create("https://paper.example/ports")), article.url());
    }
  }

  @Test
  void readsPagesAndDocumentsOfAWebArchivePackedOrNot() throws IOException {
    byte[] warc = warc();
    for (byte[] bytes : List.of(warc, gzip(warc))) {
      List<Found> found = Reading.all("crawl.warc", bytes);
      assertEquals(
          List.of("Read https://paper.example/1", "PassedOver https://paper.example/a.png",
              "PassedOver https://paper.example/gone", "Read https://paper.example/2"),
          told(found));
      Article first = assertInstanceOf(Found.Read.class, found.getFirst()).article();
      assertEquals(Optional.of(URI.create("https://paper.example/1")), first.url());
      assertEquals("Café One", first.title(), "in the encoding that the server named");
    }
  }

  @Test
  void readsPagesThatWerePackedForBrowsersAndRefusesOnlyThoseThatNobodyCanUnpack() throws IOException {
    // "<article><h1>Ports</h1>…", two paragraphs, by zlib.brotliCompressSync of Node.js.
    byte[] packed =
        Base64.getDecoder().decode(
            "G0sBAI3THbGYi5eWbi7VhXRDM7Q/9MEFg1xB4ckjRPXsCBz6trYCyfLAH9b0BOT0hteniCVJmdAKGgSNEVAFHQyDAbJK6c4t"
                + "SWZaXpsxBN/FsWJ0NQZ/62gjuWx6wiun0A6iY37C2Xh5WNHPpLRnOV4LRucyxcVJSzAB");
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    record(archive, "https://paper.example/1", "200 OK", "text/html\r\nContent-Encoding: gzip",
        page("One").getBytes(StandardCharsets.UTF_8));
    record(archive, "https://paper.example/2", "200 OK", "text/html\r\nContent-Encoding: br", packed);
    record(archive, "https://paper.example/3", "200 OK", "text/html", page("Two").getBytes(StandardCharsets.UTF_8));
    List<Found> found = Reading.all("crawl.warc", archive.toByteArray());
    assertEquals(
        List.of("Refused https://paper.example/1", "Read https://paper.example/2", "Read https://paper.example/3"),
        told(found));
  }

  @Test
  void readsAWebArchiveUpToWhereItIsCutOff() throws IOException {
    byte[] whole = warc();
    List<Found> found = Reading.all("crawl.warc", Arrays.copyOf(whole, whole.length - 60));
    assertEquals("Read https://paper.example/1", told(found).getFirst());
    Found.Refused last = assertInstanceOf(Found.Refused.class, found.getLast());
    assertTrue(last.problem().getMessage().contains("damaged or cut off"), last.problem().getMessage());
  }

  @Test
  void readsAPackedPage() throws IOException {
    assertEquals("Ports",
        only(Reading.all("ports.html.gz", gzip(page("Ports").getBytes(StandardCharsets.UTF_8)))).title());
  }

  @Test
  void readsAnArchiveOfArticlesAndArchives() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("b/two.txt", ("Two\n\n" + BODY).getBytes(StandardCharsets.UTF_8));
    entries.put("a.html", page("One").getBytes(StandardCharsets.UTF_8));
    entries.put("a_files/ad.html", page("Ad").getBytes(StandardCharsets.UTF_8));
    entries.put("a_files/x.js", new byte[] {1});
    entries.put("__MACOSX/._a.html", new byte[] {1});
    entries.put("c.zip", zip(Map.of("three.md", ("# Three\n\n" + BODY).getBytes(StandardCharsets.UTF_8))));
    List<String> expected =
        List.of("Read x.zip/a.html", "PassedOver x.zip/a_files/ad.html", "PassedOver x.zip/a_files/x.js",
            "Read x.zip/b/two.txt", "Read x.zip/c.zip/three.md");
    assertEquals(expected, told(Reading.all("x.zip", zip(entries))));
    Path file = Files.write(folder.resolve("x.zip"), zip(entries));
    List<Found> onDisk = new ArrayList<>();
    new ArticleReaders().readAll(new ArticleSource.File(file), MetadataOverrides.none(), onDisk::add);
    assertEquals(expected.size(), onDisk.size());
  }

  @Test
  void readsOnlyTheArchivesOfAWacz() throws IOException {
    byte[] wacz = zip(Map.of("datapackage.json", new byte[] {'{', '}'}, "pages/pages.jsonl",
        "{\"url\": \"x\", \"text\": \"y\"}".getBytes(StandardCharsets.UTF_8), "archive/data.warc.gz", gzip(warc())));
    assertEquals(2, Reading.all("c.wacz", wacz).stream().filter(Found.Read.class::isInstance).count());
  }

  @Test
  void refusesAnArchiveWithinTooManyOthersAndOneWithoutArticles() throws IOException {
    byte[] nested = zip(Map.of("one.txt", BODY.getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < 8; i++) {
      nested = zip(Map.of("inner.zip", nested));
    }
    assertTrue(refusal(Reading.all("n.zip", nested)).contains("archives within each other"));
    assertTrue(refusal(Reading.all("n.zip", zip(Map.of("a.png", new byte[] {1})))).contains("without an article"));
  }

  @Test
  void readsRecordsOfJsonOneALineOrInAnArray() {
    String record =
        "{\"headline\": \"%s\", \"date_published\": \"2020-05-05T23:00:00-07:00\", \"authors\": [\"Ana Kos\"], "
            + "\"url\": \"https://paper.example/%s\", \"text\": \"" + BODY + "\"}";
    String lines = record.formatted("One", 1) + "\n\n{\"headline\": \"None\"}\n{broken\n" + record.formatted("Two", 2);
    List<Found> found = Reading.all("x.jsonl", lines);
    assertEquals(List.of("Read x.jsonl#1", "PassedOver x.jsonl#3", "Refused x.jsonl#4", "Read x.jsonl#5"), told(found));
    for (List<Found> all : List.of(List.of(found.getFirst(), found.getLast()),
        Reading.all("x.json", "[" + record.formatted("One", 1) + ",\n" + record.formatted("Two", 2) + "]"))) {
      List<Article> articles = Reading.articles(all);
      assertEquals(List.of("One", "Two"), articles.stream().map(Article::title).toList());
      assertEquals(Optional.of(LocalDate.of(2020, 5, 5)), articles.getFirst().issued());
      assertEquals(List.of("Ana Kos"), articles.getFirst().creators());
      assertEquals(Optional.of(URI.create("https://paper.example/2")), articles.getLast().url());
    }
  }

  @Test
  void understandsNamesAndDaysInPartsAsReferenceManagersAndNewsServicesGiveThem() {
    String csl = """
        [{"id": "1", "type": "article-newspaper", "title": "One", "container-title": "The Paper",
          "author": [{"family": "Kos", "given": "Ana"}, {"literal": "Harbour Agency"}],
          "issued": {"date-parts": [[2020, "5", 6]]}, "text": "%1$s"},
         {"title": "Two", "source": {"id": null, "name": "The Sunda Post"}, "issued": {"date-parts": [[2020]]}, "content": "%1$s"}]
        """.formatted(BODY);
    List<Article> articles = Reading.articles(Reading.all("x.json", csl));
    assertEquals(List.of("Ana Kos", "Harbour Agency"), articles.getFirst().creators());
    assertEquals(Optional.of(LocalDate.of(2020, 5, 6)), articles.getFirst().issued());
    assertEquals(List.of("The Paper", "The Sunda Post"),
        articles.stream().map(article -> article.publisher().orElse("")).toList());
    assertEquals(Optional.empty(), articles.getLast().issued());
  }

  @Test
  void readsTheRowsOfATableThatHasTexts() {
    String table = "id;Title;Date;Text\n1;One;2020-05-05;\"" + BODY + "\n\nAnd a second paragraph of it, in quotes.\"\n"
        + "2;Two;5 May 2021;\"" + BODY + "\"\n3;None;;\n";
    List<Found> found = Reading.all("x.csv", table);
    assertEquals(List.of("Read x.csv#1", "Read x.csv#2", "PassedOver x.csv#3"), told(found));
    Article first = Reading.articles(found.subList(0, 1)).getFirst();
    assertEquals("One", first.title());
    assertTrue(first.text().endsWith("And a second paragraph of it, in quotes."));
  }

  @Test
  void readsTheShortReportsOfAFeedButNoneThatGoesOnElsewhere() {
    String report =
        "<p>Malta and Oman signed an agreement on fishing in Valletta on Tuesday.</p><p>The two ministers met for an "
            + "hour, ate on the quay and left for the airport in one car. The fishermen of both were asked and agreed.</p>";
    String escaped = report.replace("<", "&lt;");
    String feed = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title>
        <entry><title>One</title><link href="https://paper.example/1"/><content type="html">%s</content></entry>
        <entry><title>Two</title><link href="https://paper.example/2"/><content type="xhtml"><div>%s</div></content></entry>
        <entry><title>Three</title><link href="https://paper.example/3"/><content type="html">%s</content></entry>
        <entry><title>Four</title><link href="https://paper.example/4"/><summary type="html">%s</summary></entry>
        </feed>
        """.formatted(escaped, report, escaped + " […] &lt;a href='/3'>Read on&lt;/a>", escaped);
    List<Found> found = Reading.all("feed.atom", feed);
    assertEquals(
        List.of("Read feed.atom#1", "Read feed.atom#2", "PassedOver feed.atom#3", "PassedOver feed.atom#4"),
        told(found));
    List<Article> articles = Reading.articles(found.subList(0, 2));
    assertEquals(articles.get(0).text().substring(3), articles.get(1).text().substring(3));
  }

  @Test
  void readsWholeEntriesOfAFeedAndNamesThePagesOfSummaries() {
    String feed = """
        <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel><title>The Paper</title>
        <item><title>One</title><link>https://paper.example/1</link><pubDate>Tue, 05 May 2020 10:00:00 GMT</pubDate>
        <content:encoded><![CDATA[<p>%s</p><p>%s</p><p>%s</p>]]></content:encoded></item>
        <item><title>Two</title><link>https://paper.example/2</link><description>Short.</description></item>
        </channel></rss>
        """.formatted(BODY, BODY.replace("Malta", "Peru"), BODY.replace("Malta", "Oman"));
    List<Found> found = Reading.all("feed.rss", feed);
    assertEquals(List.of("Read feed.rss#1", "PassedOver feed.rss#2"), told(found));
    Article article = Reading.articles(found.subList(0, 1)).getFirst();
    assertEquals("One", article.title());
    assertEquals(Optional.of("The Paper"), article.publisher());
    assertEquals(Optional.of(LocalDate.of(2020, 5, 5)), article.issued());
    assertTrue(assertInstanceOf(Found.PassedOver.class, found.get(1)).reason().contains("https://paper.example/2"));
  }

  @Test
  void readsRtfThatClosesMoreGroupsThanItOpensOrFewer() {
    String words = "Ports\\par\\par " + BODY.replace(". ", "}. ") + "\\par ";
    assertTrue(only(Reading.all("more.rtf", "{\\rtf1\\ansi " + words + "}")).text().endsWith(BODY));
    assertTrue(
        only(Reading.all("fewer.rtf", "{\\rtf1\\ansi {{\\b Ports}\\par\\par " + BODY + "\\par")).text().endsWith(BODY));
  }

  @Test
  void readsRichTextWithItsLettersAndWithoutWhatIsHidden() {
    String rtf =
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\*\\generator X}{\\info{\\title no}}{\\*\\pgdsctbl {\\pgdsc0 Default;}}"
            + "{\\header page 1\\par}Caf\\'e9 \\u1040?Ports\\par\\par " + BODY + "{\\v hidden}\\par {\\footnote none}}";
    Article article = only(Reading.all("x.rtf", rtf));
    assertEquals("Café АPorts", article.title());
    assertEquals("Café АPorts\n\n" + BODY, article.text());
  }

  @Test
  void readsAnOpenDocument() throws IOException {
    String content = "<office:document-content xmlns:office='o' xmlns:text='t'><office:body><office:text>"
        + "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h text:outline-level='1'>Ports</text:h>"
        + "<text:p text:style-name='P1'>By Ana Kos, 5 May 2020</text:p><text:p>" + BODY
        + "<text:note><text:p>a note</text:p></text:note></text:p><text:list><text:list-item><text:p>Build a port.</text:p>"
        + "</text:list-item></text:list></office:text></office:body></office:document-content>";
    SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.UTF_8));
    entries.put("content.xml", content.getBytes(StandardCharsets.UTF_8));
    Article article = only(Reading.all("x.odt", stored(entries)));
    assertEquals("Ports", article.title());
    assertEquals(List.of("Ana Kos"), article.creators());
    assertEquals(List.of("Build a port."), Reading.words(article, Block.Kind.LIST_ITEM));
    assertEquals(List.of(BODY), Reading.words(article, Block.Kind.PARAGRAPH));
  }

  @Test
  void passesOverWhatWgetNotesInAWebArchive() {
    byte[] log = ("Opening the archive.\n\n" + BODY).getBytes(StandardCharsets.US_ASCII);
    String head =
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:0e6a5b5c-0000-4000-8000-000000000001>\r\n"
            + "WARC-Date: 2026-05-04T10:00:00Z\r\nWARC-Target-URI: metadata://gnu.org/software/wget/warc/wget.log\r\n"
            + "Content-Type: text/plain\r\nContent-Length: " + log.length + "\r\n\r\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(log);
    out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    assertEquals(List.of("PassedOver metadata://gnu.org/software/wget/warc/wget.log"),
        told(Reading.all("x.warc", out.toByteArray())));
  }

  @Test
  void readsThePartsOfABookInItsOrderWithWhatIsKnownOfTheWhole() throws IOException {
    SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", "application/epub+zip".getBytes(StandardCharsets.UTF_8));
    entries.put("META-INF/container.xml",
        "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>".getBytes(
            StandardCharsets.UTF_8));
    entries.put("OEBPS/book.opf", """
        <package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Harbour Quarterly 4</dc:title>
        <dc:creator>Ana Kos</dc:creator><dc:date>2020-05-05</dc:date></metadata>
        <manifest><item id="a" href="one%20part.xhtml"/><item id="b" href="two.xhtml"/><item id="c" href="cover.xhtml"/>
        </manifest><spine><itemref idref="c"/><itemref idref="b"/><itemref idref="a"/></spine></package>
        """.getBytes(StandardCharsets.UTF_8));
    entries.put("OEBPS/cover.xhtml", "<html><body><p>Cover</p></body></html>".getBytes(StandardCharsets.UTF_8));
    String prose = "<p>" + BODY.replace("Malta", "Oman") + "</p>" + "<p>" + BODY.replace("Malta", "Chad") + "</p>";
    for (String name : List.of("one part", "two")) {
      entries.put("OEBPS/" + name + ".xhtml",
          ("<?xml version='1.0'?>" + page("Part " + name).replace("</article>", prose + "</article>")).getBytes(
              StandardCharsets.UTF_8));
    }
    List<Found> found = Reading.all("x.epub", stored(entries));
    assertEquals(
        List.of("PassedOver x.epub/OEBPS/cover.xhtml", "Read x.epub/OEBPS/two.xhtml",
            "Read x.epub/OEBPS/one part.xhtml"),
        told(found));
    Article article = Reading.articles(found.subList(1, 2)).getFirst();
    assertEquals("Part two", article.title());
    assertEquals(List.of("Ana Kos"), article.creators());
    assertEquals(Optional.of("Harbour Quarterly 4"), article.publisher());
    assertEquals(Optional.of(LocalDate.of(2020, 5, 5)), article.issued());
    entries.putLast("mimetype", entries.remove("mimetype"));
    assertEquals(told(found), told(Reading.all("x.epub", zip(entries))));
  }

  @Test
  void knowsOfTheFilesThatZoteroExportedWhatItSaysOfThem(@TempDir Path folder) throws IOException {
    Path file = Files.createDirectories(folder.resolve("files/12")).resolve("page.html");
    Files.writeString(file, page("Ports as the File Has Them"));
    Path report = Files.createDirectories(folder.resolve("files/14")).resolve("report.html");
    Files.writeString(report, page("A Report"));
    Files.writeString(folder.resolve("Ports.rdf"), ZOTERO);
    Article article = new ArticleReaders().read(file, MetadataOverrides.none());
    assertAsZoteroSays(article);
    assertEquals(Optional.of(LocalDate.of(2021, 2, 3)),
        new ArticleReaders().read(report, MetadataOverrides.none()).issued());
  }

  private static void assertAsZoteroSays(Article article) {
    assertEquals("Ports", article.title());
    assertTrue(article.text().startsWith("Ports as the File Has Them"));
    assertEquals(List.of("Ana Kos"), article.creators());
    assertEquals(Optional.of("The Paper"), article.publisher());
    assertEquals(Optional.of(LocalDate.of(2020, 5, 5)), article.issued());
    assertEquals(Optional.of(URI.create("https://paper.example/1")), article.url());
  }

  @Test
  void knowsTheSameOfThemInAnArchive() throws IOException {
    for (String folder : List.of("", "My Library/")) {
      Map<String, byte[]> entries = new java.util.LinkedHashMap<>();
      entries.put(folder + "Ports.rdf", ZOTERO.getBytes(StandardCharsets.UTF_8));
      entries.put(folder + "files/12/page.html", page("Ports as the File Has Them").getBytes(StandardCharsets.UTF_8));
      entries.put(folder + "files/14/report.html", page("A Report").getBytes(StandardCharsets.UTF_8));
      List<Article> articles = Reading.articles(
          Reading.all("x.zip", zip(entries)).stream().filter(Found.Read.class::isInstance).toList());
      assertAsZoteroSays(articles.getFirst());
      assertEquals("A Report", articles.getLast().title());
      assertEquals(Optional.of(LocalDate.of(2021, 2, 3)), articles.getLast().issued());
    }
  }

  @Test
  void fetchesNoListedPageUnasked() {
    assertTrue(
        refusal(Reading.all("x.csv", "id\tSOURCEURL\n1\thttps://a.example/1\n2\thttps://b.example/2\n"))
            .contains("is a list of 2 web addresses"));
    assertTrue(refusal(Reading.all("x.txt", "https://a.example/1\n")).contains("is a web address"));
    assertEquals(
        List.of("Read x.txt"),
        told(Reading.all("x.txt", "Ports\n\n" + BODY + " See https://a.example/1\n\nhttps://a.example/2\n")));
  }

  private static Article only(List<Found> found) {
    List<Article> articles = Reading.articles(found);
    assertEquals(1, articles.size());
    return articles.getFirst();
  }

  private static String refusal(List<Found> found) {
    return assertInstanceOf(Found.Refused.class, found.getLast()).problem().getMessage();
  }

  private static List<String> told(List<Found> found) {
    return found.stream().map(one -> one.getClass().getSimpleName() + " " + one.name()).toList();
  }

  private static String page(String title) {
    return "<html><head><title>" + title + "</title></head><body><nav class=\"menu\">Home</nav><article><h1>" + title
        + "</h1><p>" + BODY + "</p><p>" + BODY.replace("Malta", "Peru") + "</p></article></body></html>";
  }

  private static byte[] warc() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    record(out, "https://paper.example/1", "200 OK", "text/html; charset=iso-8859-1",
        page("Café One").getBytes(StandardCharsets.ISO_8859_1));
    record(out, "https://paper.example/a.png", "200 OK", "image/png", new byte[] {1, 2});
    record(out, "https://paper.example/gone", "404 Not Found", "text/html", new byte[0]);
    record(out, "https://paper.example/2", "200 OK", "text/html", page("Two").getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static void record(ByteArrayOutputStream out, String address, String status, String type, byte[] body) {
    byte[] http =
        ("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    out.writeBytes(("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0e6a5b5c-0000-4000-8000-000000000000>"
        + "\r\nWARC-Date: 2026-05-04T10:00:00Z\r\nWARC-Target-URI: " + address
        + "\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: " + (http.length + body.length)
        + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(http);
    out.writeBytes(body);
    out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return out.toByteArray();
  }

  /** As office programs do: the first entry unpacked, so that it can be read in the file's first bytes. */
  private static byte[] stored(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry plain = new ZipEntry(entry.getKey());
        if (entry.getKey().equals("mimetype")) {
          java.util.zip.CRC32 crc = new java.util.zip.CRC32();
          crc.update(entry.getValue());
          plain.setMethod(ZipEntry.STORED);
          plain.setSize(entry.getValue().length);
          plain.setCrc(crc.getValue());
        }
        zip.putNextEntry(plain);
        zip.write(entry.getValue());
      }
    }
    return out.toByteArray();
  }
}
