"""Records ↔ plain JSON values: spans as ``[start, end]``, days as ``YYYY-MM-DD``, the records' own names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from dragoman.records import Event, Span

Record = TypeVar("Record")


def _converter() -> Converter:
    made = Converter(forbid_extra_keys=True)
    made.register_unstructure_hook(Span, list)
    made.register_structure_hook(Span, lambda pair, _: Span(*pair))
    made.register_unstructure_hook(date, date.isoformat)
    made.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    # The contract has a trigger in parts; ours is always in one.
    parts: dict[str, Any] = {
        "trigger": override(
            unstruct_hook=lambda span: [list(span)], struct_hook=lambda spans, _: Span(*spans[0])
        )
    }
    made.register_unstructure_hook(Event, make_dict_unstructure_fn(Event, made, **parts))
    made.register_structure_hook(Event, make_dict_structure_fn(Event, made, **parts))
    return made


_CONVERTER = _converter()


def plain(record: object) -> Any:
    """Return a record, or a sequence of records, as JSON values, keys in the record's order."""
    found = _CONVERTER.unstructure(record)
    return list(found) if isinstance(found, tuple) else found


def records(kind: type[Record], rows: list[dict[str, Any]]) -> tuple[Record, ...]:
    """Return the records of a kind that ``plain`` wrote.

    ``cattrs.ClassValidationError`` where a field is missing, unknown or of another type.
    """
    structure: Callable[[Any, type[Record]], Record] = _CONVERTER.structure
    return tuple(structure(row, kind) for row in rows)
