package org.entente.publish.data;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.http.HttpEnv;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.entente.problem.Secrets;

/**
 * A SPARQL 1.1 endpoint elsewhere. Queries are posted to it whole, as forms; its failures come back in words, a query
 * that takes too long as one that was cancelled.
 */
record RemoteEndpoint(String address) {

  private static final HttpClient CLIENT = new PunctualClient(HttpEnv.getDftHttpClient());

  /** The query, to be executed and closed by the caller. */
  QueryExec execution(Query query, Duration timeout) {
    return QueryExecHTTP.service(address).query(query)
        .httpClient(CLIENT)
        // Virtuoso 7.2 never answers a query that is posted bare.
        .sendMode(QuerySendMode.asPostForm)
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .build();
  }

  /** Its host alone: readers of a site are not told more of what is behind it. */
  String name() {
    return "the SPARQL endpoint at " + URI.create(Secrets.hidden(address)).getRawAuthority().replaceFirst(":\\d*$", "");
  }

  /** What to throw for a failure of the endpoint's. */
  RuntimeException failure(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpTimeoutException) {
        return new QueryCancelledException(e);
      }
    }
    if (e instanceof QueryCancelledException || e instanceof RemoteException) {
      return e;
    }
    String where = name();
    return e instanceof HttpException || e instanceof QueryExceptionHTTP
        ? new RemoteException(where + " did not answer: " + firstLine(e), e)
        : new RemoteException(where + " gave an answer that cannot be read: " + firstLine(e), e);
  }

  /** Jena's reasons hold the whole address. */
  private String firstLine(RuntimeException e) {
    return Secrets.hidden(String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"));
  }
}
