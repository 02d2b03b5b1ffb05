"""How words are folded, and what is typed into search understood."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import StoreError
from dragoman.records import Span
from dragoman.store.folding import folded, words
from dragoman.store.snippets import WIDTH, hits, window
from dragoman.store.terms import terms_of


@settings(deadline=None)
@given(st.text())
def test_folded_text_is_the_folded_words(text: str) -> None:
    """The quick way for plain text and the way word by word agree; all is ASCII, and stays as it is."""
    forms = [form for _, form in words(text)]
    assert folded(text) == " ".join(forms)
    assert folded(text).isascii() and folded(folded(text)) == folded(text)


@settings(deadline=None)
@given(st.text())
def test_words_lie_in_the_text_in_order(text: str) -> None:
    """Spans are inside the text and don't overlap."""
    end = 0
    for span, form in words(text):
        assert end <= span.start < span.end <= len(text) and form
        end = span.end


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Путин", "Putin"),
        ("Erdoğan", "ERDOGAN"),
        ("Örnek", "ornek"),
        ("naïve", "nai\u0308ve"),
        ("Ελλάδα", "Ellada"),
    ],
)
def test_spellings_that_romanize_alike_are_one_word(one: str, other: str) -> None:
    """Case, accents (written as one character or apart) and script make no difference."""
    assert folded(one) == folded(other)


@settings(deadline=None)
@given(st.text(), st.text(alphabet="abцé ", min_size=1))
def test_windows_and_hits_lie_in_the_text(text: str, asked: str) -> None:
    """Whatever is searched, hits are words of the text and a snippet is a short piece of it."""
    try:
        terms = terms_of(asked)
    except StoreError:
        return
    found = hits(text, terms)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in found)
    part = window(text, found)
    assert 0 <= part.start <= part.end <= len(text) and part.end - part.start <= WIDTH


@settings(deadline=None)
@given(
    st.text(alphabet="aAbцщé1 \u0308-_ß", max_size=80),
    st.text(alphabet="abцé1", min_size=1, max_size=3),
    st.booleans(),
)
def test_hits_are_the_words_that_fold_alike(text: str, word: str, begins: bool) -> None:
    """A word hits each word of the text with its folded form, a beginning each that begins so, all whole."""
    form = folded(word)
    if len(form.split()) != 1:
        return
    like = [span for span, other in words(text) if other == form or (begins and other.startswith(form))]
    assert hits(text, terms_of(f"{form}*" if begins else form)) == tuple(like)


def test_a_phrase_hits_its_words_in_a_row_in_any_script() -> None:
    """Marks and spaces between the words of a phrase make no difference; other words do."""
    text = "Кредитная линия, or a credit line: no credit for the line."
    found = hits(text, terms_of('"credit line" "kreditnaya liniya"'))
    assert [span.of(text) for span in found] == ["Кредитная линия", "credit line"]


def test_a_word_longer_than_any_name_is_found_by_its_beginning() -> None:
    """Longer words are cut in the index, so a search for one finds it in the text as well."""
    long = "a" * 90
    assert hits(f"the {long} is here", terms_of(long)) == (Span(4, 94),)


def test_a_snippet_shows_a_hit_far_inside() -> None:
    """The window moves to where the words are."""
    text = "filler " * 200 + "the ceasefire holds " + "filler " * 200
    found = hits(text, terms_of("ceasefire"))
    assert window(text, found).contains(found[0]) and len(found) == 1
    assert found[0] == Span(1404, 1413)


def test_no_word_is_an_error() -> None:
    """Marks alone cannot be searched for."""
    with pytest.raises(StoreError, match="no word"):
        terms_of('"…" *')
