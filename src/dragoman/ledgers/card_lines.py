"""Cards → lines that can be printed, written as JSON, or laid flat for a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.relations.disputes.claims import Claim, Claimant
from dragoman.relations.disputes.contested import Card, Root, Side
from dragoman.relations.disputes.rivals import rivals


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim: ``id`` is that of its finding, ``text`` are the characters of the document it rests on."""

    id: str
    claimant: str
    claimant_state: str | None
    document: str
    start: int
    end: int
    text: str
    publication: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class RootLine:
    """Who first said it, for which state; ``live`` where it is his last word on it."""

    name: str
    state: str | None
    kind: str
    live: bool
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class SideLine:
    """One side: what it holds, by how many independent roots in how many articles."""

    value: str
    roots: int
    articles: int
    live: bool
    by: tuple[RootLine, ...]


@dataclass(frozen=True, slots=True)
class CardLine:
    """One dispute; ``question`` says in words what it is about."""

    id: str
    kind: str
    question: str
    state: str
    first_seen: date | None
    states: tuple[str, ...]
    issues: tuple[str, ...]
    entropy: float
    sides: tuple[SideLine, ...]


@dataclass(frozen=True, slots=True)
class FlatLine:
    """One claim of a dispute, for a table: the dispute's facts, the side's, the root's, the claim's."""

    dispute: str
    kind: str
    question: str
    state: str
    first_seen: date | None
    side: str
    roots: int
    articles: int
    live: bool
    root: str
    root_state: str | None
    root_kind: str
    id: str
    document: str
    start: int
    end: int
    text: str
    publication: str | None
    published: date | None


QUESTIONS = {
    "polarity": "whether it is so",
    "agent": "who did it",
    "quantity": "how many or how much",
    "date": "when it was",
    "status": "how far an agreement has come",
    "meaning": "what was said or agreed",
}
"""What a dispute of each kind is about, where it is no matter of the table of rivals."""


def card_line(card: Card) -> CardLine:
    """Return a card as one line with its sides."""
    question = rivals()[card.matter].label if card.matter else QUESTIONS[card.kind]
    return CardLine(
        card.id, card.kind, question, card.state, card.first, tuple(sorted(card.states)), card.issues,
        round(card.entropy, 3), tuple(map(_side, card.sides)),
    )  # fmt: skip


def flat_lines(cards: Iterable[CardLine]) -> Iterator[FlatLine]:
    """Yield one line a claim."""
    for card in cards:
        for side in card.sides:
            for root in side.by:
                for claim in root.claims:
                    yield FlatLine(
                        card.id, card.kind, card.question, card.state, card.first_seen,
                        side.value, side.roots, side.articles, side.live, root.name, root.state, root.kind,
                        claim.id, claim.document, claim.start, claim.end, claim.text, claim.publication,
                        claim.published,
                    )  # fmt: skip


def _side(side: Side) -> SideLine:
    return SideLine(side.value, len(side.roots), side.articles, side.live, tuple(map(_root, side.roots)))


def _root(root: Root) -> RootLine:
    by = root.claimant
    return RootLine(by.name, by.state, kind_of(by), root.live, tuple(map(_claim, root.claims)))


def kind_of(claimant: Claimant) -> str:
    """Return what a root is: the article's own voice, somebody not named, or somebody named."""
    return "article" if claimant.voice else "not named" if claimant.anonymous else "named"


def _claim(claim: Claim) -> ClaimLine:
    report, by = claim.report, claim.claimant
    start, end = (report.span.start, report.span.end) if report.span else (0, 0)
    where = (report.document, start, end, claim.text, report.publication, report.day)
    return ClaimLine(claim.id.partition("#")[0], by.name, by.state, *where)
