"""Event tables made elsewhere → acts: ICEWS, GDELT, POLECAT, ACLED, and a scholar's own table of dyads.

CSV (or tab-separated) is read with the standard library, Parquet with polars where that is installed. Rows
that bear no act between two states (one state only, a code that PLOVER dropped, no day) are passed over and
counted by reason.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from dragoman.data_files import yaml_of
from dragoman.errors import NotATable
from dragoman.records import ImportedAct
from dragoman.relations.acts import Act, Report
from dragoman.relations.imported.foreign_codes import cameo_codes, known_mode, types
from dragoman.relations.imported.foreign_states import columns, states_of

FORMS: tuple[str, ...] = ("icews", "gdelt", "polecat", "acled", "dyads", "dyad_years")
"""The maps of columns that travel with the package."""
_NEEDED = ("day", "actor", "recipient")


@dataclass
class Table:
    """A table being read: iterate over it for its acts; ``passed_over`` counts reasons as it goes."""

    path: Path
    form: str
    map: Mapping[str, Any]
    passed_over: Counter[str] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[ImportedAct]:
        patterns = tuple(re.compile(p) for p in self.map.get("military", ()))
        for number, row in _rows(self.path, self.map):
            try:
                yield from self._acts(number, row, patterns)
            except (ValueError, KeyError) as error:
                told = str(error) if isinstance(error, ValueError) else f"column {error} is missing"
                raise NotATable(
                    f"{self.path}, line {number}: {told}; give --columns for other tables"
                ) from None

    def _acts(
        self, number: int, row: Mapping[str, str], patterns: tuple[re.Pattern[str], ...]
    ) -> Iterator[ImportedAct]:
        day = _day(_cell(row, self.map["day"]))
        if day is None:
            self.passed_over["no day"] += 1
            return
        actors, others = (
            states_of(_cell(row, self.map[side]), day, patterns) for side in ("actor", "recipient")
        )
        kinds = list(self._kinds(row))
        pairs = [(a, b) for a in actors for b in others if a != b]
        if not pairs:
            self.passed_over["not two states"] += 1
        elif not kinds:
            self.passed_over["no act in PLOVER"] += 1
        for type_, mode, count in kinds if pairs else ():
            for a, b in pairs:
                yield ImportedAct(
                    number, day, type_, mode, a, b, count / len(pairs), self._score(row), self._outlet(row),
                )  # fmt: skip

    def _kinds(self, row: Mapping[str, str]) -> Iterator[tuple[Any, str | None, float]]:
        """Yield types with modes and counts of a row."""
        for column, kind in self.map.get("counts", {}).items():
            count = _number(_cell(row, column) or "0", column)
            if count:
                yield kind[0], kind[1] if len(kind) > 1 else None, count
        count = _number(_cell(row, self.map["count"]) or "1", "count") if "count" in self.map else 1.0
        if "cameo" in self.map:
            found = cameo_codes().get(_cell(row, self.map["cameo"]))
            if found:
                yield *found, count
        elif "type" in self.map:
            told = _cell(row, self.map["type"])
            if "types" in self.map:
                kind = self.map["types"].get(told)
                if kind:
                    yield kind[0], kind[1] if len(kind) > 1 else None, count
            elif told.upper() in types():
                mode = _cell(row, self.map["mode"]) if "mode" in self.map else ""
                yield told.upper(), known_mode(told.upper(), mode), count

    def _score(self, row: Mapping[str, str]) -> float | None:
        told = _cell(row, self.map["score"]) if "score" in self.map else ""
        score = _number(told, "score") if told else None
        if score is not None and not -1 <= score <= 1:
            raise ValueError(f"the score {told} is not between -1 and 1")
        return score

    def _outlet(self, row: Mapping[str, str]) -> str:
        if "outlet_host" in self.map:
            return (urlsplit(_cell(row, self.map["outlet_host"])).hostname or "").removeprefix("www.")
        return _cell(row, self.map["outlet"]) if "outlet" in self.map else ""


def open_table(path: Path, form: str | None = None, map_: Path | None = None) -> Table:
    """Return a table ready to be read; its form is told by its header where none is given.

    ``map_`` is a YAML map of columns of the user's own. NotATable where no form fits, with what is wanted.
    """
    header = _header(path)
    if map_ is not None:
        return Table(path, map_.stem, _checked(_own(map_), header, map_.name))
    if form is not None:
        if form not in FORMS:
            raise NotATable(f"there is no form {form!r}; there are {', '.join(FORMS)}")
        return Table(path, form, _checked(columns()[form], header, form))
    for name in FORMS:
        if not _lacking(columns()[name], header):
            return Table(path, name, columns()[name])
    raise NotATable(
        f"{path}: its columns ({', '.join(header[:6])}, …) are those of no form that is known "
        f"({', '.join(FORMS)}); say where they are with --columns"
    )


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, read in pieces."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            found.update(piece)
    return found.hexdigest()


def act_of(one: ImportedAct, file: str) -> Act:
    """Return an imported row as an act with one report without a span; ``file`` names its file."""
    row = f"{file}:{one.row}:{one.type}:{one.actor}:{one.recipient}"
    report = Report(row, one.outlet or None, one.outlet or file, row, one.day, row)
    return Act(
        row, one.day, one.type, one.mode, "done", (one.actor,), (one.recipient,), (report,),
        count=one.count, score=one.score,
    )  # fmt: skip


def _own(path: Path) -> Mapping[str, Any]:
    try:
        read = yaml_of(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise NotATable(f"{path}: not well formed: {' '.join(str(error).split())}") from None
    lacks = [name for name in _NEEDED if not isinstance(read, dict) or name not in read]
    if lacks or not {"type", "cameo", "counts", "score"} & set(read):
        raise NotATable(
            f"{path}: a map of columns names day, actor, recipient, and type, cameo, counts or score"
        )
    if not {"type", "cameo", "counts"} & set(read):
        read["type"] = ""
    return dict(read)


def _checked(map_: Mapping[str, Any], header: list[str], name: str) -> Mapping[str, Any]:
    lacks = _lacking(map_, header)
    if lacks:
        raise NotATable(f"the form {name} needs the column {lacks[0]!r}, which the file has not")
    return map_


def _lacking(map_: Mapping[str, Any], header: list[str]) -> list[str]:
    """Return the columns of a map that a header lacks; none where the map counts by position and it fits."""
    if len(header) in map_.get("width", ()) and map_["day"] not in header:
        return []
    there, optional = {name.lower() for name in header}, map_.get("optional", ())
    keys = [k for k in ("day", "actor", "recipient", "type", "mode", "cameo", "count", "score") if k in map_]
    wanted = [str(map_[k]) for k in keys if k not in optional and map_[k]] + list(map_.get("counts", {}))
    return [name for name in wanted if name.lower() not in there]


def _header(path: Path) -> list[str]:
    if path.suffix.lower() == ".parquet":
        return list(_polars().read_parquet_schema(path))
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return next(csv.reader(stream, delimiter=_delimiter(path)), [])
    except OSError as error:
        raise NotATable(f"it cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise NotATable("it is no text in UTF-8; a table is CSV or Parquet") from None


def _rows(path: Path, map_: Mapping[str, Any]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row's line and its cells by the lower-case names of columns."""
    if path.suffix.lower() == ".parquet":
        frame = _polars().read_parquet(path)
        for number, row in enumerate(frame.iter_rows(named=True), 1):
            yield number, {k.lower(): "" if v is None else str(v) for k, v in row.items()}
        return
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        reader = csv.reader(stream, delimiter=_delimiter(path))
        first = next(reader, [])
        places = {name.lower(): i for i, name in enumerate(first)}
        if len(first) in map_.get("width", ()) and map_["day"] not in first:
            places = {name.lower(): i for name, i in map_["positions"].items()}
            yield 1, {name: first[i] for name, i in places.items()}
        for row in reader:
            if row:
                yield reader.line_num, {name: row[i] if i < len(row) else "" for name, i in places.items()}


def _delimiter(path: Path) -> str:
    with path.open(encoding="utf-8-sig", errors="replace") as stream:
        first = stream.readline()
    return max("\t,;", key=first.count)


def _polars() -> Any:
    try:
        import polars
    except ImportError:
        raise NotATable(
            "reading Parquet needs polars: pip install 'dragoman[tables]' (or give CSV)"
        ) from None
    return polars


def _cell(row: Mapping[str, str], column: str) -> str:
    return row.get(column.lower(), "").strip() if column else ""


def _day(text: str) -> date | None:
    if not text:
        return None
    if re.fullmatch(r"\d{4}", text):
        return date(int(text), 7, 1)
    if re.fullmatch(r"\d{8}", text):
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    return date.fromisoformat(text[:10])


def _number(text: str, column: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ValueError(f"{column} {text!r} is no number") from None
