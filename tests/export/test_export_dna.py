"""Discourse Network Analyzer's event list."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

from dragoman.export.dna import write
from dragoman.export.tables import table
from dragoman.records import Position, Reading, Stance
from sample_reading import sample_reading, span

DNA = (
    "statement ID;time;document ID;document title;author;source;section;type;text;person;organization;concept"
)


def rows(found: list[Reading], path: Path) -> list[dict[str, str]]:
    """Write readings and read the list back, as DNA's readers do: semicolons, no quotation marks inside."""
    write(found, path)
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def position(stance: Stance, leaning: str | None = None, actor: str = "a1") -> Position:
    """A position on a made-up proposition."""
    return Position(
        actor, "peace talks", "talks; “soon”", stance, None, "plain", span("hopeful"), "s1", 0.9,
        leaning=leaning,  # type: ignore[arg-type]
    )  # fmt: skip


def test_columns_are_dnas_and_then_ours(tmp_path: Path) -> None:
    """The header begins as DNA's own, with its variables, and a row keeps the stable ids."""
    reading = replace(sample_reading(), positions=(position("for"), position("against", actor="a3")))
    first, second = rows([reading], tmp_path / "dna.csv")
    assert list(first) == table("dna").header
    assert (tmp_path / "dna.csv").read_text("utf-8").startswith(DNA)
    assert (first["person"], first["organization"], first["agreement"]) == ("Mira Sampleova", "RUS", "1")
    assert (second["person"], second["organization"], second["agreement"]) == ("", "Specimen Wire", "0")
    assert (first["time"], first["concept"]) == ("2015-11-24 00:00:00", "talks, “soon”")
    assert first["position"] == f"{reading.id[:12]}:p1" and first["actor"] == "wikidata:Q1"


def test_what_takes_no_side_is_left_out(tmp_path: Path) -> None:
    """Neutral and open conditional stances have no agreement; a leaning one counts on its side."""
    positions = (position("neutral"), position("conditional"), position("conditional", "against"))
    (row,) = rows([replace(sample_reading(), positions=positions)], tmp_path / "dna.csv")
    assert (row["agreement"], row["stance"]) == ("0", "conditional") and row["position"].endswith(":p3")


def test_list_is_stable(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """The order of the input changes nothing, and spans point at the quoted words."""
    found = rows(list(press), tmp_path / "dna.csv")
    assert found == rows(list(reversed(press)), tmp_path / "dna.csv")
    texts = {reading.id[:12]: reading.text for reading in press}
    assert [row["statement ID"] for row in found] == [str(number) for number in range(1, len(found) + 1)]
    for row in found:
        quoted = texts[row["document"]][int(row["start"]) : int(row["end"])]
        assert row["text"] == " ".join(quoted.replace(";", ",").replace('"', "'").split())
