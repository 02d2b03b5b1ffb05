"""Figures in sentences, read with the packaged model: what they are, of what, and what is no figure."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.extract.quantities import find_quantities
from dragoman.language import Engine
from without_trees import article


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The packaged engine."""
    return Engine()


def told(engine: Engine, text: str) -> list[tuple[Any, ...]]:
    """Return the figures of a text: phrase, kind, value, unit, and "~" where approximate."""
    one = article(text)
    return [
        (text[slice(*q.span)], q.kind, round(q.value, 2), q.unit) + (("~",) if q.approximate else ())
        for q in find_quantities(one, engine.analyze(one))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 200 people were killed and 34 wounded in 2015.",
         [("More than 200 people", "count", 200, "people", "~"), ("34", "count", 34, None)]),
        ("Some 30 armed Syrian rebel fighters and 20 Russians met.",
         [("Some 30 armed Syrian rebel fighters", "count", 30, "fighter", "~"),
          ("20 Russians", "count", 20, "Russian")]),
        ("Dozens of people and hundreds of thousands of refugees fled.",
         [("Dozens of people", "count", 12, "people", "~"),
          ("hundreds of thousands of refugees", "count", 100000, "refugee", "~")]),
        ("A 1,500-strong force held the 28-nation bloc.",
         [("1,500-strong", "count", 1500, None), ("28-nation", "count", 28, "nation")]),
        ("Exports more than tripled to $5 billion, about 45 percent of all.",
         [("more than tripled", "factor", 3, None, "~"), ("$5 billion", "money", 5e9, "USD"),
          ("about 45 percent", "share", 45, "percent", "~")]),
        ("Iran is second in the world and the third-largest gas producer.",
         [("second", "ordinal", 2, None), ("third-largest gas producer", "ordinal", 3, "producer")]),
        ("A third of the seats went to a third party.", [("A third", "share", 33.33, "percent")]),
        ("Russia lent it a multi-billion-dollar loan for eight years.",
         [("multi-billion-dollar", "money", 1e9, "USD", "~"), ("eight years", "duration", 8, "year")]),
        ("Prices rose from $20 to $30, by 3 percentage points.",
         [("$20", "money", 20, "USD"), ("$30", "money", 30, "USD"),
          ("3 percentage points", "share", 3, "percentage point")]),
        ("One expert saw just one visit; no one saw one of them one day.",
         [("One expert", "count", 1, "expert"), ("one visit", "count", 1, "visit")]),
        ("They built twice as many tanks, ten times more than before.",
         [("twice", "factor", 2, None), ("ten times", "factor", 10, None)]),
        ("The two ministers met ten times.",
         [("two ministers", "count", 2, "minister"), ("ten times", "count", 10, "time")]),
        ("On March 5 2,000 troops left.", [("2,000 troops", "count", 2000, "troop")]),
        ("The U.N. gave $5 to 10 people.", [("$5", "money", 5, "USD"), ("10 people", "count", 10, "people")]),
        ("The half-hour talks on a 48-hour truce took a year and a half.",
         [("half-hour", "duration", 0.5, "hour"), ("48-hour", "duration", 48, "hour"),
          ("a year and a half", "duration", 1.5, "year")]),
        ("The 12th round of talks was 20km away.",
         [("12th round", "ordinal", 12, "round"), ("20km", "count", 20, "kilometer")]),
        ("It paid 20 pesos and 300 Jordanian dinars.",
         [("20 pesos", "money", 20, None), ("300 Jordanian dinars", "money", 300, "JOD")]),
    ],
)  # fmt: skip
def test_figures_have_kind_value_and_unit(engine: Engine, text: str, expected: list[tuple[Any, ...]]) -> None:
    """A figure covers what it claims: what makes it approximate, the number, the unit."""
    assert told(engine, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He is 34 years old, and a 12-year-old boy, aged 9, left.",
        "The P5+1, the G7, flight MH17, S-300 missiles and Su-24 jets.",
        "Call +7 495 123-45-67 at 5 p.m. in Room 12.",
        "Article 5 of Section 301 and Resolution 2254 hold.",
        "It won 3-1 and voted 14-1 after a 5-4 ruling.",
        "The First World War, 12th Street and the 7th Fleet.",
        "Twenty First Century Fox ended in 2015 and on Nov. 23.",
        "Three days ago, the first quarter of 2016 and in the 1990s.",
        "The Boeing 737 and the Group of 20.",
        "At first glance the first lady first spoke.",
    ],
)
def test_names_ages_scores_and_dates_are_no_figures(engine: Engine, text: str) -> None:
    """Numbers that name, date or score something count nothing."""
    assert told(engine, text) == []
