"""CSV tables: keys, references, quotes, order, and the description that goes with them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

import jsonschema
import pytest
from export_strategies import PROPERTY, readings
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DestinationError
from dragoman.export.csv import write
from dragoman.export.gathering import documents
from dragoman.export.table_rows import rows_of
from dragoman.export.tables import Row, tables
from dragoman.records import Reading

PROFILE = json.loads((Path(__file__).parent / "datapackage_profile.json").read_text(encoding="utf-8"))


def rows(found: Iterable[Reading]) -> dict[str, list[Row]]:
    """All rows of readings, by table."""
    out: dict[str, list[Row]] = {table.name: [] for table in tables()}
    for document in documents(found):
        for name, row in rows_of(document):
            out[name].append(row)
    return out


def check(found: dict[str, list[Row]]) -> None:
    """Assert what holds of all tables: columns, keys, references, quotes."""
    texts = {row["doc_id"]: str(row["text"]) for row in found["documents"]}
    for table in tables():
        keys = [tuple(row[column] for column in table.key) for row in found[table.name]]
        assert len(keys) == len(set(keys)) and all(None not in key for key in keys), table.name
        for row in found[table.name]:
            assert list(row) == table.header, table.name
            if "quote" in row:
                assert texts[row["doc_id"]][int(row["start"] or 0) : int(row["end"] or 0)] == row["quote"]
        for column, (other, key) in table.references.items():
            known = {row[key] for row in found[other]} | {None}
            assert {row[column] for row in found[table.name]} <= known, (table.name, column)


@PROPERTY
@given(st.lists(readings(), max_size=4))
def test_keys_references_and_quotes_hold(found: list[Reading]) -> None:
    """Every row's key is its own, what it refers to is there, and each quote is what its span covers."""
    check(rows(found))


@PROPERTY
@given(st.lists(readings(), max_size=4), st.randoms())
def test_rows_do_not_depend_on_the_order_of_the_input(found: list[Reading], chance: object) -> None:
    """The same readings, in another order and some of them twice, give the same rows."""
    other = [*found, *found[:1]]
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert rows(other) == rows(found)


def test_press_holds(press: tuple[Reading, ...]) -> None:
    """What Dragoman reads in the sample press fills every table, and all of it holds together."""
    found = rows(press)
    check(found)
    assert all(found.values()), [name for name, entries in found.items() if not entries]


def test_a_text_printed_twice_is_one_document_with_two_copies(press: tuple[Reading, ...]) -> None:
    """A copy adds an appearance and nothing else; the document's facts are those of the earliest one."""
    once, twice = rows(press[:-1]), rows(press)
    shared = press[-1].id[:12]
    assert [row["copies"] for row in twice["documents"] if row["doc_id"] == shared] == [2]
    assert [row["publication"] for row in twice["copies"] if row["doc_id"] == shared] == [
        press[0].article.publication, "Copy Courier",
    ]  # fmt: skip
    for name in twice:
        if name not in ("documents", "copies"):
            assert once[name] == twice[name]


def test_files_hold_what_the_rows_hold(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """Each file reads back, cell by cell, as its rows; texts keep their line ends and quotation marks."""
    write(press, tmp_path / "out")
    expected = rows(press)
    for table in tables():
        with (tmp_path / "out" / f"{table.name}.csv").open(encoding="utf-8", newline="") as lines:
            back = list(csv.DictReader(lines))
        assert len(back) == len(expected[table.name])
        for row, was in zip(back, expected[table.name], strict=True):
            for name, value in was.items():
                shown = str(value).lower() if isinstance(value, bool) else str("" if value is None else value)
                assert row[name] == shown


def test_same_input_same_bytes(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """Two archives of the same readings, one made in reverse order, are equal byte by byte."""
    write(press, tmp_path / "a.zip")
    write(reversed(press), tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        names = packed.namelist()
        assert names == sorted([*(f"{table.name}.csv" for table in tables()), "datapackage.json"])
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_description_follows_the_profile(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """``datapackage.json`` is a Data Package: names, paths, schemas, keys; and it describes what is there."""
    write(press, tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        package = json.loads(packed.read("datapackage.json"))
        jsonschema.Draft202012Validator(PROFILE).validate(package)
        for resource in package["resources"]:
            with packed.open(resource["path"]) as lines:
                header = next(csv.reader(io.TextIOWrapper(lines, "utf-8", newline="")))
            assert header == [field["name"] for field in resource["schema"]["fields"]]
    assert package["dragoman"]["versions"][0]["model"] == press[0].versions.model


def test_frictionless_accepts_the_package(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """The Data Package's own library finds no fault: types, constraints, unique keys, foreign keys."""
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    write(press, tmp_path / "out")
    report = frictionless.validate(str(tmp_path / "out" / "datapackage.json"))
    assert report.valid, report.flatten(["fieldName", "message"])[:5]


def test_nothing_read_is_tables_with_headers_alone(tmp_path: Path) -> None:
    """No reading at all is an export with no rows, not an error."""
    write([], tmp_path / "out")
    assert all(
        (tmp_path / "out" / f"{table.name}.csv").read_bytes() == (",".join(table.header) + "\r\n").encode()
        for table in tables()
    )


def test_other_files_are_never_replaced(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """A folder with files of others' stays; an earlier export gives way; a failure leaves nothing behind."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep")
    with pytest.raises(DestinationError, match="holds other files"):
        write(press[:1], tmp_path / "mine")
    write(press[:1], tmp_path / "out")
    write(press[:2], tmp_path / "out")

    def breaking() -> Iterable[Reading]:
        yield press[0]
        raise RuntimeError("the source broke")

    before = (tmp_path / "out" / "documents.csv").read_bytes()
    with pytest.raises(RuntimeError):
        write(breaking(), tmp_path / "out")
    assert (tmp_path / "out" / "documents.csv").read_bytes() == before
    with pytest.raises(DestinationError, match="cannot write"):
        write(press[:1], tmp_path / "missing" / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "out"]
