"""Promises, offers and talks that no paper's noun tells of, and parties that only a number names."""

from __future__ import annotations

from datetime import date

import pytest

import dragoman


def told(text: str) -> list[tuple[set[str], str | None, str]]:
    """Return parties' names, instrument and status of each agreement of a text."""
    reading = dragoman.read(text, verbatim=True, published=date(2018, 2, 6))
    return [({reading.actor(p).name for p in g.parties}, g.instrument, g.status) for g in reading.agreements]


@pytest.mark.parametrize(
    ("text", "parties", "instrument", "status"),
    [
        ("Spain has promised to train the soldiers of Mali.", {"Spain"}, "pledge", "announced"),
        ("Sweden has offered to host the refugees.", {"Sweden"}, "offer", "proposed"),
        ("Bolivia agreed to extradite two generals.", {"Bolivia"}, None, "agreed"),
        ("France rejected Libya's offer to host the migrants.", {"France", "Libya"}, "offer", "rejected"),
        ("Talks between Peru and Chile on fishing have stalled.", {"Peru", "Chile"}, "talks", "suspended"),
        ("Oman is in talks with Kenya on cutting tariffs.", {"Oman", "Kenya"}, "talks", "under study"),
        ("European leaders agreed to lend Greece 5 billion euros.", {"European leaders", "Greece"}, "loan",
         "agreed"),
        ("Chile agreed to suspend its pact with Peru.", {"Chile", "Peru"}, "pact", "suspended"),
        ("A loan from Norway is under negotiation.", {"Norway"}, "loan", "under study"),
    ],
)  # fmt: skip
def test_undertakings_and_talks(text, parties, instrument, status):
    """Who is known and promises an act done for others has made a pledge; talks count where they end."""
    assert any(parties <= who and (kind, how) == (instrument, status) for who, kind, how in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The president promised to give voters a better life.",
        "Iran vowed to retaliate.",
        "The minister promised to help the family.",
        "Norway promised to win.",
        "Turkey offered no comment.",
        "Norway and Chad held talks in Rome.",
        "The minister said that talks had gone well.",
        "Iran, Russia and Turkey will guarantee an agreement between Chad and its opponents.",
        "Egypt is ready to fight.",
        "The actress signed in blue ink.",
    ],
)
def test_what_is_no_undertaking(text):
    """Campaign promises, threats, private promises, mere talks and papers that nobody has made are none."""
    assert told(text) == []


def test_nobody_agrees_in_a_clause_that_only_supposes_it():
    """ "Unless the two agree" doesn't say that they do."""
    assert told("Kenya will keep its tariffs unless Chad and Niger agree to reopen the border.") == []


@pytest.mark.parametrize(
    ("second", "status"),
    [
        ("The two governments will ratify it in May.", "signed"),
        ("Both sides suspended the treaty in July.", "suspended"),
    ],
)
def test_a_number_or_a_noun_takes_up_the_parties(second, status):
    """ "Both sides" are those whom the paper before is between; "it" is that paper."""
    assert told("Chile and Peru signed a treaty on water. " + second) == [
        ({"Chile", "Peru"}, "treaty", status)
    ]


def test_a_number_that_does_not_fit_takes_up_nobody():
    """ "The three countries" aren't the two of the paper before."""
    (first, *_) = told("Chile and Peru signed a treaty on water. The three countries signed a pact on gas.")
    assert first == ({"Chile", "Peru"}, "treaty", "signed")


def test_who_only_refuses_the_deal_of_others_has_none():
    """An outsider that rejects "the deal" told of before is no party to it, nor has one of its own."""
    found = told("The government of Mali and the Tuareg rebels reached a deal. Algeria rejected the deal.")
    assert len(found) == 1
    assert all("Algeria" not in who for who, _, _ in found)


def test_the_town_before_a_dash_is_no_party():
    """A report's own place, in capitals before a dash, agrees to nothing."""
    ((who, _, _),) = told("NAIROBI — Spain and Portugal signed a treaty on water.")
    assert who == {"Spain", "Portugal"}


def test_who_has_no_part_in_an_agreement_does_not_end_it() -> None:
    """Who rejects "the document" from outside leaves it signed and is no party; a party ends it."""
    signed = (
        "Chad and Libya signed a border treaty in Tripoli on Monday. "
        "Herders' leaders in the north rejected the document on Tuesday."
    )
    ended = (
        "Chad and Libya signed a border treaty in Tripoli on Monday. Libya rejected the document on Tuesday."
    )
    for text, status in ((signed, "signed"), (ended, "rejected")):
        reading = dragoman.read(text, verbatim=True)
        (one,) = reading.agreements
        assert one.status == status
        assert {reading.actor(party).state for party in one.parties} == {"TCD", "LBY"}
