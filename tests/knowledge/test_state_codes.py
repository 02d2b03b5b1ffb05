"""States' numbers in the two lists of the state system, as of a day."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.knowledge.states import state_codes
from dragoman.knowledge.tables import DATA, parse_date, read_rows


@pytest.mark.parametrize(
    ("iso3", "on", "cow", "gw"),
    [
        ("DEU", date(1985, 6, 1), 260, 260),
        ("DEU", date(1990, 10, 2), 260, 260),
        ("DEU", date(1990, 10, 3), 255, 260),
        ("DEU", date(2015, 11, 24), 255, 260),
        ("DEU", date(1950, 1, 1), None, 260),
        ("DDR", date(1985, 6, 1), 265, 265),
        ("YEM", date(1985, 6, 1), 678, 678),
        ("YEM", date(2015, 6, 1), 679, 678),
        ("SRB", date(1999, 4, 1), 345, 345),
        ("SRB", date(2015, 4, 1), 345, 340),
        ("VNM", date(2015, 4, 1), 816, 816),
        ("RUS", date(2015, 4, 1), 365, 365),
        ("SSD", date(2010, 4, 1), None, None),
        ("KIR", None, 946, 970),
        ("DEU", None, 255, 260),
    ],
)
def test_codes_hold_as_of_a_day(iso3: str, on: date | None, cow: int | None, gw: int | None) -> None:
    """A state's numbers are those of the day: before and after a union, a split or independence."""
    codes = state_codes(iso3, on)
    assert codes is not None and (codes.cow, codes.gw) == (cow, gw)


def test_what_is_no_state_has_no_codes() -> None:
    """A territory has codes of ISO and none of the state system; a made-up code has nothing."""
    assert state_codes("QQQ") is None
    palestine = state_codes("PSE")
    assert palestine is not None and (palestine.iso2, palestine.cow, palestine.gw) == ("PS", None, None)


def test_terms_do_not_overlap_and_belong_to_states() -> None:
    """Each state has one number a list at a time, and every row's state is in the table of countries."""
    known = {row[0] for row in read_rows(DATA / "countries.csv")}
    ends: dict[tuple[str, str], date] = {}
    for iso3, system, code, start, end in read_rows(DATA / "state_codes.csv"):
        first, last = parse_date(start) or date.min, parse_date(end) or date.max
        assert iso3 in known and system in ("cow", "gw") and int(code) < 1000 and first < last
        assert first >= ends.get((iso3, system), date.min)
        ends[iso3, system] = last
    same = {row[0] for row in read_rows(DATA / "countries.csv") if row[2] or row[3]}
    assert {iso3 for iso3, _ in ends} <= same
