"""Sentences of our own for wider ways of foretelling: without "will", by phrases, in the article's voice."""

from __future__ import annotations

import pytest

import dragoman


def foretold(text: str) -> list[tuple[str | None, str]]:
    """Return claimant and proposition of each forecast of a text."""
    reading = dragoman.read(text, verbatim=True, published="2019-05-14")
    return [
        (reading.actor(f.claimant).name if f.claimant else None, f.proposition.of(text))
        for f in reading.forecasts
    ]


@pytest.mark.parametrize(
    ("text", "claimant", "proposition"),
    [
        ("The World Bank expects prices to fall by March.", "World Bank", "prices to fall by March"),
        ("Goldman Sachs predicts a mild recession.", "Goldman Sachs", "a mild recession"),
        ("Copper is on course to reach a new record.", None, "Copper is on course to reach a new record"),
        ("The drought may spread to the south.", None, "The drought may spread to the south"),
        ("“The harvest is going to fail,” said Anna Weber, a climatologist.", "Anna Weber",
         "The harvest is going to fail"),
        ("Analysts said that exports could double.", "Analysts", "exports could double"),
    ],
)  # fmt: skip
def test_what_is_foretold_without_will(text: str, claimant: str | None, proposition: str) -> None:
    """Verbs of foretelling with a noun or an infinitive, "going to", "on course to", "may" and "could"."""
    assert foretold(text) == [(claimant, proposition)]


@pytest.mark.parametrize(
    "text",
    [
        "The company expects to hire fifty people.",
        "Does the bank expect prices to fall?",
        "They may have left the town.",
        "The guests could see the lake.",
        "The firm said it would appeal.",
        "The trains are going to the coast.",
        "A course to learn Welsh began in May.",
    ],
)
def test_nothing_foretold(text: str) -> None:
    """Plans of one's own, questions, guesses at the past and abilities are no forecasts."""
    assert foretold(text) == []


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("Prices will double by May, believes Zoltan Teszt, and wages will fall.", {"Zoltan Teszt"}),
        ("The truce, Ankara fears, will have ended in a year.", {"Turkey", "Ankara"}),
        ("The dam will burst by May, and Zoltan Teszt thinks of his sheep.", {None}),
    ],
)
def test_who_is_put_in_between_commas(text: str, claimants: set[str | None]) -> None:
    """A verb of telling between commas says whose forecast it is; one of another clause doesn't."""
    assert {claimant for claimant, _ in foretold(text)} <= claimants


def test_what_somebody_thinks_others_will_do_is_foretold() -> None:
    """Of others "will sign" is a forecast where somebody thinks so; of oneself it is a plan."""
    (one,) = foretold("Anna Weber, an analyst, believes that Russia will recognise Abkhazia by June.")
    assert one == ("Anna Weber", "Russia will recognise Abkhazia by June")
    assert foretold("Russia said that it will recognise Abkhazia.") == []


def test_what_is_doubted_is_foretold_as_not_to_be() -> None:
    """Who doubts that a thing would ever be done foretells that it won't."""
    reading = dragoman.read("Analysts doubted that the pipe would ever be laid.", verbatim=True)
    (one,) = reading.forecasts
    assert one.polarity == "rejects"
