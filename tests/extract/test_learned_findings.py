"""What the engine sees of findings beside what rules find: what it alone sees, and what it rules out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dragoman import Reader
from dragoman.extract.evidence import bars
from dragoman.ingest import article_from_text
from dragoman.records import Analysis, Article, FindingKind, FindingSpan, PhraseSpan, Reading, Span

STRANGE = "Hungary glorbs the pipeline."
"""Of what no rule has ever heard."""
AROUND = "\n\nIt rained on Monday. The road was wet. Shops were full. Nobody spoke of it."
"""The engine's evidence counts in articles alone."""


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One reader for all sentences."""
    return Reader()


def blind(reader: Reader, text: str) -> tuple[Article, Analysis]:
    """Return a text and its analysis by an engine that looked for findings and saw none."""
    article = article_from_text(text + AROUND, verbatim=True)
    analysis = reader.engine.analyze(article)
    kinds: tuple[FindingKind, ...] = ("position", "agreement", "membership", "forecast")
    nowhere = dict.fromkeys(kinds, (0.0,) * len(analysis.words))
    return article, replace(analysis, findings=(), evidence=nowhere)


def reading(
    reader: Reader,
    text: str,
    kind: FindingKind,
    phrase: str,
    label: str = "",
    holders: Sequence[str] = (),
    bodies: Sequence[str] = (),
    sure: float = 0.99,
) -> Reading:
    """Return the reading of a text in whose ``phrase`` the engine sees a finding."""
    article, analysis = blind(reader, text)

    def words(part: str) -> range:
        return analysis.words_in(Span(text.index(part), text.index(part) + len(part)))

    def phrases(parts: Sequence[str]) -> tuple[PhraseSpan, ...]:
        return tuple(PhraseSpan(words(p).start, words(p).stop, 0.9) for p in parts)

    place = words(phrase)
    seen = FindingSpan(kind, place.start, place.stop, sure, label, 0.9, phrases(holders), phrases(bodies))
    likely = {kind: tuple(sure if i in place else 0.0 for i in range(len(analysis.words)))}
    return reader.interpret(article, replace(analysis, findings=(seen,), evidence=analysis.evidence | likely))


def test_a_stance_that_no_rule_knows_is_told_by_the_engine(reader: Reader) -> None:
    """What the engine is sure of is a position: its holder as linked, its object the rest of the evidence."""
    found = reading(reader, STRANGE, "position", "glorbs the pipeline", "against", ["Hungary"])
    (one,) = found.positions
    assert (found.actor(one.actor).name, one.stance, one.proposition) == ("Hungary", "against", "pipeline")
    assert one.span.of(found.text) == "glorbs the pipeline"


def test_an_unsure_stance_is_none(reader: Reader) -> None:
    """Below the bar the engine's word alone counts for nothing."""
    sure = bars()["position"].alone - 0.05
    found = reading(reader, STRANGE, "position", "glorbs the pipeline", "for", ["Hungary"], sure=sure)
    assert found.positions == ()


def test_what_the_engine_rules_out_is_none(reader: Reader) -> None:
    """A rule's stance, agreement, membership or forecast counts only where the engine allows it."""
    text = "Hungary opposes the tax. Iran and Iraq signed a treaty. Chad is a member of OPEC."
    article, analysis = blind(reader, text)
    silent = reader.interpret(article, analysis)
    assert (silent.positions, silent.agreements, silent.memberships) == ((), (), ())
    another = reader.interpret(article, replace(analysis, evidence={}))
    assert len(another.positions) == len(another.agreements) == len(another.memberships) == 1


def test_whose_words_a_stance_stands_in_holds_it(reader: Reader) -> None:
    """Without a holder linked or a subject, the source of the statement around holds the stance."""
    text = 'The envoy of Hungary, Zoltan Teszt, said: "A big no to the pipeline."'
    found = reading(reader, text, "position", "A big no to the pipeline", "against")
    assert [found.actor(p.actor).name for p in found.positions] == ["Zoltan Teszt"]


def test_a_membership_needs_a_body(reader: Reader) -> None:
    """The engine's member belongs to the body that it links; where there is none, nothing is told."""
    text = "Chad glorbed into OPEC."
    found = reading(reader, text, "membership", "Chad glorbed into OPEC", "member", ["Chad"], ["OPEC"])
    (one,) = found.memberships
    assert found.actor(one.organization).mentions[0].of(found.text) == "OPEC"
    assert (found.actor(one.member).name, one.role) == ("Chad", "member")
    bare = reading(reader, "Chad glorbed.", "membership", "Chad glorbed", "member", ["Chad"])
    assert bare.memberships == ()


def test_an_agreement_by_its_parties(reader: Reader) -> None:
    """The engine links parties and status; the instrument is the tables'."""
    text = "Iran and Iraq glorbed over a ceasefire."
    found = reading(reader, text, "agreement", "glorbed over a ceasefire", "signed", ["Iran", "Iraq"])
    (one,) = found.agreements
    assert (one.status, one.instrument) == ("signed", "ceasefire")
    assert [found.actor(p).name for p in one.parties] == ["Iran", "Iraq"]


def test_a_forecast_is_his_who_says_it(reader: Reader) -> None:
    """The claimant is the source of the statement around; a question foretells nothing."""
    text = "A doubling of prices by March, said Zoltan Teszt, an economist."
    found = reading(reader, text, "forecast", "A doubling of prices by March")
    (one,) = found.forecasts
    assert one.claimant is None or found.actor(one.claimant).name == "Zoltan Teszt"
    asked = reading(reader, "Will prices double by March?", "forecast", "prices double by March")
    assert asked.forecasts == ()


def test_in_a_sentence_by_itself_rules_alone_count(reader: Reader) -> None:
    """The engine learned findings from articles: a text of a few sentences is left to the rules."""
    article = article_from_text("Hungary opposes the tax.", verbatim=True)
    analysis = reader.engine.analyze(article)
    unseen = replace(analysis, findings=(), evidence={"position": (0.0,) * len(analysis.words)})
    assert len(reader.interpret(article, unseen).positions) == 1


def test_what_rules_know_to_be_no_stance_is_none(reader: Reader) -> None:
    """A word of stance that tells none where it stands is left to the rules, however sure the engine is."""
    text = "Sweden did not call for a boycott."
    found = reading(reader, text, "position", "call for a boycott", "for", ["Sweden"])
    assert found.positions == ()


def test_a_verb_of_stance_says_the_side(reader: Reader) -> None:
    """Where the table has one side for a verb, and nothing denies it, the engine's side gives way."""
    text = "Hungary criticized Austria for its toll."
    found = reading(reader, text, "position", "criticized Austria for its toll", "for", ["Hungary"])
    assert [p.stance for p in found.positions] == ["against"]


def test_what_is_only_spoken_of_is_not_foretold(reader: Reader) -> None:
    """ "The future of the accord" says nothing of what will be."""
    text = "Diplomats spoke of the future of the accord."
    assert reading(reader, text, "forecast", "the future of the accord").forecasts == ()
