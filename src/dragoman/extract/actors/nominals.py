"""Who a noun phrase stands for: "the Venezuelan leader", "this source", "the publication", "the experts"."""

from __future__ import annotations

from dragoman.extract.actors.clusters import Cluster
from dragoman.extract.actors.lexicon import RoleNoun
from dragoman.extract.actors.noun_phrases import Nominal
from dragoman.extract.actors.past import Past
from dragoman.extract.actors.scene import Mention, Scene

_NEW = 0.97
"""How sure the engine must be that "the analyst" is somebody new, not who has just spoken."""


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
    return _engine(scene, past, nominal) or _only_one(scene, past, nominal, role)


def _of_state(scene: Scene, past: Past, nominal: Nominal, role: RoleNoun) -> Cluster | None:
    """ "the Venezuelan leader": one whom the article or the tables call that, of that state."""
    wide: Cluster | None = None
    for _, cluster in past.before(nominal.mention.first):
        if cluster.kind != "person" or cluster.plural or _state(cluster) != nominal.state:
            continue
        if _called(scene, cluster, role) and _distinct(scene, cluster, nominal):
            if role.noun in cluster.nouns:
                return cluster
            wide = wide or cluster
    return wide


def _distinct(scene: Scene, cluster: Cluster, nominal: Nominal, guess: bool = False) -> bool:
    """Say whether what stands before the noun speaks for this one.

    A "former" or "deputy" one is not the one in office; "the Harbour County sheriff" must be known for the
    place, from the article or the tables (with ``guess``, one of whom neither says a thing will do).
    """
    before = range(nominal.mention.first, nominal.mention.head)
    marks = {scene.lower(i) for i in before} & {"former", "ex", "deputy", "vice", "first"}
    names = {scene.lower(i) for i in before if _place_name(scene, i)}
    party = {scene.lower(i) for i in before if scene.lexicon.isa(scene.lower(i), "party-word")}
    if not marks and not names and not party:
        return True
    said = {scene.lower(i) for d in cluster.described for i in range(d.first, d.last)}
    if cluster.entity is not None and (names - said or party):
        held = scene.knowledge.tenures(cluster.entity.key, scene.article.published)
        said |= {word.lower() for tenure in held for word in tenure.title.split()}
    theirs = {word for word in said if scene.lexicon.isa(word, "party-word")}
    if party and theirs and not party & theirs:
        return False
    return marks <= said and (names <= said or (guess and not said))


def _place_name(scene: Scene, index: int) -> bool:
    word = scene.analysis.words[index]
    if word.upos != "PROPN" or word.text.isupper() or not word.text[:1].isupper():
        return False
    return scene.lexicon.role(word.text) is None and scene.knowledge.state_of(word.text) is None


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
    words, sentences = scene.analysis.words, scene.analysis.sentences
    paragraph = sentences[words[at].sentence].paragraph
    for mention, cluster in past.before(at):
        away = sentences[words[mention.head].sentence].paragraph != paragraph
        if away and fits is not None and _in_office(scene, fits, role):
            break
        if cluster.plural != nominal.plural or not _kin(cluster, role) or _spoken(scene, mention, at):
            continue
        if _said_here(scene, mention, nominal):
            continue
        if nominal.state and _state(cluster) not in (None, nominal.state):
            continue
        if role.noun in cluster.nouns and _distinct(scene, cluster, nominal):
            named = named or cluster
            break
        if fits is None and _called(scene, cluster, role) and _distinct(scene, cluster, nominal):
            fits = cluster
    if role.noun in ("source", "interlocutor") and named is None and not nominal.plural:
        fits = fits or _last_speaker(past, at, role)
    return named or fits


def _spoken(scene: Scene, mention: Mention, at: int) -> bool:
    """Say whether a mention stands inside a quotation that the later phrase is not part of."""
    inside = scene.speech[mention.head]
    return inside is not None and inside != scene.speech[at] and scene.drafts[inside].form == "direct"


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


def _last_speaker(past: Past, at: int, role: RoleNoun) -> Cluster | None:
    for _, cluster in past.speakers(at, 6):
        fits = role.gender is None or cluster.gender in (None, role.gender)
        person = cluster.kind == "person" or (cluster.kind == "other" and cluster.named)
        if person and not cluster.plural and fits:
            return cluster
    return None


def _only_one(scene: Scene, past: Past, nominal: Nominal, role: RoleNoun) -> Cluster | None:
    """ "the real estate mogul": the one person in mind, if nothing said of him speaks against it.

    He must have spoken last, two sentences back at most, with nobody else named since outside quotations.
    """
    if role.family != "person" or nominal.plural or nominal.determiner not in ("the", "this"):
        return None
    if any(
        a.word is None and a.probability >= (_NEW if role.anonymous else 0.5)
        for a in scene.analysis.antecedents.get(nominal.mention.head, ())
    ):
        return None
    at = nominal.mention.first
    near = _in_mind(scene, past, nominal)
    speaker = next(iter(near.values())) if len(near) == 1 else None
    if speaker is None or not speaker.named:
        return None
    if id(speaker) not in _leading(scene, past, at) and speaker is not _last_speaker(past, at, role):
        return None
    if not _distinct(scene, speaker, nominal, guess=True):
        return None
    known = [r for n in speaker.nouns if (r := scene.lexicon.role(n))]
    if scene.lexicon.isa(role.noun, "loose-noun"):
        return speaker
    return None if any(r.family == "person" and not r.suits(role) for r in known) else speaker


def _in_mind(scene: Scene, past: Past, nominal: Nominal) -> dict[int, Cluster]:
    """The persons named outside quotations in the paragraph so far; if none, in the two sentences before."""
    words, sentences, at = scene.analysis.words, scene.analysis.sentences, nominal.mention.first
    paragraph, near, own = sentences[words[at].sentence].paragraph, {}, {}
    for mention, cluster in past.before(at, 40):
        gap = words[at].sentence - words[mention.head].sentence
        if cluster.kind != "person" or cluster.plural or _said_here(scene, mention, nominal):
            continue
        if _spoken(scene, mention, at):
            continue
        if sentences[words[mention.head].sentence].paragraph == paragraph:
            own[id(cluster)] = cluster
        elif gap <= 2:
            near[id(cluster)] = cluster
    return own or near


def _said_here(scene: Scene, mention: Mention, nominal: Nominal) -> bool:
    """Say whether a mention stands in what the phrase itself is the source of."""
    start, head = scene.analysis.words[mention.head].start, scene.analysis.words[nominal.mention.head]
    return any(
        piece.start <= start < piece.end
        for draft in scene.drafts
        if draft.source is not None and draft.source.start <= head.start < draft.source.end
        for piece in draft.content
    )


def _leading(scene: Scene, past: Past, at: int) -> set[int]:
    """The actors that are the subjects of the sentence before."""
    words = scene.analysis.words
    return {
        id(cluster)
        for mention, cluster in past.before(at, 40)
        if words[at].sentence - words[mention.head].sentence == 1
        and words[mention.head].deprel.startswith("nsubj")
    }


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
    """Say whether an actor without a name is only known for what the noun isn't: a pope is no leader of Iran."""
    if cluster.named or cluster.entity is not None:
        return False
    known = [r for noun in cluster.nouns if (r := scene.lexicon.role(noun))]
    return bool(known) and not any(role.suits(r) for r in known)
