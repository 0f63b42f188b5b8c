package org.entente.publish.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.entente.access.AuditLog;
import org.entente.access.Holder;
import org.entente.access.Scope;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Reply;
import org.entente.publish.http.Route;

/** {@code /backup}: everything in one file, texts included, for whoever has a token of that scope; one at a time. */
final class BackupRoute implements Route {

  private final PublishedDataset data;
  private final Writers writers;
  private final Optional<AuditLog> log;
  private final Semaphore one = new Semaphore(1);

  BackupRoute(PublishedDataset data, Writers writers, Optional<AuditLog> log) {
    this.data = data;
    this.writers = writers;
    this.log = log;
  }

  @Override
  public Reply answer(Exchange exchange) throws IOException {
    Holder holder = writers.permitted(exchange, Scope.BACKUP);
    if (!exchange.method().equals("GET")) {
      return Reply.empty(200).with("Cache-Control", "no-store");
    }
    if (!one.tryAcquire()) {
      throw new HttpProblem(503, "A backup is being made at this moment", "Ask again when it is done.")
          .withHeader("Retry-After", "60");
    }
    try {
      Path file = made();
      log.ifPresent(changes -> changes.add(
          new AuditLog.Entry(holder.name(), exchange.clientAddress(), "backup", data.version(), "sent")));
      return Reply.written("application/zip", out -> {
        try {
          Files.copy(file, out);
        } finally {
          discard(file);
        }
      }).with("Cache-Control", "no-store")
          .with("Content-Disposition", "attachment; filename=\"entente-backup.zip\"");
    } finally {
      one.release();
    }
  }

  /** A file in a folder of its own; made in another thread, because this one is in a transaction of the request. */
  private Path made() throws IOException {
    Path file = Files.createTempDirectory("entente-backup").resolve("backup.zip");
    boolean done = false;
    try {
      done = CompletableFuture.supplyAsync(() -> data.backup(file)).join();
      if (!done) {
        throw HttpProblem.notFound("What is published here lies elsewhere; back it up there.");
      }
      return file;
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException problem ? problem : e;
    } finally {
      if (!done) {
        discard(file);
      }
    }
  }

  private static void discard(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.delete(file.getParent());
  }
}
