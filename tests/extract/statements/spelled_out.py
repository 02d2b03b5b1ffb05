"""Reads statements from spelled-out trees and puts their parts into plain strings, for the tests."""

from __future__ import annotations

from analysis_table import analysis_from_table, article_from_text
from dragoman.extract.statements import find_statements
from dragoman.records import StatementDraft


def read(text: str, table: str, roles: str = "") -> list[StatementDraft]:
    """Return the statements of a text with its tree spelled out."""
    return find_statements(article_from_text(text), analysis_from_table(text, table, roles=roles))


def parts(text: str, draft: StatementDraft) -> tuple[str | None, list[str], list[str], list[str]]:
    """Return a draft's source, cue, content and chain as strings."""
    return (
        None if draft.source is None else draft.source.of(text),
        [span.of(text) for span in draft.cue],
        [span.of(text) for span in draft.content],
        [span.of(text) for span in draft.via],
    )
