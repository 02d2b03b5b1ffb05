"""The spaCy component, from a text to a Doc's spans; skipped where spaCy is not installed."""

from __future__ import annotations

import subprocess
import sys
import warnings
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.reading_invariants import check

import dragoman

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'dragoman[spacy]'")
from dragoman.spacy_component import GROUPS  # noqa: E402
from dragoman.spacy_component.analysis import analysis_of  # noqa: E402

TEXT = (
    "Minister Clara Vento said on Monday that the budget was ready. "
    "“We are tired,” the minister told reporters."
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    """A blank English pipeline with Dragoman in it, found by its entry point."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("dragoman")
    return pipeline


def parsed(pipeline: Any) -> Any:
    """Return a Doc with a ClearNLP tree of its own, its second sentence behind a blank line."""
    rows = [line.split() for line in (
        "Talks NOUN 1 nsubj|failed VERB 1 ROOT|, PUNCT 1 punct|Clara PROPN 4 compound|Vento PROPN 5 nsubj"
        "|said VERB 1 parataxis|. PUNCT 1 punct|\n\n SPACE 6 dep|She PRON 9 nsubj|added VERB 9 ROOT"
        "|that SCONJ 13 mark|hope NOUN 13 nsubj|is AUX 13 aux|gone VERB 9 ccomp|from ADP 13 prep"
        "|Oslo PROPN 14 pobj|. PUNCT 9 punct"
    ).replace("\n\n", "\\n").split("|")]  # fmt: skip
    words = [row[0].replace("\\n", "\n\n") for row in rows]
    spaces = [b not in (",", ".", "\n\n") and a != "\n\n" for a, b in pairwise([*words, "."])]
    return spacy.tokens.Doc(
        pipeline.vocab,
        words=words,
        spaces=spaces,
        pos=[row[1] for row in rows],
        heads=[int(row[2]) for row in rows],
        deps=[row[3] for row in rows],
    )


def test_a_doc_holds_what_the_package_reads(nlp: Any) -> None:
    """The Reading is that of the verbatim text; the spans say its words, under its statements' ids."""
    doc = nlp(TEXT)
    assert doc._.dragoman == dragoman.read(TEXT, verbatim=True)
    check(doc._.dragoman)
    texts = {group: [span.text for span in doc.spans[group]] for group in GROUPS}
    assert texts["dragoman_sources"] == ["Minister Clara Vento", "the minister"]
    assert texts["dragoman_cues"] == ["said", "told"]
    assert texts["dragoman_contents"] == ["that the budget was ready", "“We are tired,”"]
    assert [span.label_ for span in doc.spans["dragoman_cues"]] == ["s1", "s2"]


def test_a_doc_goes_to_bytes_and_to_other_processes(nlp: Any) -> None:
    """Neither loses the Reading or the spans, even after this process has loaded the engine."""
    doc = nlp(TEXT)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.dragoman == doc._.dragoman
    for other in nlp.pipe([TEXT, TEXT, TEXT], n_process=2, batch_size=1):
        assert other._.dragoman == doc._.dragoman
        assert [span.text for span in other.spans[GROUPS[0]]] == [span.text for span in doc.spans[GROUPS[0]]]


def test_what_is_no_english_article_stops_no_batch(nlp: Any) -> None:
    """A blank text is passed over in silence, a foreign one with a warning; the next is read."""
    foreign = (
        "Die Gespräche seien ohne Ergebnis zu Ende gegangen, sagte der Minister am Freitag in der Stadt. "
        "Man werde sich im Herbst wieder treffen, um über die offenen Fragen zu sprechen."
    )
    with pytest.warns(UserWarning, match="German"):
        docs = list(nlp.pipe([" \n", foreign, TEXT]))
    assert [doc._.dragoman is None for doc in docs] == [True, True, False]
    assert all(set(doc.spans) == set(GROUPS) for doc in docs)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert nlp("")._.dragoman is None


def test_the_articles_date_is_taken(nlp: Any) -> None:
    """`Doc._.dragoman_published` dates the article, so that offices are those of then."""
    doc = nlp.make_doc(TEXT)
    doc._.dragoman_published = date(2015, 11, 24)
    assert nlp(doc)._.dragoman.article.published == date(2015, 11, 24)


def test_own_tables_come_as_settings(tmp_path: Path) -> None:
    """Paths in the component's settings bring a user's actors and propositions."""
    actors, issues = tmp_path / "people.csv", tmp_path / "issues.yaml"
    actors.write_text("name,kind,state\nQuentin Marlowe-Test,person,FRA\n", "utf-8")
    issues.write_text("- id: port\n  label: the port\n  keywords: [the port]\n", "utf-8")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("dragoman", config={"actors": str(actors), "propositions": str(issues)})
    reading = pipeline("Quentin Marlowe-Test said that the port would stay open.")._.dragoman
    assert reading.actors[0].state == "FRA" and reading.statements[0].issues == ("port",)


def test_a_wrong_setting_is_refused() -> None:
    """Another parse than ours or spaCy's is refused when the component is added."""
    with pytest.raises(Exception, match="parse"):
        spacy.blank("en").add_pipe("dragoman", config={"parse": "theirs"})


def test_the_pipelines_parse_is_taken() -> None:
    """With parse="spacy" words, trees and tags are the Doc's, made universal; what is ours stays in place."""
    pipeline = spacy.blank("en")
    component = pipeline.add_pipe("dragoman", config={"parse": "spacy"})
    doc = parsed(pipeline)
    reading = component(doc)._.dragoman
    check(reading)
    assert {s.cue[0].of(doc.text) for s in reading.statements} == {"said", "added"}
    article = reading.article
    ours = dragoman.Reader().engine.analyze(article)
    analysis = analysis_of(doc, article, ours)
    by_form = {word.text: word for word in analysis.words}
    assert [w.text for w in analysis.words] == [t.text for t in doc if not t.is_space]
    assert all(w.span.of(doc.text) == w.text for w in analysis.words)
    assert (by_form["Oslo"].deprel, analysis.words[by_form["Oslo"].head].text) == ("obl", "gone")
    assert by_form["from"].deprel == "case"
    assert [w.text for w in analysis.words if w.head < 0] == ["failed", "added"]
    ours_said = [(r.role, ours.span(r.first, r.last)) for r in ours.roles]
    assert [(r.role, analysis.span(r.first, r.last)) for r in analysis.roles] == ours_said


def test_a_missing_parse_is_said() -> None:
    """With parse="spacy" and no parser before it, the component says what it needs."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("dragoman", config={"parse": "spacy"})
    with pytest.raises(ValueError, match="tagger"):
        pipeline(TEXT)


def test_importing_dragoman_brings_no_spacy() -> None:
    """The core never imports spaCy, even where it is installed."""
    code = "import sys, dragoman.pipeline, dragoman.spacy_component; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
