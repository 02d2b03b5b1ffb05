"""The stage's tables: which types and statuses of events go together."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def type_weights() -> dict[frozenset[str], float]:
    """Return how much two different types that may tell of one act count for."""
    return {frozenset((one, two)): float(weight) for one, two, weight in rows_of("compatible_types.tsv")}


@cache
def status_pairs() -> dict[frozenset[str], str]:
    """Return which different statuses go together: "always", or only where both are "dated"."""
    return {frozenset((one, two)): where for one, two, where in rows_of("compatible_statuses.tsv")}


@cache
def bodies() -> dict[str, tuple[frozenset[str], str | None]]:
    """Return groups of powers by name: their states, and the state that the article must name as well."""
    return {
        name: (frozenset(states.split()), None if beside == "-" else beside)
        for names, states, beside in rows_of("bodies.tsv")
        for name in names.split("|")
    }


def rows_of(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``data/<name>``, columns parted by tabs; ``#`` begins a comment line."""
    text = (resources.files("dragoman.resolve") / "data" / name).read_text(encoding="utf-8")
    return tuple(
        tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#")
    )
