"""Sentences of our own for wider ways of taking a stand: idioms, votes, judgements, conditions, wishes."""

from __future__ import annotations

import pytest

import dragoman


def stands(text: str) -> set[tuple[str, str]]:
    """Return actor and stance of each position of a text."""
    reading = dragoman.read(text, verbatim=True, published="2019-05-14")
    return {(reading.actor(p.actor).name, p.stance) for p in reading.positions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Portugal has thrown its weight behind the canal.", {("Portugal", "for")}),
        ("Norway slammed the door on a common fishing quota.", {("Norway", "against")}),
        ("Chile drew the line at a joint currency.", {("Chile", "against")}),
        ("Iceland took issue with the new tariff.", {("Iceland", "against")}),
        ("Jordan has no intention of closing the border.", {("Jordan", "against")}),
        ("Austria sees no reason to reopen the treaty.", {("Austria", "against")}),
        ("Japan gave its blessing to the merger.", {("Japan", "for")}),
        ("Croatia pushed back against the levy on steel.", {("Croatia", "against")}),
        ("Sweden put the railway to a vote. Finland reserved its position.", {("Finland", "neutral")}),
        ("Mexico lined up behind the ceasefire.", {("Mexico", "for")}),
    ],
)
def test_idioms(text: str, expected: set[tuple[str, str]]) -> None:
    """A verb with what belongs to it, taken together, tells a stance that neither tells alone."""
    assert stands(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Denmark is wary of the mining plan.", {("Denmark", "against")}),
        ("Spain is reluctant to send troops.", {("Spain", "against")}),
        ("Kenya is hostile to the tax on sugar.", {("Kenya", "against")}),
        ("Brazil is keen on the new port.", {("Brazil", "for")}),
        ("Greece is open to a longer timetable.", {("Greece", "for")}),
        ("Turkey is critical of the arms sale.", {("Turkey", "against")}),
        ("Peru voiced reservations about the pipeline.", {("Peru", "against")}),
        ("Canada expressed disappointment at the decision to end the mission.", {("Canada", "against")}),
        ("Italy praised the decision to lift the ban.", {("Italy", "for")}),
        ("France regretted the end of the naval pact.", {("France", "against")}),
    ],
)
def test_attitudes(text: str, expected: set[tuple[str, str]]) -> None:
    """Adjectives and nouns of liking and dislike, praise and blame, are stances towards their objects."""
    assert stands(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council debated a levy on gravel. Norway voted against.", {("Norway", "against")}),
        ("Laos and Thailand abstained from the vote on the dam.",
         {("Laos", "neutral"), ("Thailand", "neutral")}),
        ("Poland urged Germany to close the pipeline.", {("Poland", "for")}),
        ("India called on Nepal to reopen the road.", {("India", "for")}),
        ("Egypt wants the dam to be inspected.", {("Egypt", "for")}),
        ("Cuba would like to join the energy pact.", {("Cuba", "for")}),
        ("Hungary demanded a fresh vote.", {("Hungary", "for")}),
        ("Romania rejected the compromise.", {("Romania", "against")}),
        ("“The blockade must be lifted,” said Maria Lopez.", {("Maria Lopez", "for")}),
    ],
)  # fmt: skip
def test_votes_and_demands(text: str, expected: set[tuple[str, str]]) -> None:
    """Votes, what somebody asks others to do, wishes, and what he says must be done."""
    assert stands(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serbia called the resolution unacceptable.", {("Serbia", "against")}),
        ("“The new tariff is a mistake,” said Angela Merkel.", {("Angela Merkel", "against")}),
        ("For Israel, the deal is a red line.", {("Israel", "against")}),
        ("Slovakia described the quota as unfair.", {("Slovakia", "against")}),
    ],
)
def test_judgements(text: str, expected: set[tuple[str, str]]) -> None:
    """Who calls a thing unacceptable, premature or overdue is against it or for it."""
    assert stands(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Albania will join the pact only if its ports are rebuilt.", {("Albania", "conditional")}),
        ("Bulgaria will not sign the accord unless the clause on gas is dropped.",
         {("Bulgaria", "conditional")}),
        ("Malta would send ships provided that Italy pays for the fuel.", {("Malta", "conditional")}),
        ("Qatar would accept the plan if the border stays open.", {("Qatar", "conditional")}),
    ],
)  # fmt: skip
def test_deeds_under_a_condition(text: str, expected: set[tuple[str, str]]) -> None:
    """What somebody does only under a condition is a conditional stance on doing it."""
    assert stands(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister declined to comment on the talks.",
        "Norway is not sceptical about the plan.",
        "The storm was unacceptable to nobody.",
        "Is the plan acceptable to Serbia?",
        "Prices will fall only if the harvest is good.",
        "It is unclear whether Poland is for or against the canal.",
        "The council will meet on Friday to discuss the ban.",
        "Spain won the match after a late goal.",
        "The delegates arrived by train and left by boat.",
        "The wall must have been white once, said the guide.",
        "Two regions are drawing up plans for a bridge.",
        "The president thanked the king of Jordan for dinner.",
        "Sweden did not call for a boycott.",
        "Canada, if it dislikes the pact, may leave it.",
        "The door of the embassy was slammed shut by the wind.",
    ],
)
def test_no_stand(text: str) -> None:
    """Silence, questions, doubt about where somebody stands, deeds, guesses and events tell none."""
    assert stands(text) == set()
