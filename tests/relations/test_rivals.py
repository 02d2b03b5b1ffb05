"""The table of rival ways of telling."""

from __future__ import annotations

import pytest

from dragoman.relations.disputes.rivals import rivals, sides_of

LIKE = [(m.id, side, text) for m in rivals().values() for side in (0, 1) for text in m.likes[side]]


@pytest.mark.parametrize(("matter", "side", "text"), LIKE, ids=[text for _, _, text in LIKE])
def test_sentences_of_the_table_take_their_sides(matter: str, side: int, text: str) -> None:
    """Each example of the table takes the side that it is an example of."""
    assert (matter, side) in sides_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The airline never flew at a loss", "A warning sign stood at the border", "She captured the mood",
        "Rights were discussed over dinner", "They stayed for dinner", "The market fell to its lowest level",
        "Civilian aircraft land there", "The letter arrived on Monday",
    ],
)  # fmt: skip
def test_what_only_sounds_alike_takes_no_side(text: str) -> None:
    """A word of a matter without what makes it one takes no side."""
    assert sides_of(text) == ()


def test_a_negated_phrase_goes_before_the_plain_one_in_it() -> None:
    """ "Had not crossed the border" holds "crossed the border", and denies it."""
    assert sides_of("The convoy had not crossed the border") == (("border", 1),)
    assert sides_of("The convoy crossed the border") == (("border", 0),)
