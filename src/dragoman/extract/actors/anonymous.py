"""Actors without a name: what kind they are, and when two phrases mean the same unnamed ones."""

from __future__ import annotations

from dragoman.extract.actors.affiliation import affiliation
from dragoman.extract.actors.clusters import Cluster
from dragoman.extract.actors.noun_phrases import Nominal
from dragoman.extract.actors.scene import Scene
from dragoman.records import ActorKind

_KIND: dict[str, ActorKind] = {
    "people": "group", "publication": "publication", "body": "organization", "party": "group",
    "country": "state", "document": "other",
}  # fmt: skip


def unnamed(scene: Scene, nominal: Nominal, label: str) -> Cluster:
    """Return a new actor that has only its description, with kind, state and anonymity from the noun."""
    cluster = Cluster(_kind(scene, nominal), plural=nominal.plural, state=nominal.state, label=label)
    role = nominal.role
    if role is not None:
        cluster.nouns.add(role.noun)
        cluster.gender = role.gender if not nominal.plural else None
        people = role.family in ("person", "people")
        unsaid = role.anonymous or nominal.plural or nominal.determiner in ("a", "one", "other", "")
        cluster.anonymous = (
            people and unsaid and (role.family == "people" or _unsaid(scene, nominal, role.anonymous))
        )
    elif cluster.kind in ("person", "group"):
        cluster.anonymous = True
    return cluster


def _unsaid(scene: Scene, nominal: Nominal, common: bool) -> bool:
    """Holders of offices that only so many can hold ("the president of Peru", "both kings") aren't hidden."""
    if common or nominal.determiner in ("a", "one", "other"):
        return True
    first = scene.lower(nominal.mention.first)
    counted = first == "both" or (nominal.determiner == "the" and nominal.restricted)
    return nominal.plural and not counted


def _kind(scene: Scene, nominal: Nominal) -> ActorKind:
    role = nominal.role
    if role is not None:
        if role.family == "person":
            return "group" if nominal.plural else "person"
        kind = _KIND[role.family]
        if nominal.plural and kind in ("organization", "state", "publication"):
            return "group"
        if role.noun in ("government", "administration", "cabinet", "regime", "ministry", "authority"):
            return "government"
        return "company" if role.noun in ("company", "firm", "corporation") else kind
    phrase = scene.text(nominal.mention.first, nominal.mention.last)
    known = scene.knowledge.sector_of_noun(phrase)
    if known:
        if known[1] == "person" and nominal.plural:
            return "group"
        return known[1]
    return "group" if nominal.plural else "other"


def same_unnamed(scene: Scene, nominal: Nominal, possessor: Cluster | None) -> tuple[str, ...] | None:
    """Return a key under which the same unnamed actor is met again, or None where each phrase is new.

    Plural phrases in the same words, and those of the same owner ("the paper's sources", "its sources"),
    are the same; singular ones with "a", "one" or "another" are always new.
    """
    if nominal.determiner in ("a", "one", "other"):
        return None
    head = nominal.role.noun if nominal.role else scene.analysis.words[nominal.mention.head].lemma.lower()
    number = "many" if nominal.plural else "one"
    if possessor is not None:
        before = _modifiers(scene, nominal)
        return (f"of {id(possessor)}", *before, head, number)
    whole = scene.analysis.subtree(nominal.mention.head) if nominal.restricted else ()
    words = [scene.lower(i) for i in range(nominal.mention.first, nominal.mention.last)]
    tail = [scene.lower(i) for i in whole if i >= nominal.mention.last][:8]
    return (*[w for w in words if w not in ("the", "those", "these", "this")], *tail, number)


def _modifiers(scene: Scene, nominal: Nominal) -> list[str]:
    words = scene.analysis.words
    return [
        scene.lower(c)
        for c in scene.analysis.dependents[nominal.mention.head]
        if c < nominal.mention.head and words[c].deprel in ("amod", "compound")
    ]


def state_of_owner(scene: Scene, nominal: Nominal, owner: Cluster | None) -> str | None:
    """Return the state of those who speak or act for a state or its body: "its spokeswoman", "its troops".

    None where the owner is a person ("his trade partner") or the noun says that they stand apart from it
    ("its critics", "its neighbours").
    """
    role = nominal.role
    if role is None or role.family not in ("person", "people") or owner is None:
        return None
    if owner.kind not in ("state", "government", "organization") or scene.lexicon.isa(role.noun, "detached"):
        return None
    if owner.state or owner.entity is not None:
        return owner.state or (owner.entity.state if owner.entity is not None else None)
    own = affiliation(scene, owner)
    return own.state if own is not None else None
