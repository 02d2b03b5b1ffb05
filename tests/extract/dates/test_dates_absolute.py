"""Absolute times: every form in which a newspaper writes a day, a month, a year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dragoman.extract.dates.lexicon import grammar
from without_trees import dates

FIRST, LAST = date(2013, 1, 1), date(2016, 12, 31)
LONG = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def nth(day: int) -> str:
    """Return the ordinal of a day: 1st, 22nd, 13th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th") if day not in (11, 12, 13) else "th"
    return f"{day}{ending}"


def forms(day: date) -> list[str]:
    """Return the ways to write a day."""
    month, short = LONG[day.month - 1], SHORT[day.month - 1]
    found = [
        f"{month} {day.day}, {day.year}", f"{short} {day.day}, {day.year}", f"{day.day} {month} {day.year}",
        f"{nth(day.day)} {month} {day.year}", f"the {nth(day.day)} of {month}, {day.year}",
        f"{WEEKDAYS[day.weekday()]}, {month} {day.day}, {day.year}", f"{day.day} {short} {day.year}",
        f"{WEEKDAYS[day.weekday()]} {day.day} {month} {day.year}", day.isoformat(),
        f"{day:%d.%m.%Y}", f"{day:%Y/%m/%d}",
    ]  # fmt: skip
    if day.day > 12:
        found += [f"{day:%m/%d/%Y}", f"{day:%d/%m/%Y}"]
    return found


@pytest.mark.parametrize("year", range(FIRST.year, LAST.year + 1))
def test_every_day_comes_back_in_every_form(year: int) -> None:
    """Each day of four years, written in each form, is that one day, over exactly the form's characters."""
    day = date(year, 1, 1)
    while day.year == year:
        for form in forms(day):
            (found,) = dates(f"It was signed on {form}.", None)
            assert (found.start, found.end, found.approximate) == (day, day, False), form
            assert f"It was signed on {form}."[slice(*found.span)] == form
        day += timedelta(days=1)


@pytest.mark.parametrize("layer", ["points", "narrowed", "bounded"])
def test_examples_of_the_pattern_file_hold(layer: str) -> None:
    """Each "like" of a pattern is a time in whole or part, each "unlike" is none."""
    for pattern in grammar().layers[layer]:
        assert pattern.like or pattern.unlike or pattern.rule in ("year", "same", "hence_if_ahead"), (
            pattern.name
        )
        for example in pattern.like:
            assert dates(example), (pattern.name, example)
        for example in pattern.unlike:
            assert not dates(example), (pattern.name, example)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("in November 2014", "2014-11-01", "2014-11-30"),
        ("in Feb. 2016", "2016-02-01", "2016-02-29"),
        ("in 2015", "2015-01-01", "2015-12-31"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("the 19th century", "1801-01-01", "1900-12-31"),
        ("the first quarter of 2016", "2016-01-01", "2016-03-31"),
        ("the second half of 2014", "2014-07-01", "2014-12-31"),
        ("Nov. 23-25, 2015", "2015-11-23", "2015-11-25"),
        ("from Nov. 30 to Dec. 11, 2015", "2015-11-30", "2015-12-11"),
        ("from December 2014 to March 2015", "2014-12-01", "2015-03-31"),
        ("from December to March 2015", "2014-12-01", "2015-03-31"),
        ("from 2011 to 2013", "2011-01-01", "2013-12-31"),
        ("2011-13", "2011-01-01", "2013-12-31"),
        ("early March 2015", "2015-03-01", "2015-03-10"),
        ("mid-2014", "2014-05-01", "2014-08-31"),
        ("late 1998", "1998-09-01", "1998-12-31"),
        ("the early 1990s", "1990-01-01", "1993-12-31"),
        ("since 2011", "2011-01-01", None),
        ("until June 2016", None, "2016-06-30"),
        ("by 2020", None, "2020-12-31"),
        ("before 2014", None, "2013-12-31"),
        ("after Nov. 23, 2015", "2015-11-24", None),
        ("the treaty of 1828", "1828-01-01", "1828-12-31"),
        ("New Year's Eve", "2015-12-31", "2015-12-31"),
    ],
)
def test_periods_have_their_first_and_last_day(text: str, start: str | None, end: str | None) -> None:
    """Months, years, parts, ranges and bounds give the first and last day included, None where open."""
    (found,) = dates(text)
    assert (str(found.start) if found.start else None, str(found.end) if found.end else None) == (start, end)


def test_an_order_of_day_and_month_is_taken_from_the_article_itself() -> None:
    """05/06/2015 is both days, approximate, unless another date of the article has only one order."""
    (found,) = dates("It was signed on 05/06/2015.")
    assert (found.start, found.end, found.approximate) == (date(2015, 5, 6), date(2015, 6, 5), True)
    assert dates("Signed on 05/06/2015, in force on 23/06/2015.")[0].start == date(2015, 6, 5)
    assert dates("Signed on 05/06/2015, in force on 06/23/2015.")[0].start == date(2015, 5, 6)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.", "He sat in the sun for a second.", "An august body met.",
        "It sent 2,000 troops and 1,990 horses.", "The 2000 people came.", "It cost $2014 and HK$1950.",
        "At 10:45 they met.", "Boeing 1940 and Vision 2030 failed.", "The ratio was 24/7.",
        "February 31 is no day.",
        "The Sunday Times and USA Today wrote so.", "His 60s were good.", "more than 1950 homes",
    ],
)  # fmt: skip
def test_other_words_and_numbers_are_no_times(text: str) -> None:
    """Verbs, papers, sums, counts, clock times and days that no calendar has are silent."""
    assert [text[slice(*d.span)] for d in dates(text) if text[slice(*d.span)] != "February"] == []
