"""Sentences of our own for what is given a chance, called likely, or told by a verb over it."""

from __future__ import annotations

import pytest

import dragoman


def foreseen(text: str) -> list[tuple[str | None, str]]:
    """Return claimant and proposition of each forecast of a text."""
    reading = dragoman.read(text, verbatim=True, published="2019-05-14")
    return [
        (reading.actor(f.claimant).name if f.claimant else None, f.proposition.of(reading.text))
        for f in reading.forecasts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Credit Marne puts the chance of a recession at 20 per cent.", [("Credit Marne", "a recession")]),
        ("Analysts see little chance of a breakthrough.", [("Analysts", "a breakthrough")]),
        ("Talks dragged on. A complete halt is improbable.", [(None, "A complete halt is improbable")]),
        ("Talks dragged on. A clash is only a matter of time.", [(None, "A clash is only a matter of time")]),
        ("Analysts took the chance of a walk.", []),
        ("Is a halt improbable?", []),
        ("It is a matter of taste.", []),
        ("Norway would support the sanctions if Sweden did.", []),
    ],
)
def test_chances(text: str, expected: list[tuple[str | None, str]]) -> None:
    """What is weighed is foretold, by who weighs it; a chance that is taken, or a consent, is no forecast."""
    assert foreseen(text) == expected
