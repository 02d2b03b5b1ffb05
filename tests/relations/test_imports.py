"""Event tables made elsewhere, read as acts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars
import pytest

from dragoman.errors import NotATable
from dragoman.relations import closeness
from dragoman.relations.imported.imports import FORMS, act_of, digest_of, open_table

ICEWS = (
    "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name"
    "\tTarget Country\tPublisher\n"
    "1\t2015-11-23\tA\tIran\tx\t042\t1.9\tB\tRussian Federation\tDaily Example\n"
    "2\t2015-11-24\tA\tTurkey\tx\t190\t-10\tB\tSyria\tDaily Example\n"
    "3\t2015-11-24\tA\tIran\tx\t010\t0\tB\tSyria\tDaily Example\n"
    "4\t2015-11-24\tA\tIran\tx\t163\t-8\tB\tIran\tDaily Example\n"
)  # fmt: skip


def written(folder: Path, name: str, text: str) -> Path:
    """Write a table and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_icews(tmp_path: Path) -> None:
    """Names become states, CAMEO codes PLOVER's types; speech and a state's own affairs are passed over."""
    table = open_table(written(tmp_path, "e.tab", ICEWS))
    found = list(table)
    assert table.form == "icews"
    told = [(one.day, one.type, one.mode, one.actor, one.recipient, one.outlet) for one in found]
    assert told == [
        (date(2015, 11, 23), "CONSULT", "visit", "IRN", "RUS", "Daily Example"),
        (date(2015, 11, 24), "ASSAULT", None, "TUR", "SYR", "Daily Example"),
    ]
    assert dict(table.passed_over) == {"no act in PLOVER": 1, "not two states": 1}


def test_gdelt_without_a_header(tmp_path: Path) -> None:
    """GDELT's files have no header: columns count by place, and the outlet is the address's host."""
    cells = [""] * 58
    cells[1], cells[7], cells[17], cells[26], cells[30] = "20151124", "TUR", "RUS", "190", "-10.0"
    cells[57] = "https://www.example.org/a"
    found = list(open_table(written(tmp_path, "g.csv", "\t".join(cells) + "\n"), "gdelt"))
    assert [(one.day, one.type, one.actor, one.recipient, one.outlet) for one in found] == [
        (date(2015, 11, 24), "ASSAULT", "TUR", "RUS", "example.org")
    ]


def test_polecat_with_several_states(tmp_path: Path) -> None:
    """PLOVER's own types are taken as they are, and several states divide the act among their pairs."""
    text = (
        "Event Date,Event Type,Event Mode,Actor Country,Recipient Country,Source\n"
        "2020-03-01,CONSULT,visit,RUS,IRN; TUR,Example\n2020-03-01,PARTY,,RUS,IRN,Example\n"
    )
    found = list(open_table(written(tmp_path, "p.csv", text)))
    assert [(one.mode, one.recipient, one.count) for one in found] == [
        ("visit", "IRN", 0.5),
        ("visit", "TUR", 0.5),
    ]


def test_acled_names_forces(tmp_path: Path) -> None:
    """A state acts where its forces do; rebels are no state."""
    text = (
        "event_date,event_type,sub_event_type,actor1,actor2,source\n"
        "2022-03-01,Battles,Armed clash,Military Forces of Russia (2000-),"
        "Military Forces of Ukraine (2019-),X\n"
        "2022-03-01,Battles,Armed clash,Some Front,Military Forces of Ukraine (2019-),X\n"
    )
    found = list(open_table(written(tmp_path, "a.csv", text)))
    assert [(one.type, one.mode, one.actor, one.recipient) for one in found] == [
        ("ASSAULT", "firearms", "RUS", "UKR")
    ]


def test_a_scholars_own_table(tmp_path: Path) -> None:
    """A line for a pair and a day is enough; counts and scores of one's own are taken."""
    text = "day,a,b,type,count,score\n2015-11-23,RUS,IRN,AGREE,3,\n2015,RUS,IRN,SANCTION,1,-0.8\n"
    found = list(open_table(written(tmp_path, "own.csv", text)))
    assert [(one.day, one.count, one.score) for one in found] == [
        (date(2015, 11, 23), 3.0, None), (date(2015, 7, 1), 1.0, -0.8)
    ]  # fmt: skip


def test_counts_by_quad_and_numbers_of_states(tmp_path: Path) -> None:
    """A table of yearly counts gives one act for each kind that it counts, states by their COW numbers."""
    text = (
        "cow1,cow2,year,verbal_cooperation,material_cooperation,verbal_conflict,material_conflict\n"
        "365,630,2004,12,2,0,1\n"
    )
    found = list(open_table(written(tmp_path, "d.csv", text)))
    assert [(one.type, one.count, one.actor, one.recipient) for one in found] == [
        ("AGREE", 12.0, "RUS", "IRN"), ("COOPERATE", 2.0, "RUS", "IRN"), ("COERCE", 1.0, "RUS", "IRN")
    ]  # fmt: skip


def test_a_map_of_ones_own(tmp_path: Path) -> None:
    """Other columns are taken by a map; one that lacks what is needed is refused with a word."""
    table = written(tmp_path, "t.csv", "when,who,whom,what\n2015-11-23,Iran,Russia,AGREE\n")
    map_ = written(tmp_path, "m.yaml", "{day: when, actor: who, recipient: whom, type: what}\n")
    assert [one.type for one in open_table(table, None, map_)] == ["AGREE"]
    with pytest.raises(NotATable, match="names day, actor, recipient"):
        open_table(table, None, written(tmp_path, "n.yaml", "{day: when}\n"))
    with pytest.raises(NotATable, match="those of no form"):
        open_table(table)
    with pytest.raises(NotATable, match="needs the column"):
        open_table(table, "icews")


def test_what_is_no_table_is_said_in_words(tmp_path: Path) -> None:
    """A file that isn't there, and one that is no text, are refused without a number of the system's."""
    with pytest.raises(NotATable, match=r"^it cannot be read: No such file"):
        open_table(tmp_path / "nowhere.csv")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\xff\xfe")
    with pytest.raises(NotATable, match="no text in UTF-8"):
        open_table(tmp_path / "picture.csv")


def test_a_bad_row_is_named(tmp_path: Path) -> None:
    """A cell that cannot be read is told with file and line."""
    path = written(tmp_path, "own.csv", "day,a,b,type,count\n2015-11-23,RUS,IRN,AGREE,three\n")
    with pytest.raises(NotATable, match=r"own\.csv, line 2: count 'three' is no number"):
        list(open_table(path))


def test_parquet(tmp_path: Path) -> None:
    """Parquet gives the same acts as the CSV of the same table."""
    frame = polars.DataFrame({"day": ["2015-11-23"], "a": ["RUS"], "b": ["IRN"], "type": ["AID"]})
    frame.write_parquet(tmp_path / "t.parquet")
    frame.write_csv(tmp_path / "t.csv")
    strip = lambda one: (one.day, one.type, one.actor, one.recipient)  # noqa: E731
    assert [strip(o) for o in open_table(tmp_path / "t.parquet")] == [
        strip(o) for o in open_table(tmp_path / "t.csv")
    ]


def test_imported_acts_are_measured_without_spans(tmp_path: Path) -> None:
    """They are acts like others, and no report of theirs claims a span."""
    path = written(tmp_path, "e.tab", ICEWS)
    acts = [act_of(one, digest_of(path)[:12]) for one in open_table(path)]
    assert all(report.span is None for one in acts for report in one.reports)
    series = closeness(acts, ("IRN", "RUS"))
    assert series.engagement[0] > 0
    assert set(FORMS) >= {"icews", "gdelt", "polecat", "acled", "dyads"}
