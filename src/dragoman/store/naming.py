"""What an actor goes by: the key under which its findings are brought together before anybody resolves it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.names import block_of
from dragoman.records import Actor, Reading
from dragoman.store.folding import folded
from dragoman.store.ids import digest


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which a document writes a naming's name; ``block`` is where its likes are looked for."""

    id: int
    naming: int
    spelling: str
    folded: str
    kind: str
    state: str | None
    block: str | None


def naming_of(actor: Actor, document: str) -> int:
    """Return the naming of an actor of a document (its SHA-256).

    One with a ``ref`` goes by that; another by its kind and folded name. An anonymous one, or one that is
    made of others ("both leaders"), is alone in the world: its naming holds its document and its own id.
    """
    if actor.ref is not None:
        return digest("ref", actor.ref)
    name = folded(actor.name)
    if actor.anonymous or actor.members or not name:
        return digest("alone", document, actor.id)
    return digest("name", actor.kind, name)


def is_own(naming: int, kind: str, form: str) -> bool:
    """Say whether a naming is that of a folded name itself, and not of a reference or of an alias."""
    return digest("name", kind, form) == naming


def ref_naming(ref: str) -> int:
    """Return the naming of whoever has that ``ref``, such as ``wikidata:Q7747``."""
    return digest("ref", ref)


def spellings_of(reading: Reading) -> tuple[Spelling, ...]:
    """Return each spelling of each named actor once, in a fixed order."""
    found: dict[int, Spelling] = {}
    for actor in reading.actors:
        if actor.anonymous or actor.members:
            continue
        naming = naming_of(actor, reading.id)
        for name in (actor.name, *actor.aliases):
            form = folded(name)
            key = digest("spelling", str(naming), name)
            if form and key not in found:
                block = block_of(actor.kind, name)
                found[key] = Spelling(key, naming, name, form, actor.kind, actor.state, block)
    return tuple(found[key] for key in sorted(found))
