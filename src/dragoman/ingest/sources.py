"""Whatever a reader may name as a source → the articles in it, one after another, lazily."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import InputError
from dragoman.ingest.article import check_size
from dragoman.ingest.facts import Facts
from dragoman.ingest.fetch import fetch, shown
from dragoman.ingest.limits import SourceOptions
from dragoman.ingest.reading import article_of_bytes
from dragoman.ingest.rows import Row, csv_rows, jsonl_rows
from dragoman.records import Article

_ROWS = {".jsonl": jsonl_rows, ".ndjson": jsonl_rows, ".csv": csv_rows, ".tsv": csv_rows}
_ENDINGS = (".txt", ".html", ".htm", ".xhtml", ".md", *_ROWS)
_NOT_ARTICLES = ("readme", "license", "licence", "notice", "changelog", "contributing")


@dataclass(frozen=True, slots=True)
class Source:
    """One article to come: ``origin`` names it in messages ("press.jsonl:17")."""

    origin: str
    _load: Callable[[], Article]

    def article(self) -> Article:
        """Read the article; InputError, its message led by ``origin``, where that fails."""
        try:
            return self._load()
        except InputError as error:
            message = str(error)
            if message.startswith(self.origin):
                raise
            raise type(error)(f"{self.origin}: {message}") from None
        except OSError as error:
            raise InputError(f"{self.origin}: {error.strerror or type(error).__name__}") from None


def sources(argument: str, options: SourceOptions | None = None) -> Iterator[Source]:
    """Yield the sources that ``argument`` stands for, in a fixed order, without reading ahead.

    ``argument`` is a URL, ``-`` for standard input, a folder (read recursively, sorted, hidden files
    and READMEs passed over), a JSONL or CSV file, or a text or HTML file. A source that cannot be
    read is yielded all the same and raises InputError from ``article()``.
    """
    options = options or SourceOptions()
    if argument == "-":
        yield from _from_stream(sys.stdin.buffer, options)
    elif "://" in argument[:12]:
        yield Source(shown(argument), lambda: _from_url(argument, options))
    else:
        yield from _from_path(Path(argument), options)


def _from_path(path: Path, options: SourceOptions) -> Iterator[Source]:
    """Yield the sources of a file or a folder."""
    try:
        kind = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield _failing(str(path), getattr(error, "strerror", None) or "no such file")
        return
    if stat.S_ISDIR(kind):
        found = False
        for inner in _files(path):
            found = True
            yield from _from_file(inner, options)
        if not found:
            yield _failing(str(path), f"the folder holds no files that end in {', '.join(_ENDINGS)}")
    else:
        yield from _from_file(path, options)


def _files(folder: Path) -> Iterator[Path]:
    """Walk a folder in sorted order, one directory at a time; links to folders are not followed."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            is_article = not name.startswith(".") and not name.lower().startswith(_NOT_ARTICLES)
            if is_article and name.lower().endswith(_ENDINGS):
                yield Path(parent, name)


def _from_file(path: Path, options: SourceOptions) -> Iterator[Source]:
    """Yield a file's one article, or its rows."""
    rows = _ROWS.get(path.suffix.lower())
    if rows is None:
        yield Source(str(path), lambda: _from_plain_file(path, options))
        return
    try:
        with path.open("rb") as stream:
            yield from (_from_row(str(path), row, options) for row in rows(stream, options))
    except OSError as error:
        yield _failing(str(path), error.strerror or type(error).__name__)


def _from_stream(stream: BinaryIO, options: SourceOptions) -> Iterator[Source]:
    """Yield standard input: JSONL where it begins as a JSON object does, else one article."""
    peek = getattr(stream, "peek", None)
    start = peek(64).lstrip(b"\xef\xbb\xbf \t\r\n") if peek else b""
    if start.startswith(b"{") and b'"' in start[:40]:
        yield from (_from_row("-", row, options) for row in jsonl_rows(stream, options))
        return
    yield Source("standard input", lambda: _from_open(stream, "standard input", None, options))


def _from_plain_file(path: Path, options: SourceOptions) -> Article:
    """Read one text or HTML file; its size is checked before it is read."""
    info = path.stat()
    if stat.S_ISREG(info.st_mode):
        check_size(info.st_size, options.sizes)
    with path.open("rb") as stream:
        return _from_open(stream, str(path), path.name, options)


def _from_open(stream: BinaryIO, origin: str, name: str | None, options: SourceOptions) -> Article:
    """Read a stream to its end or to the limit, whichever comes first."""
    data = stream.read(options.sizes.text_bytes + 1)
    facts = Facts(origin=origin)
    return article_of_bytes(data, name, None, facts, options.verbatim, options.any_language, options.sizes)


def _from_url(url: str, options: SourceOptions) -> Article:
    """Fetch a URL and read what it answers."""
    data, content_type, final = fetch(url, options.fetch)
    facts = Facts(url=final, origin=shown(url))
    return article_of_bytes(
        data, None, content_type, facts, options.verbatim, options.any_language, options.sizes
    )


def _from_row(name: str, row: Row, options: SourceOptions) -> Source:
    """Make a source of a row; the row's own trouble surfaces when its article is asked for."""
    origin = f"{name}:{row.line}"
    return Source(origin, lambda: row.article(origin, options))


def _failing(origin: str, reason: str) -> Source:
    """Make a source that only says why it cannot be read."""

    def fail() -> Article:
        raise InputError(f"{origin}: {reason}")

    return Source(origin, fail)
