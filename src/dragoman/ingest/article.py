"""Text → Article: header and bylines read, paragraphs found and named, characters cleaned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.errors import NoArticle, NotText, TooLarge
from dragoman.ingest.blocks import Block, find_blocks
from dragoman.ingest.byline import read_bylines
from dragoman.ingest.expansions import find_expansions
from dragoman.ingest.facts import Facts
from dragoman.ingest.foreign import check_english
from dragoman.ingest.header import Header, read_header
from dragoman.ingest.kinds import kinds_of
from dragoman.ingest.limits import SizeLimits
from dragoman.ingest.normalise import normalise_into
from dragoman.ingest.offsets import MapBuilder
from dragoman.ingest.patterns import packaged_patterns
from dragoman.records import Article, Paragraph, Span

_HALF = re.compile("[\ud800-\udfff]")


def build_article(
    text: str, facts: Facts, *, verbatim: bool, any_language: bool, one_line_each: bool = False
) -> Article:
    """Return the article that ``text`` holds; ``facts`` known beforehand win over those it tells.

    ``one_line_each`` says that each line is a paragraph, as in text taken from HTML. Raises NotText,
    NoArticle or ForeignLanguage.
    """
    _check_characters(text, verbatim)
    header = read_header(text)
    blocks = find_blocks(text, header.end if header else 0, one_line_each)
    if header:
        facts = facts.or_else(header.facts)
    paragraphs, facts = _paragraphs(blocks, facts, title_known=bool(header and header.title))
    if header:
        paragraphs = [*_header_paragraphs(header, text, paragraphs), *paragraphs]
    if not any(p.kind in ("body", "title", "heading") for p in paragraphs):
        what = "only notes and page furniture" if paragraphs else "no text"
        raise NoArticle(f"the source holds {what}")
    if facts.title is None:
        facts = replace(facts, title=_title_of(text, paragraphs))
    if not any_language:
        check_english(p.span.of(text) for p in paragraphs if p.kind == "body")
    bare = Article(
        text=text,
        paragraphs=tuple(paragraphs),
        title=facts.title,
        publication=facts.publication,
        author=facts.author,
        published=facts.published,
        url=facts.url,
        origin=facts.origin,
    )
    article = bare if verbatim else _cleaned(bare)
    return replace(article, expansions=find_expansions(article.text, article.paragraphs))


def check_size(size: int, limits: SizeLimits) -> None:
    """Raise TooLarge where a text of ``size`` bytes is over the limit."""
    if size > limits.text_bytes:
        most = limits.text_bytes / 1_000_000
        raise TooLarge(f"the source is larger than {most:g} MB, the most that is read as one article")


def _check_characters(text: str, verbatim: bool) -> None:
    """Refuse NUL characters; in a text that must stay as it is, halves of surrogate pairs too."""
    if "\0" in text:
        raise NotText(f"the text holds a NUL character at {text.index(chr(0))}: it is binary, not text")
    half = _HALF.search(text) if verbatim else None
    if half:
        raise NotText(f"the text holds half a surrogate pair at {half.start()}: read it without --verbatim")


def _paragraphs(blocks: Sequence[Block], facts: Facts, title_known: bool) -> tuple[list[Paragraph], Facts]:
    """Name the kinds of the blocks; take what the lines around the headline tell."""
    patterns = packaged_patterns()
    kinds = kinds_of(blocks, patterns, facts.title)
    told, taken = read_bylines(blocks, kinds)
    if taken:
        rest = [index for index in range(len(blocks)) if index not in set(taken)]
        named = kinds_of([blocks[index] for index in rest], patterns, facts.title)
        kinds = ["furniture"] * len(blocks)
        for index, kind in zip(rest, named, strict=True):
            kinds[index] = kind
    if title_known and facts.title:
        # The header's own title is the headline; the body's first line repeats it at most.
        kinds = ["heading" if kind == "title" else kind for kind in kinds]
    return [Paragraph(b.span, k) for b, k in zip(blocks, kinds, strict=True)], facts.or_else(told)


def _header_paragraphs(header: Header, text: str, below: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the header's lines as furniture, its title as the headline."""
    title = header.title
    if title is None:
        return [Paragraph(header.span, "furniture")]
    repeated = any(p.kind == "heading" and p.span.of(text) == title.of(text) for p in below[:2])
    pieces = [
        Paragraph(_trimmed(text, Span(header.span.start, title.start)), "furniture"),
        Paragraph(title, "furniture" if repeated else "title"),
        Paragraph(_trimmed(text, Span(title.end, header.span.end)), "furniture"),
    ]
    return [piece for piece in pieces if piece.span.start < piece.span.end]


def _trimmed(text: str, span: Span) -> Span:
    """Return the span without blanks at its ends."""
    covered = span.of(text)
    start = span.start + len(covered) - len(covered.lstrip())
    return Span(start, max(start, span.start + len(covered.rstrip())))


def _title_of(text: str, paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the headline's words on one line."""
    for paragraph in paragraphs:
        if paragraph.kind == "title":
            return " ".join(paragraph.span.of(text).split())
    return None


def _cleaned(article: Article) -> Article:
    """Return the article with furniture left out and its characters cleaned, and the map back."""
    built, length = MapBuilder(), 0
    pieces: list[str] = []
    paragraphs: list[Paragraph] = []
    for paragraph in article.paragraphs:
        if paragraph.kind == "furniture":
            continue
        if pieces:
            pieces.append("\n\n")
            length += 2
        clean = normalise_into(article.text, *paragraph.span, built, length)
        pieces.append(clean)
        paragraphs.append(Paragraph(Span(length, length + len(clean)), paragraph.kind))
        length += len(clean)
    return replace(article, text="".join(pieces), paragraphs=tuple(paragraphs), offsets=built.built())
