"""Whose an actor is by the words of its phrase: "Kenya's Supreme Court", "judges in Paris"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.extract.actors.clusters import Cluster
from dragoman.extract.actors.descriptions import base_start, role_at
from dragoman.extract.actors.scene import Scene

_LONGEST = 6
_SURE = 0.8
_OWNS = frozenset({"of", "from", "at"})
_NAMED_KINDS = ("government", "organization", "company", "publication", "group", "other")
_TURNED = frozenset({"pro", "anti"})
_OWNER = frozenset({"’s", "'s", "’", "'"})


@dataclass(frozen=True, slots=True)
class Affiliation:
    """The state (ISO3) that an actor belongs to, and the PLOVER sector of the body that it belongs to."""

    state: str | None
    sector: str | None = None


def affiliation(scene: Scene, cluster: Cluster) -> Affiliation | None:
    """Return what the phrases for an actor say of its state; the first that says something counts.

    What stands before the noun outweighs what follows ("a Russian journalist in Kiev" is Russian), "of",
    "from" and "at" outweigh "in", and "in" tells nothing of those who come from elsewhere (envoys, troops).
    """
    for first, last, head, named in _phrases(scene, cluster):
        start = _with_owner(scene, min(first, base_start(scene, head)))
        found = _among(scene, start, first) or (None if named else _among(scene, first, head))
        if found is None and named and cluster.kind in _NAMED_KINDS:
            found = _in_name(scene, first, last)
        if found is None and not named:
            found = _named(scene, head, head + 1)  # the noun is a people: "displaced Georgians"
        found = found or _behind(scene, head, last)
        if found is not None:
            return found
    return None


def _phrases(scene: Scene, cluster: Cluster) -> Iterable[tuple[int, int, int, bool]]:
    """Yield (first, last, head, whether it is a name) of the actor's titles, names and noun phrases."""
    for description in cluster.described[:3]:
        if not description.former:
            yield description.first, description.last, description.head, False
    for mention in cluster.mentions[:3]:
        owned = mention.first >= 2 and scene.analysis.words[mention.first - 1].text in _OWNER
        if mention.form == "nominal" or (mention.form == "name" and (mention.label != "person" or owned)):
            yield mention.first, mention.last, mention.head, mention.form == "name"


def _with_owner(scene: Scene, first: int) -> int:
    """Take in an owner before a phrase, whatever the tree makes of it ("Fiji's military set up …")."""
    words, at = scene.analysis.words, first - 1
    while at > max(0, first - 4) and words[at].upos in ("ADJ", "NOUN", "PROPN"):
        at -= 1
    if at < 1 or words[at].text not in _OWNER or words[at].sentence != words[first].sentence:
        return first
    at -= 1
    while at and words[at - 1].sentence == words[at].sentence and _joins_up(words[at - 1].text):
        at -= 1
    return at


def _joins_up(text: str) -> bool:
    return text[:1].isupper() or text == "-"


def _among(scene: Scene, first: int, last: int) -> Affiliation | None:
    """What the words before a head name, from left to right, the longest name first."""
    index = first
    while index < last:
        for stop in range(min(last, index + _LONGEST), index, -1):
            found = _named(scene, index, stop)
            if found is not None:
                return found
        index += 1
    return None


def _in_name(scene: Scene, first: int, last: int) -> Affiliation | None:
    """The state in a body's own name: its country, its people, its region or city ("Bank of Ghana")."""
    words = range(first, last)
    states = (
        scene.knowledge.state_of(scene.text(i, i + n)) for n in (3, 2, 1) for i in words if i + n <= last
    )
    state = next((s for s in states if s), None)
    places = (_place(scene, i, i + n) for n in (3, 2, 1) for i in words if i + n <= last and n < last - first)
    state = state or next((s for s in places if s), None)
    return Affiliation(state) if state else None


def _behind(scene: Scene, head: int, last: int) -> Affiliation | None:
    """What a prepositional phrase behind a head tells: "of the", "from", "at" any, "in" for locals only."""
    words, late = scene.analysis.words, None
    tails = [c for c in scene.analysis.dependents[head] if c >= last and words[c].deprel.startswith("nmod")]
    for tail in [*tails, *_stray(scene, head, last)]:
        cases = {scene.lower(c) for c in scene.children(tail, "case")}
        owns = bool(cases & _OWNS) and not ("of" in cases and _loose(scene, head))
        near = any(scene.lexicon.isa(c, "local-preposition") for c in cases)
        if not owns and not (near and not scene.lexicon.isa(_noun(scene, head), "mobile")):
            continue
        joined = [c for c in scene.children(tail, "flat", "compound") if c > tail]
        found = _among(scene, base_start(scene, tail), max([tail, *joined]) + 1)
        if found is None and words[tail].upos in ("NOUN", "PROPN"):
            found = _behind(scene, tail, tail + 1)
        if found is not None and owns:
            return found
        late = late or found
    return late


def _stray(scene: Scene, head: int, last: int) -> list[int]:
    """A place right behind a subject that the tree gave to the verb ("Police in Nairobi tore down …")."""
    words = scene.analysis.words
    if last >= len(words) or words[last].upos != "ADP" or not words[head].deprel.startswith("nsubj"):
        return []
    tail = words[last].head
    return [tail] if last < tail < words[head].head else []


def _named(scene: Scene, first: int, last: int) -> Affiliation | None:
    """The state, or the body, that words ``[first, last)`` name as a whole."""
    words = scene.analysis.words
    if not words[first].text[:1].isupper() or _turned(scene, first, last):
        return None
    if words[first].upos == "DET" and all(w.text[:1].islower() for w in words[first + 1 : last]):
        return None  # "The foreign affairs spokesman" is no magazine's
    text = scene.text(first, last)
    based = text[: -len("-based")] if text.endswith("-based") else text
    state = scene.knowledge.state_of(based)
    if state is not None:
        return None if _subject_matter(scene, last - 1) else Affiliation(state)
    if place := _place(scene, first, last):
        return Affiliation(place)
    found = scene.knowledge.lookup(based, scene.article.published)
    if not found or found[0].confidence < _SURE or found[0].matched_as == "demonym":
        return None
    entity = found[0].entity
    if entity.kind == "person" and not (last < len(words) and words[last].text in _OWNER):
        return None
    if entity.state is None and entity.sector is None:
        return None
    return Affiliation(entity.state, None if entity.kind in ("state", "person") else entity.sector)


def _turned(scene: Scene, first: int, last: int) -> bool:
    """Say whether words tell a stance, a helper or a descent: "pro-Russian", "Saudi-led", "ethnic Serb"."""
    words = scene.analysis.words
    if first and scene.lower(first - 1) == "ethnic":
        return True
    if first >= 2 and scene.lower(first - 2) in _TURNED and words[first - 1].text == "-":
        return True
    joined = last + 1 < len(words) and words[last].text in ("-", "–")
    return joined and scene.lower(last + 1) != "based"


def _place(scene: Scene, first: int, last: int) -> str | None:
    """The state of a region or a city; a word that is also a role, a given name or common is none."""
    words = scene.analysis.words
    text = scene.text(first, last).removesuffix("-based")
    region = scene.knowledge.state_of_region(text)
    if region is not None:
        return region
    if any(words[i].upos not in ("PROPN", "ADP") for i in (first, last - 1)) and not text[:1].isupper():
        return None
    if last - first == 1 and (
        scene.lexicon.role(text) or scene.lexicon.isa(text, "not-city") or text.lower() in scene.lexicon.names
    ):
        return None
    return scene.knowledge.state_of_city(text)


def _noun(scene: Scene, head: int) -> str:
    role = role_at(scene, head)
    return role.noun if role is not None else scene.analysis.words[head].lemma.lower()


def _loose(scene: Scene, head: int) -> bool:
    """Say whether what follows a noun isn't whose it is: "critics of China", "victims of the Taliban"."""
    return scene.lexicon.isa(_noun(scene, head), "detached")


def _subject_matter(scene: Scene, index: int) -> bool:
    """Say whether a country is what somebody deals with: "an Iran expert", "the Syria envoy"."""
    word = scene.analysis.words[index]
    if word.deprel != "compound" or word.head <= index:
        return False
    return scene.lexicon.isa(_noun(scene, word.head), "subject-noun")
