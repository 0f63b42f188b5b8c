package org.entente.undertaking;

import org.entente.actor.Actor;

/** An actor in a role. */
public record Party(Actor actor, Role role) {}
