"""The measure of actor strings: gold that holds together, and a judge that is fair."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from bench.actors import NON_STATE, answer, faults, figures, judge, tables
from bench.strings import DEVELOPMENT, HELD_OUT, GoldString, WrongGold, read_strings

from dragoman.knowledge import Knowledge
from dragoman.knowledge.tables import DATA, read_rows
from dragoman.pipeline import Reader
from dragoman.records import Span

TEXT = "Norland's guards fired."


def gold(states: tuple[str | None, ...], sectors: tuple[str | None, ...] = ("MIL",)) -> GoldString:
    """Return one phrase of TEXT with its right answers."""
    return GoldString("x1", "people", TEXT, Span(0, 16), "2014-01-02", states, sectors)


def test_the_sets_hold_together() -> None:
    """Four hundred held out and more for development; no id, and no sentence, stands in both."""
    held, open_ = read_strings(HELD_OUT), read_strings(DEVELOPMENT)
    assert len(held) == 400 and len(open_) >= 250
    rows = (*held, *open_)
    assert len({row.id for row in rows}) == len({row.text for row in rows}) == len(rows)


def test_the_codes_are_known() -> None:
    """States are those of the tables, or PLOVER's codes beyond states; sectors are PLOVER's."""
    states = {row[0] for row in read_rows(DATA / "countries.csv")} | NON_STATE | {None}
    states |= {"KOS", "XKO", "YUG", "SCG"}
    sectors = {row[0] for row in read_rows(DATA / "sectors.csv")} | {"ELI", None}
    for row in (*read_strings(HELD_OUT), *read_strings(DEVELOPMENT)):
        assert set(row.states) <= states and set(row.sectors) <= sectors, row.id
        assert 1994 < date.fromisoformat(row.published).year < 2025


def test_the_held_out_set_is_spread_widely() -> None:
    """Fifteen kinds, ninety states or more, none of them more than an eighth."""
    rows = read_strings(HELD_OUT)
    states = Counter(row.states[0] for row in rows if row.states[0])
    assert len({row.kind for row in rows}) == 15
    assert len(states) >= 80 and max(states.values()) <= len(rows) / 8


@pytest.mark.parametrize(
    ("states", "said", "sector", "verdict"),
    [
        (("NOR",), "NOR", None, "right"),
        (("NOR", "SUD"), "SUD", None, "right"),
        (("NOR",), "SUD", None, "wrong"),
        (("NOR",), None, "MIL", "open"),
        (("IGO",), None, "IGO", "right"),
        (("NOR",), None, "IGO", "wrong"),
        ((None,), "NOR", None, "invented"),
        ((None,), None, None, "none"),
        (("MNC", "GBR"), "GBR", "BUS", "right"),
    ],
)
def test_states_are_judged(
    states: tuple[str | None, ...], said: str | None, sector: str | None, verdict: str
) -> None:
    """Right, wrong, open and invented are told apart; a code beyond states answers for the state."""
    assert judge(gold(states), said, sector).state == verdict


@pytest.mark.parametrize(
    ("sectors", "said", "verdict"),
    [
        (("MIL",), "MIL", "right"),
        (("MIL", "COP"), "COP", "right"),
        (("MIL",), "GOV", "wrong"),
        (("MIL",), "IGO", "open"),
        (("MIL", None), None, "right"),
        ((None,), "IGO", "none"),
        ((None,), "GOV", "invented"),
    ],
)
def test_sectors_are_judged(sectors: tuple[str | None, ...], said: str | None, verdict: str) -> None:
    """A code beyond states is no sector; an empty answer counts only where the gold allows it."""
    assert judge(gold(("NOR",), sectors), None, said).sector == verdict


def test_the_counts_are_what_the_verdicts_are() -> None:
    """Known ones are right, wrong or open; the tables and the faults can be laid out."""
    outcomes = [
        judge(gold(("NOR",)), "NOR", "MIL"),
        judge(gold(("NOR",)), "SUD", None),
        judge(gold((None,)), None, "MIL"),
    ]
    counted = figures(outcomes)
    assert counted["state"] == {"known": 2, "right": 1, "wrong": 1, "open": 0, "invented": 0, "none": 1}
    assert counted["sector"]["open"] == 1
    assert len(faults(outcomes)) == 1 and "SUD" in faults(outcomes)[0]
    assert tables(outcomes, "T")[0].rows[0][:3] == ("state", 2, 1)


def test_a_row_that_contradicts_itself_is_refused(tmp_path: Path) -> None:
    """A phrase that doesn't occur, or an answer given twice, is an error of the gold."""
    path = tmp_path / "gold.jsonl"
    path.write_text(
        '{"id": "a", "kind": "open", "text": "Men came.", "phrase": "Women", "published": "2001-01-01", '
        '"state": null, "also_state": [], "sector": null, "also_sector": []}\n'
    )
    with pytest.raises(WrongGold):
        read_strings(path)


def test_a_phrase_is_answered_the_way_of_events() -> None:
    """The phrase asked for gets an actor with a mention that overlaps it."""
    row = GoldString("x2", "people", "Turkish troops left.", Span(0, 14), "2014-01-02", ("TUR",), ("MIL",))
    actor = answer(Reader(Knowledge.load()), row)
    assert (actor.state, actor.sector) == ("TUR", "MIL")
    assert any(mention.overlaps(row.span) for mention in actor.mentions)
