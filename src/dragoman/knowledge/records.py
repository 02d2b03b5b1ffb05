"""What the knowledge tables hold: entities, the offices they held, candidates for a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.records import ActorKind

MatchedAs = Literal["name", "alias", "surname", "demonym", "capital", "seat", "abbreviation", "spelling"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, state, body, company or outlet that the tables know.

    ``key`` is ``wikidata:Q…`` where the item is known for certain, else ``dragoman:…``. ``state`` is an
    ISO 3166-1 alpha-3 code, ``sector`` a PLOVER actor sector code; each is None where there is none.
    """

    key: str
    name: str
    kind: ActorKind
    state: str | None
    sector: str | None
    aliases: tuple[str, ...] = ()

    @property
    def ref(self) -> str | None:
        """The link to the outside world, None where no Wikidata item is known."""
        return self.key if self.key.startswith("wikidata:") else None


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that an entity held from ``start`` to ``end`` (None: unknown or still in office).

    ``office`` is an office key ("president", "foreign minister"); ``organization_or_state`` an ISO 3166-1
    alpha-3 code, or the key of the organization that the office belongs to; ``title`` is for display.
    Dates are inclusive at the start and exclusive at the end; most are right to the month.
    """

    holder: str
    office: str
    organization_or_state: str
    title: str
    start: date | None
    end: date | None
    sector: str

    def covers(self, on: date) -> bool:
        """Say whether the office was held on that day."""
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a surface form may name, how it matched, and how sure that is (0 to 1)."""

    entity: Entity
    matched_as: MatchedAs
    confidence: float


Pole = Literal["for", "against"]


@dataclass(frozen=True, slots=True)
class Proposition:
    """A sentence that one can be for or against, with the phrases that show either pole.

    ``label`` is the sentence. Each member of ``phrases`` is one way of naming what that pole wants
    ("Assad's exit"), each member of ``parties`` a phrase for somebody whose supporters stand at that pole.
    """

    id: str
    label: str
    phrases: Mapping[Pole, tuple[tuple[str, ...], ...]]
    parties: Mapping[Pole, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Issue:
    """A topic of politics with the phrases that show that a text is about it, and its propositions.

    Each member of ``phrases`` is one way of being recognised: every phrase of the inner tuple must be
    there, in any order. So is each of ``where``, one of which the whole article must hold, where there are
    any: "the nuclear deal" is Iran's only in an article that names Iran.
    """

    id: str
    label: str
    phrases: tuple[tuple[str, ...], ...]
    propositions: tuple[Proposition, ...] = ()
    where: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Touched:
    """A proposition that a phrase speaks of, its issue, and at which pole what the phrase names lies.

    ``shown_by`` are the words of the tables by which it was known.
    """

    issue: Issue
    proposition: Proposition
    pole: Pole
    shown_by: str = ""
