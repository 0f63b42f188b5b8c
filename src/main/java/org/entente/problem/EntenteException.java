package org.entente.problem;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that went wrong and that a person can act on: what was being done, on which file, line or IRI, what was
 * found (the message), and what to try (the advice). Every exception of ours extends it; only the command line and
 * the server turn it into text, exit codes and HTTP statuses.
 */
public class EntenteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * @param message what happened and where, one line, no closing full stop needed
   * @param advice what the reader can do about it; empty when there is nothing to advise
   */
  public EntenteException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** As above, with the exception that was the cause; its text is shown only with {@code --debug}. */
  public EntenteException(String message, String advice, Throwable cause) {
    super(message, cause);
    this.advice = advice;
  }

  /** What happened and where. */
  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), "");
  }

  /** What the reader can do about it. */
  public Optional<String> advice() {
    return advice.isBlank() ? Optional.empty() : Optional.of(advice);
  }
}
