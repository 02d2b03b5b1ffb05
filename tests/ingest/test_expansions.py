"""Expansions: what short forms stand for, with exact spans and a check of the letters."""

import pytest

from dragoman.ingest import article_from_text

LEAD = "The envoys met on Monday and parted on Tuesday, as the minister had said they would. "


def _found(text: str) -> list[tuple[str, str]]:
    """Return the pairs found in a text."""
    article = article_from_text(LEAD + text)
    return [(e.short.of(article.text), e.long.of(article.text)) for e in article.expansions]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("It went to the Sample Border Commission (SBC) at once.", ("SBC", "Sample Border Commission")),
        ("The SBC (Sample Border Commission) will decide.", ("SBC", "Sample Border Commission")),
        ("The SBC (the Commission of the Sample Border) knows.", None),
        (
            "It is the Union of Lake and River States (ULRS) that pays.",
            ("ULRS", "Union of Lake and River States"),
        ),
        ("They found an improvised raft device (IRD) there.", ("IRD", "improvised raft device")),
        ("The SBC, the Sample Border Commission, pays.", ("SBC", "Sample Border Commission")),
        ("The Sample Border Commission, or SBC, pays.", ("SBC", "Sample Border Commission")),
        ("He met the minister of trade (UN).", None),
        ("He was born there (1950).", None),
        ("GENEVA (AP) is far.", None),
        ("A spokesman (He) left.", None),
        ("*Editor’s note: The SBC is an abbreviation for the Sample Border Commission.", None),
    ],
)
def test_in_running_text(text: str, pair: tuple[str, str] | None) -> None:
    """Brackets and appositions define a short form where its letters fit."""
    if pair is not None:
        assert _found(text) == [pair]
    elif not text.startswith("*"):
        assert _found(text) == []


@pytest.mark.parametrize(
    ("note", "pair"),
    [
        (
            "*Editor’s note: The SBC is an abbreviation for the Sample Border Commission.",
            ("SBC", "Sample Border Commission"),
        ),
        ("*SBC: Sample Border Commission", ("SBC", "Sample Border Commission")),
        (
            "* The KGK stands for the Committee of the Sample Border.",
            ("KGK", "Committee of the Sample Border"),
        ),
        ("(The SBC stands for the Sample Border Commission.)", ("SBC", "Sample Border Commission")),
        (
            "Translator’s note: “SBC” is short for Sample Border Commission.",
            ("SBC", "Sample Border Commission"),
        ),
    ],
)
def test_in_notes(note: str, pair: tuple[str, str]) -> None:
    """A note's own word is taken, foreign initials included."""
    assert _found(f"The SBC* met again.\n\n{note}") == [pair]
