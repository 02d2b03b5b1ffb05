"""The spaCy component puts the same reading on a Doc, with its spans."""

from __future__ import annotations

import pytest

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'dragoman[spacy]'")

TEXT = "Finance Minister Clara Vento said that the budget was ready. She added that taxes would not rise."


def test_reading_and_spans_on_a_doc() -> None:
    """A blank pipeline gets our reading; every span group covers what the statements claim."""
    nlp = spacy.blank("en")
    nlp.add_pipe("dragoman")
    doc = nlp(TEXT)
    assert [s.cue[0].of(TEXT) for s in doc._.dragoman.statements] == ["said", "added"]
    assert [span.text for span in doc.spans["dragoman_sources"]] == ["Finance Minister Clara Vento", "She"]
    assert len(doc.spans["dragoman_contents"]) == 2


def test_the_pipelines_own_parse_is_taken() -> None:
    """With ``parse: spacy`` the Doc's own tree is used, labels mapped to ours."""
    nlp = spacy.blank("en")
    component = nlp.add_pipe("dragoman", config={"parse": "spacy"})
    words = ["Ann", "said", "that", "it", "rained", "."]
    doc = spacy.tokens.Doc(
        nlp.vocab, words, heads=[1, 1, 4, 4, 1, 1], deps=["nsubj", "ROOT", "mark", "nsubj", "ccomp", "punct"],
        pos=["PROPN", "VERB", "SCONJ", "PRON", "VERB", "PUNCT"], sent_starts=[True] + [False] * 5,
    )  # fmt: skip
    reading = component(doc)._.dragoman
    assert [s.source.span.of(reading.text) for s in reading.statements] == ["Ann"]


def test_other_languages_get_no_reading() -> None:
    """A text that Dragoman refuses has None and no spans."""
    nlp = spacy.blank("en")
    nlp.add_pipe("dragoman")
    doc = nlp("   ")
    assert doc._.dragoman is None and len(doc.spans["dragoman_contents"]) == 0
