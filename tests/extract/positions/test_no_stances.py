"""Sentences and short articles of our own that look like stances and are none, beside those that are some."""

from __future__ import annotations

import pytest

import dragoman

MATCH = (
    "Rangers beat Harriers 2-1 on a heavy pitch. The goalkeeper pushed a header over, and the striker scored "
    "from a corner.\n\nManager Tom Arless praised his midfield. “We must defend our area better,” he said. "
)
ADVICE = "You should prune the hedge in March.\n\nThe growers recommend a sharp knife. "


def stands(text: str) -> set[tuple[str, str]]:
    """Return actor and stance of each position of a text."""
    reading = dragoman.read(text, verbatim=True, published="2019-05-14")
    return {(reading.actor(p.actor).name, p.stance) for p in reading.positions}


@pytest.mark.parametrize(
    "text",
    [
        "The notice says that dogs must be kept on a lead.",
        "The treaty says that each state must open its archives.",
        "“Ferrymen must swim before they row,” joked the harbour master, Olaf Brekke.",
        "Asked if Portugal would back the canal, the minister said that he had no comment.",
        "Chile said that no one should fish there at night.",
        "Passengers who want their money back must write to the airline.",
        "The visit of Denmark's king must be divided into two parts, said Lise Toft, a historian.",
        "Norway could have bought the island and refused.",
        "A Danish official rejected that estimate.",
        "Anna Weber, who was born in 1924, refused to learn to drive.",
    ],
)
def test_what_only_looks_like_a_stance(text: str) -> None:
    """Rules, jests, questions reported, "said that no one", how a thing is looked at, a person's own life.

    A text demands nothing itself; whom a rule is for takes no stand by what he wants.
    """
    assert stands(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dog owners must be heard, the mayor of Lisbon said.", True),
        ("Norway said no to the canal.", True),
        ("Fishermen who oppose the port blocked the road.", True),
        ("Portugal asked if Spain was ready, and condemned the levy.", True),
        ("Norway was offered the island and refused to buy it.", True),
    ],
)
def test_what_is_one(text: str, expected: bool) -> None:
    """What somebody says must be done, "said no to", who opposes a thing and does something, and refusals."""
    assert bool(stands(text)) is expected


def test_a_match_report_tells_no_stances() -> None:
    """Praise of players and what a manager says of play are no positions; the same words elsewhere can be."""
    assert stands(MATCH) == set()
    assert stands("“We must defend the treaty,” the Norwegian minister said. ") != set()


def test_advice_tells_stances_only_on_what_can_be_decided() -> None:
    """Where an author tells the reader what to do, growers who recommend a knife take no stand, a league that
    opposes a ban does."""
    assert stands(ADVICE) == set()
    assert {s for _, s in stands(ADVICE + "The Gardeners' League opposes the ban on peat.")} == {"against"}
