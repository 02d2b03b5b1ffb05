"""Acts as event tables made elsewhere code them → PLOVER's types and modes."""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.knowledge.codebook import codebook
from dragoman.relations.scales import DATA


@cache
def cameo_codes() -> dict[str, tuple[Any, str | None]]:
    """Return CAMEO codes as PLOVER types with modes, None where there is none."""
    lines = (DATA / "cameo.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    found: dict[str, tuple[Any, str | None]] = {code: (type_, mode or None) for code, type_, mode, _ in rows}
    # Tables write codes with and without the zero in front. "19" stays unknown: it may be the root of
    # fighting, or what is left of 019 (a statement) once a spreadsheet has taken the zero.
    for code in list(found):
        if code.startswith("0"):
            found.setdefault(code[1:], found[code])
            if len(code) == 3 and code.endswith("0"):
                found.setdefault(code[:2], (found[code][0], None))
    return found


@cache
def types() -> frozenset[str]:
    """Return PLOVER's types."""
    return frozenset(entry.type for entry in codebook().types)


@cache
def known_mode(type_: str, mode: str) -> str | None:
    """Return a mode as the codebook writes it, None where its type has no such mode."""
    known = {entry.mode for entry in codebook().modes if entry.type == type_}
    return mode.lower() if mode.lower() in known else None
