"""Who a noun phrase stands for: "the Venezuelan leader", "this source", "the publication", "the experts"."""

from __future__ import annotations

from dragoman.extract.actors.clusters import Cluster
from dragoman.extract.actors.in_mind import distinct, last_speaker, only_one, quoted_apart, said_here
from dragoman.extract.actors.lexicon import RoleNoun
from dragoman.extract.actors.noun_phrases import Nominal
from dragoman.extract.actors.past import Past
from dragoman.extract.actors.scene import Scene


def resolve_nominal(scene: Scene, past: Past, nominal: Nominal, needed: bool) -> Cluster | None:
    """Return the earlier actor that the phrase takes up, or None where it can't be known.

    ``needed`` is False for phrases that nobody asked for: only the plainest answers are given then.
    """
    role = nominal.role
    if role is None:
        return _engine(scene, past, nominal) if needed and nominal.definite else None
    if role.family in ("party", "country") and not nominal.plural:
        return None
    if nominal.determiner in ("a", "one", "other", "poss"):
        return None
    if nominal.state and role.family == "person" and not nominal.plural:
        return None if nominal.determiner == "" else _of_state(scene, past, nominal, role)
    if not nominal.definite or (nominal.state and role.family != "publication"):
        return None
    if nominal.restricted and nominal.determiner != "this":
        return _same_words(scene, past, nominal)
    found = _taken_up(scene, past, nominal, role)
    if found is not None or not needed:
        return found
    return _engine(scene, past, nominal) or only_one(scene, past, nominal, role)


def _of_state(scene: Scene, past: Past, nominal: Nominal, role: RoleNoun) -> Cluster | None:
    """ "the Venezuelan leader": one whom the article or the tables call that, of that state."""
    wide: Cluster | None = None
    for _, cluster in past.before(nominal.mention.first):
        if cluster.kind != "person" or cluster.plural or _state(cluster) != nominal.state:
            continue
        if _called(scene, cluster, role) and distinct(scene, cluster, nominal):
            if role.noun in cluster.nouns:
                return cluster
            wide = wide or cluster
    return wide


def _state(cluster: Cluster) -> str | None:
    return cluster.state or (cluster.entity.state if cluster.entity else None)


def _called(scene: Scene, cluster: Cluster, role: RoleNoun) -> bool:
    """Say whether the noun fits what the article says of someone, or the office that the tables know."""
    for noun in cluster.nouns:
        known = scene.lexicon.role(noun)
        if known and role.suits(known):
            return True
    return _in_office(scene, cluster, role)


def _in_office(scene: Scene, cluster: Cluster, role: RoleNoun) -> bool:
    """Say whether the tables know someone, on the article's day, in an office that the noun stands for."""
    if cluster.entity is None:
        return False
    offices = set(scene.knowledge.offices_of_noun(role.noun))
    if not offices:
        return False
    held = scene.knowledge.tenures(cluster.entity.key, scene.article.published)
    return any(tenure.office in offices for tenure in held)


def _taken_up(scene: Scene, past: Past, nominal: Nominal, role: RoleNoun) -> Cluster | None:
    """The nearest earlier actor that the noun fits; one already called by that very noun goes first."""
    at = nominal.mention.first
    if role.family == "publication" and nominal.plural is False:
        return _publication(scene, past, nominal, role)
    fits: Cluster | None = None
    named: Cluster | None = None
    gone: Cluster | None = None
    words, sentences = scene.analysis.words, scene.analysis.sentences
    paragraph = sentences[words[at].sentence].paragraph
    for mention, cluster in past.before(at):
        away = sentences[words[mention.head].sentence].paragraph != paragraph
        if away and fits is not None and _in_office(scene, fits, role):
            break
        if cluster.plural != nominal.plural or not _kin(cluster, role) or quoted_apart(scene, mention, at):
            continue
        if said_here(scene, mention, nominal):
            continue
        if nominal.state and _state(cluster) not in (None, nominal.state):
            continue
        if role.noun in cluster.nouns and distinct(scene, cluster, nominal):
            if _is_gone(scene, cluster):
                gone = gone or cluster
                continue
            named = named or cluster
            break
        if fits is None and _called(scene, cluster, role) and distinct(scene, cluster, nominal):
            fits = cluster
    if role.noun in ("source", "interlocutor") and named is None and not nominal.plural:
        fits = fits or last_speaker(past, at, role)
    return named or gone or fits


def _is_gone(scene: Scene, cluster: Cluster) -> bool:
    """Say whether an unnamed one was brought in as former or late: whoever holds the office goes before."""
    if cluster.named or not cluster.mentions:
        return False
    first = cluster.mentions[0]
    return any(scene.lexicon.isa(scene.lower(i), "former") for i in range(first.first, first.last))


def _kin(cluster: Cluster, role: RoleNoun) -> bool:
    if role.family == "person":
        return cluster.kind == ("group" if cluster.plural else "person")
    if role.family == "people":
        return cluster.kind == "group"
    return cluster.kind not in ("person", "group")


def _publication(scene: Scene, past: Past, nominal: Nominal, role: RoleNoun) -> Cluster | None:
    for _, cluster in past.before(nominal.mention.first):
        fits = not nominal.state or _state(cluster) in (None, nominal.state)
        if cluster.kind == "publication" and not cluster.plural and fits:
            return cluster
    return None


def _same_words(scene: Scene, past: Past, nominal: Nominal) -> Cluster | None:
    """ "the head of the committee": one described with the same noun and the same complement."""
    words = scene.analysis.words
    wanted = {
        words[i].lemma.lower()
        for c in scene.children(nominal.mention.head, "nmod")
        for i in scene.analysis.subtree(c)
        if words[i].upos in ("NOUN", "PROPN", "ADJ") and scene.speech[i] == scene.speech[nominal.mention.head]
    }
    if not wanted:
        return None
    noun = nominal.role.noun if nominal.role else ""
    for _, cluster in past.before(nominal.mention.first):
        if noun in cluster.nouns:
            said = {words[i].lemma.lower() for d in cluster.described for i in range(d.first, d.last)}
            if wanted <= said:
                return cluster
    return None


def _engine(scene: Scene, past: Past, nominal: Nominal) -> Cluster | None:
    """The engine's antecedent, where it is surer of it than of anything else and the kinds agree."""
    for candidate in scene.analysis.antecedents.get(nominal.mention.head, ()):
        if candidate.probability < 0.5:
            return None
        if candidate.word is None:
            return None
        cluster = past.of_word.get(candidate.word)
        if cluster is not None and candidate.word < nominal.mention.first:
            same_number = cluster.plural == nominal.plural
            role = nominal.role
            if same_number and (role is None or (_kin(cluster, role) and not _at_odds(scene, cluster, role))):
                return cluster
    return None


def _at_odds(scene: Scene, cluster: Cluster, role: RoleNoun) -> bool:
    """Say whether an actor without a name is only known for what the noun isn't."""
    if cluster.named or cluster.entity is not None:
        return False
    known = [r for noun in cluster.nouns if (r := scene.lexicon.role(noun))]
    return bool(known) and not any(role.suits(r) for r in known)
