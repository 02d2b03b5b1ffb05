"""Findings annotated in real articles, standoff over PolNeAR's training texts → articles with spans.

``training/annotations/findings.jsonl`` has offsets and labels alone; it goes over the articles of
``acts.jsonl`` in the same order, and ``training/annotations/README.md`` says what is annotated and how.
``python -m training.annotated_findings --data ../shared/data`` checks and counts.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from annotation.findings import (
    GoldAgreement,
    GoldArticle,
    GoldForecast,
    GoldMembership,
    GoldPosition,
    Named,
    Who,
)

from dragoman.records import AgreementStatus, Firmness, MemberRole, Span, Stance
from training.standoff import Place, Row, over_articles

FINDINGS = Path(__file__).parent / "annotations" / "findings.jsonl"
KINDS = ("agreements", "memberships", "positions", "forecasts")


@dataclass(frozen=True, slots=True)
class AnnotatedAgreement:
    """Each party by its ways of being named, and all phrases that speak of the agreement."""

    parties: tuple[tuple[Place, ...], ...]
    status: AgreementStatus
    mentions: tuple[Place, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class AnnotatedMembership:
    """Who belongs to what, as what, and the phrase that shows it."""

    organization: tuple[Place, ...]
    member: tuple[Place, ...]
    role: MemberRole
    evidence: Place
    optional: bool


@dataclass(frozen=True, slots=True)
class AnnotatedPosition:
    """Who stands where; ``actor`` is empty where nobody is named, ``proposition`` the annotator's words."""

    actor: tuple[Place, ...]
    stance: Stance
    firmness: Firmness
    evidence: Place
    proposition: str
    optional: bool


@dataclass(frozen=True, slots=True)
class AnnotatedForecast:
    """What is foreseen; ``claimant`` is None where the article foresees in its own voice."""

    claimant: tuple[Place, ...] | None
    proposition: Place
    optional: bool


@dataclass(frozen=True, slots=True)
class ArticleFindings:
    """An article as far as it is annotated, with all its findings; places are characters ``[start, end)``.

    An ``optional`` finding is one that a careful reader may leave out: it teaches neither way.
    """

    name: str
    text: str
    agreements: tuple[AnnotatedAgreement, ...]
    memberships: tuple[AnnotatedMembership, ...]
    positions: tuple[AnnotatedPosition, ...]
    forecasts: tuple[AnnotatedForecast, ...]


def articles(data: Path, held_out: bool, rows: Path = FINDINGS) -> Iterator[ArticleFindings]:
    """Yield the articles held out of training (every fourth line), or the others.

    ``data`` is the folder that has ``attribution/polnear``. FileNotFoundError where the texts are absent,
    ValueError where one isn't the text that was annotated, a place is no phrase or a label doesn't exist.
    """
    for row, text in over_articles(data, held_out, rows):
        yield _article(row, text)


def _article(row: Row, text: str) -> ArticleFindings:
    places = _Places(row["document"], text)
    return ArticleFindings(
        places.name,
        text,
        tuple(places.agreement(each) for each in row["agreements"]),
        tuple(places.membership(each) for each in row["memberships"]),
        tuple(places.position(each) for each in row["positions"]),
        tuple(places.forecast(each) for each in row["forecasts"]),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Makes findings of rows; ValueError with the article's name where a row cannot be."""

    name: str
    text: str

    def agreement(self, row: Row) -> AnnotatedAgreement:
        parties = tuple(self._some(each) for each in row["parties"])
        status = cast(AgreementStatus, self._label(row["status"], AgreementStatus))
        return AnnotatedAgreement(parties, status, self._some(row["mentions"]), row.get("optional", False))

    def membership(self, row: Row) -> AnnotatedMembership:
        role = cast(MemberRole, self._label(row["role"], MemberRole))
        organization, member = self._some(row["organization"]), self._some(row["member"])
        evidence = self._place(row["evidence"])
        return AnnotatedMembership(organization, member, role, evidence, row.get("optional", False))

    def position(self, row: Row) -> AnnotatedPosition:
        stance = cast(Stance, self._label(row["stance"], Stance))
        firmness = cast(Firmness, self._label(row["firmness"], Firmness))
        actor = self._some(row["actor"]) if row["actor"] else ()
        evidence, proposition = self._place(row["evidence"]), row["proposition"]
        return AnnotatedPosition(actor, stance, firmness, evidence, proposition, row.get("optional", False))

    def forecast(self, row: Row) -> AnnotatedForecast:
        claimant = None if row["claimant"] is None else self._some(row["claimant"])
        return AnnotatedForecast(claimant, self._place(row["proposition"]), row.get("optional", False))

    def _some(self, pairs: list[list[int]]) -> tuple[Place, ...]:
        if not pairs:
            raise ValueError(f"{self.name}: a finding without one of its phrases")
        return tuple(self._place(pair) for pair in pairs)

    def _place(self, pair: list[int]) -> Place:
        start, end = pair
        phrase = self.text[start:end]
        if not (0 <= start < end <= len(self.text) and phrase == phrase.strip()):
            raise ValueError(f"{self.name}: [{start}, {end}] is no phrase of the text")
        return start, end

    def _label(self, label: str, allowed: object) -> str:
        if label not in get_args(allowed):
            raise ValueError(f"{self.name}: no such label: {label}")
        return label


def gold_of(article: ArticleFindings) -> GoldArticle:
    """Return an annotated article as the measure of findings takes it: all of it is body."""

    def who(places: Sequence[Place]) -> Who:
        return tuple(Named(article.text[start:end], Span(start, end)) for start, end in places)

    agreements = tuple(
        GoldAgreement(
            tuple(Span(*place) for place in one.mentions), one.optional,
            parties=tuple(who(party) for party in one.parties), instruments=(), statuses=(one.status,),
            amount=None, purpose=(), open_points=(),
        ) for one in article.agreements
    )  # fmt: skip
    memberships = tuple(
        GoldMembership((Span(*one.evidence),), one.optional, who(one.organization), who(one.member),
                       (one.role,))
        for one in article.memberships
    )  # fmt: skip
    positions = tuple(
        GoldPosition((Span(*one.evidence),), one.optional or not one.actor, who(one.actor), one.proposition,
                     (one.stance,), (one.firmness,), condition=None, says=())
        for one in article.positions
    )  # fmt: skip
    forecasts = tuple(
        GoldForecast((Span(*one.proposition),), one.optional, who(one.claimant or ()),
                     own_voice=one.claimant is None, condition=None, horizon=None, probability=None)
        for one in article.forecasts
    )  # fmt: skip
    findings = dict(zip(KINDS, (agreements, memberships, positions, forecasts), strict=True))
    return GoldArticle(article.name, Path(f"{article.name}.txt"), article.text, 0, findings)


def main(arguments: list[str] | None = None) -> int:
    """Check all articles and count their words and findings; 1 with one line where something is wrong."""
    parser = argparse.ArgumentParser(description="Check and count the findings annotated in articles.")
    parser.add_argument("--data", type=Path, required=True, help="the folder that has attribution/polnear")
    data = parser.parse_args(arguments).data
    try:
        found = [(held, article) for held in (False, True) for article in articles(data, held)]
    except (FileNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    words = sum(len(article.text.split()) for _, article in found)
    print(f"{len(found)} articles ({sum(held for held, _ in found)} held out), {words} words")
    for kind in KINDS:
        sure = Counter(held for held, article in found for one in getattr(article, kind) if not one.optional)
        optional = sum(one.optional for _, article in found for one in getattr(article, kind))
        print(f"{kind}: {sure.total()} ({sure[True]} held out), {optional} optional")
    return 0


if __name__ == "__main__":
    sys.exit(main())
