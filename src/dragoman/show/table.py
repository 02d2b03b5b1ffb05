"""Readings → a table of statements, one row each: for pandas, polars, or as plain dicts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dragoman.records import Reading, Statement

if TYPE_CHECKING:
    import pandas
    import polars


def statements_table(readings: Iterable[Reading]) -> list[dict[str, Any]]:
    """Return one dict a statement: document first, then the words, then who; spans as plain offsets."""
    return [_row(reading, statement) for reading in readings for statement in reading.statements]


def _row(reading: Reading, statement: Statement) -> dict[str, Any]:
    source = reading.actor(statement.source.actor) if statement.source else None
    return {
        "doc_id": reading.id,
        "text": " … ".join(span.of(reading.text) for span in statement.content),
        "statement": statement.id,
        "title": reading.article.title,
        "publication": reading.article.publication,
        "published": reading.article.published,
        "source": source.name if source else None,
        "source_ref": source.ref if source else None,
        "source_state": source.state if source else None,
        "source_sector": source.sector if source else None,
        "anonymous": source.anonymous if source else None,
        "source_text": statement.source.span.of(reading.text) if statement.source else None,
        "via": " < ".join(reading.actor(link.actor).name for link in statement.via) or None,
        "cue": " … ".join(span.of(reading.text) for span in statement.cue) or None,
        "form": statement.form,
        "force": statement.force,
        "polarity": statement.polarity,
        "about": "; ".join(reading.actor(identifier).name for identifier in statement.about) or None,
        "issues": "; ".join(statement.issues) or None,
        "parent": statement.parent,
        "start": statement.content[0].start,
        "end": statement.content[-1].end,
        "confidence": statement.confidence,
    }


def to_polars(readings: Iterable[Reading]) -> polars.DataFrame:
    """Return the table as a polars DataFrame; ImportError says which extra to install."""
    try:
        import polars
    except ImportError:
        raise ImportError("polars is not installed: pip install 'dragoman[tables]'") from None
    return polars.DataFrame(statements_table(readings), infer_schema_length=None)


def to_pandas(readings: Iterable[Reading]) -> pandas.DataFrame:
    """Return the table as a pandas DataFrame; ImportError says which extra to install."""
    try:
        import pandas
    except ImportError:
        raise ImportError("pandas is not installed: pip install 'dragoman[pandas]'") from None
    return pandas.DataFrame(statements_table(readings))
