"""What holds of positions and forecasts whatever the text and its tree are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from analysis_table import article_from_text
from dragoman.extract.actors import find_actors
from dragoman.extract.forecasts import find_forecasts
from dragoman.extract.positions import find_positions, position_drafts
from dragoman.knowledge import Knowledge
from dragoman.records import Analysis, Attributed, Sentence, Span, Statement, StatementDraft, Word

WORDS = (
    "Iran Moscow supports opposes is against this it Assad 's exit if unless only after must should "
    "not never “ ” , . ( ) "
    "in favour of the lifting sanctions on Russia will likely to expect that and ready for demand "
    "took no position whether "
    "could until war ends they we both of , ;"
).split()
TAGS = ["VERB", "NOUN", "PROPN", "PRON", "PUNCT", "ADP", "AUX", "PART", "SCONJ", "ADJ", "ADV"]
RELATIONS = (
    "nsubj ccomp xcomp obj obl advcl conj mark case punct acl nmod:poss nsubj:pass aux appos "
    "acl:relcl cop nmod advmod det"
).split()
KNOWLEDGE = Knowledge.load()


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, Analysis, list[StatementDraft]]:
    """Return a text of words of stance with any tree over it, and perhaps a statement."""
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30)))
    tokens = [(m.start(), m.end()) for m in re.finditer(r"’s|'s|\w+|[^\w\s]", text)]
    words = tuple(
        Word(
            i, a, b, text[a:b], text[a:b].lower().removesuffix("s"), draw(st.sampled_from(TAGS)),
            draw(st.integers(0, i - 1)) if i else -1, draw(st.sampled_from(RELATIONS)), 0,
        )
        for i, (a, b) in enumerate(tokens)
    )  # fmt: skip
    analysis = Analysis(words, (Sentence(0, len(words), 0),))
    if len(words) < 4 or not draw(st.booleans()):
        return text, analysis, []
    content = (analysis.span(2, len(words)),)
    cue = (words[1].span,)
    draft = StatementDraft(words[0].span, cue, content, (), "indirect", "prediction", "affirms", None, 0.8)
    return text, analysis, [draft]


@given(cases())
@settings(max_examples=200, deadline=None)
def test_findings_are_well_formed(case: tuple[str, Analysis, list[StatementDraft]]) -> None:
    """Spans lie inside the text, actors and statements exist, and the same input gives the same output."""
    text, analysis, drafts = case
    article = article_from_text(text)
    stances = position_drafts(article, analysis, KNOWLEDGE, drafts)
    assert position_drafts(article, analysis, KNOWLEDGE, drafts) == stances
    asked = [one.holder for one in stances if one.holder is not None]
    index = find_actors(article, analysis, KNOWLEDGE, drafts, asked)
    statements = _finished(drafts, index.by_span)
    positions = find_positions(stances, article, analysis, index, statements, KNOWLEDGE)
    forecasts = find_forecasts(article, analysis, statements, index, ())
    assert find_positions(stances, article, analysis, index, statements, KNOWLEDGE) == positions
    assert find_forecasts(article, analysis, statements, index, ()) == forecasts
    known, said = {a.id for a in index.actors}, {s.id for s in statements}
    spans = [p.span for p in positions] + [p.condition for p in positions if p.condition]
    spans += [f.proposition for f in forecasts] + [f.condition for f in forecasts if f.condition]
    spans += [f.probability for f in forecasts if f.probability]
    assert all(0 <= s.start < s.end <= len(text) and s.of(text).strip() for s in spans)
    for position in positions:
        assert position.actor in known and position.statement in {None, *said}
        assert (position.stance == "conditional") == (position.condition is not None)
        assert 0 < position.confidence <= 1 and position.issue and position.proposition
        assert (position.leaning is not None) == (position.stance == "conditional")
    for forecast in forecasts:
        assert forecast.claimant in {None, *known} and forecast.statement in {None, *said}
        assert 0 < forecast.confidence <= 1


def _finished(drafts: list[StatementDraft], by_span: Mapping[Span, str]) -> tuple[Statement, ...]:
    """Return the statements of drafts that all have a source."""
    found = []
    for number, d in enumerate(drafts, 1):
        assert d.source is not None
        source = Attributed(by_span[d.source], d.source)
        found.append(
            Statement(
                f"s{number}", source, (), d.cue, d.content, d.form, d.force, d.polarity, (), (), None, 0.8
            )
        )
    return tuple(found)


@pytest.mark.parametrize(
    "path", ["sample-gazette/2015-11-24-tehran-visit.txt", "specimen-wire/2015-12-18-resolution-2254.txt"]
)
def test_the_sample_press_reads_the_same_twice(path: str) -> None:
    """Reading an article again gives the very same positions and forecasts, and each has its evidence."""
    place = Path(__file__).parents[3] / "examples" / "press" / path
    one, other = dragoman.read(place), dragoman.read(place)
    assert (one.positions, one.forecasts) == (other.positions, other.forecasts)
    assert one.positions
    for position in one.positions:
        assert position.span.of(one.text).strip()
