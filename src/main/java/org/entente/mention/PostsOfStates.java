package org.entente.mention;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.actor.Offices.Link;
import org.entente.mention.Mention.ActorMention;

/**
 * Which posts an article's offices are once it is known whose they are: "the Minister" of a government's release is that
 * state's, the one of whom the article speaks by a longer title where there is one. An office of nobody known is no post
 * at all.
 */
public final class PostsOfStates {

  private final Gazetteer gazetteer;
  private final List<Actor> posts;

  /** @param article all that it has, before its references were resolved */
  public PostsOfStates(Gazetteer gazetteer, Collection<AnnotatedSentence> article) {
    this.gazetteer = gazetteer;
    this.posts = article.stream().flatMap(sentence -> sentence.actors().stream())
        .filter(mention -> !isOfBody(mention)).flatMap(mention -> mention.actors().stream())
        .filter(actor -> actor.type() == Actor.Type.POST).distinct().toList();
  }

  /** The sentence with each office as its state's post; references must be resolved before. */
  public AnnotatedSentence in(AnnotatedSentence sentence) {
    return sentence.with(sentence.actors().stream().map(this::owned).toList());
  }

  private ActorMention owned(ActorMention mention) {
    List<Actor> actors = mention.actors().stream()
        .flatMap(actor -> actor.type() == Actor.Type.POST && actor.state().isEmpty() && !isOfBody(mention)
            ? post(actor, mention.states()) : Stream.of(actor))
        .distinct().toList();
    return new ActorMention(mention.span(), actors, mention.sense(), mention.states());
  }

  private static boolean isOfBody(ActorMention mention) {
    return mention.actors().stream().anyMatch(actor -> actor.type() == Actor.Type.INSTITUTION);
  }

  private Stream<Actor> post(Actor office, List<String> states) {
    if (states.size() != 1) {
      return gazetteer.bySlug(Actor.Type.POST, office.slug()).stream();
    }
    Optional<Actor> state = gazetteer.state(states.getFirst());
    Set<Actor> fuller = posts.stream().filter(post -> isFuller(post, office))
        .filter(post -> post.state().isEmpty() || post.state().equals(state.flatMap(Actor::state)))
        .map(post -> gazetteer.post(post.name(), state)).collect(Collectors.toSet());
    return fuller.size() == 1 ? fuller.stream() : Stream.of(gazetteer.post(office.name(), state));
  }

  /** "Minister of Trade" is fuller than "Minister", and "Minister of Botswana" is not. */
  private boolean isFuller(Actor post, Actor office) {
    String of = gazetteer.offices().joined(Link.OWNER);
    String own = post.state().flatMap(gazetteer::state)
        .map(state -> gazetteer.post(office.name(), Optional.of(state)).name()).orElse("");
    return post.name().startsWith(office.name() + of) && !post.name().equals(own);
  }
}
