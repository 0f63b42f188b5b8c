package org.entente.publish.http;

import java.io.IOException;

/** Answers the requests under one part of the address space, inside a read transaction. */
@FunctionalInterface
public interface Route {

  Reply answer(Exchange exchange) throws IOException;
}
