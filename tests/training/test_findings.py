"""Annotated articles as documents for the finding heads: evidence, labels, and who is named beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from annotation.articles import article_of
from annotation.phrases import WrongGold
from training.examples import FINDINGS, Document

from training import findings

HEAD = "Title: T\nDate: 2021-05-05\n\n"
TEXT = HEAD + (
    "Chad opposes the toll. Its neighbour, the Republic of Niger, signed a pact with Mali, and backs "
    "the toll.\n\nPrices will double by May. Chad belongs to the Sahel Club."
)
ROWS = {
    "positions": [
        {"actor": "Chad", "proposition": "the toll", "phrase": "opposes the toll", "stance": "against",
         "firmness": "plain"},
        {"actor": "the Republic of Niger", "proposition": "the toll", "phrase": "backs the toll",
         "stance": "for", "firmness": "plain", "optional": True},
    ],
    "agreements": [
        {"parties": ["the Republic of Niger", "Mali", "Chad"], "instrument": "pact", "status": "signed",
         "mentions": ["signed a pact"]},
    ],
    "memberships": [
        {"organization": "the Sahel Club", "member": "Chad", "role": "member",
         "phrase": "Chad belongs to the Sahel Club"},
    ],
    "forecasts": [{"claimant": None, "proposition": "Prices will double by May"}],
}  # fmt: skip


def made(text: str = TEXT) -> Document:
    """Return the document of the article above."""
    return findings.document(article_of(Path("made.txt"), text, ROWS))


def words(document: Document, indices: range | tuple[int, ...]) -> str:
    """Return words joined by spaces."""
    return " ".join(document.words[i] for i in indices)


def test_evidence_is_words_with_a_label() -> None:
    """Each finding has the words of its evidence and its label; what is optional is doubtful instead."""
    document = made()
    told = {
        (one.kind, words(document, range(one.first, one.last)), one.label) for one in document.findings or ()
    }
    assert told == {
        ("position", "opposes the toll", FINDINGS["position"].index("against")),
        ("agreement", "signed a pact", FINDINGS["agreement"].index("signed")),
        ("membership", "Chad belongs to the Sahel Club", FINDINGS["membership"].index("member")),
        ("forecast", "Prices will double by May", None),
    }
    doubtful = sorted(i for kind, i in document.doubtful if kind == "position")
    assert words(document, tuple(doubtful)) == "backs the toll"


def test_only_who_stands_in_the_sentence_is_linked() -> None:
    """Parties that another sentence names are not linked; a name told again is found where it is told."""
    by_kind = {one.kind: one for one in made().findings or ()}
    document = made()
    pact = by_kind["agreement"].holders or ()
    assert [words(document, phrase) for phrase in pact] == ["the Republic of Niger", "Mali"]
    member = by_kind["membership"]
    assert member.holders is not None and member.holders[0][0] == member.first
    assert [words(document, phrase) for phrase in member.bodies or ()] == ["the Sahel Club"]


def test_the_header_is_left_out() -> None:
    """Words begin with the body, in the paragraphs of the text."""
    document = made()
    assert document.words[:2] == ["Chad", "opposes"] and len(document.paragraphs) == 2


def test_a_holder_in_another_sentence_is_unknown() -> None:
    """Who holds a stance may stand there as a pronoun: nothing is taught of it."""
    document = made(TEXT.replace("Chad opposes the toll.", "Chad spoke. It opposes the toll."))
    (stance,) = (one for one in document.findings or () if one.kind == "position")
    assert stance.holders is None


def test_a_phrase_that_is_not_there_is_told() -> None:
    """A slip of the annotation names the article and the phrase."""
    with pytest.raises(WrongGold, match=r"made\.txt.*signed a pact"):
        made(TEXT.replace("signed a pact", "made a pact"))


def test_the_articles_to_learn_from_are_right() -> None:
    """Every phrase of every article stands in it; and each kind is told of."""
    documents = [findings.document(article) for h in (False, True) for article in findings.articles(h)]
    assert {one.kind for each in documents for one in each.findings or ()} == set(FINDINGS)
    assert all(each.words for each in documents)
