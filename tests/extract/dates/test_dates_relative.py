"""Times told from the day of publication, a Tuesday; the tense says which Monday is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.extract.dates import find_dates
from dragoman.language import Engine
from without_trees import article, dates


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The packaged engine."""
    return Engine()


def told(engine: Engine, text: str) -> list[tuple[str, str, str]]:
    """Return the times of a text as phrase, first and last day."""
    one = article(text)
    found = find_dates(one, engine.analyze(one))
    return [(text[slice(*d.span)], str(d.start), str(d.end)) for d in found]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("today", "2015-11-24", "2015-11-24"),
        ("yesterday", "2015-11-23", "2015-11-23"),
        ("tomorrow morning", "2015-11-25", "2015-11-25"),
        ("the day before yesterday", "2015-11-22", "2015-11-22"),
        ("last night", "2015-11-23", "2015-11-23"),
        ("on Monday", "2015-11-23", "2015-11-23"),
        ("on Tuesday", "2015-11-24", "2015-11-24"),
        ("last Tuesday", "2015-11-17", "2015-11-17"),
        ("next Monday", "2015-11-30", "2015-11-30"),
        ("this Friday", "2015-11-27", "2015-11-27"),
        ("last week", "2015-11-16", "2015-11-22"),
        ("this week", "2015-11-23", "2015-11-29"),
        ("next month", "2015-12-01", "2015-12-31"),
        ("last year", "2014-01-01", "2014-12-31"),
        ("last November", "2014-11-01", "2014-11-30"),
        ("last summer", "2015-06-01", "2015-08-31"),
        ("three days ago", "2015-11-21", "2015-11-21"),
        ("two weeks ago", "2015-11-09", "2015-11-15"),
        ("four years ago", "2011-01-01", "2011-12-31"),
        ("the past five years", "2010-11-24", "2015-11-24"),
        ("earlier this month", "2015-11-01", "2015-11-24"),
        ("later this year", "2015-11-24", "2015-12-31"),
        ("late last year", "2014-09-01", "2014-12-31"),
        ("by the end of the year", "None", "2015-12-31"),
        ("November 23", "2015-11-23", "2015-11-23"),
        ("between Monday and Wednesday", "2015-11-16", "2015-11-18"),
        ("until Friday", "None", "2015-11-27"),
    ],
)
def test_times_count_from_the_day_of_publication(text: str, start: str, end: str) -> None:
    """Weeks begin on Monday; last, this and next are calendar spans, "the past" runs up to today."""
    (found,) = dates(text)
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    "text", ["the previous day", "two weeks earlier", "a day later", "the following month"]
)
def test_times_beside_another_time_are_kept_open(text: str) -> None:
    """What counts from a time told elsewhere is a time without days."""
    (found,) = dates(text)
    assert (found.start, found.end) == (None, None)


@pytest.mark.parametrize("text", ["on Monday", "last year", "three days ago", "yesterday", "November 23"])
def test_without_a_day_of_publication_they_stay_open(text: str) -> None:
    """Nothing is guessed where the article has no date."""
    (found,) = dates(text, None)
    assert (found.start, found.end) == (None, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministers met on Monday.", "2015-11-23"),
        ("The ministers will meet on Monday.", "2015-11-30"),
        ("The summit opens on Sunday.", "2015-11-29"),
        ("He plans to visit Iran on Friday.", "2015-11-27"),
        ("Talks are scheduled for Thursday.", "2015-11-26"),
        ("The minister had arrived on Friday.", "2015-11-20"),
        ("The vote is on Nov. 30.", "2015-11-30"),
        ("The deal was signed on July 14.", "2015-07-14"),
        ("The ban takes effect on March 5.", "2016-03-05"),
    ],
)
def test_the_tense_tells_past_from_future(engine: Engine, text: str, day: str) -> None:
    """A weekday or a day without a year lies behind, unless its clause speaks of the future."""
    assert [found[1:] for found in told(engine, text)] == [(day, day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elections will be held in two years.", [("in two years", "2017-01-01", "2017-12-31")]),
        ("Exports fell by half in two years.", []),
        ("It will be the first meeting in eight years.", []),
        ("In 2014 sanctions were imposed.", [("2014", "2014-01-01", "2014-12-31")]),
        ("In 2000 homes the power failed.", []),
        ("Mrs May said in May that they may march.", [("May", "2015-05-01", "2015-05-31")]),
        (
            "Sanctions were placed on Russia last year after the war.",
            [("last year", "2014-01-01", "2014-12-31")],
        ),
    ],
)
def test_the_tree_tells_times_from_figures(
    engine: Engine, text: str, expected: list[tuple[str, str, str]]
) -> None:
    """ "In two years" needs a future, a year must not count a noun, "may" must be the month."""
    assert told(engine, text) == expected


def test_furniture_is_not_read() -> None:
    """A date in page furniture is none of the article's."""
    one = article("It was signed on 5 May 2015.")
    furniture = replace(one, paragraphs=(replace(one.paragraphs[0], kind="furniture"),))
    assert find_dates(furniture, Engine().analyze(furniture)) == ()
