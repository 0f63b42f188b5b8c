package org.entente.publish.http;

import java.util.List;
import java.util.Optional;

/** The form that the end of an address asks for: {@code pakistan.ttl}. */
public final class Suffix {

  private Suffix() {}

  public static Optional<Form> of(String name, List<Form> forms) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? Optional.empty()
        : forms.stream().filter(form -> form.name().equals(name.substring(dot + 1))).findFirst();
  }

  public static String without(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }
}
