"""A user's own actors: a CSV that extends or overrides the built-in tables. Format: docs/knowledge.md."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast, get_args

from dragoman.knowledge.fold import fold
from dragoman.knowledge.loading import Tables, sort_tenures
from dragoman.knowledge.records import Entity, Tenure
from dragoman.knowledge.tables import DATA, parse_date, parse_list, read_rows, wrong
from dragoman.records import ActorKind

COLUMNS = ("name", "kind", "state", "sector", "wikidata", "aliases", "office", "start", "end")
_KINDS = get_args(ActorKind)
_WIKIDATA = re.compile(r"(?:wikidata:)?(Q[1-9]\d*)")
_PROMINENCE = 3  # a user who names somebody reads about them: the surname alone may stand


@dataclass(frozen=True, slots=True)
class _Row:
    """One checked row of a user's table."""

    line: int
    name: str
    kind: ActorKind
    state: str | None
    sector: str | None
    wikidata: str
    aliases: tuple[str, ...]
    office: str
    start: date | None
    end: date | None


def add_user_actors(tables: Tables, path: Path) -> None:
    """Read a user's actors over the built-in ones.

    A row whose ``wikidata`` or whole ``name`` is known overrides the known actor's filled cells and adds
    its aliases; any other row is a new actor. Raises KnowledgeError with file and line for a wrong row.
    """
    by_name = {fold(entity.name): key for key, entity in tables.entities.items()}
    seen: dict[str, _Row] = {}
    for row in _rows(path, tables):
        first = seen.setdefault(fold(row.name), row)
        if first is not row and (not row.office or row.kind != first.kind):
            remedy = f"merge it with line {first.line}, or give each row its own office"
            raise wrong(path, row.line, f"the name {row.name!r} occurs twice", remedy)
        key = _key(tables, row, by_name)
        by_name.setdefault(fold(row.name), key)
        _add(tables, row, key)
    sort_tenures(tables)


def _key(tables: Tables, row: _Row, by_name: dict[str, str]) -> str:
    """Return the key of the known actor that a row is about, or a new one."""
    if row.wikidata and f"wikidata:{row.wikidata}" in tables.entities:
        return f"wikidata:{row.wikidata}"
    known = by_name.get(fold(row.name))
    if known is not None:
        return known
    if row.wikidata:
        return f"wikidata:{row.wikidata}"
    return "dragoman:own-" + fold(row.name).replace(" ", "-")


def _add(tables: Tables, row: _Row, key: str) -> None:
    """Enter one row as a new actor, or over the known one."""
    old = tables.entities.get(key)
    aliases = row.aliases if old is None else tuple(dict.fromkeys((*old.aliases, *row.aliases)))
    state = row.state or (old.state if old else None)
    sector = row.sector or (old.sector if old else None)
    entity = Entity(key, row.name, row.kind, state, sector, aliases)
    tables.entities[key] = entity
    if row.kind == "person":
        tables.prominence[key] = _PROMINENCE
        tables.surfaces.add_person(entity, "")
    else:
        for number, form in enumerate((row.name, *aliases)):
            tables.surfaces.add(form, key, "alias" if number else "name")
    if row.office:
        office = tables.titles.read(row.office)
        name = office.office if office is not None else row.office
        tenure = Tenure(key, name, state or key, row.office, row.start, row.end, sector or "GOV")
        tables.tenures.setdefault(key, []).append(tenure)


def _rows(path: Path, tables: Tables) -> Iterator[_Row]:
    """Yield the checked rows of a user's CSV."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise wrong(path, 1, f"cannot be read ({error})", "give a CSV file in UTF-8") from error
    reader = csv.reader(io.StringIO(text))
    header: list[str] | None = None
    sectors = {row[0] for row in read_rows(DATA / "sectors.csv")}
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
                continue
            if header is None:
                header = _header(path, reader.line_num, cells)
                continue
            if len(cells) > len(header):
                problem = f"{len(cells)} cells under {len(header)} columns"
                raise wrong(path, reader.line_num, problem, "put a cell that holds a comma in quotes")
            named = dict(zip(header, (cell.strip() for cell in cells), strict=False))
            yield _checked(path, reader.line_num, named, tables, sectors)
    except csv.Error as error:
        raise wrong(path, reader.line_num, f"not CSV ({error})", "check its quotation marks") from error


def _header(path: Path, line: int, cells: list[str]) -> list[str]:
    """Check the names of the columns."""
    header = [cell.strip().lower() for cell in cells]
    for name in header:
        if name not in COLUMNS:
            raise wrong(path, line, f"unknown column {name!r}", "use only " + ", ".join(COLUMNS))
        if header.count(name) > 1:
            raise wrong(path, line, f"the column {name!r} occurs twice", "remove one")
    for name in ("name", "kind"):
        if name not in header:
            raise wrong(path, line, f"no column {name!r}", "the first line names the columns; add it there")
    return header


def _checked(path: Path, line: int, cells: dict[str, str], tables: Tables, sectors: set[str]) -> _Row:
    """Check the cells of one row."""
    if not fold(cells["name"]):
        raise wrong(path, line, "no name", "give the actor's full name")
    kind = cells.get("kind", "")
    if kind not in _KINDS:
        raise wrong(path, line, f"unknown kind {kind!r}", "use one of " + ", ".join(_KINDS))
    state = cells.get("state", "").upper()
    if state and state not in tables.states:
        raise wrong(path, line, f"unknown state {state!r}", "use an ISO 3166-1 alpha-3 code such as RUS")
    sector = cells.get("sector", "").upper()
    if sector and sector not in sectors:
        raise wrong(path, line, f"unknown sector {sector!r}", "use one of " + ", ".join(sorted(sectors)))
    item = _WIKIDATA.fullmatch(cells.get("wikidata", ""))
    if cells.get("wikidata") and item is None:
        raise wrong(path, line, f"bad Wikidata id {cells['wikidata']!r}", "write it as Q7747")
    start, end = (_date(path, line, name, cells.get(name, "")) for name in ("start", "end"))
    if start is not None and end is not None and end < start:
        raise wrong(path, line, "the office ends before it starts", "exchange start and end")
    if (start or end) and not cells.get("office"):
        raise wrong(path, line, "dates without an office", "name the office, or leave the dates out")
    return _Row(
        line, cells["name"], cast(ActorKind, kind), state or None, sector or None,
        item.group(1) if item else "", parse_list(cells.get("aliases", "")), cells.get("office", ""),
        start, end,
    )  # fmt: skip


def _date(path: Path, line: int, column: str, text: str) -> date | None:
    """Read a date cell."""
    try:
        return parse_date(text)
    except ValueError as error:
        remedy = "write 2015-11-23, 2015-11 or 2015"
        raise wrong(path, line, f"bad date {text!r} in column {column!r}", remedy) from error
