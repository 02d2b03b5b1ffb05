"""HTML → Article: main text and metadata by trafilatura, offsets back to the page's source."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from dragoman.errors import InputError, NoArticle, TooLarge
from dragoman.ingest.alignment import align
from dragoman.ingest.article import build_article
from dragoman.ingest.dates import parse_date
from dragoman.ingest.decode import decode
from dragoman.ingest.facts import Facts
from dragoman.ingest.limits import SizeLimits
from dragoman.ingest.offsets import compose
from dragoman.records import Article

_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
_TAG = re.compile(
    r"<(/?)(div|span|section|article|table|ul|ol|blockquote|font|b|i|em|strong|a|main|form)\b", re.I
)


def looks_like_html(text: str) -> bool:
    """Say whether a text begins as an HTML page does."""
    return _START.match(text[:4_000].lstrip("\ufeff")) is not None


def decode_html(data: bytes, charset: str | None) -> str:
    """Decode a page: by the sender's charset, else by the one that its head declares."""
    declared = _CHARSET.search(data[:4_096])
    return decode(data, charset or (declared[1].decode("ascii") if declared else None))


def article_of_page(source: str, facts: Facts, sizes: SizeLimits, *, any_language: bool) -> Article:
    """Return the article that a page's source holds; its offsets map to ``source``.

    Raises TooLarge, NoArticle, NotText or ForeignLanguage.
    """
    if len(source) > sizes.html_bytes:
        raise TooLarge(f"the page is larger than {sizes.html_bytes / 1e6:g} MB; save its text and read that")
    _check_depth(source, sizes.html_depth)
    document = _extract(source, facts.url)
    text = _text_of(document)
    article = build_article(
        text,
        facts.or_else(_facts_of(document)),
        verbatim=False,
        any_language=any_language,
        one_line_each=True,
    )
    if article.offsets is None:
        return article
    return replace(article, offsets=compose(article.offsets, align(text, source)))


def _check_depth(source: str, most: int) -> None:
    """Refuse a page whose elements nest so deep that parsers and tree walks break on it."""
    depth = 0
    for match in _TAG.finditer(source):
        depth = max(depth - 1, 0) if match[1] else depth + 1
        if depth > most:
            raise TooLarge(f"the page nests more than {most} elements; save its text and read that")


def _extract(source: str, url: str | None) -> Any:
    """Run trafilatura over the page; NoArticle where it finds no running text."""
    from trafilatura import bare_extraction

    try:
        document: Any = bare_extraction(
            source.replace("\0", ""),
            url=url,
            include_comments=False,
            include_tables=False,
            deduplicate=False,
            with_metadata=True,
            # A guessed date is worse than none; a fixed horizon keeps the clock out of the result.
            date_extraction_params={
                "extensive_search": False,
                "original_date": True,
                "max_date": "2100-01-01",
            },
        )
    except InputError:
        raise
    except (RecursionError, ValueError, TypeError, AttributeError, AssertionError) as error:
        raise NoArticle(f"the page could not be taken apart ({type(error).__name__})") from None
    if document is None or not (document.text or "").strip():
        raise NoArticle("the page holds no running text")
    return document


def _text_of(document: Any) -> str:
    """Return the page's text, a line a paragraph, its headline first where it has one."""
    text: str = document.text
    title: str = " ".join((document.title or "").split())
    first = text.lstrip().split("\n", 1)[0].strip()
    return f"{title}\n{text}" if title and first.casefold() != title.casefold() else text


def _facts_of(document: Any) -> Facts:
    """Return what the page's metadata say."""
    published: date | None = parse_date(document.date) if document.date else None
    return Facts(
        title=" ".join((document.title or "").split()) or None,
        publication=document.sitename or None,
        author=document.author or None,
        published=published,
        url=document.url or None,
    )
