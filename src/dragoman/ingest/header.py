"""Reads a header of ``Key: value`` lines at the top of a text, as mail, archives and Markdown have it.

::

    Title: Envoys agree on a timetable
    Publication: The Sample Gazette
    Date: 2015-11-24

    The body begins after the blank line.

The header's title stays part of the text, as its headline; the rest becomes metadata.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.ingest.characters import STRIPPED
from dragoman.ingest.dates import parse_date
from dragoman.ingest.facts import Facts
from dragoman.records import Span

_KEYS = {
    "title": "title", "headline": "title",
    "publication": "publication", "outlet": "publication", "newspaper": "publication",
    "source": "publication", "publisher": "publication", "site": "publication",
    "author": "author", "authors": "author", "by": "author", "byline": "author",
    "date": "published", "published": "published", "publication date": "published", "pubdate": "published",
    "url": "url", "link": "url",
}  # fmt: skip
_FIELD = re.compile(r"(?P<key>[A-Za-z][A-Za-z _-]{0,24}):[ \t]+(?P<value>\S.{0,1000})")
_MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Header:
    """A header's facts, where it ends, where its title stands, and the span of all its lines."""

    facts: Facts
    end: int
    span: Span
    title: Span | None


def read_header(text: str) -> Header | None:
    """Return the header that ``text`` begins with, None where it begins with none.

    A header is one or more ``Key: value`` lines up to a blank line (or between two lines ``---``);
    two of its keys must be ones we know, or one of them be ``Title``.
    """
    lines: list[tuple[re.Match[str], int]] = []
    position = 0
    fenced = False
    for number, raw in enumerate(text[:40_000].splitlines(keepends=True)):
        body = raw.strip(STRIPPED)
        if body == "---" and not lines:
            fenced = True
        elif not body or (fenced and body == "---"):
            if lines:
                return _from_fields(lines, position + (len(raw) if body else 0))
        else:
            match = _FIELD.fullmatch(body)
            if not match or number > _MOST_LINES:
                return None
            lines.append((match, position + raw.index(body)))
        position += len(raw)
    return None


def _from_fields(lines: list[tuple[re.Match[str], int]], end: int) -> Header | None:
    """Build the header, or return None where too few of its keys are known."""
    values: dict[str, str] = {}
    title: Span | None = None
    for match, start in lines:
        field = _KEYS.get(match["key"].strip().lower().replace("_", " "))
        if field is None or field in values:
            continue
        quoted = re.fullmatch(r"([\"'])(.*)\1", match["value"])
        first, last = match.span("value")
        values[field] = quoted[2] if quoted else match["value"]
        if field == "title":
            title = Span(start + first + bool(quoted), start + last - bool(quoted))
    if len(values) < 2 and "title" not in values:
        return None
    facts = Facts(
        title=values.get("title"),
        publication=values.get("publication"),
        author=values.get("author"),
        published=parse_date(values.get("published", "")),
        url=values.get("url"),
    )
    last_match, last_start = lines[-1]
    return Header(facts, end, Span(lines[0][1], last_start + last_match.end()), title)
