package org.entente.bench;

import org.apache.jena.fuseki.main.FusekiServer;

/** A Fuseki as it comes, with a configuration file; its own command wants another library for its log. */
public final class StockFuseki {

  private StockFuseki() {}

  /**
   * Runs until it is stopped.
   *
   * @param arguments port and configuration
   */
  public static void main(String[] arguments) {
    FusekiServer.create().port(Integer.parseInt(arguments[0])).loopback(true).parseConfigFile(arguments[1]).build()
        .start().join();
  }
}
