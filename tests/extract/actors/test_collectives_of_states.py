"""Officers of several states in one phrase: whom it stands for, and that none of the states has it alone."""

import pytest

import dragoman


def sources(text: str) -> list[tuple[str, str | None, list[str]]]:
    """Return name, state and members of each statement's source."""
    reading = dragoman.read(text, verbatim=True, published="2015-11-24")
    found = [reading.actor(s.source.actor) for s in reading.statements if s.source]
    return [(a.name, a.state, [reading.actor(m).name for m in a.members]) for a in found]


@pytest.mark.parametrize(
    ("text", "name", "states"),
    [
        (
            "“We agreed,” the foreign ministers of France and Germany said.",
            "the foreign ministers of France and Germany",
            ["France", "Germany"],
        ),
        (
            "The presidents of Peru and Chile said that the road was open.",
            "The presidents of Peru and Chile",
            ["Peru", "Chile"],
        ),
    ],
)
def test_officers_of_two_states_stand_for_both(text: str, name: str, states: list[str]) -> None:
    """The phrase keeps its words, its members are the states, and it belongs to neither of them alone."""
    assert (name, None, states) in sources(text)


@pytest.mark.parametrize(
    "text",
    [
        "The president of Peru said that the road was open.",
        "Officials of Peru and Chile said that the road was open.",
        "Experts on Peru and Chile said that the road was open.",
    ],
)
def test_one_officer_or_unnamed_people_are_no_states(text: str) -> None:
    """One president is one person, and officials without an office are people whom nobody names."""
    assert all(not members for _, _, members in sources(text))
