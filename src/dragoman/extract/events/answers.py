"""What an act answers, where a noun or pronoun alone says so: "welcomed the offer", "called them illegal".

The tables give which acts a noun can mean; the act meant is the nearest one told of before, by somebody
else, in the sentence or the two before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from dragoman.extract.arguments import children, objects, phrase
from dragoman.extract.events.candidates import Trigger
from dragoman.extract.ground import Ground
from dragoman.records import Actor, Analysis, Event, EventDraft, Span

RESPONSES = frozenset({"SUPPORT", "ACCUSE", "REJECT", "PROTEST"})
_ABOUT_WORDS = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT"})
_PARTY = frozenset({"party"})
_BEFORE = 2
"""So many sentences back an act can be answered by a noun or a pronoun."""
_POINTING = frozenset({"the", "this", "that", "these", "those"})


def answered_phrase(ground: Ground, trigger: Trigger) -> Span | None:
    """Return the phrase that stands for the act answered by a trigger's act; None where it isn't one."""
    if not trigger.verb or trigger.frame.type not in RESPONSES:
        return None
    return next((p for head in objects(ground.analysis, trigger.head) if (p := deed(ground, head))), None)


def deed(ground: Ground, head: int) -> Span | None:
    """Return the phrase of a noun that points at an act told of before, or of a pronoun that may."""
    word = ground.analysis.words[head]
    if types_meant(word.lemma, word.text) is None:
        return None
    if word.upos == "PRON":
        return ground.analysis.span(head, head + 1)
    pointing = children(ground.analysis, head, "det")
    if any(ground.analysis.words[d].text.lower() in _POINTING for d in pointing):
        return phrase(ground.analysis, head)
    mine = types_meant(word.lemma, word.text) == _PARTY and children(ground.analysis, head, "nmod:poss")
    return phrase(ground.analysis, head) if mine else None


@cache
def _deeds() -> Mapping[str, frozenset[str]]:
    text = (files("dragoman.extract.events") / "data" / "deeds.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {lemma: frozenset(types.split()) for types, lemmas in rows for lemma in lemmas.split()}


def types_meant(lemma: str, text: str) -> frozenset[str] | None:
    """Return the types of act that a noun or pronoun can stand for, {"*"} for all; None for none."""
    return _deeds().get(lemma.lower()) or _deeds().get(text.lower())


def answered(
    draft: EventDraft, who: Sequence[str], told: Sequence[Event], analysis: Analysis,
    known: Mapping[str, Actor],
) -> tuple[str, ...]:  # fmt: skip
    """Return the ids of those whose act a draft answers, () where none can be told.

    ``who`` are the actors of the answer, ``told`` the events that stand before it, in text order.
    """
    if draft.answers is None or not who:
        return ()
    words = [analysis.words[i] for i in analysis.words_in(draft.answers)]
    meant = next((types for word in reversed(words) if (types := types_meant(word.lemma, word.text))), None)
    if meant is None:
        return ()
    own = {known[one].state for one in who} - {None}
    for event in _near(draft, told, analysis):
        if event.trigger.overlaps(draft.answers) or not _means(meant, event):
            continue
        parties = (*event.actors, *event.recipients) if meant == _PARTY else event.actors
        others = tuple(one for one in parties if one not in who and known[one].state not in own)
        if others:
            return others
    return ()


def _near(draft: EventDraft, told: Sequence[Event], analysis: Analysis) -> Iterator[Event]:
    """Yield the events told of in a draft's sentence or the two before it, the nearest first."""
    here = analysis.words[analysis.words_in(draft.trigger).start].sentence
    for event in reversed(told):
        there = analysis.words[analysis.words_in(event.trigger).start].sentence
        if here - _BEFORE <= there <= here:
            yield event


def _means(meant: frozenset[str], event: Event) -> bool:
    if meant == _PARTY:
        return event.type == "CONSULT"
    return event.type in meant or ("*" in meant and event.type not in _ABOUT_WORDS)


def threatened(
    draft: EventDraft, who: Sequence[str], told: Sequence[Event], analysis: Analysis
) -> tuple[str, ...]:
    """Return the ids of those whom a threat is meant for that names nobody: whom its sentence has accused.

    "He called the raid a crime and warned of consequences" threatens whoever made the raid.
    """
    if draft.type != "THREATEN" or not who:
        return ()
    here = analysis.words[analysis.words_in(draft.trigger).start].sentence
    for event in _near(draft, told, analysis):
        same = analysis.words[analysis.words_in(event.trigger).start].sentence == here
        if same and event.type == "ACCUSE" and event.actors == tuple(who):
            return event.recipients
    return ()
