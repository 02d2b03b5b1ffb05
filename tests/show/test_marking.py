"""How marks part a text, for any spans whatever."""

from __future__ import annotations

import re
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import Article, Paragraph, Reading, Span, Statement, Versions
from dragoman.show.html import page
from dragoman.show.marking import marked

WORDS = "a b  c\nd\x00e" * 6


def reading_of(text: str, paragraphs: tuple[Paragraph, ...], spans: list[tuple[Span, ...]]) -> Reading:
    """Return a reading whose statements are unattributed contents over given spans."""
    statements = tuple(
        Statement(f"s{n}", None, (), (), content, "direct", "assertion", "affirms", (), (), None, 0.9)
        for n, content in enumerate(spans, 1)
    )
    return Reading(Article(text, paragraphs), (), statements, Versions("0", "0", "0"))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Draw a text in two paragraphs with contents anywhere in it, overlapping and alike."""
    middle = draw(st.integers(2, len(WORDS) - 2))
    paragraphs = (Paragraph(Span(0, middle), "body"), Paragraph(Span(middle, len(WORDS)), "body"))
    start = st.integers(0, len(WORDS) - 1)
    one = start.flatmap(lambda s: st.tuples(st.just(s), st.integers(s + 1, len(WORDS))))
    contents = draw(st.lists(st.lists(one, min_size=1, max_size=3), max_size=8))
    return reading_of(WORDS, paragraphs, [tuple(sorted(Span(*pair) for pair in c)) for c in contents])


@settings(deadline=None)
@given(readings())
def test_pieces_keep_every_character_and_mark_just_the_spans(reading: Reading) -> None:
    """Joined, the pieces have the text's length; a character is marked just where a content covers it."""
    covered = {i for s in reading.statements for span in s.content for i in range(*span)}
    position = 0
    for piece in (piece for pieces in marked(reading, "d1") for piece in pieces):
        for offset in range(position, position + len(piece.text)):
            assert bool(piece.classes) == (offset in covered)
        position += len(piece.text)
    assert position == len(WORDS)


@settings(max_examples=20, deadline=None)
@given(readings())
def test_each_statement_has_one_card_and_one_number_in_the_text(reading: Reading) -> None:
    """No statement is lost or shown twice, and no link leads nowhere, also where several begin together."""
    html = page([reading])
    found = re.findall(r'id="([^"]+)"', html)
    assert len(found) == len(set(found))
    for statement in reading.statements:
        assert {f"d1-{statement.id}", f"d1-t{statement.id[1:]}"} <= set(found)
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(found)


def test_a_line_of_ten_thousand_statements_is_marked_in_time() -> None:
    """The work grows with the marks, not with their square."""
    text = "word " * 10_000
    reading = reading_of(
        text, (Paragraph(Span(0, len(text)), "body"),), [(Span(n, n + 4),) for n in range(0, len(text), 5)]
    )
    began = time.process_time()
    assert len(marked(reading, "d1")[0]) == 20_000
    assert time.process_time() - began < 10
