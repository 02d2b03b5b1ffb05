"""Rows of JSONL and CSV files as articles, streamed: one row in memory at a time."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, BinaryIO

from dragoman.errors import InputError, NoArticle, TooLarge
from dragoman.ingest.article import build_article, check_size
from dragoman.ingest.decode import decode
from dragoman.ingest.html import article_of_page, looks_like_html
from dragoman.ingest.limits import Columns, SourceOptions
from dragoman.ingest.reading import facts_from
from dragoman.records import Article

USUAL_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "full_text", "fulltext", "article_text", "maintext"),
    "title": ("title", "headline", "heading"),
    "publication": ("publication", "outlet", "source", "publisher", "newspaper", "site", "sitename"),
    "author": ("author", "byline", "authors", "by"),
    "published": ("published", "date", "published_at", "publication_date", "pubdate", "date_published"),
    "url": ("url", "link", "source_url"),
    "id": ("id", "identifier", "article_id", "doc_id", "uuid"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file (1-based), and its fields or what is wrong with it."""

    line: int
    values: Mapping[str, Any] | None
    failure: InputError | None = None

    def article(self, origin: str, options: SourceOptions) -> Article:
        """Return the row's article; InputError where the row or its text is no good."""
        if self.failure or self.values is None:
            raise self.failure or InputError("the row is empty")
        found = named_fields(self.values, options.columns)
        text = found.pop("text", None)
        if not text:
            raise NoArticle("the row's text is empty")
        check_size(len(text), options.sizes)
        identifier = found.pop("id", None)
        facts = facts_from(
            found.get("title"), found.get("publication"), found.get("author"),
            found.get("published"), found.get("url"), f"{origin} ({identifier})" if identifier else origin,
        )  # fmt: skip
        if not options.verbatim and looks_like_html(text):
            return article_of_page(text, facts, options.sizes, any_language=options.any_language)
        return build_article(text, facts, verbatim=options.verbatim, any_language=options.any_language)


def named_fields(values: Mapping[str, Any], columns: Columns) -> dict[str, str]:
    """Return the row's fields by our names; InputError where there is no text column."""
    folded = {str(key).strip().lower(): key for key in reversed(list(values))}
    found: dict[str, str] = {}
    for field in fields(Columns):
        chosen: str | None = getattr(columns, field.name)
        if chosen is not None and chosen not in values:
            raise InputError(f"there is no column {chosen!r}, only {_listed(values)}")
        usual = (folded[name] for name in USUAL_NAMES[field.name] if name in folded)
        key = chosen if chosen is not None else next(usual, None)
        if key is not None:
            value = values[key]
            shown = ", ".join(map(str, value)) if isinstance(value, list) else value
            found[field.name] = "" if shown is None else str(shown)
    if "text" not in found:
        raise InputError(f"no column holds the text, only {_listed(values)}: name it with --text-column")
    return found


def _listed(values: Mapping[str, Any]) -> str:
    """Return the columns' names for a message."""
    return ", ".join(str(key)[:30] for key in list(values)[:12]) or "none"


def jsonl_rows(stream: BinaryIO, options: SourceOptions) -> Iterator[Row]:
    """Yield the objects of a JSONL stream; a line that is none is yielded as its failure."""
    found = False
    for number, line in _lines(stream, 2 * options.sizes.text_bytes):
        if line is None:
            yield Row(number, None, TooLarge("the row is larger than is read as one article"))
        elif line.strip():
            yield _json_row(number, line)
        else:
            continue
        found = True
    if not found:
        yield Row(1, None, NoArticle("the file is empty"))


def _json_row(number: int, line: bytes) -> Row:
    """Parse one line of JSON."""
    try:
        values = json.loads(decode(line).lstrip("\ufeff"))
    except InputError as failure:
        return Row(number, None, failure)
    except RecursionError:
        return Row(number, None, InputError("the row is nested too deep"))
    except ValueError as error:
        return Row(number, None, InputError(f"the row is not JSON ({str(error)[:60]})"))
    if not isinstance(values, dict):
        return Row(number, None, InputError("the row is not a JSON object"))
    return Row(number, values)


def csv_rows(stream: BinaryIO, options: SourceOptions) -> Iterator[Row]:
    """Yield the rows of a CSV stream (comma, semicolon or tab; the first row names the columns)."""
    # The limit belongs to the whole process: it is only ever raised, to what an article may be.
    csv.field_size_limit(max(csv.field_size_limit(), options.sizes.text_bytes))
    texts = _csv_lines(stream, options.sizes.text_bytes)
    first = next(texts, None)
    if first is None:
        yield Row(1, None, NoArticle("the file is empty"))
        return
    delimiter = max(",;\t|", key=first.count)
    try:
        names = next(csv.reader([first], delimiter=delimiter))
        reader = csv.reader(texts, delimiter=delimiter)
    except (csv.Error, StopIteration):
        yield Row(1, None, InputError("the first row does not name the columns"))
        return
    begun = 2
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(begun, None, InputError(f"the row is not CSV ({error})"))
        except InputError as error:
            yield Row(begun, None, error)
            return
        else:
            if cells:
                yield _csv_row(begun, names, cells)
        begun = reader.line_num + 2


def _csv_row(number: int, names: Sequence[str], cells: Sequence[str]) -> Row:
    """Pair a row's cells with the columns' names."""
    if len(cells) > len(names):
        return Row(
            number, None, InputError(f"the row has {len(cells)} cells, the first row {len(names)} names")
        )
    return Row(number, dict(zip(names, cells, strict=False)))


def _csv_lines(stream: BinaryIO, longest: int) -> Iterator[str]:
    """Yield a CSV stream's lines as text."""
    for number, line in _lines(stream, longest):
        if line is None:
            raise TooLarge("a line is larger than is read as one article")
        text = decode(line) if line.strip() else line.decode("latin-1")
        yield text.lstrip("\ufeff") if number == 1 else text


def _lines(stream: BinaryIO, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield numbered lines; None for one that is longer than ``longest`` bytes, which is passed over."""
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) <= longest:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(1_000_000)
        yield number, None
