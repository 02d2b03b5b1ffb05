"""Rows of the forecast ledger → lines that can be printed, or written as JSON or CSV."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.ledgers.card_lines import kind_of
from dragoman.relations.predictions.forecasts import Happening, Row


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """An act by which it may have come to what was foretold; ``id`` is that of its finding."""

    id: str
    type: str
    day: date
    document: str
    start: int
    end: int
    text: str
    publication: str | None
    published: date | None

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class TellingLine:
    """One telling of a forecast, with its evidence."""

    id: str
    document: str
    start: int
    end: int
    text: str
    publication: str | None
    published: date | None

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class ForecastLine:
    """One forecast: its first telling with the evidence, all further ones, and what came of it.

    ``chance`` is the probability that the claimant gives the proposition, ``chance_low`` and ``chance_high``
    what the middle half of those asked take the phrase for; None where the phrase has no number. In a table
    tellings and proposals go by their ids.
    """

    forecast: str
    state: str
    claimant: str
    claimant_state: str | None
    claimant_kind: str
    polarity: str
    proposition: str
    condition: str | None
    phrase: str | None
    chance: float | None
    chance_low: float | None
    chance_high: float | None
    by_first: date | None
    by_last: date | None
    about: tuple[str, ...]
    articles: int
    id: str
    document: str
    start: int
    end: int
    publication: str | None
    published: date | None
    told_again: tuple[TellingLine, ...]
    proposals: tuple[ProposalLine, ...]


def forecast_line(row: Row) -> ForecastLine:
    """Return a row as one line."""
    first, report, by = row.first, row.first.report, row.first.claimant
    chance = row.chance
    start, end = (report.span.start, report.span.end) if report.span else (0, 0)
    limits = next(((one.first, one.last) for one in row.told if one.last), (first.first, first.last))
    return ForecastLine(
        row.id, row.state, by.name, by.state, kind_of(by), "affirms" if first.affirms else "rejects",
        first.proposition, first.condition, first.phrase, chance.median if chance else None,
        chance.low if chance else None, chance.high if chance else None, *limits,
        tuple(sorted({*first.about.names})), row.articles, first.id, report.document, start, end,
        report.publication, report.day,
        tuple(
            TellingLine(one.id, one.report.document, *_span(one.report.span), one.proposition,
                        one.report.publication, one.report.day)
            for one in row.told[1:]
        ),
        tuple(map(_proposal, row.proposals)),
    )  # fmt: skip


def _span(span: tuple[int, int] | None) -> tuple[int, int]:
    return (span[0], span[1]) if span else (0, 0)


def _proposal(one: Happening) -> ProposalLine:
    report = one.report
    where = (report.document, *_span(report.span), one.text, report.publication, report.day)
    return ProposalLine(one.id, one.type, one.day, *where)
