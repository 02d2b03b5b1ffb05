"""Forecasts as the ledger takes them, and their horizons."""

from __future__ import annotations

from datetime import date

import pytest
from quoted import DAY, HERE, DateMention, Forecast, Quantity, at, reading

from dragoman.ledgers.foretelling import Foreteller, after
from dragoman.relations.predictions.forecasts import Prediction

TEXT = "Ana Specimen predicted that the loan would be spent within three years."


def only(**facts: object) -> Prediction:
    """Return the forecast of the text, with what differs."""
    given: dict[str, object] = {"statement": "s1", "confidence": 0.8, "condition": None, "probability": None,
                                "horizon": None, "claimant": "a1"}  # fmt: skip
    forecast = Forecast(
        proposition=at(TEXT, "the loan would be spent within three years"), **{**given, **facts}
    )  # type: ignore[arg-type]
    years = Quantity("q1", "duration", 3, "year", False, at(TEXT, "three years"))
    by = DateMention("d1", None, date(2016, 12, 31), at(TEXT, "years"))
    said = (
        "Ana Specimen",
        "predicted",
        "that the loan would be spent within three years",
        {"force": "prediction"},
    )
    one = reading(TEXT, said, forecasts=(forecast,), quantities=(years,), dates=(by,))
    return next(iter(Foreteller(one, HERE).predictions()))


def test_a_span_of_time_counts_from_publication() -> None:
    """ "Within three years" ends three years after the article's day; a date of the clause goes before it."""
    assert only().last == date(2018, 3, 2) and only().first == DAY
    assert only(horizon="d1").last == date(2016, 12, 31)


def test_the_claimant_is_who_the_forecast_names() -> None:
    """Named people are one root wherever they speak; without a source it is the article's own."""
    assert only().claimant.name == "Ana Specimen" and not only().claimant.voice
    own = only(claimant=None, statement=None)
    assert own.claimant.voice and own.claimant.key == "sample gazette"
    assert only(claimant=None).claimant.anonymous


def test_every_forecast_has_its_evidence() -> None:
    """The proposition is the text at its span; its words leave out the small ones."""
    found = only()
    assert found.report.span is not None and found.report.span.of(TEXT) == found.proposition
    assert {"loan", "spend"} <= found.words and "would" not in found.words


@pytest.mark.parametrize(
    ("count", "unit", "day"),
    [
        (10, "day", date(2015, 3, 12)), (2, "week", date(2015, 3, 16)), (11, "month", date(2016, 2, 2)),
        (1, "decade", date(2025, 3, 2)), (1, "hour", None), (99, "century", None),
    ],
)  # fmt: skip
def test_units_of_time_are_those_of_the_calendar(count: float, unit: str, day: date | None) -> None:
    """Months and years keep the day; hours are no horizon, and the calendar ends."""
    assert after(DAY, count, unit) == day


def test_the_last_day_of_a_month_stays_in_it() -> None:
    """A month after 31 January is the last of February."""
    assert after(date(2015, 1, 31), 1, "month") == date(2015, 2, 28)
