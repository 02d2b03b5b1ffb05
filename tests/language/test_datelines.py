"""Datelines: what is one, what is not, and that no word of one is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import Reader
from dragoman.ingest import article_from_text
from dragoman.language.datelines import behind_dateline


@pytest.mark.parametrize(
    "line",
    [
        "LIMA — Peru has closed its embassy.",
        "LIMA - Peru, Chile and Ecuador said no.",
        "NEW DELHI, Feb. 10 (Reuters) - India agreed.",
        "LIMA, Peru (AP) — The minister resigned.",
        "Lima (dpa) – Peru agreed.".replace("dpa", "DPA"),
        "GENEVA/LIMA, 3 May – “No,” said the envoy.",
        "ST. JOHN’S — Two ships met.",
    ],
)
def test_a_dateline_is_left_out(line: str) -> None:
    """What is read begins behind the dash."""
    start = behind_dateline(line, 0, len(line))
    assert start == max(line.find(dash) for dash in ("— ", "- ", "– ")) + 2


@pytest.mark.parametrize(
    "line",
    [
        "NATO — the alliance — met in Lima.",
        "NATO — The Hague’s guest — met in Lima.",
        "Peru — Chile’s neighbour — agreed.",
        "The minister - a friend of Lima - resigned.",
        "LIMA was quiet.",
        "A ban on steel (Reuters) - he said - failed.",
        "US-led forces left.",
    ],
)
def test_a_sentence_is_no_dateline(line: str) -> None:
    """A subject with a parenthesis behind it, or a word in capitals alone, is read."""
    assert behind_dateline(line, 0, len(line)) == 0


@given(st.text(max_size=60), st.integers(0, 10))
def test_it_never_leaves_the_paragraph(text: str, start: int) -> None:
    """Whatever stands there, reading begins in the paragraph."""
    start = min(start, len(text))
    assert start <= behind_dateline(text, start, len(text)) <= len(text)


def test_nobody_of_a_dateline_speaks() -> None:
    """The source begins behind the dateline, and the city is nobody's ally."""
    text = "LIMA - Peru, Chile and Ecuador said on Sunday that they were leaving the bloc."
    reading = Reader().read(article_from_text(text, verbatim=True))
    (statement,) = reading.statements
    assert statement.source is not None
    assert statement.source.span.of(text) == "Peru, Chile and Ecuador"
    assert all(mention.start >= text.index("Peru") for a in reading.actors for mention in a.mentions)
