"""The stage's verbs: an article from characters, from bytes, from a page."""

from __future__ import annotations

import re
from datetime import date

from dragoman.errors import NotText
from dragoman.ingest.article import build_article, check_size
from dragoman.ingest.dates import parse_date
from dragoman.ingest.decode import decode
from dragoman.ingest.facts import Facts
from dragoman.ingest.html import article_of_page, decode_html, looks_like_html
from dragoman.ingest.limits import SizeLimits
from dragoman.ingest.pdf import article_of_pdf, looks_like_pdf
from dragoman.records import Article

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]{2,40})", re.I)
_HTML_NAMES = (".html", ".htm", ".xhtml")


def article_from_text(
    text: str,
    *,
    verbatim: bool = False,
    title: str | None = None,
    publication: str | None = None,
    author: str | None = None,
    published: date | str | None = None,
    url: str | None = None,
    origin: str | None = None,
    any_language: bool = False,
) -> Article:
    """Return the article that ``text`` holds.

    ``verbatim`` keeps the text exactly as it is, so that offsets count in its own characters; else
    furniture is left out, characters are cleaned, and ``Article.offsets`` leads back. What is given
    beside the text wins over what the text tells. ``any_language`` lets other languages than English
    pass. Raises NotText, NoArticle, TooLarge or ForeignLanguage.

    >>> article_from_text("Talks end\\n\\nThe envoy left.").title
    'Talks end'
    """
    facts = facts_from(title, publication, author, published, url, origin)
    check_size(len(text), SizeLimits())
    return build_article(text, facts, verbatim=verbatim, any_language=any_language)


def article_from_bytes(
    data: bytes,
    *,
    name: str | None,
    content_type: str | None = None,
    verbatim: bool = False,
    title: str | None = None,
    publication: str | None = None,
    author: str | None = None,
    published: date | str | None = None,
    url: str | None = None,
    origin: str | None = None,
    any_language: bool = False,
    sizes: SizeLimits | None = None,
) -> Article:
    """Return the article that a file's or an answer's bytes hold: HTML, PDF or plain text.

    A PDF is known by its first bytes. What else it is follows from ``content_type``, from the ending of
    ``name``, then from the first bytes.
    """
    facts = facts_from(title, publication, author, published, url, origin or name)
    return article_of_bytes(data, name, content_type, facts, verbatim, any_language, sizes or SizeLimits())


def article_of_bytes(
    data: bytes,
    name: str | None,
    content_type: str | None,
    facts: Facts,
    verbatim: bool,
    any_language: bool,
    sizes: SizeLimits,
) -> Article:
    """Do the work of ``article_from_bytes`` with the facts gathered."""
    check_size(len(data), sizes)
    if looks_like_pdf(data):
        if verbatim:
            raise NotText("a PDF cannot be read verbatim: save its text, or read it without --verbatim")
        return article_of_pdf(data, facts, sizes, any_language=any_language)
    declared = _CHARSET.search(content_type or "")
    charset = declared[1] if declared else None
    page = _is_page(name, content_type)
    text = decode_html(data, charset) if page else decode(data, charset)
    if page is None and not verbatim and looks_like_html(text):
        page, text = True, decode_html(data, charset)
    if not page:
        return build_article(text, facts, verbatim=verbatim, any_language=any_language)
    if verbatim:
        raise NotText("a page cannot be read verbatim: save its text, or read it without --verbatim")
    return article_of_page(text, facts, sizes, any_language=any_language)


def article_from_html(
    html: str | bytes,
    *,
    title: str | None = None,
    publication: str | None = None,
    author: str | None = None,
    published: date | str | None = None,
    url: str | None = None,
    origin: str | None = None,
    any_language: bool = False,
    sizes: SizeLimits | None = None,
) -> Article:
    """Return the article that a page holds; its offsets lead back to the page's decoded source."""
    facts = facts_from(title, publication, author, published, url, origin)
    source = decode_html(html, None) if isinstance(html, bytes) else html
    return article_of_page(source, facts, sizes or SizeLimits(), any_language=any_language)


def facts_from(
    title: str | None,
    publication: str | None,
    author: str | None,
    published: date | str | None,
    url: str | None,
    origin: str | None,
) -> Facts:
    """Gather what is known beforehand; a date in words is read, a blank counts as nothing."""
    day = parse_date(published) if isinstance(published, str) else published
    kept = [value.strip() or None if value else None for value in (title, publication, author, url, origin)]
    return Facts(kept[0], kept[1], kept[2], day, kept[3], kept[4])


def _is_page(name: str | None, content_type: str | None) -> bool | None:
    """Say whether name or type make it a page; None where they leave it open."""
    kind = (content_type or "").split(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        return True
    if kind in ("text/plain", "text/markdown"):
        return False
    if name and name.lower().endswith(_HTML_NAMES):
        return True
    return None
