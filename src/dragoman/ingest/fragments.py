"""Pieces of HTML that hold nothing but an article's text, as feeds carry them → Article."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from dragoman.ingest.alignment import align
from dragoman.ingest.article import build_article
from dragoman.ingest.facts import Facts
from dragoman.ingest.offsets import compose
from dragoman.records import Article

_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|svg|iframe|figure)\b.*?(?:</\1\s*>|\Z)", re.I | re.S
)
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|blockquote|section|article|table|tr|hr|header|footer|pre)\b[^<>]*>"
    r"|<br\b[^<>]*>(?:\s*<br\b[^<>]*>)*",
    re.I,
)
_INLINE = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_BLANKS = re.compile(r"\s+")


def text_of_fragment(markup: str) -> str:
    """Return the text that a fragment shows, one line a paragraph.

    >>> text_of_fragment("<p>Talks <b>failed</b>.</p><p>They &amp; we left.</p>")
    'Talks failed.\\nThey & we left.'
    """
    shown = _BLANKS.sub(" ", _HIDDEN.sub(" ", markup))
    shown = html.unescape(_INLINE.sub("", _BLOCK.sub("\n", shown)))
    lines = (" ".join(line.split()) for line in shown.split("\n"))
    return "\n".join(line for line in lines if line)


def article_of_fragment(markup: str, facts: Facts, *, any_language: bool) -> Article:
    """Return the article that a fragment holds; its offsets lead back to ``markup``.

    Raises NoArticle, NotText or ForeignLanguage.
    """
    text = text_of_fragment(markup)
    article = build_article(text, facts, verbatim=False, any_language=any_language, one_line_each=True)
    if article.offsets is None:
        return article
    return replace(article, offsets=compose(article.offsets, align(text, markup)))
