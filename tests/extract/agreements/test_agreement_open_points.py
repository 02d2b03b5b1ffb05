"""What a text says an agreement leaves open, as nouns and as questions; what it is for."""

from __future__ import annotations

from datetime import date

import pytest

import dragoman

PAPER = "Chile and Peru signed a treaty on water. "


def open_points(text: str) -> list[str]:
    """Return the characters of all open points of a text's agreements."""
    reading = dragoman.read(text, verbatim=True, published=date(2018, 2, 6))
    return [span.of(reading.text) for g in reading.agreements for span in g.open_points]


def purposes(text: str) -> list[str]:
    """Return the characters of all purposes of a text's agreements."""
    reading = dragoman.read(text, verbatim=True, published=date(2018, 2, 6))
    return [span.of(reading.text) for g in reading.agreements for span in g.purpose]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("Who pays for the dam was left open.", "Who pays for the dam"),
        ("Who owns the canal has yet to be decided.", "Who owns the canal"),
        ("The two sides did not settle how many boats may fish.", "how many boats may fish"),
        ("It remained unclear whether Bolivia may join.", "whether Bolivia may join"),
        ("They could not agree on the price of power.", "the price of power"),
        ("The two sides remain divided over the border.", "the border"),
        ("Where the dam will stand is anybody's guess.", "Where the dam will stand"),
        ("The treaty says nothing about the lakes.", "the lakes"),
        ("The toll was left for later.", "The toll"),
    ],
)
def test_nouns_and_questions_are_open_points(text, point):
    """What isn't settled, what is left open and what divides the parties is open, whatever its form."""
    assert open_points(PAPER + text) == [point]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers settled who pays for the dam.",
        "Nobody asked who had paid for the dinner.",
        "The creditors are still negotiating.",
        "The museum remains open.",
        "It left the ministers in good spirits.",
    ],
)
def test_what_is_settled_or_has_no_point_is_not_open(text):
    """Settled questions, those who negotiate, and doors that stay open are no open points."""
    assert open_points(PAPER + text) == []


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Chile and Peru agreed to share the river.", "to share the river"),
        ("Chile and Peru signed an accord on rescue at sea.", "rescue at sea"),
        ("Chile and Peru signed a pact under which Lima will sell copper.", "Lima will sell copper"),
        ("Chile and Peru signed a treaty. The treaty obliges both to close two mines.", "to close two mines"),
    ],
)
def test_what_a_document_binds_its_parties_to_is_what_it_is_for(text, purpose):
    """An act that is agreed, a clause under a paper, what it obliges to: each is told as its purpose."""
    assert purpose in purposes(text)


def test_where_a_truce_holds_is_not_what_it_is_for():
    """ "In" only says where."""
    assert purposes("Chad and Niger agreed to a ceasefire in the north.") == []
