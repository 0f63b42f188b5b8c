package org.entente.publish.server;

import java.io.IOException;

/** Answers the requests under one part of the address space, inside a read transaction. */
@FunctionalInterface
interface Route {

  Reply answer(Exchange exchange) throws IOException;
}
