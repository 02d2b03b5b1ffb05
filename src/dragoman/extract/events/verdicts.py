"""Verdicts: "called the strike a crime", "said the sale would be unhelpful" judge what another does.

PLOVER codes the expression of disapproval as ACCUSE (disapprove) and of approval as SUPPORT, whatever words
express it. The one judged is the state in what is judged ("the Russian approach"), or whoever did the act
that it points at ("the strike", "them": see ``answers``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from dragoman.extract.arguments import by_preposition, cases, children, objects, phrase, subjects
from dragoman.extract.events.answers import deed
from dragoman.extract.events.candidates import Trigger
from dragoman.extract.events.coding import clause, contexts
from dragoman.extract.events.complements import state_word
from dragoman.extract.events.lexicon import Frame
from dragoman.extract.events.signals import negated
from dragoman.extract.events.status import status_of
from dragoman.extract.ground import Ground
from dragoman.records import EventDraft, EventType

Verdict = Literal["against", "for"]
_CALLING = frozenset(
    {"call", "describe", "brand", "label", "term", "denounce", "condemn", "dismiss", "deem", "consider"}
)
_SAYING = frozenset(
    {"say", "insist", "argue", "declare", "maintain", "complain", "stress", "state", "add", "tell"}
)
_ONE = frozenset("he him she her who whom i me you".split())
_THINGS = frozenset({"it", "this", "that"})
_DOUBT = 0.7
"""How sure one is of a verdict read off words; a judgement, not measured."""


def verdict(ground: Ground, verb: int) -> Iterator[EventDraft]:
    """Yield the act of judging that a verb tells of, where it does."""
    lemma = ground.lemma(verb)
    if lemma in _CALLING:
        judged, words = _called(ground, verb)
    elif lemma == "speak":
        judged = words = by_preposition(ground.analysis, verb, "of")
    elif lemma in _SAYING:
        judged, words = _said(ground, verb)
    else:
        return
    which = next((v for w in words if (v := _verdict(ground, w)) is not None), None)
    who = [w for w in subjects(ground.analysis, verb) if ground.is_actor(w)]
    if which is None or not who or not judged:
        return
    yield from _drafted(ground, verb, which, who, judged[0])


def names_something(ground: Ground, verb: int) -> bool:
    """Say whether a verb of calling says what something is: "called it a good day" rings nobody up."""
    if ground.lemma(verb) not in _CALLING:
        return False
    things = {ground.analysis.words[o].text.lower() for o in objects(ground.analysis, verb)}
    return bool(things & _THINGS) or all(_called(ground, verb))


def _called(ground: Ground, verb: int) -> tuple[list[int], list[int]]:
    """Return what is judged and what it is said to be: "called it a mistake", "described it as unhelpful".

    The parser hangs both on the verb in one relation now and then; what is judged stands first.
    """
    analysis = ground.analysis
    found = sorted({*objects(analysis, verb), *children(analysis, verb, "xcomp", "ccomp")})
    beside = children(analysis, verb, "obl", "advcl")
    found += [o for o in beside if o > min(found, default=o) and cases(analysis, o) <= {"as"}]
    if len(found) == 1:
        found += [c for c in children(analysis, found[0], "appos", "nmod", "conj", "acl") if c > found[0] and
                  not cases(analysis, c) and not children(analysis, c, "cc")]  # fmt: skip
    return found[:1], found[1:]


def _said(ground: Ground, verb: int) -> tuple[list[int], list[int]]:
    """Return the subject and the predicate of "said that the sale would be unhelpful"."""
    analysis = ground.analysis
    for content in children(analysis, verb, "ccomp", "parataxis"):
        if children(analysis, content, "cop") and not negated(ground, content):
            return children(analysis, content, "nsubj"), [content]
    word = analysis.words[verb]
    above = word.head if word.deprel == "parataxis" else -1
    if above >= 0 and children(analysis, above, "cop") and not negated(ground, above):
        return children(analysis, above, "nsubj"), [above]
    return [], []


def _verdict(ground: Ground, index: int) -> Verdict | None:
    """Return what a word, or the word that an "of" ties to it ("a sign of goodwill"), says of a deed."""
    words = [index, *by_preposition(ground.analysis, index, "of"), *children(ground.analysis, index, "conj")]
    return next((v for w in words if (v := verdict_words().get(ground.lemma(w))) is not None), None)


def _drafted(ground: Ground, verb: int, which: Verdict, who: list[int], judged: int) -> Iterator[EventDraft]:
    analysis = ground.analysis
    kind: EventType = "ACCUSE" if which == "against" else "SUPPORT"
    trigger = Trigger(
        verb, (verb,), Frame((), kind, "disapprove" if which == "against" else None, (), ()), True
    )
    owner, points = state_word(ground, judged), deed(ground, judged)
    if ground.lemma(verb) == "speak":
        points = phrase(analysis, judged)
    if (owner is None and points is None) or _somebody(ground, judged):
        return  # a word about somebody is none about what a state does
    yield EventDraft(
        type=kind,
        mode=trigger.frame.mode,
        contexts=contexts(ground, trigger),
        actors=tuple(dict.fromkeys(phrase(analysis, w) for w in who)),
        recipients=() if owner is None else (phrase(analysis, owner),),
        trigger=analysis.span(verb, verb + 1),
        span=clause(ground, trigger, {*who, judged}),
        status=status_of(ground, trigger),
        place=None,
        confidence=_DOUBT,
        answers=points if owner is None else None,
    )


def _somebody(ground: Ground, judged: int) -> bool:
    word = ground.analysis.words[judged]
    return word.text.lower() in _ONE if word.upos == "PRON" else ground.is_person(judged)


@cache
def verdict_words() -> Mapping[str, Verdict]:
    """Return the words that judge: lemma → for or against."""
    text = (files("dragoman.extract.events") / "data" / "verdict_words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {
        lemma: "for" if which == "for" else "against" for which, lemmas in rows for lemma in lemmas.split()
    }
