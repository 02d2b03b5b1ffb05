"""RSS and Atom feeds: each entry is an article, in its own text or on the page it links to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from typing import Any

from dragoman.errors import InputError, NoArticle, NotText, TooLarge
from dragoman.ingest.article import build_article
from dragoman.ingest.facts import Facts
from dragoman.ingest.fetch import fetch
from dragoman.ingest.fragments import article_of_fragment, text_of_fragment
from dragoman.ingest.limits import SourceOptions
from dragoman.ingest.reading import article_of_bytes
from dragoman.ingest.source import Source, failing
from dragoman.records import Article

_ENOUGH_WORDS = 120
"""A summary of so many words is taken for the article itself."""
_MORE = re.compile(
    r"(?:\.\.\.|…|\[\s*(?:…|\.\.\.)\s*\]|\b(?:read more|continue reading|read the full \w+))\W*$", re.I
)
_MOST_TAGS = 300_000
_DEEPEST = 2_000
_TAG = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(/?)[A-Za-z][^<>]{0,2000}?(/?)>", re.S)


@dataclass(frozen=True, slots=True)
class Entry:
    """A feed's entry: what it tells of itself, and the markup of its own text ("" where it has none)."""

    facts: Facts
    markup: str
    is_whole: bool
    """The markup is the article, not a summary of it."""


def feed_sources(data: bytes, origin: str, url: str | None, options: SourceOptions) -> Iterator[Source]:
    """Yield a source for each entry of a feed; ``url`` is where the feed itself came from.

    An entry that only has a summary is read from the page that it links to (``fetch``, within its
    limits); where it has no link, the summary is all there is.
    """
    try:
        entries = entries_of(data, url, options.sizes.feed_bytes)
    except InputError as error:
        yield failing(origin, type(error)(f"{origin}: {error}"))
        return
    if not entries:
        yield failing(origin, NoArticle(f"{origin}: the feed holds no entries"))
    for number, entry in enumerate(entries, 1):
        yield _source_of(entry, f"{origin}:{number}", options)


def _source_of(entry: Entry, origin: str, options: SourceOptions) -> Source:
    """Return the source of one entry."""
    named = replace(entry, facts=replace(entry.facts, origin=origin))
    return Source(origin, lambda: _article_of(named, options))


def _article_of(entry: Entry, options: SourceOptions) -> Article:
    """Read an entry's own text, or the page that it links to."""
    facts, link = entry.facts, entry.facts.url
    if not entry.is_whole and link and link.lower().startswith(("http://", "https://")):
        data, content_type, final = fetch(link, options.fetch)
        return article_of_bytes(
            data, None, content_type, replace(facts, url=final), options.verbatim, options.any_language,
            options.sizes,
        )  # fmt: skip
    if not entry.markup.strip():
        raise NoArticle("the entry has neither a text nor a link")
    if options.verbatim:
        text = text_of_fragment(entry.markup)
        return build_article(text, facts, verbatim=True, any_language=options.any_language)
    return article_of_fragment(entry.markup, facts, any_language=options.any_language)


def entries_of(data: bytes, url: str | None, most: int) -> list[Entry]:
    """Return a feed's entries in its own order; TooLarge or NotText where it is no sane feed."""
    if len(data) > most:
        raise TooLarge(f"the feed is larger than {most / 1e6:g} MB")
    _check_markup(data)
    import feedparser

    headers = {"content-location": url} if url else {}
    try:
        feed: Any = feedparser.parse(BytesIO(data), response_headers=headers)
    except (RecursionError, ValueError, TypeError, AttributeError, AssertionError, LookupError) as error:
        raise NotText(f"the feed could not be taken apart ({type(error).__name__})") from None
    publication = _plain(feed.feed.get("title")) if feed.get("feed") else None
    return [_entry(entry, publication) for entry in feed.entries]


def _check_markup(data: bytes) -> None:
    """Refuse what would keep a tolerant parser busy: tags never closed, nested or heaped up."""
    if data.count(b"<") > min(_MOST_TAGS, 2 * data.count(b">") + 1_000):
        raise NotText("the feed holds more tags than a feed can")
    depth = 0
    for tag in _TAG.finditer(data):
        if tag[1] is None or tag[2]:
            continue
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > _DEEPEST:
            raise NotText(f"the feed nests more than {_DEEPEST} elements")


def _entry(entry: Any, publication: str | None) -> Entry:
    """Return one entry of feedparser's as ours."""
    source = entry.get("source")
    told = _plain(source.get("title")) if isinstance(source, dict) else None
    facts = Facts(
        title=_plain(entry.get("title")),
        publication=told or publication,
        author=_plain(entry.get("author")),
        published=_day(entry),
        url=entry.get("link") or None,
    )
    contents = [str(content.get("value") or "") for content in entry.get("content") or ()]
    content = max(contents, key=len, default="")
    summary = str(entry.get("summary") or "")
    markup = content if len(content) >= len(summary) else summary
    return Entry(facts, markup, _is_whole(markup, bool(content) and markup is content))


def _is_whole(markup: str, is_content: bool) -> bool:
    """Say whether an entry's text is the article: declared as such or long, and not broken off."""
    text = text_of_fragment(markup).strip()
    if not text or _MORE.search(text):
        return False
    words = len(text.split())
    return words >= _ENOUGH_WORDS or (is_content and words >= _ENOUGH_WORDS // 4)


def _day(entry: Any) -> date | None:
    """Return the day an entry was published, else last changed (UTC)."""
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return date(moment.tm_year, moment.tm_mon, moment.tm_mday) if moment else None
    except ValueError:
        return None


def _plain(markup: str | None) -> str | None:
    """Return a title or a name without its markup, on one line."""
    return " ".join(text_of_fragment(markup).split()) or None if markup else None
