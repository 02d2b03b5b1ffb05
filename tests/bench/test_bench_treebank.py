"""Treebank measures on a small document of our own: layout, scores, names, speakers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bench.alignment import analysed_words, compare, compare_names, gold_words, scores
from bench.names import gum_names, titles, uner_names, without_article
from bench.speakers import answer, reporting_verbs, speakers
from bench.treebank import Document, documents
from readings import reading

from dragoman.records import Actor, Analysis, Sentence, Span, Word

ROWS = """\
# newdoc id = OWN_ferry
# newpar
# sent_id = OWN_ferry-1
1\tMinister\tminister\tPROPN\tNNP\tNumber=Sing\t2\tnmod:desc\t_\tEntity=(1-person-new-ssnsn-cf1-1-coref
2\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_
3\tDuval\tDuval\tPROPN\tNNP\tNumber=Sing\t2\tflat\t_\tEntity=1)
4\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
5\tthe\tthe\tDET\tDT\t_\t7\tdet\t_\tEntity=(2-place-new-ssnsn-cf1-1-sgl
6\tUnited\tunite\tVERB\tVBN\t_\t7\tamod\t_\t_
7\tIsles\tIsles\tPROPN\tNNP\tNumber=Plur\t4\tobj\t_\tEntity=2)|SpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = OWN_ferry-2
1\tShe\tshe\tPRON\tPRP\tNumber=Sing|Person=3\t2\tnsubj\t_\tEntity=(1-person-giv:act-ssnsn-cf1-1-ana)
2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_
3\tit\tit\tPRON\tPRP\tPerson=3\t6\tnsubj\t_\t_
4-5\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tdid\tdo\tAUX\tVBD\t_\t6\taux\t_\t_
5\tn't\tnot\tPART\tRB\t_\t6\tadvmod\t_\t_
6\thurt\thurt\tVERB\tVB\t_\t2\tccomp\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """Return the small document."""
    path = tmp_path / "own.conllu"
    path.write_text(ROWS, encoding="utf-8")
    return next(documents(path))


def _analysis(document: Document) -> Analysis:
    words = tuple(
        Word(i, w.start, w.end, w.form, w.lemma, w.upos, w.head, w.deprel, 0)
        for i, w in enumerate(document.words)
    )
    return Analysis(words, tuple(Sentence(a, b, 0) for a, b in document.sentences))


def test_the_text_is_rebuilt(document: Document) -> None:
    """Words stand at their places, parts of a contraction share it out."""
    assert document.text == "Minister Ana Duval left the United Isles. She said it didn't hurt."
    assert [w.span.of(document.text) for w in document.words] == [w.form for w in document.words]


def test_the_same_trees_are_perfect(document: Document) -> None:
    """A treebank scored against itself has 100 everywhere."""
    found = scores(compare(gold_words(document), analysed_words(_analysis(document), document.text)))
    assert set(found.values()) == {100.0}


def test_one_wrong_head_and_one_wrong_tag(document: Document) -> None:
    """Of fifteen words one head, one relation and one tag go wrong: the scores fall by just that."""
    analysis = _analysis(document)
    words = list(analysis.words)
    words[0] = replace(words[0], head=3)
    words[1] = replace(words[1], deprel="obj")
    words[2] = replace(words[2], upos="NOUN")
    found = scores(
        compare(gold_words(document), analysed_words(replace(analysis, words=tuple(words)), document.text))
    )
    assert found["UAS"] == pytest.approx(100 * 14 / 15)
    assert found["LAS"] == pytest.approx(100 * 13 / 15)
    assert found["UPOS"] == pytest.approx(100 * 14 / 15)
    assert found["words"] == 100.0


def test_a_word_cut_otherwise_is_no_word(document: Document) -> None:
    """A contraction left whole costs two gold words and one predicted word; a subtype costs nothing."""
    analysis = _analysis(document)
    words = list(analysis.words)
    at = next(i for i, w in enumerate(words) if w.text == "did")
    words[at] = replace(words[at], end=words[at + 1].end)
    words[0] = replace(words[0], deprel="nmod:other")
    counted = compare(
        gold_words(document), analysed_words(replace(analysis, words=tuple(words)), document.text)
    )
    assert counted["words"] == 14 and counted["gold words"] == 15


def test_names_leave_titles_and_articles_out(document: Document) -> None:
    """The name is what the tree joins to the head: no title in front, the adjective of a place in."""
    found = [(span.of(document.text), kind) for span, kind in gum_names(document, titles())]
    assert found == [("Ana Duval", "person"), ("United Isles", "place")]
    assert without_article(Span(0, 9), "the Isles").of("the Isles") == "Isles"


def test_labels_are_carried_over_by_characters(document: Document) -> None:
    """A corpus that doesn't cut a contraction still puts its names at the right place."""
    first = [("Minister", "O"), ("Ana", "B-PER"), ("Duval", "I-PER"), ("left", "O"), ("the", "B-LOC"),
             ("United", "I-LOC"), ("Isles", "I-LOC"), (".", "O")]  # fmt: skip
    second = [("She", "O"), ("said", "O"), ("it", "O"), ("didn't", "O"), ("hurt", "O"), (".", "O")]
    found = uner_names(document, {"OWN_ferry-1": first, "OWN_ferry-2": second})
    assert [span.of(document.text) for span, _ in found] == ["Ana Duval", "United Isles"]
    counted = compare_names(found, found[:1])
    assert (counted["right"], counted["gold"], counted["predicted"]) == (1, 2, 1)


def _read(document: Document, *mentions: str) -> str:
    """Return the answer for "She" when one actor has these mentions, "She" among them."""
    spans = [Span(document.text.index(m), document.text.index(m) + len(m)) for m in mentions]
    actor = Actor("a1", mentions[0], "person", None, None, None, None, False, (), tuple(spans))
    found = speakers(document, reporting_verbs())
    assert [(s.kind, s.head) for s in found] == [("pronoun", 8)]
    return answer(found[0], document, reading([actor], [], document.text))


def test_a_pronoun_resolved(document: Document) -> None:
    """Right with a mention at the chain's name, wrong at another's, open with neither or no actor."""
    assert _read(document, "Ana Duval", "She") == "right"
    assert _read(document, "United Isles", "She") == "wrong"
    assert _read(document, "She") == "open"
    assert _read(document, "Ana Duval") == "open"
