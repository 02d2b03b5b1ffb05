"""The measure of events in articles: found where told, not there where nothing is, silent where unsure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from annotation.phrases import occurrence
from bench.article_events import figures, judge, summary, tellings
from training.annotated import AnnotatedAct, AnnotatedArticle
from training.standoff import Place

from dragoman.records import Actor, Article, Event, Paragraph, Reading, Span, Versions

TEXT = "Norland praised Sudland.\nWestland waited. Its envoy smiled.\nSudland thanked Norland for the praise."


def at(phrase: str, nth: int = 1) -> Place:
    """Return where ``phrase`` stands in TEXT for the nth time."""
    span = occurrence(TEXT, [phrase, nth])
    return span.start, span.end


def support(trigger: Place, actor: Place, recipient: Place) -> AnnotatedAct:
    """Return an annotated SUPPORT that is done."""
    return AnnotatedAct("SUPPORT", None, "done", trigger, (actor,), (recipient,))


ARTICLE = AnnotatedArticle(
    "wire_2016-01-01_praise",
    TEXT,
    (
        support(at("praised"), at("Norland"), at("Sudland")),
        support(at("thanked"), at("Sudland", 2), at("Norland", 2)),
        support(at("praise"), at("Norland", 2), at("Sudland", 2)),
    ),
    (at("smiled"),),
)


def event(trigger: Place, clause: str, *mentions: Place) -> Event:
    """Return a SUPPORT of the first state for the second, told of in a clause."""
    return Event("e1", "SUPPORT", None, (), ("a1",), ("a2",), Span(*trigger), Span(*at(clause)), None, None,
                 "done", (), None, 0.9, tuple(Span(*place) for place in mentions))  # fmt: skip


def reading(*events: Event) -> Reading:
    """Return a reading of TEXT with its two states and the events."""
    states = [("a1", "Norland"), ("a2", "Sudland")]
    actors = tuple(
        Actor(i, name, "state", None, "GOV", None, None, False, (), (Span(*at(name)), Span(*at(name, 2))))
        for i, name in states
    )
    article = Article(text=TEXT, paragraphs=(Paragraph(Span(0, len(TEXT)), "body"),))
    return Reading(article, actors, (), Versions("0", "none", "0"), events=events)


def test_each_mention_is_judged_by_itself() -> None:
    """An event told twice meets both places that tell of it, each with its actors and recipients."""
    told = event(at("praised"), "Norland praised Sudland", at("praise"))
    assert len(tellings(reading(told))) == 2
    counted = figures([judge(ARTICLE, reading(told))])
    assert {k: counted[k] for k in ("gold", "type", "triple", "shown", "spurious")} == {
        "gold": 3, "type": 2, "triple": 2, "shown": 2, "spurious": 0,
    }  # fmt: skip


def test_an_act_of_another_paragraph_is_not_met() -> None:
    """The same type elsewhere in the article finds nothing, and is shown without being there."""
    outcome = judge(ARTICLE, reading(event(at("waited"), "Westland waited")))
    assert not any(verdict.predicted for verdict in outcome.verdicts)
    assert [span.trigger for span in outcome.spurious] == [Span(*at("waited"))]


def test_a_trigger_beside_the_annotated_one_counts_in_its_clause() -> None:
    """Another word of the clause that tells of the act finds it."""
    outcome = judge(ARTICLE, reading(event(at("Norland"), "Norland praised Sudland")))
    assert outcome.verdicts[0].predicted and not outcome.spurious


def test_what_is_unsure_counts_for_nothing() -> None:
    """An event on a word that may be an act or not is neither found nor spurious."""
    counted = figures([judge(ARTICLE, reading(event(at("smiled"), "Its envoy smiled")))])
    assert (counted["shown"], counted["spurious"]) == (0, 0)


def test_another_type_is_missing_and_not_there() -> None:
    """An event of another type on an act's trigger doesn't find it, and is counted as such a one."""
    wrong = replace(event(at("thanked"), "Sudland thanked Norland"), type="AID")
    counted = figures([judge(ARTICLE, reading(wrong))])
    assert (counted["type"], counted["spurious"], counted["of another type"]) == (0, 1, 1)


@pytest.mark.parametrize(
    ("events", "shown"), [((), "0.0"), ((event(at("waited"), "Westland waited"),), "71.4")]
)
def test_the_title_tells_of_a_thousand_words(events: tuple[Event, ...], shown: str) -> None:
    """Of fourteen words one shown act that isn't there makes 71.4 in a thousand."""
    title = summary(figures([judge(ARTICLE, reading(*events))])).title
    assert f"{shown} are shown that are not" in title and "214.3 acts are there" in title
