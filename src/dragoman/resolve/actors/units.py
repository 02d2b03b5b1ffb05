"""The least that is moved between actors: a name in all documents, in those of one state, or in one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.names import Parts, block_of, parts_of
from dragoman.names.blocks import content_words

_BODIES = frozenset(("organization", "company", "publication", "government", "group", "other"))


@dataclass(frozen=True, slots=True)
class Unit:
    """What the articles say of a name.

    ``key`` is the same in every run. ``names`` are the ways in which it is written, the name itself first;
    ``first`` and ``last`` the days of the first and the last article; ``documents`` how many there are.
    A bare surname is a unit of its own in every document, as it may mean others there: ``alone`` says so,
    and ``beside`` are the keys of the units in that document that it may be short for.
    """

    key: int
    names: tuple[str, ...]
    kind: str
    state: str | None = None
    ref: str | None = None
    sector: str | None = None
    roles: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None
    documents: int = 1
    alone: bool = False
    beside: frozenset[int] = frozenset()

    @property
    def name(self) -> str:
        """The name itself."""
        return self.names[0]

    @property
    def is_person(self) -> bool:
        """Say whether it is read as a person."""
        return self.kind == "person"

    @property
    def parts(self) -> Parts:
        """The name in parts, as a person's."""
        return parts_of(self.name)

    @property
    def is_bare(self) -> bool:
        """Say whether it is a single word that may be short for a longer name."""
        if self.ref is not None or self.kind in ("state", "company", "publication", "government"):
            return False
        if self.is_person:
            return self.parts.is_bare
        return len(content_words(self.name)) == 1 and (block_of(self.kind, self.name) or "").startswith("p:")

    @property
    def blocks(self) -> frozenset[str]:
        """The blocks in which it is looked for: all of its names' where a reference holds them together."""
        names = self.names if self.ref is not None else self.names[:1]
        return frozenset(block for name in names if (block := block_of(self.kind, name)) is not None)


def kinds_agree(one: Unit, other: Unit) -> bool:
    """Say whether two kinds can be those of one actor: persons are persons, bodies are often misread."""
    return one.kind == other.kind or (one.kind in _BODIES and other.kind in _BODIES)
