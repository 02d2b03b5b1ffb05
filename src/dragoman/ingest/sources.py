"""Whatever a reader may name as a source → the articles in it, one after another, lazily."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import InputError
from dragoman.ingest.article import check_size
from dragoman.ingest.containers import HEAD, Container, container_of
from dragoman.ingest.facts import Facts
from dragoman.ingest.feeds import feed_sources
from dragoman.ingest.fetch import fetch, shown
from dragoman.ingest.limits import SourceOptions
from dragoman.ingest.reading import article_of_bytes
from dragoman.ingest.rows import Row, csv_rows, jsonl_rows
from dragoman.ingest.source import Source, failing
from dragoman.ingest.url_lists import listed_addresses
from dragoman.ingest.warc import warc_sources
from dragoman.records import Article

_ROWS = {".jsonl": jsonl_rows, ".ndjson": jsonl_rows, ".csv": csv_rows, ".tsv": csv_rows}
_ENDINGS = (".txt", ".html", ".htm", ".xhtml", ".md", ".pdf", ".rss", ".atom", ".warc", ".warc.gz", *_ROWS)
_PERHAPS = (".xml", ".gz")
"""Files that are read in a folder only where their first bytes show a feed or an archive."""
_NOT_ARTICLES = ("readme", "license", "licence", "notice", "changelog", "contributing")


def sources(argument: str, options: SourceOptions | None = None) -> Iterator[Source]:
    """Yield the sources that ``argument`` stands for, in a fixed order, without reading ahead.

    ``argument`` is a URL, ``-`` for standard input, a folder (read recursively, sorted, hidden files
    and READMEs passed over), a JSONL or CSV file, a list of addresses (``.urls``), a feed, a web archive,
    or a text, HTML or PDF file. A source that cannot be read is yielded all the same and raises
    InputError from ``article()``.
    """
    options = options or SourceOptions()
    if argument == "-":
        yield from _from_stream(sys.stdin.buffer, options)
    elif "://" in argument[:12]:
        yield from _from_url(argument, options)
    else:
        yield from _from_path(Path(argument), options)


def _from_path(path: Path, options: SourceOptions) -> Iterator[Source]:
    """Yield the sources of a file or a folder."""
    try:
        kind = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield failing(str(path), getattr(error, "strerror", None) or "no such file")
        return
    if stat.S_ISDIR(kind):
        found = False
        for inner in _files(path):
            found = True
            yield from _from_file(inner, options)
        if not found:
            yield failing(str(path), f"the folder holds no files that end in {', '.join(_ENDINGS)}")
    else:
        yield from _from_file(path, options)


def _files(folder: Path) -> Iterator[Path]:
    """Walk a folder in sorted order, one directory at a time; links to folders are not followed."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            is_article = not name.startswith(".") and not name.lower().startswith(_NOT_ARTICLES)
            path = Path(parent, name)
            if is_article and (name.lower().endswith(_ENDINGS) or _is_perhaps(path)):
                yield path


def _is_perhaps(path: Path) -> bool:
    """Say whether a file whose name leaves it open holds a feed or an archive."""
    try:
        return path.name.lower().endswith(_PERHAPS) and _held(path) is not None
    except OSError:
        return False


def _from_file(path: Path, options: SourceOptions) -> Iterator[Source]:
    """Yield a file's one article, or its rows, entries, records or addresses."""
    rows = _ROWS.get(path.suffix.lower())
    try:
        if path.suffix.lower() == ".urls":
            yield from listed(path, options)
        elif rows is not None:
            with path.open("rb") as stream:
                yield from (_from_row(str(path), row, options) for row in rows(stream, options))
        elif held := _held(path):
            with path.open("rb") as stream:
                yield from _from_container(held, stream, str(path), None, options)
        else:
            yield Source(str(path), lambda: _from_plain_file(path, options))
    except OSError as error:
        yield failing(str(path), error.strerror or type(error).__name__)


def listed(path: Path, options: SourceOptions | None = None) -> Iterator[Source]:
    """Yield the sources of a list of addresses, one a line; each is one article, fetched when asked for."""
    chosen = options or SourceOptions()
    return listed_addresses(path, lambda url, origin: Source(origin, lambda: _from_answer(url, chosen)))


def _held(path: Path) -> Container | None:
    """Return what a regular file holds many articles in; None where it holds one, or none."""
    if not path.is_file():
        return None
    with path.open("rb") as stream:
        return container_of(stream.read(HEAD))


def _from_container(
    held: Container, stream: BinaryIO, origin: str, url: str | None, options: SourceOptions
) -> Iterator[Source]:
    """Yield the entries of a feed or the records of an archive."""
    if held == "warc":
        return warc_sources(stream, origin, options)
    return feed_sources(stream.read(options.sizes.feed_bytes + 1), origin, url, options)


def _from_stream(stream: BinaryIO, options: SourceOptions) -> Iterator[Source]:
    """Yield standard input: rows, entries or records where it begins as those do, else one article."""
    peek = getattr(stream, "peek", None)
    head: bytes = peek(HEAD) if peek else b""
    start = head[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{") and b'"' in start[:40]:
        yield from (_from_row("-", row, options) for row in jsonl_rows(stream, options))
    elif held := container_of(head):
        yield from _from_container(held, stream, "-", None, options)
    else:
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


def _from_url(url: str, options: SourceOptions) -> Iterator[Source]:
    """Fetch a URL and yield what it answers: one article, or the entries of a feed."""
    origin = shown(url)
    try:
        data, content_type, final = fetch(url, options.fetch)
    except InputError as error:
        yield failing(origin, error)
        return
    if container_of(data[:HEAD]) == "feed":
        yield from _from_container("feed", io.BytesIO(data), origin, final, options)
    else:
        yield Source(origin, lambda: _of_answer(data, content_type, final, origin, options))


def _from_answer(url: str, options: SourceOptions) -> Article:
    """Fetch a URL of a list, which must be one article."""
    data, content_type, final = fetch(url, options.fetch)
    if container_of(data[:HEAD]) == "feed":
        raise InputError(f"{shown(url)} is a feed of many articles: name it as a source of its own")
    return _of_answer(data, content_type, final, shown(url), options)


def _of_answer(data: bytes, content_type: str, url: str, origin: str, options: SourceOptions) -> Article:
    """Read the one article that a URL answered with."""
    facts = Facts(url=url, origin=origin)
    return article_of_bytes(
        data, None, content_type, facts, options.verbatim, options.any_language, options.sizes
    )


def _from_row(name: str, row: Row, options: SourceOptions) -> Source:
    """Make a source of a row; the row's own trouble surfaces when its article is asked for."""
    origin = f"{name}:{row.line}"
    return Source(origin, lambda: row.article(origin, options))
