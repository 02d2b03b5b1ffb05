"""Articles with a table of findings beside them, phrase by phrase → the findings with their spans.

An article is a text and a JSON file of the same name; bench/gold/findings/README.md says what its rows hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

from annotation.findings import (
    KINDS,
    GoldAgreement,
    GoldArticle,
    GoldDate,
    GoldFinding,
    GoldForecast,
    GoldMembership,
    GoldPosition,
    GoldQuantity,
    Named,
    Who,
)
from annotation.phrases import WrongGold, occurrence
from dragoman.records import AgreementStatus, Firmness, MemberRole, QuantityKind, Span, Stance

Row = dict[str, Any]


class Quotes:
    """Finds quoted phrases in the body of one article."""

    def __init__(self, text: str, body: int) -> None:
        self.text, self.body = text, body

    def span(self, quoted: str | list[Any]) -> Span:
        """Return where a phrase, or the nth in ``[phrase, n]``, stands as whole words; else WrongGold."""
        return occurrence(self.text, quoted, self.body)

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


def read_articles(folder: Path) -> Iterator[GoldArticle]:
    """Yield the annotated articles of a folder in order; WrongGold where a phrase or a label cannot be."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")  # as it is: offsets count from its first character
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
