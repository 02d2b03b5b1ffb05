"""States as event tables made elsewhere write them → ISO 3166 alpha-3."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from dragoman.data_files import yaml_of
from dragoman.knowledge.fold import fold
from dragoman.knowledge.states import state_codes
from dragoman.knowledge.tables import DATA as TABLES
from dragoman.knowledge.tables import parse_list, read_rows
from dragoman.relations.scales import DATA


@cache
def columns() -> dict[str, Any]:
    """Return the maps of columns that travel with the package, by name."""
    found: dict[str, Any] = yaml_of((DATA / "columns.yaml").read_text(encoding="utf-8"))
    return found


def states_of(cell: str, on: date, patterns: tuple[re.Pattern[str], ...] = ()) -> tuple[str, ...]:
    """Return the states that a cell names, each once; nothing for what is no state.

    ISO codes, CAMEO's, names ("Iran", "Islamic Republic of Iran") and numbers of the Correlates of War on a
    day are known. ``patterns`` find a state in the name of its forces or government; where they are given,
    nothing but they count.
    """
    found: dict[str, None] = {}
    for part in cell.split(";"):
        name = part.strip()
        if patterns:
            match = next(
                (m for pattern in patterns if (m := pattern.fullmatch(name) or pattern.match(name))), None
            )
            name = match[1].strip() if match else ""
        state = _state(name, on.year if name.isdigit() else 0)
        if state:
            found[state] = None
    return tuple(found)


@cache
def _state(name: str, year: int) -> str | None:
    if not name:
        return None
    if name.isdigit():
        return _by_number(year).get(int(name))
    code = columns()["states"].get(name, name)
    return code if code in _by_name().values() else _by_name().get(fold(name))


@cache
def _by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in read_rows(TABLES / "countries.csv"):
        for name in (row[5], row[6], *parse_list(row[7])):
            if name:
                names.setdefault(fold(name), row[0])
        names.setdefault(row[0], row[0])
    return names


@cache
def _by_number(year: int) -> dict[int, str]:
    """Return the states by their number in the Correlates of War, on the last day of a year."""
    on = date(year, 12, 31)
    found: dict[int, str] = {}
    for iso3 in sorted(set(_by_name().values())):
        codes = state_codes(iso3, on)
        if codes and codes.cow is not None:
            found.setdefault(codes.cow, iso3)
    return found
