"""Sentences of our own, read with the packaged model: what is foretold, and what is only planned."""

from __future__ import annotations

import pytest

import dragoman


def forecasts(text: str) -> list[tuple[str | None, str, str | None, str | None, str]]:
    """Return claimant, proposition, condition, probability and polarity of each forecast of a text."""
    reading = dragoman.read(text, verbatim=True, published="2015-11-24")
    return [
        (
            reading.actor(f.claimant).name if f.claimant else None,
            f.proposition.of(text),
            f.condition.of(text) if f.condition else None,
            f.probability.of(text) if f.probability else None,
            f.polarity,
        )
        for f in reading.forecasts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Analysts predict that oil prices will fall.",
            ("Analysts", "oil prices will fall", None, None, "affirms"),
        ),
        (
            "Economists expect exports to fall.",
            ("Economists", "exports to fall", None, None, "affirms"),
        ),
        (
            "The rouble is likely to weaken.",
            (None, "The rouble is likely to weaken", None, "likely", "affirms"),
        ),
        (
            "The party looks set to lose its majority.",
            (None, "The party looks set to lose its majority", None, "set", "affirms"),
        ),
        (
            "The truce will probably collapse.",
            (None, "The truce will probably collapse", None, "probably", "affirms"),
        ),
        (
            "Experts said that the two countries would compete for influence after the war ends.",
            (
                "Experts",
                "the two countries would compete for influence",
                "after the war ends",
                None,
                "affirms",
            ),
        ),
        (
            "One analyst warned that prices could double if the strait is closed.",
            ("One analyst", "prices could double", "if the strait is closed", "could", "affirms"),
        ),
        (
            "The expert did not agree that Iran will become Russia's main rival.",
            ("The expert", "Iran will become Russia's main rival", None, None, "rejects"),
        ),
        (
            "“If the talks fail, the war will go on,” said Anna Berg, a scholar at Lund University.",
            ("Anna Berg", "the war will go on", "If the talks fail", None, "affirms"),
        ),
    ],
)
def test_what_is_foretold(text: str, expected: tuple[str | None, str, str | None, str | None, str]) -> None:
    """A forecast has its claimant, its clause, what it depends on and the word that says how likely."""
    assert forecasts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The summit will take place on Friday.",
        "The ministers are expected to meet in Vienna on Monday.",
        "“We will strengthen our efforts,” Vladimir Putin said.",
        "Putin promised that Russia would send more aid.",
        "Iran plans to build a pipeline.",
        "Shuvalov said that the funds will be used for railways.",
        "Merkel said that Germany will send 30 doctors.",
        "Will the truce hold?",
        "The minister asked whether prices would fall.",
        "Prices fell by a third last year.",
        "If prices will fall is unknown.",
        "The delegation may use the side door.",
        "France demanded that Assad leave.",
    ],
)
def test_plans_promises_and_timetables_are_no_forecasts(text: str) -> None:
    """What somebody will do himself, what the calendar has, what is asked or past is not foretold."""
    assert forecasts(text) == []


def test_the_horizon_is_a_date_of_the_clause() -> None:
    """A date inside the forecast's clause is its horizon, where the reading has one."""
    text = "Analysts predict that oil prices will fall by the end of 2016."
    reading = dragoman.read(text, verbatim=True, published="2015-11-24")
    (forecast,) = reading.forecasts
    inside = [d.id for d in reading.dates if forecast.proposition.contains(d.span)]
    assert forecast.horizon == (inside[0] if inside else None)


def test_forecasts_are_never_done_events() -> None:
    """What is foretold has not happened: no event inside a forecast's clause counts as done."""
    text = "Experts predict that Iran will attack Israel. Turkey is likely to sign the treaty."
    reading = dragoman.read(text, verbatim=True, published="2015-11-24")
    assert reading.forecasts
    for event in reading.events:
        if any(f.proposition.contains(event.trigger) for f in reading.forecasts):
            assert event.status not in ("done", "ongoing")
