"""The ledger of forecasts: rows, states, proposals, and numbers for words."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from disputants import DAY, party, told

from dragoman.relations.disputes.claims import NOBODY, Party
from dragoman.relations.predictions.chances import Chance, chance_of, phrases
from dragoman.relations.predictions.forecasts import Foretold, Happening, Prediction, Row, ledger, stated

FALL = frozenset({"trade", "fall", "third", "summer"})
TODAY = DAY + timedelta(100)


def prediction(number: int, by: str = "Ana Specimen", after: int = 0, **facts: object) -> Prediction:
    """Return a telling of a forecast, in a document of its own."""
    claim = told(number, by, after=after)
    made = Prediction(claim.id, claim.claimant, claim.report, "trade will fall", FALL)
    return replace(made, **facts)  # type: ignore[arg-type]


def happening(number: int, after: int, status: str = "done", actors: Party = NOBODY) -> Happening:
    """Return an act of sanctions, so many days after the forecasts, by somebody on somebody."""
    report = told(number, after=after).report
    on = party("XSA")
    return Happening(f"e{number}", "SANCTION", actors or party("XEX"), on, DAY + timedelta(after), status,  # type: ignore[arg-type]
                     report, "imposed sanctions")  # fmt: skip


def row(*predictions: Prediction, **facts: object) -> Row:
    """Return the only row of some tellings."""
    rows = ledger(predictions, **{"rulings": {}, "today": TODAY, **facts})  # type: ignore[arg-type]
    assert len(rows) == 1, rows
    return rows[0]


def test_copies_and_repetitions_are_one_row() -> None:
    """One claimant, one proposition, one origin: told again in the same words, or in fewer of them."""
    again = prediction(3, after=200, words=frozenset({"trade", "fall", "third"}))
    found = row(prediction(1), prediction(2, after=1), again)
    assert found.articles == 3 and found.first.id == prediction(1).id


@pytest.mark.parametrize(
    "other",
    [
        prediction(2, "Boris Specimen"), prediction(2, words=frozenset({"trade", "fall"})),
        prediction(2, words=frozenset({"trade", "grow", "third"})), prediction(2, affirms=False),
    ],
    ids=["another claimant", "too few words", "other words", "the opposite"],
)  # fmt: skip
def test_what_is_another_forecast_has_a_row_of_its_own(other: Prediction) -> None:
    """Neither likeness of words nor of people joins what is not the same."""
    assert len(ledger([prediction(1), other], {}, TODAY)) == 2


def test_a_forecast_is_due_once_its_time_is_over() -> None:
    """Open before and on its last day, due after it; open for ever where no time is told."""
    limited = prediction(1, last=TODAY - timedelta(1))
    assert row(limited).state == "due"
    assert row(replace(limited, last=TODAY)).state == "open"
    assert row(prediction(1)).state == "open"


@pytest.mark.parametrize("ruling", ["true", "false", "void", "unresolvable"])
def test_only_a_ruling_resolves(ruling: str) -> None:
    """What a person ruled is the state, whatever else is told."""
    found = row(prediction(1, last=DAY))
    assert row(prediction(1, last=DAY), rulings={found.id: ruling}).state == ruling


FORETOLD = (Foretold("SANCTION", party("XEX"), party("XSA")),)


def test_acts_that_match_are_proposed_and_decide_nothing() -> None:
    """A later act of the type, by and on those foretold, in time: shown, while the state stays."""
    found = row(prediction(1, acts=FORETOLD, last=DAY + timedelta(30)), happenings=[happening(9, 5)])
    assert [one.id for one in found.proposals] == ["e9"] and found.state == "due"


@pytest.mark.parametrize(
    "act",
    [
        happening(9, 0), happening(9, 31), happening(9, 5, "planned"), happening(9, 5, "negated"),
        happening(9, 5, actors=party("XPA")), replace(happening(9, 5), type="AID"),
        replace(happening(9, 5), recipients=party("XPA")),
    ],
    ids=["before", "too late", "planned", "denied", "by another", "another type", "on another"],
)  # fmt: skip
def test_acts_that_do_not_match_are_not(act: Happening) -> None:
    """What came before or too late, was not done, or by, on or of another kind, proves nothing."""
    assert row(prediction(1, acts=FORETOLD, last=DAY + timedelta(30)), happenings=[act]).proposals == ()


def test_nothing_is_proposed_for_what_names_nobody() -> None:
    """ "There will be sanctions" could be anybody's."""
    bare = prediction(1, acts=(Foretold("SANCTION", NOBODY, NOBODY),))
    assert row(bare, happenings=[happening(9, 5)]).proposals == ()


def test_the_order_of_tellings_changes_nothing() -> None:
    """Any order gives the same rows and ids; a ruling holds when more articles come."""
    tellings = [prediction(n, by, after=n) for n, by in enumerate(["A B", "C D", "A B", "E F"])]
    rows = ledger(tellings, {}, TODAY)
    for seed in range(8):
        mixed = tellings[:]
        random.Random(seed).shuffle(mixed)
        assert ledger(mixed, {}, TODAY) == rows
    assert {r.id for r in ledger(tellings[:2], {}, TODAY)} <= {r.id for r in rows}


def test_numbers_are_those_of_the_table() -> None:
    """The medians that the survey gives, each between its quartiles."""
    medians = {
        "almost certainly": 0.95, "highly likely": 0.9, "likely": 0.7, "probably": 0.75, "unlikely": 0.2,
        "better than even": 0.6, "about even": 0.5, "highly unlikely": 0.05, "almost no chance": 0.02,
    }  # fmt: skip
    assert {name: phrases()[name].median for name in medians} == medians
    assert all(0 <= c.low <= c.median <= c.high <= 1 for c in phrases().values())


@pytest.mark.parametrize(
    "phrase", ["may", "could", "might", "possibly", "certain", "doomed", "inevitable", "", None]
)
def test_modal_words_stay_unnumbered(phrase: str | None) -> None:
    """No study gives these a number, so that nothing invents one."""
    assert chance_of(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "number"),
    [("Almost certain", 0.95), ("a 40 per cent chance", 0.4), ("70%", 0.7), ("almost no chance", 0.02),
     ("a very good chance", 0.8)],
)  # fmt: skip
def test_phrases_are_known_as_they_are_written(phrase: str, number: float) -> None:
    """In any case, with an article, or as a percentage."""
    found = chance_of(phrase)
    assert found is not None and found.median == number


def test_a_denial_of_what_is_probable_is_as_improbable() -> None:
    """ "Probably" rejected is 25 %; a doubt is low by itself and not turned round again."""
    assert stated(prediction(1, phrase="probably", affirms=False)) == Chance(0.25, pytest.approx(0.2), 0.35)  # type: ignore[arg-type]
    assert stated(prediction(1, phrase="doubts", affirms=False)) == phrases()["doubts"]
    assert stated(prediction(1, phrase="unlikely")) == phrases()["unlikely"]
