package org.entente.article.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One sound file of each kind that holds articles, by a name that it may have. */
public final class Containers {

  private static final String BODY =
      "The foreign ministers of Malta and Nepal signed an agreement on seaports on Tuesday, although one of the two "
          + "has no coast. Both said that the other one had asked for it, and that it would enter into force soon.";

  private Containers() {}

  public static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    String page = "<html><body><article><h1>Ports</h1><p>" + BODY + "</p><p>" + BODY + "</p></article></body></html>";
    byte[] warc = warc(page);
    all.put("crawl.warc", warc);
    all.put("crawl.warc.gz", ContainerTest.gzip(warc));
    all.put("page.html.gz", ContainerTest.gzip(bytes(page)));
    all.put("pages.zip", ContainerTest.zip(Map.of("a.html", bytes(page), "b.txt", bytes("Ports\n\n" + BODY))));
    all.put("page.mhtml",
        bytes("From: <Saved by Blink>\nSnapshot-Content-Location: https://paper.example/1\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n"
            + "Content-Transfer-Encoding: quoted-printable\n\n" + page + "\n--b--\n"));
    all.put("mail.eml", bytes("Subject: Ports\nMIME-Version: 1.0\nDate: Tue, 5 May 2020 10:00:00 +0000\n\n" + BODY));
    all.put("records.jsonl", bytes(("{\"title\": \"Ports\", \"text\": \"" + BODY + "\"}\n").repeat(2)));
    all.put("rows.csv", bytes("title,text\nPorts,\"" + BODY + "\"\nPorts,\"" + BODY + "\"\n"));
    all.put("feed.rss", bytes("<rss><channel><title>P</title><item><title>Ports</title><description>" + BODY.repeat(4)
        + "</description></item></channel></rss>"));
    all.put("text.rtf", bytes("{\\rtf1\\ansi{\\*\\x y}Ports\\par\\par " + BODY + "\\par}"));
    all.put("text.odt", ContainerTest.zip(Map.of("content.xml",
        bytes("<d xmlns:t='t'><t:h t:outline-level='1'>Ports</t:h><t:p>" + BODY + "</t:p></d>"))));
    all.put("export.txt", bytes("1 of 1 DOCUMENTS\n\nThe Post\n\nMay 5, 2020\n\nPorts\n\nLENGTH: 60 words\n\n" + BODY
        + "\n\nLOAD-DATE: May 6, 2020\n"));
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] warc(String page) {
    String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
    String record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0e6a5b5c-0000-4000-8000-000000000000>\r\n"
            + "WARC-Date: 2026-05-04T10:00:00Z\r\nWARC-Target-URI: https://paper.example/1\r\n"
            + "Content-Type: application/http;msgtype=response\r\nContent-Length: " + http.length() + "\r\n\r\n" + http
            + "\r\n\r\n";
    return bytes(record + record);
  }
}
