"""What rules and engine say together of one sentence's acts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.extract.events.learned import WITH_RULES, agreed, learned_drafts
from dragoman.extract.ground import Ground
from dragoman.knowledge.base import Knowledge
from dragoman.records import ActSpan, Analysis, EventDraft, Sentence, Span, Word

ISRAEL, HEZBOLLAH, BOMBED = Span(0, 6), Span(14, 23), Span(7, 13)
SEEN = EventDraft("ASSAULT", None, (), (ISRAEL,), (), BOMBED, Span(0, 23), "planned", None, 0.9)
RULED = replace(SEEN, mode="aerial", recipients=(HEZBOLLAH,), status="done", confidence=0.7)


def test_the_engine_says_who_and_rules_fill_in() -> None:
    """In one place the engine's actors and status hold; what only the rules have is kept."""
    (event,) = agreed([RULED], [SEEN])
    assert (event.type, event.status, event.mode) == ("ASSAULT", "planned", "aerial")
    assert (event.actors, event.recipients) == ((ISRAEL,), (HEZBOLLAH,))
    assert event.confidence > SEEN.confidence


def test_the_rules_type_holds() -> None:
    """Where the two disagree on what is done, the words of the table decide, and say to whom."""
    (event,) = agreed([replace(RULED, type="COERCE", mode="seize")], [SEEN])
    assert (event.type, event.mode, event.recipients) == ("COERCE", "seize", (HEZBOLLAH,))


def test_nobody_does_it_to_himself() -> None:
    """An actor of the engine's is no recipient by rule, nor the other way round."""
    (event,) = agreed([replace(RULED, recipients=(ISRAEL,))], [SEEN])
    assert event.recipients == ()


def test_with_rules_a_faint_act_counts() -> None:
    """Where a rule sees the act too, little is asked of the engine."""
    assert len(agreed([RULED], [replace(SEEN, confidence=2 * WITH_RULES)])) == 1
    assert agreed([RULED], [replace(SEEN, confidence=WITH_RULES / 2)]) == []


def test_what_rules_alone_see_is_ruled_out() -> None:
    """The engine reads every word; where it sees nothing at all, a rule's find is dropped."""
    assert agreed([RULED], []) == []


@pytest.mark.parametrize(
    ("word", "lemma", "sure", "counts"),
    [("bombed", "bomb", 0.99, True), ("bombed", "bomb", 0.2, False), ("noted", "note", 0.99, False)],
)
def test_alone_the_engine_is_asked_for_more(word: str, lemma: str, sure: float, counts: bool) -> None:
    """What only the engine sees counts where it is sure, and a word of it is wont to tell of the type."""
    israel = Word(0, 0, 6, "Israel", "Israel", "PROPN", 1, "nsubj", 0)
    verb = Word(1, 7, 7 + len(word), word, lemma, "VERB", -1, "root", 0)
    act = ActSpan(1, 2, "ASSAULT", sure, "done", 0.9, None, 0.0, (), ())
    analysis = Analysis((israel, verb), (Sentence(0, 2, 0),), acts=(act,))
    assert bool(learned_drafts(Ground.of(analysis, Knowledge.load()), set())) is counts
