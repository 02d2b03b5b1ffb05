"""Bytes → Article: text, HTML, PDF, URLs, folders, feeds, archives, JSONL and CSV, with clear refusals.

Offsets of an article lead back to what it was made from: see ``to_original``.
"""

from __future__ import annotations

from dragoman.ingest.fetch import fetch
from dragoman.ingest.limits import Columns, FetchLimits, SizeLimits, SourceOptions
from dragoman.ingest.offsets import original_position, to_original
from dragoman.ingest.reading import article_from_bytes, article_from_html, article_from_text
from dragoman.ingest.source import Source
from dragoman.ingest.sources import listed, sources

__all__ = [
    "Columns",
    "FetchLimits",
    "SizeLimits",
    "Source",
    "SourceOptions",
    "article_from_bytes",
    "article_from_html",
    "article_from_text",
    "fetch",
    "listed",
    "original_position",
    "sources",
    "to_original",
]
