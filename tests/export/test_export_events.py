"""Event rows and dyad-year rows."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from export_strategies import PROPERTY, readings
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export import dyads, events
from dragoman.export.gathering import documents
from dragoman.export.tables import Row, table
from dragoman.records import Actor, DateMention, Event, EventType, Reading, Span, Status
from sample_reading import sample_reading

POLECAT = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|"
    "Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|"
    "Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|"
    "Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|"
    "Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|"
    "Story Organizations|Story Locations|Language|Version"
).split("|")


def told(*events_: Event, published: date | None = date(2015, 11, 24), day: date | None = None) -> Reading:
    """A reading of a made-up article about Germany, Yemen and a Russian envoy."""
    base = sample_reading()
    place = (Span(0, 5),)
    actors = (
        Actor("a1", "Germany", "state", "DEU", None, None, "wikidata:Q183", False, (), place),
        Actor("a2", "Yemen", "state", "YEM", None, None, "wikidata:Q805", False, (), place),
        Actor("a3", "Mira Sampleova", "person", "RUS", "GOV", "envoy", None, False, (), place),
        Actor("a4", "rebels", "group", None, "REB", None, None, True, (), place),
    )
    dates = (DateMention("d1", day, day, Span(0, 5)),) if day else ()
    article = replace(base.article, published=published)
    return Reading(article, actors, (), base.versions, events_, dates=dates)


def act(
    number: int, acting: str, receiving: str, type_: EventType = "AID", status: Status = "done",
    on: str | None = None,
) -> Event:  # fmt: skip
    """An event between actors named by their ids."""
    return Event(
        f"e{number}", type_, None, ("economic", "health"), tuple(acting.split()), tuple(receiving.split()),
        Span(0, 5), Span(0, 13), on, None, status, (), None, 0.75,
    )  # fmt: skip


def event_rows(*found: Reading) -> list[Row]:
    """The event rows of readings."""
    return [row for document in documents(found) for row in events.event_rows(document)]


def test_columns_are_polecats_and_then_ours(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """The file begins with POLECAT's columns in its order; tabs part cells, and no cell is empty."""
    events.write(press, tmp_path / "events.tsv")
    with (tmp_path / "events.tsv").open(encoding="utf-8", newline="") as lines:
        header, *back = csv.reader(lines, delimiter="\t")
    assert header[: len(POLECAT)] == POLECAT and header == table("events").header
    assert len(back) == sum(len(reading.events) for reading in press[:-1])
    assert all(len(row) == len(header) and all(row) for row in back)
    assert len({row[0] for row in back}) == len(back)


def test_one_row_an_event_with_its_status() -> None:
    """Several actors are lists in one order; a status that is no fact stays in view; scores are PLOVER's."""
    (row,) = event_rows(told(act(1, "a1 a4", "a2", status="negated")))
    assert (row["Actor Name"], row["Actor Country"], row["Actor COW"]) == (
        "Germany; rebels", "DEU; None", "255; None",
    )  # fmt: skip
    assert (row["Recipient COW"], row["Recipient GW"], row["Actor GW"]) == ("679", "678", "260; None")
    assert (row["Status"], row["Intensity"], row["Quad Code"]) == ("negated", 10.0, "MATERIAL COOPERATION")
    assert (row["Contexts"], row["Confidence"]) == ("economic; health", 0.75)
    assert row["Story People"] == "Mira Sampleova" and row["Story Locations"] == "Germany; Yemen"


def test_codes_and_days_are_the_events_own() -> None:
    """A dated event has its own day, and its states the numbers of that day; else the day of publication."""
    (old,) = event_rows(told(act(1, "a1", "a2", on="d1"), day=date(1985, 3, 1)))
    assert (old["Event Date"], old["Date Basis"]) == ("1985-03-01", "text")
    assert (old["Actor COW"], old["Recipient COW"]) == ("260", "678")
    (new,) = event_rows(told(act(1, "a1", "a2")))
    assert (new["Event Date"], new["Date Basis"]) == ("2015-11-24", "publication")
    (none,) = event_rows(told(act(1, "a1", "a2"), published=None))
    assert (none["Event Date"], none["Date Basis"]) == (None, None)


def test_text_is_what_the_span_covers(press: tuple[Reading, ...]) -> None:
    """Every row's text and trigger stand in its document, the text at its place."""
    texts = {reading.id[:12]: reading.text for reading in press}
    for row in event_rows(*press):
        text = texts[str(row["Document"])]
        assert text[int(row["Start"] or 0) : int(row["End"] or 0)] == row["Text"]
        assert str(row["Trigger"]) in text


def dyad_rows(*found: Reading) -> dict[tuple[object, ...], Row]:
    """The dyad-year rows of readings by their keys."""
    made = list(dyads.dyad_years(documents(found)))
    assert all(list(row) == table("dyads").header for row in made)
    keyed = {(row["iso3_1"], row["iso3_2"], row["year"]): row for row in made}
    assert len(keyed) == len(made)
    return keyed


def test_only_what_happened_enters_the_classes() -> None:
    """A planned and a denied act are counted by status, and nowhere else."""
    given_ = (act(1, "a1", "a2"), act(2, "a1", "a2", status="planned"), act(3, "a1", "a2", status="negated"))
    row = dyad_rows(told(*given_))["DEU", "YEM", 2015]
    assert (row["events"], row["happened"], row["aid"], row["material_cooperation"]) == (3, 1, 1, 1)
    assert (row["status_done"], row["status_planned"], row["status_negated"]) == (1, 1, 1)
    assert row["mean_score"] == 10.0 and row["documents"] == 1
    assert (row["cow_1"], row["gw_1"], row["cow_2"], row["gw_2"]) == (255, 260, 679, 678)


def test_people_stand_for_their_states_and_meetings_go_both_ways() -> None:
    """An envoy's act is her state's; a meeting without a recipient ties each two states both ways."""
    found = dyad_rows(told(act(1, "a1 a3", "", "CONSULT"), act(2, "a4", "a2", "ASSAULT"), act(3, "a1", "a1")))
    assert set(found) == {("DEU", "RUS", 2015), ("RUS", "DEU", 2015)}


def test_a_reprinted_text_counts_once(press: tuple[Reading, ...]) -> None:
    """Copies of one text leave the counts as they are."""
    assert dyad_rows(*press) == dyad_rows(*press[:-1])


@pytest.mark.parametrize("name", ["dyads.csv", "dyads.tsv"])
def test_file_is_sorted_and_stable(press: tuple[Reading, ...], tmp_path: Path, name: str) -> None:
    """The file is the same whatever the input's order, and sorted by states and year."""
    dyads.write(press, tmp_path / name)
    first = (tmp_path / name).read_bytes()
    dyads.write(reversed(press), tmp_path / name)
    assert (tmp_path / name).read_bytes() == first
    delimiter = "," if name.endswith("csv") else "\t"
    rows = list(csv.DictReader(first.decode().splitlines(), delimiter=delimiter))
    keys = [(row["iso3_1"], row["iso3_2"], int(row["year"])) for row in rows]
    assert keys == sorted(keys) and keys


@PROPERTY
@given(st.lists(readings(), max_size=3))
def test_classes_and_types_add_up(found: list[Reading]) -> None:
    """Statuses add up to all events, types and classes to what happened; no state faces itself."""
    for row in dyad_rows(*found).values():
        numbers = {name: value for name, value in row.items() if isinstance(value, int)}
        assert sum(n for name, n in numbers.items() if name.startswith("status_")) == row["events"]
        assert (
            sum(n for name, n in numbers.items() if name.endswith(("_cooperation", "_conflict")))
            == (row["happened"])
        )
        types = [
            column.name
            for column in table("dyads").columns
            if column.meaning.startswith("events of the type")
        ]
        assert sum(numbers[name] for name in types) == row["happened"]
        assert row["iso3_1"] != row["iso3_2"]
