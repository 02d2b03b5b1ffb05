"""The held-out articles and their annotated findings; gold/findings/README.md says what counts as one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from bench.newswire import WrongGold
from bench.report import read_verbatim
from dragoman.records import AgreementStatus, Firmness, MemberRole, QuantityKind, Span, Stance

ARTICLES = Path(__file__).parent / "gold" / "findings" / "articles"
DEVELOPMENT = Path(__file__).parent / "development" / "findings" / "articles"
DEVELOPMENT_SETS = {
    name: DEVELOPMENT.parents[1] / name / "articles"
    for name in (
        "findings",
        "stances",
        "stances_kept",
        "pacts",
        "pacts_kept",
        "deals",
        "deals_kept",
        "traps",
        "traps_kept",
    )
}
KEPT = frozenset({"stances_kept", "deals_kept", "traps_kept"})
"""Sets whose errors nobody looks at."""
KINDS = ("agreements", "memberships", "positions", "forecasts", "quantities", "dates")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Named:
    """One way in which an article names somebody; ``span`` is None for a name that it doesn't spell out."""

    text: str
    span: Span | None


Who = tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class GoldFinding:
    """What all kinds share: the evidence (one span or several), and whether it may be left out."""

    spans: tuple[Span, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldAgreement(GoldFinding):
    """``spans`` are its mentions; the first of ``instruments`` and ``statuses`` is the gold's own."""

    parties: tuple[Who, ...]
    instruments: tuple[str, ...]
    statuses: tuple[str, ...]
    amount: Span | None
    purpose: tuple[Span, ...]
    open_points: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldMembership(GoldFinding):
    """Who belongs to what, and as what."""

    organization: Who
    member: Who
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldPosition(GoldFinding):
    """Where ``actor`` stands on ``proposition`` (in the annotator's words); ``says`` is who reports it."""

    actor: Who
    proposition: str
    stances: tuple[str, ...]
    firmness: tuple[str, ...]
    condition: Span | None
    says: Who


@dataclass(frozen=True, slots=True)
class GoldForecast(GoldFinding):
    """What is foreseen; ``own_voice`` where the article itself may be the one that foresees it."""

    claimant: Who
    own_voice: bool
    condition: Span | None
    horizon: Span | None
    probability: Span | None


@dataclass(frozen=True, slots=True)
class GoldQuantity(GoldFinding):
    """A figure; each of ``values`` is right, and so is each of ``units`` (lower case, "" for none)."""

    kinds: tuple[str, ...]
    values: tuple[float, ...]
    units: tuple[str, ...]
    upper: float | None


@dataclass(frozen=True, slots=True)
class GoldDate(GoldFinding):
    """A time; each of ``ranges`` is right, and with ``within`` every range inside the first."""

    ranges: tuple[tuple[date | None, date | None], ...]
    within: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article, where its body begins, and its findings by kind."""

    name: str
    path: Path
    text: str
    body: int
    findings: dict[str, tuple[GoldFinding, ...]]


class Quotes:
    """Finds quoted phrases in the body of one article."""

    def __init__(self, text: str, body: int) -> None:
        self.text, self.body = text, body

    def span(self, quoted: str | list[Any]) -> Span:
        """Return where a phrase, or the nth in ``[phrase, n]``, stands as whole words; else WrongGold."""
        phrase, nth = (quoted, 1) if isinstance(quoted, str) else quoted
        pattern = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)")
        spans = [Span(*found.span()) for found in pattern.finditer(self.text, self.body)]
        if len(spans) < nth:
            raise WrongGold(f"{phrase!r} does not occur {nth} times")
        return spans[nth - 1]

    def maybe(self, quoted: str | list[Any] | None) -> Span | None:
        """Return the phrase's span, None for None."""
        return None if quoted is None else self.span(quoted)

    def spans(self, quoted: list[Any]) -> tuple[Span, ...]:
        """Return the spans of several phrases."""
        return tuple(self.span(each) for each in quoted)

    def who(self, given: Any) -> Who:
        """Return the ways of naming somebody: phrases, and names that begin with ``=``."""
        nth = isinstance(given, list) and len(given) == 2 and isinstance(given[1], int)
        ways = given if isinstance(given, list) and not nth else [given]
        return tuple(self._named(way) for way in ways if way is not None)

    def _named(self, way: str | list[Any]) -> Named:
        if isinstance(way, str) and way.startswith("="):
            return Named(way[1:], None)
        return Named(way if isinstance(way, str) else way[0], self.span(way))


def read_articles(folder: Path = ARTICLES) -> Iterator[GoldArticle]:
    """Yield the annotated articles in order; WrongGold where a phrase or a label cannot be."""
    for path in sorted(folder.glob("*.txt")):
        text = read_verbatim(path)
        rows = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        yield article_of(path, text, rows)


def article_of(path: Path, text: str, rows: dict[str, list[Row]]) -> GoldArticle:
    """Return one article with its findings resolved to spans; the body begins after the first blank line."""
    body = text.index("\n\n") + 2
    quotes = Quotes(text, body)
    makers = dict(zip(KINDS, (_agreement, _membership, _position, _forecast, _quantity, _date), strict=True))
    try:
        found: dict[str, tuple[GoldFinding, ...]] = {
            kind: tuple(makers[kind](row, quotes) for row in rows.get(kind, ())) for kind in KINDS
        }
    except WrongGold as error:
        raise WrongGold(f"{path.name}: {error}") from None
    return GoldArticle(path.stem, path, text, body, found)


def _labels(row: Row, key: str, allowed: Any, also: str) -> tuple[str, ...]:
    """Return a label and what is right besides; WrongGold where one isn't in the records' list."""
    labels = (row[key], *row.get(also, ()))
    if not set(labels) <= set(get_args(allowed)):
        raise WrongGold(f"unknown {key} in {labels}")
    return labels


def _agreement(row: Row, quotes: Quotes) -> GoldAgreement:
    return GoldAgreement(
        quotes.spans(row["mentions"]), row.get("optional", False),
        parties=tuple(quotes.who(party) for party in row["parties"]),
        instruments=(row["instrument"], *row.get("also", ())),
        statuses=_labels(row, "status", AgreementStatus, "also_status"),
        amount=quotes.maybe(row.get("amount")), purpose=quotes.spans(row.get("purpose", [])),
        open_points=quotes.spans(row.get("open_points", [])),
    )  # fmt: skip


def _membership(row: Row, quotes: Quotes) -> GoldMembership:
    return GoldMembership(
        (quotes.span(row["phrase"]),), row.get("optional", False), quotes.who(row["organization"]),
        quotes.who(row["member"]), _labels(row, "role", MemberRole, "also"),
    )  # fmt: skip


def _position(row: Row, quotes: Quotes) -> GoldPosition:
    return GoldPosition(
        (quotes.span(row["phrase"]),), row.get("optional", False), quotes.who(row["actor"]),
        row["proposition"], _labels(row, "stance", Stance, "also"),
        _labels(row, "firmness", Firmness, "also_firmness"), quotes.maybe(row.get("condition")),
        quotes.who(row.get("says")),
    )  # fmt: skip


def _forecast(row: Row, quotes: Quotes) -> GoldForecast:
    given = row["claimant"]
    return GoldForecast(
        (quotes.span(row["proposition"]),), row.get("optional", False), quotes.who(given),
        own_voice=given is None or (isinstance(given, list) and None in given),
        condition=quotes.maybe(row.get("condition")), horizon=quotes.maybe(row.get("horizon")),
        probability=quotes.maybe(row.get("probability")),
    )  # fmt: skip


def _quantity(row: Row, quotes: Quotes) -> GoldQuantity:
    units = (row["unit"], *row.get("also_units", ()))
    return GoldQuantity(
        (quotes.span(row["phrase"]),), row.get("optional", False),
        _labels(row, "kind", QuantityKind, "also_kinds"),
        tuple(float(value) for value in (row["value"], *row.get("also_values", ()))),
        tuple((unit or "").lower() for unit in units), row.get("upper"),
    )  # fmt: skip


def _date(row: Row, quotes: Quotes) -> GoldDate:
    ranges = tuple(
        (_day(start), _day(end)) for start, end in ((row["start"], row["end"]), *row.get("also", ()))
    )
    return GoldDate(
        (quotes.span(row["phrase"]),), row.get("optional", False), ranges, row.get("within", False)
    )


def _day(given: str | None) -> date | None:
    return date.fromisoformat(given) if given else None
