"""Contents that only point back, to turn against what was said before."""

from __future__ import annotations

import pytest

from dragoman.ledgers.pointing import claimed_by_others, pointing, sentences_between


@pytest.mark.parametrize(
    ("content", "rejects"),
    [
        ("it", True), ("this", True), ("those accusations", True), ("the report", True),
        ("that estimate", True),
        ("otherwise", False), ("the opposite", False), ("that it had not", False), ("they didn't", False),
        ("that he was not", False), ("that a fabrication", False), ("the claims baseless", False),
        ("it an information war", False), ("the idea: no ship had been sold", True),
    ],
)  # fmt: skip
def test_what_points_back_is_known(content: str, rejects: bool) -> None:
    """A pronoun or a noun for what was claimed under a denial; what denies by itself in any case."""
    assert pointing(content, rejects) is not None


@pytest.mark.parametrize(
    ("content", "rejects"),
    [
        ("it", False), ("that the truce had held", True), ("that it had not paid the bill", False),
        ("the estimate", False), ("a report on trade with the north", True),
        ("that the claims of the union were met", True),
        ("the election", True), ("a lie detector", False), ("that he had not seen it", False), ("", True),
    ],
)  # fmt: skip
def test_what_says_something_itself_is_none(content: str, rejects: bool) -> None:
    """A clause of its own, a noun that is no claim, or a pronoun that nobody denies."""
    assert pointing(content, rejects) is None


def test_a_rejected_figure_is_told_from_a_rejected_claim() -> None:
    """ "That estimate" is of the figure, "that claim" of all that was said; what follows a colon is kept."""
    assert [p.figure for w in ("that estimate", "that claim") if (p := pointing(w, True))] == [True, False]
    found = pointing("the idea: no ship had been sold", True)
    assert found is not None and found.rest == "no ship had been sold"


@pytest.mark.parametrize(
    ("content", "noun"),
    [
        ("reports that a village had been shelled", "reports"), ("the claim that it pays", "claim"),
        ("that a village had been shelled", None), ("reporters that came late", None), ("reports", None),
    ],
)  # fmt: skip
def test_what_others_claim_is_named_by_its_noun(content: str, noun: str | None) -> None:
    """ "Reports that …" tells that somebody claims it, though nobody says who."""
    assert claimed_by_others(content) == noun


def test_sentences_are_counted_by_their_ends() -> None:
    """An abbreviation in lower case ends none."""
    assert sentences_between("said. The ") == 1
    assert sentences_between(", which cost approx. ten million, ") == 0
    assert sentences_between("left. Nobody wept. Then ") == 2
