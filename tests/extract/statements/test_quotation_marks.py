"""Which characters open and close quotations, and where a quotation ends that nothing closes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis_table import article_from_text
from dragoman.extract.statements.quotation_marks import Quotation, find_quotations
from dragoman.records import Article, Paragraph, Span


def quoted(text: str) -> list[str]:
    """Return the quotations of a text as strings, marks included."""
    return [q.span.of(text) for q in find_quotations(article_from_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We leave,” she said. “We stay.”", ["“We leave,”", "“We stay.”"]),
        ('"We leave," she said. "We stay."', ['"We leave,"', '"We stay."']),
        ("‘We leave,’ she said.", ["‘We leave,’"]),
        ("'We leave,' she said, 'now.'", ["'We leave,'", "'now.'"]),
        ("The word „heute“ stood there.", ["„heute“"]),
        ("The word «demain» stood there.", ["«demain»"]),
        ("The word « demain » stood there.", ["« demain »"]),
        ("It was ``closed'' for days.", ["``closed''"]),
        ("‘’We leave,’’ she said.", ["‘’We leave,’’"]),
        ('She said “we leave" again.', ['“we leave"']),
        ("’A Road With Many Turns’", ["’A Road With Many Turns’"]),
        ("He told them “[the boats] are ready.”", ["“[the boats] are ready.”"]),
    ],
)
def test_marks_of_every_kind_pair(text: str, expected: list[str]) -> None:
    """Straight, typographic, single, double, low-high, angle and mixed marks each make a quotation."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministers’ talks and the workers’ demands didn’t end in the ’90s.",
        "The ministers' talks and the workers' demands didn't end in the '90s.",
        "Rock ’n’ roll was what they’d come for.",
        "They kept talkin’ and walkin’ through town.",
        'A 6" pipe is thicker than a 4" pipe.',
        "» More news from the region",
    ],
)
def test_apostrophes_and_measures_are_no_marks(text: str) -> None:
    """Contractions, plural possessives, years, dropped letters, inches and bullets open nothing."""
    assert quoted(text) == []


def test_apostrophes_inside_single_marks_do_not_close_them() -> None:
    """A possessive plural inside single marks is passed over when a sure closing mark follows."""
    assert quoted("She said: ‘The workers’ rights don’t matter to them.’ He left.") == [
        "‘The workers’ rights don’t matter to them.’"
    ]


def test_a_quotation_inside_a_quotation_is_one_deeper() -> None:
    """Nested marks are found with their depth, the outer one first."""
    text = "“He called it ‘a lake for fish’ again,” she said."
    found = find_quotations(article_from_text(text))
    assert [(q.span.of(text), q.depth) for q in found] == [
        ("“He called it ‘a lake for fish’ again,”", 0),
        ("‘a lake for fish’", 1),
    ]


def test_a_quotation_over_paragraphs_is_carried_on() -> None:
    """Each paragraph opens, only the last closes; the parts say that they continue."""
    text = "“The first point is water.\n\n“The second is bread.\n\n“The third is time,” she said."
    found = find_quotations(article_from_text(text))
    assert [(q.closed, q.continued) for q in found] == [(False, False), (False, True), (True, True)]


def test_a_quotation_over_paragraphs_without_new_marks_is_carried_on() -> None:
    """A paragraph that closes what it never opened carries on the one before."""
    text = "“The first point is water.\n\nThe second is bread,” she said."
    assert quoted(text) == ["“The first point is water.", "The second is bread,”"]


def test_a_heading_is_not_carried_on() -> None:
    """A heading between two paragraphs ends what the first left open."""
    text = "She said “the dam holds. Then the press left.\n\n“New Dam”\n\n“Come,” she said."
    article = article_from_text(text, headings=(1,))
    assert [q.span.of(text) for q in find_quotations(article)] == ["“the dam holds.", "“New Dam”", "“Come,”"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we shall build the dam, he said on Monday. Then he left.", ["“we shall build the dam,"]),
        ("“First we act, said Mr. Stone. “Then we talk.”", ["“First we act,", "“Then we talk.”"]),
        ("He noted that “the dam will hold. The council met later that day.", ["“the dam will hold."]),
        (
            "He noted that “Dr. Low of the U.S. team will come. They met.",
            ["“Dr. Low of the U.S. team will come."],
        ),
        ("He noted that “the dam will hold", ["“the dam will hold"]),
    ],
)
def test_an_open_quotation_ends_where_sense_says(text: str, expected: list[str]) -> None:
    """At the attribution, else at the end of the sentence, else with the paragraph; no author's text."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We shall build the dam,” he said.", ["We shall build the dam,”"]),
        ("The council met. “It holds.” They talked. No water came through” was the last word.",
         ["“It holds.”", "No water came through”"]),
    ],
)  # fmt: skip
def test_a_missing_opening_mark_is_made_good(text: str, expected: list[str]) -> None:
    """A closing mark without a partner reaches back to the paragraph's or the sentence's start."""
    assert quoted(text) == expected


@pytest.mark.parametrize("mark", ["“", "”", '"', "'", "‘", "’", "«", "»", "„"])
@pytest.mark.parametrize("frame", ["{}", "{} ", "a {}", "{}a "])
def test_ten_thousand_unmatched_marks_take_no_time(mark: str, frame: str) -> None:
    """The work stays linear when nothing matches."""
    article = article_from_text(frame.format(mark) * 10_000)
    start = time.perf_counter()
    find_quotations(article)
    assert time.perf_counter() - start < 2


def test_notes_and_furniture_are_not_read() -> None:
    """Marks in a note neither make quotations nor disturb those of the body."""
    text = "“Come,” she said.\n\n“Leave a reply"
    blocks = (Paragraph(Span(0, 17), "body"), Paragraph(Span(19, len(text)), "furniture"))
    found = find_quotations(Article(text=text, paragraphs=blocks))
    assert [q.span.of(text) for q in found] == ["“Come,”"]


@given(st.text(alphabet="ab S.,\n“”\"'‘’«»„[]", max_size=80))
def test_quotations_nest_and_lie_inside_paragraphs(text: str) -> None:
    """Whatever the text, spans lie in one paragraph, never cross, and come in text order."""
    article = article_from_text(text)
    found: tuple[Quotation, ...] = find_quotations(article)
    assert list(found) == sorted(found, key=lambda q: (q.span.start, -q.span.end))
    for one in found:
        assert any(p.span.contains(one.span) for p in article.paragraphs)
        for other in found:
            crossing = one.span.overlaps(other.span)
            assert not crossing or one.span.contains(other.span) or other.span.contains(one.span)
