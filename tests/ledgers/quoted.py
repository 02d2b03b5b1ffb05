"""Readings written by hand for the ledgers' tests: an article, and who says what in it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.ledgers.reading_claims import Where
from dragoman.records import (
    Actor,
    Article,
    Attributed,
    DateMention,
    Event,
    Forecast,
    Paragraph,
    Quantity,
    Reading,
    Span,
    Statement,
    Versions,
)

DAY = date(2015, 3, 2)
HERE = Where("print", "sample gazette")
SOURCES = {
    "Kiev": ("state", "UKR", "made:ukr"), "Moscow": ("state", "RUS", "made:rus"),
    "Washington": ("state", "USA", "made:usa"), "an official": ("person", "UKR", None),
    "The minister": ("person", "USA", "made:minister"), "Ana Specimen": ("person", None, None),
}  # fmt: skip


def at(text: str, words: str, nth: int = 0) -> Span:
    """Return where words stand in a text, the first time or a later one."""
    start = [m.start() for m in re.finditer(re.escape(words), text)][nth]
    return Span(start, start + len(words))


Said = tuple[str, str, str] | tuple[str, str, str, dict[str, object]]
"""Source, cue, content, and what else differs."""


def reading(text: str, *said: Said, **facts: object) -> Reading:
    """Return a reading of an article with statements; a cue of denial makes one that rejects its content."""
    names = list(dict.fromkeys(one[0] for one in said))
    actors = tuple(
        Actor(f"a{n}", name, SOURCES[name][0], SOURCES[name][1], None, None, SOURCES[name][2],  # type: ignore[arg-type]
              name.startswith("an "), (), (at(text, name),))
        for n, name in enumerate(names, 1)
    )  # fmt: skip
    statements: list[Statement] = []
    used: dict[str, int] = {}
    for number, (source, cue, content, *rest) in enumerate(said, 1):
        nth = used.get(source, 0)
        used[source] = nth + 1
        told = at(text, source, nth)
        again = text[: told.start].count(content) if content in ("it", "this") else 0
        denies = cue in ("denied", "denies", "rejected", "disputed")
        force, polarity = ("denial", "rejects") if denies else ("assertion", "affirms")
        made = Statement(
            f"s{number}", Attributed(f"a{names.index(source) + 1}", told), (), (at(text, cue),),
            (at(text, content, again),), "indirect", force, polarity, (), (), None, 0.9,  # type: ignore[arg-type]
        )  # fmt: skip
        statements.append(replace(made, **(rest[0] if rest else {})))  # type: ignore[arg-type]
    spans, start = [], 0
    for part in text.split("\n\n"):
        spans.append(Paragraph(Span(start, start + len(part)), "body"))
        start += len(part) + 2
    article = Article(text, tuple(spans), None, "Sample Gazette", None, DAY)
    made_reading = Reading(article, actors, tuple(statements), Versions("0", "by hand", "0"))
    return replace(made_reading, **facts)  # type: ignore[arg-type]


__all__ = ["DAY", "HERE", "DateMention", "Event", "Forecast", "Quantity", "at", "reading"]
