"""The tables of memberships: roles, orders of words, verbs; read once from ``data``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal, cast

from dragoman.records import MemberRole


@dataclass(frozen=True)
class Order:
    """One order of words of orders.tsv and how sure it is."""

    confidence: float
    role: MemberRole | Literal["none"] | None
    """What the whole tells; None where its noun says it, "none" where it is no membership."""
    parts: tuple[str, ...]

    @cached_property
    def literals(self) -> tuple[frozenset[str], ...]:
        """For each word that must be there its alternatives."""
        words = [p for p in self.parts if p != "~" and p.upper() != p and not p.endswith("?")]
        allied = [name.lower() for name in ("ALLY", "ALLIES") if name in self.parts]
        return tuple(frozenset(word.split("|")) for word in (*allied, *words))

    @cached_property
    def needs_role(self) -> bool:
        """Whether a noun of a role must be there."""
        return bool({"ONE", "MANY", "ROLE"} & set(self.parts))


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of verbs.tsv: its particles, where member and organization stand, the role it gives."""

    particles: tuple[str, ...]
    member: str
    places: frozenset[str]
    role: MemberRole
    confidence: float
    bare: bool
    """Whether it tells of the organization told of before where none stands at it."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables; role nouns by their text in lower case."""

    singular: Mapping[str, MemberRole]
    plural: Mapping[str, MemberRole]
    followers: frozenset[str]
    nouns: Mapping[str, frozenset[str]]
    """Further classes of nouns: ally, allies, membership, application, and those of nouns.tsv."""
    orders: tuple[Order, ...]
    verbs: Mapping[str, tuple[Verb, ...]]
    beside: tuple[tuple[str, ...], ...]
    """Words behind which those stand who belong too: "along with"."""
    openers: tuple[tuple[str, ...], ...]
    """Words that open a list of those meant before: "among them"."""
    called: Mapping[str, frozenset[str]]
    """What an organization is also called → the names, in lower case, of those that are called so."""

    def isa(self, lemma: str, name: str) -> bool:
        """Say whether a lemma belongs to a class."""
        return lemma.lower() in self.nouns[name]


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("dragoman.extract.memberships") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _order(sure: str, role: str, order: str) -> Order:
    told = None if role == "-" else cast("MemberRole | Literal['none']", role)
    return Order(float(sure), told, tuple(order.split()))


def _verbs() -> dict[str, tuple[Verb, ...]]:
    found: dict[str, list[Verb]] = {}
    for words, member, places, role, confidence, bare in _rows("verbs.tsv"):
        for word in words.split():
            lemma, *particles = word.split("_")
            use = Verb(
                tuple(particles), member, frozenset(places.split()), cast(MemberRole, role),
                float(confidence), bare == "yes",
            )  # fmt: skip
            found.setdefault(lemma, []).append(use)
    return {lemma: tuple(uses) for lemma, uses in found.items()}


@cache
def lexicon() -> Lexicon:
    """Return the tables that travel with the package."""
    singular: dict[str, MemberRole] = {}
    plural: dict[str, MemberRole] = {}
    followers: set[str] = set()
    nouns: dict[str, frozenset[str]] = {}
    for role, one, many in _rows("roles.tsv"):
        if role in ("member", "observer", "candidate", "former"):
            singular.update(dict.fromkeys(one.split(), cast(MemberRole, role)))
            plural.update(dict.fromkeys(many.split(), cast(MemberRole, role)))
        elif role == "follower":
            followers.update(one.split(), many.split())
        else:
            nouns[role] = frozenset({*one.split(), *many.split()})
    nouns.update((name, frozenset(lemmas.split())) for name, lemmas in _rows("nouns.tsv"))
    orders = tuple(_order(*row) for row in _rows("orders.tsv"))
    called = {noun: frozenset(names.lower().split("; ")) for noun, names in _rows("called.tsv")}
    beside, openers = (
        tuple(tuple(phrase.split("_")) for phrase in sorted(nouns[name])) for name in ("beside", "openers")
    )
    return Lexicon(singular, plural, frozenset(followers), nouns, orders, _verbs(), beside, openers, called)
