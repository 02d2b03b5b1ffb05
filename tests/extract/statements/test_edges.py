"""Both marks of a quotation belong to what holds its words, and no mark belongs to anything else."""

from __future__ import annotations

import pytest
from spelled_out import parts, read

from analysis_table import article_from_text
from dragoman.extract.statements.edges import Marks
from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.quotation_marks import find_quotations
from dragoman.records import Span

TEXT = "He says Lindt “built a firm lead among voters.” Since Lindt leads, Orr said, all is well."


def _settled(text: str, said: str, cue: str = "says") -> list[str]:
    """Return the contents and the cue of a finding whose content is the one place of ``said``."""
    article = article_from_text(text)
    spans = (Span(text.index(said), text.index(said) + len(said)),)
    cues = (Span(text.index(cue), text.index(cue) + len(cue)),)
    finding = Finding(None, cues, spans, "model", 0.5)
    found = Marks(text, find_quotations(article)).settled(finding)
    return [span.of(text) for span in (*found.content, *found.cue)]


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("Lindt “built a firm lead among voters", "Lindt “built a firm lead among voters.”"),
        ("Lindt “built a firm lead among voters.", "Lindt “built a firm lead among voters.”"),
        ("” Since Lindt leads", "Since Lindt leads"),
        ("Lindt “", "Lindt"),
        ("built a firm lead among voters.”", "“built a firm lead among voters.”"),
    ],
)
def test_a_mark_goes_with_the_words_of_its_quotation(said: str, whole: str) -> None:
    """All words of a quotation held: both marks held. No word of it held: no mark held."""
    assert _settled(TEXT, said) == [whole, "says"]


@pytest.mark.parametrize("said", ["Lindt “built a firm", "firm lead", "built a firm lead among voters"])
def test_words_are_neither_added_nor_taken(said: str) -> None:
    """A content that ends within a quotation, or lies between its marks, keeps its edges."""
    assert _settled(TEXT, said) == [said, "says"]


def test_a_cue_in_marks_has_both() -> None:
    """A cue that somebody doubts stands in its two marks or in none."""
    text = "The rival “endorses” the plan."
    assert _settled(text, "the plan", "“endorses") == ["the plan", "“endorses”"]


SPLIT = """
He PRON 2 nsubj
says VERB 0 root say
Lindt PROPN 5 nsubj
“ PUNCT 5 punct
built VERB 2 ccomp build
a DET 8 det
firm ADJ 8 amod
lead NOUN 5 obj
. PUNCT 2 punct

” PUNCT 4 punct
Since SCONJ 4 mark
Lindt PROPN 4 nsubj
leads VERB 8 ccomp lead
, PUNCT 8 punct
all DET 8 nsubj
is AUX 8 cop be
well ADJ 11 ccomp
, PUNCT 11 punct
Orr PROPN 11 nsubj
said VERB 0 root say
. PUNCT 11 punct
"""


def test_a_mark_that_opens_the_next_sentence_goes_back() -> None:
    """Where the engine begins a sentence with the closing mark, the sentence before it gets it back."""
    text = "He says Lindt “built a firm lead.” Since Lindt leads, all is well, Orr said."
    roles = """
    source 0 1
    cue 1 2 0
    content 2 8 1
    content 9 10 5
    content 10 17 5
    cue 19 20 6
    source 18 19
    """
    one, other = read(text, SPLIT, "\n".join(line.strip() for line in roles.strip().splitlines()))
    assert parts(text, one)[2] == ["Lindt “built a firm lead.”"]
    assert parts(text, other)[0] == "Orr"
    assert parts(text, other)[2] == ["Since Lindt leads, all is well"]
    assert other.form == "indirect"
