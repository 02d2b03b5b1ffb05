"""Offsets: a cleaned text leads back to the characters it was made from."""

import itertools
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.ingest import article_from_text, original_position, to_original
from dragoman.ingest.normalise import normalise
from dragoman.ingest.offsets import compose, map_span
from dragoman.records import OffsetMap, Span

PIECES = st.sampled_from(
    [
        "The envoy said so",
        "“No,” he said.",
        "cafe\u0301",
        "\u00ad",
        "\u200b",
        "\u00a0",
        "  ",
        "\n",
        "\r\n",
        "\n\n",
        "\u2028",
        "\ufeff",
        "Leave a Reply",
        "a\u0316\u0301b",
        "\t",
        "Å",
        "Ǆ",
        "*Note: x",
        "\u202e",
        "Advertisement",
        "#",
        "By Jane Roe",
        "Kiev.",
        " ",
        "\U0001f600",
        "\ud800",
        "e",
        "1",
        "가",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=200))


def _same(clean: str, original: str) -> bool:
    """Say whether a cleaned character stands for an original one."""
    if clean == original or (clean.isspace() and original.isspace()) or clean == "\ufffd":
        return True
    letters = unicodedata.normalize("NFD", clean)
    return unicodedata.normalize("NFD", original)[0] in letters or clean == "\n"


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_each_mapped_character_agrees_with_the_original(text: str) -> None:
    """The map is monotone, and a mapped character equals its original up to normalisation."""
    try:
        article = article_from_text(text, any_language=True)
    except InputError:
        return
    assert article.offsets is not None
    last = -1
    for index, char in enumerate(article.text):
        position = original_position(article.offsets, index)
        if position is not None:
            assert position > last
            assert _same(char, text[position])
            last = position


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_paragraphs_trace_back_to_what_they_were_made_from(text: str) -> None:
    """A paragraph's original, cleaned again, is the paragraph; spans lie in order inside the text."""
    try:
        article = article_from_text(text, any_language=True)
    except InputError:
        return
    end = 0
    for paragraph in article.paragraphs:
        assert end <= paragraph.span.start < paragraph.span.end <= len(article.text)
        end = paragraph.span.end
        original = to_original(article, paragraph.span)
        assert original is not None
        assert normalise(original.of(text)) == paragraph.span.of(article.text)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_verbatim_keeps_every_character(text: str) -> None:
    """Read verbatim, the text is untouched and offsets are the original's own."""
    try:
        article = article_from_text(text, verbatim=True, any_language=True)
    except InputError:
        return
    assert article.text == text
    assert article.offsets is None
    assert to_original(article, Span(0, 1)) == Span(0, 1)
    spans = [p.span for p in article.paragraphs]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(s.of(text).strip() for s in spans)


def test_a_span_takes_in_what_was_removed_inside_it() -> None:
    """Soft hyphens and composed marks belong to the original of the word they stood in."""
    text = "The Gene\u00adva talks on the cafe\u0301 went on, the envoy said."
    article = article_from_text(text)
    for word, original in (("Geneva", "Gene\u00adva"), ("café", "cafe\u0301")):
        start = article.text.index(word)
        found = to_original(article, Span(start, start + len(word)))
        assert found is not None and found.of(text) == original


def test_invisible_characters_and_spaces_are_cleaned() -> None:
    """Byte order marks, zero-width marks, odd spaces and line ends leave no trace in the cleaned text."""
    article = article_from_text(
        "\ufeffTalks\u00a0went on.  \r\nThe\u200b envoy\u202fleft.\r\n\r\n\r\n\r\nAll over."
    )
    assert article.text == "Talks went on.\n\nThe envoy left.\n\nAll over."


def test_maps_compose() -> None:
    """Going through two maps at once is going through one after the other."""
    outer = OffsetMap((0, 4), (2, 10), (3, 5))
    inner = OffsetMap((0, 11), (100, 200), (4, 20))
    both = compose(outer, inner)
    assert original_position(both, 0) == 102
    assert original_position(both, 2) is None
    assert original_position(both, 5) == 200
    assert map_span(both, Span(0, 9)) == Span(102, 204)
