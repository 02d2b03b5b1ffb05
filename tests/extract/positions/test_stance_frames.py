"""Sentences of our own for stances that repeat another's, hang on something, or stand in a frame."""

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
        ("Ukraine is against the plan, as is Poland.", {("Ukraine", "against"), ("Poland", "against")}),
        ("Norway opposes the quota. So does Iceland.", {("Norway", "against"), ("Iceland", "against")}),
        ("Norway backs the quota. Iceland does not.", {("Norway", "for"), ("Iceland", "against")}),
        ("Norway opposes the quota. Iceland agrees.", {("Norway", "against"), ("Iceland", "against")}),
        (
            "Norway opposes the quota. Iceland shares this view.",
            {("Norway", "against"), ("Iceland", "against")},
        ),
        ("Norway met the king. So did Iceland.", set()),
        ("The king slept. Iceland does not.", set()),
    ],
)
def test_echoes(text: str, expected: set[tuple[str, str]]) -> None:
    """What repeats a stance has its side and object; with no stance before, it tells none."""
    assert stands(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bulgaria's backing is conditional on a guarantee for its farmers. ", set()),
        ("Bulgaria's support for the pact is conditional on a guarantee.", {("Bulgaria", "conditional")}),
        (
            "The council debated a fund. Austria made its approval dependent on guards.",
            {("Austria", "conditional")},
        ),
        ("Bulgaria's economy is dependent on oil.", set()),
    ],
)
def test_support_that_hangs_on_something(text: str, expected: set[tuple[str, str]]) -> None:
    """A support with its condition is conditional; with no object anywhere there is nothing to support."""
    assert stands(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt is a staunch supporter of the ceasefire.", {("Egypt", "for")}),
        ("Peru remains a fierce critic of the embargo.", {("Peru", "against")}),
        ("Opponents of the tunnel include Austria.", {("Austria", "against")}),
        ("Egypt is no supporter of the ceasefire.", set()),
        ("Egypt is a former supporter of the ceasefire.", set()),
        ("“There can be no tunnel without a treaty,” Karl Huber said.", {("Karl Huber", "for")}),
        ("“There can be no doubt about the tunnel,” Karl Huber said.", set()),
        ("Norway would rather see the status quo last.", {("Norway", "for")}),
        ("The tunnel has the blessing of the millers.", {("the millers", "for")}),
        ("The tunnel has drawn criticism from Austria.", {("Austria", "against")}),
        ("The tunnel was welcomed in Vienna.", {("Austria", "for")}),
        ("The tunnel was built in Vienna.", set()),
        ("Austria gave the tunnel its full backing.", {("Austria", "for")}),
        ("Peru wants the hunts banned.", {("Peru", "for")}),
        ("Austria wants no tunnel.", {("Austria", "against")}),
        ("Finland has yet to take a stand on the pipeline.", {("Finland", "neutral")}),
        ("RABAT — Morocco has ruled out a referendum.", {("Morocco", "against")}),
        ("British skippers object to the quota.", {("British skippers", "against")}),
        ("Austria denied that it opposed the tunnel.", set()),
        ("Strong barriers support the bridge.", set()),
    ],
)
def test_frames(text: str, expected: set[tuple[str, str]]) -> None:
    """Sides, gifts, wishes and impossibilities tell a stance; likenesses of them tell none."""
    assert stands(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The border is for the two villages to decide, the Kenyan envoy said.",
            {("the Kenyan envoy", "for")},
        ),
        ("Norway believes that the quota is for the islanders to settle.", {("Norway", "for")}),
        ("It is up to the voters to choose, the king said.", {("the king", "for")}),
        ("“Let the islanders fish,” the king said.", {("the king", "for")}),
        ("“Let us pray,” the bishop said.", set()),
        ("The tool is for workers to use, the firm said.", set()),
        ("The bank let the fund borrow, the minister said.", set()),
    ],
)
def test_what_is_left_to_somebody(text: str, expected: set[tuple[str, str]]) -> None:
    """Whoever leaves a decision to others is for that; a use and a call on oneself are no stance."""
    assert stands(text) == expected
