"""The bounds within which a source is read, and the choices of whoever reads it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SizeLimits:
    """How large one article may be: bytes of text, bytes and levels of HTML, pages of PDF, …"""

    text_bytes: int = 20_000_000
    html_bytes: int = 5_000_000
    html_depth: int = 400
    """Nested block elements; real pages stay below a hundred."""
    feed_bytes: int = 5_000_000
    warc_record_bytes: int = 4_000_000_000
    """What one record of an archive may claim to hold before the rest is given up."""
    pdf_pages: int = 500
    pdf_characters: int = 5_000_000
    pdf_seconds: int = 30
    """Processor time that one PDF may take."""
    pdf_memory: int = 2_000_000_000
    """Bytes of address space that one PDF may take."""


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Bounds for one URL: seconds in all, seconds without a byte, bytes after unpacking, hops."""

    total_seconds: float = 30.0
    silence_seconds: float = 10.0
    body_bytes: int = 5_000_000
    redirects: int = 8


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns (CSV) or keys (JSONL) that hold a field; None lets the usual names be tried."""

    text: str | None = None
    title: str | None = None
    publication: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """How sources are read: see each field's class, and ``article_from_text`` for the two switches."""

    verbatim: bool = False
    any_language: bool = False
    columns: Columns = field(default_factory=Columns)
    sizes: SizeLimits = field(default_factory=SizeLimits)
    fetch: FetchLimits = field(default_factory=FetchLimits)
