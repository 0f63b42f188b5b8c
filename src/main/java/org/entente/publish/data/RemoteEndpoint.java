package org.entente.publish.data;

import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QuerySendMode;

/**
 * A SPARQL 1.1 endpoint elsewhere. Queries are posted to it whole, as forms; its failures come back in words, a query
 * that takes too long as one that was cancelled.
 */
record RemoteEndpoint(String address) {

  /** The query, to be executed and closed by the caller. */
  QueryExec execution(Query query, Duration timeout) {
    return QueryExecHTTP.service(address).query(query)
        // Virtuoso 7.2 never answers a query that is posted bare.
        .sendMode(QuerySendMode.asPostForm)
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .build();
  }

  /** Its host: the address may carry a user's name and password. */
  String name() {
    return "the SPARQL endpoint at " + URI.create(address).getHost();
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
    return e instanceof HttpException || e instanceof QueryException
        ? new RemoteException(where + " did not answer: " + firstLine(e), e)
        : new RemoteException(where + " gave an answer that cannot be read: " + firstLine(e), e);
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
