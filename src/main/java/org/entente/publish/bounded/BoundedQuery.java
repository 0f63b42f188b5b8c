package org.entente.publish.bounded;

import java.util.function.Predicate;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.SystemTDB;

/** Makes a query over our own graphs ready to run under a watch. */
public final class BoundedQuery {

  private BoundedQuery() {}

  /**
   * An execution that stops when the watch says so, and calls nothing outside.
   *
   * @param graphs in memory or in TDB2
   */
  public static QueryExec over(DatasetGraph graphs, Query query, QueryWatch watch) {
    return over(graphs, query, watch, new ServiceExecutorRegistry());
  }

  /**
   * As above, but it may call what the services let it.
   *
   * @param services each is asked in turn; where none takes a call, it fails
   */
  public static QueryExec over(DatasetGraph graphs, Query query, QueryWatch watch, ServiceExecutorRegistry services) {
    boolean few = Branches.areFew(query);
    return QueryExec.dataset(graphs).query(query)
        .set(ARQ.httpServiceAllowed, false)
        .set(ARQConstants.registryServiceExecutors, services)
        .set(ARQConstants.symCancelQuery, watch.flag())
        .set(SystemTDB.symTupleFilter, everyTuple(watch))
        .set(ARQConstants.sysOpExecutorFactory, BoundedExecutor.factory(watch))
        // Functions of the engine's own in the place of properties; some join texts or split them without bounds.
        .set(ARQ.propertyFunctions, false)
        // Evaluated while the query is being planned, where no watch is looked at.
        .set(ARQ.optExprConstantFolding, false)
        // Every member of a list of values becomes a branch of the plan, in each branch of the lists around it.
        .set(ARQ.optFilterExpandOneOf, few)
        .set(ARQ.optFilterDisjunction, few)
        .build();
  }

  /** Every statement that TDB2 looks at is a step, those that lead to no row too. */
  private static Predicate<Tuple<NodeId>> everyTuple(QueryWatch watch) {
    return tuple -> {
      watch.step();
      return true;
    };
  }
}
