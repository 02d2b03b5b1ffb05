"""Sums that somebody promises, offers, lends or gives, and what documents bind their parties to."""

from __future__ import annotations

from datetime import date

import pytest

import dragoman


def told(text: str) -> list[tuple[set[str], str | None, str]]:
    """Return parties' names, instrument and status of each agreement of a text."""
    reading = dragoman.read(text, verbatim=True, published=date(2021, 5, 4))
    return [({reading.actor(p).name for p in g.parties}, g.instrument, g.status) for g in reading.agreements]


@pytest.mark.parametrize(
    ("text", "parties", "instrument", "status"),
    [
        ("Japan has pledged $40 million to the Philippines.", {"Japan"}, "grant", "announced"),
        ("Germany is to lend Kenya 2 billion euros for its railways.", {"Germany", "Kenya"}, "loan",
         "announced"),
        ("Qatar has offered $200 million for the port.", {"Qatar"}, "grant", "proposed"),
        ("Kenya, Chad and Mali put their names to a water accord.", {"Kenya", "Chad", "Mali"}, "accord",
         "signed"),
        ("Kenya signed up for a $300 million loan from the World Bank.", {"Kenya", "World Bank"}, "loan",
         "signed"),
    ],
)  # fmt: skip
def test_sums_and_further_ways_of_telling(text, parties, instrument, status):
    """A promised, offered or lent sum is a grant or a loan; names put to a paper are signatures."""
    found = told(text)
    assert any(parties <= who and (kind, how) == (instrument, status) for who, kind, how in found)


@pytest.mark.parametrize(
    "text",
    [
        "He promised his wife 50 dollars.",
        "The firm paid a fine of 3 million euros.",
        "The minister offered $5 for the book.",
        "She made a customs declaration in Rome.",
        "Kenya did not offer 3 million dollars to Chad.",
    ],
)
def test_sums_that_are_no_agreement(text):
    """Private gifts, fines, small bids, declarations at customs and denied offers are none."""
    assert told(text) == []
