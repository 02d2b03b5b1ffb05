"""Whom a description takes up that nothing said before fits: the one person in mind, if there is just one."""

from __future__ import annotations

from dragoman.extract.actors.clusters import Cluster
from dragoman.extract.actors.lexicon import RoleNoun
from dragoman.extract.actors.noun_phrases import Nominal
from dragoman.extract.actors.past import Past
from dragoman.extract.actors.scene import Mention, Scene

_NEW = 0.97
"""How sure the engine must be that "the analyst" is somebody new, not who has just spoken."""


def only_one(scene: Scene, past: Past, nominal: Nominal, role: RoleNoun) -> Cluster | None:
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
    if id(speaker) not in _leading(scene, past, at) and speaker is not last_speaker(past, at, role):
        return None
    if not distinct(scene, speaker, nominal, guess=True):
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
        if cluster.kind != "person" or cluster.plural or said_here(scene, mention, nominal):
            continue
        if quoted_apart(scene, mention, at):
            continue
        if sentences[words[mention.head].sentence].paragraph == paragraph:
            own[id(cluster)] = cluster
        elif gap <= 2:
            near[id(cluster)] = cluster
    return own or near


def said_here(scene: Scene, mention: Mention, nominal: Nominal) -> bool:
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


def last_speaker(past: Past, at: int, role: RoleNoun) -> Cluster | None:
    """Return the single person who spoke last before a word and whose gender the noun allows."""
    for _, cluster in past.speakers(at, 6):
        fits = role.gender is None or cluster.gender in (None, role.gender)
        person = cluster.kind == "person" or (cluster.kind == "other" and cluster.named)
        if person and not cluster.plural and fits:
            return cluster
    return None


def quoted_apart(scene: Scene, mention: Mention, at: int) -> bool:
    """Say whether a mention stands inside a quotation that the later phrase is not part of."""
    inside = scene.speech[mention.head]
    return inside is not None and inside != scene.speech[at] and scene.drafts[inside].form == "direct"


def distinct(scene: Scene, cluster: Cluster, nominal: Nominal, guess: bool = False) -> bool:
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
