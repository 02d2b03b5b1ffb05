"""Clusters: names of one article that belong to one actor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from anyascii import anyascii
from rapidfuzz.distance import OSA

from dragoman.extract.actors.lexicon import Gender
from dragoman.extract.actors.scene import Description, Mention, Scene
from dragoman.knowledge.records import Entity
from dragoman.records import ActorKind

_PARTS = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


@dataclass(slots=True, eq=False)
class Cluster:
    """One actor in the making. It grows while the article is read, so it alone is mutable here."""

    kind: ActorKind
    mentions: list[Mention] = field(default_factory=list)
    keys: set[tuple[str, ...]] = field(default_factory=set)
    """Folded name forms; empty for an actor that is never named."""
    described: list[Description] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    """Role nouns that the article used for it."""
    gender: Gender | None = None
    plural: bool = False
    anonymous: bool = False
    state: str | None = None
    entity: Entity | None = None
    members: list[Cluster] = field(default_factory=list)
    seat: bool = False
    """A state that is called by the seat of its government."""
    label: str = ""
    """A name for one who has none: the phrase."""

    @property
    def named(self) -> bool:
        """Say whether the article gives it a name."""
        return bool(self.keys)

    def add(self, mention: Mention) -> None:
        """Take in a mention with what it says of the actor."""
        self.mentions.append(mention)
        self.gender = self.gender or mention.gender
        for description in mention.descriptions:
            self.described.append(description)
            self.nouns.add(description.noun)
            if description.state and not self.state:
                self.state = description.state


def fold(text: str) -> tuple[str, ...]:
    """Return a name's words in plain lower-case ASCII, without articles, dots and possessives.

    >>> fold("the Élysée")
    ('elysee',)
    """
    plain = anyascii(text).lower().replace(".", "").replace("'s", "")
    words = tuple(_PARTS.findall(plain))
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def close(one: str, other: str) -> bool:
    """Say whether two words may be spellings of one name: a letter or two apart, the same first letter."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < 5 or one[0] != other[0]:
        return False
    limit = 2 if shorter >= 8 else 1
    return int(OSA.distance(one, other, score_cutoff=limit)) <= limit


def person_key(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return the words of a person's name that tell persons apart: no particles, honorifics, suffixes."""
    lexicon = scene.lexicon
    words = fold(scene.text(mention.first, mention.last))
    kept = tuple(w for w in words if not any(lexicon.isa(w, k) for k in ("particle", "suffix", "honorific")))
    return kept or words


def agree(cluster: Cluster, mention: Mention) -> bool:
    """Say whether a mention's gender, where both are known, speaks for the same person."""
    return cluster.kind == "person" and not (
        cluster.gender and mention.gender and cluster.gender != mention.gender
    )


def is_double(scene: Scene, mention: Mention) -> bool:
    """Say whether a name is one word with a hyphen, which may be a surname alone ("Traoré-Keita")."""
    text = scene.text(mention.first, mention.last)
    return "-" in text and not any(char.isspace() for char in text)


def double_bearer(
    known: Iterable[tuple[tuple[str, ...], Cluster]], key: tuple[str, ...], mention: Mention
) -> Cluster | None:
    """Return the one person of ``known`` whose full name ends with ``key``, a surname of two parts."""
    same = {id(c): c for k, c in known if len(k) > len(key) and k[-len(key) :] == key and agree(c, mention)}
    return next(iter(same.values())) if len(same) == 1 else None


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two full names (two words or more) can be one person's."""
    if one == other:
        return True
    if not close(one[-1], other[-1]):
        return False
    first, second = one[0], other[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0] and one[-1] == other[-1]
    return first == second or (one[-1] == other[-1] and close(first, second))


def short_form(short: tuple[str, ...], long: tuple[str, ...], scene: Scene) -> bool:
    """Say whether a body's name is shortened from a longer one ("the Journal", "Rosatom", "UNSC")."""
    if len(short) >= len(long):
        return False
    if long[-len(short) :] == short and long[-len(short) - 1] not in ("of", "for", "in", "at"):
        return True
    generic = all(
        scene.lexicon.isa(w, "company") or scene.lexicon.isa(w, "body-word") or scene.knowledge.state_of(w)
        for w in long[len(short) :]
    )
    if long[: len(short)] == short and (generic or scene.lexicon.isa(long[-1], "company")):
        return True
    return is_acronym(short, long)


def is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether ``short`` is one word made of the initials of ``long``."""
    return len(short) == 1 and short[0] in initials(long)


def initials(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return the abbreviations that a name's initials make, with and without its small words."""
    if len(name) < 2:
        return ()
    strong = [w for w in name if w not in ("of", "the", "and", "for", "on", "in")]
    made = ("".join(w[0] for w in strong), "".join(w[0] for w in name))
    return tuple(short for short in dict.fromkeys(made) if len(short) > 1)
