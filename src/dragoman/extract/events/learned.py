"""The acts that the engine has learned to see, as drafts, and what rules and engine say together.

Rules know words and trees; the engine has seen sentences. Where both see an act in one place, the rules' type
holds and the engine says who and whom, each lending the other what it lacks. What rules alone see counts
only where the engine doesn't rule it out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dragoman.extract.arguments import phrase
from dragoman.extract.events.answers import answered_phrase
from dragoman.extract.events.candidates import Trigger
from dragoman.extract.events.coding import clause, contexts, place
from dragoman.extract.events.lexicon import Frame, lexicon
from dragoman.extract.events.rulings import without_doubles
from dragoman.extract.events.sides import sides_of
from dragoman.extract.events.signals import negated
from dragoman.extract.events.status import settled, status_of
from dragoman.extract.events.verdicts import names_something
from dragoman.extract.ground import Ground
from dragoman.records import ActSpan, EventDraft, Status

ALONE = 0.85
WONT = 0.7
"""An act that only the engine sees counts from ALONE on, less WONT times the share of its word's times in
which that tells of the type: "arrested" needs little, "worked" much. Chosen on what training left out."""
WITH_RULES = 0.2
"""One that rules see too counts from this one on."""
UNLIKE = 0.3
"""One in whose place rules see another type counts from this one on."""
DOUBT = 0.7
"""What the tree leaves done is not, where the engine is so sure of another status."""
SURE = 0.85
"""What the tree has not as done has another status, where the engine is so sure of that."""
MODE = 0.6
"""A mode that the engine is less sure of is none: scales weigh modes, and a wrong one misleads."""


def learned_drafts(ground: Ground, told: Collection[int]) -> dict[int, list[EventDraft]]:
    """Return the engine's acts as drafts by their sentence; none where another's analysis is read.

    ``told`` are the words in which rules see an act: elsewhere a faint one could count for nothing.
    """
    found: dict[int, list[EventDraft]] = {}
    for act in ground.analysis.acts:
        if act.type == "CONSULT" and names_something(ground, ground.analysis.head_of(act.first, act.last)):
            continue
        if any(i in told for i in range(act.first, act.last)) or _stands_alone(ground, act):
            sentence = ground.analysis.words[act.first].sentence
            found.setdefault(sentence, []).append(_draft(ground, act))
    return found


def _stands_alone(ground: Ground, act: ActSpan) -> bool:
    """Say whether an act that rules don't see counts: the engine is sure, and a word is wont to tell so.

    The engine takes what it never saw for an act too readily, and articles hold much that it never saw.
    """
    words = lexicon().act_words
    wont = max(words.get(ground.lemma(i), {}).get(act.type, 0.0) for i in range(act.first, act.last))
    return wont > 0 and act.confidence >= ALONE - WONT * wont


def _draft(ground: Ground, act: ActSpan) -> EventDraft:
    analysis = ground.analysis
    head = analysis.head_of(act.first, act.last)
    verb = analysis.words[head].upos == "VERB"
    frame = Frame((ground.lemma(head),), act.type, act.mode, (), ())
    trigger = Trigger(head, tuple(range(act.first, act.last)), frame, verb)
    acting, met = sides_of(ground, trigger, act)
    taken = {*acting, *met}
    where = place(ground, trigger, taken)
    return EventDraft(
        type=act.type,
        mode=act.mode if act.mode_confidence >= MODE else None,
        contexts=contexts(ground, trigger),
        actors=tuple(dict.fromkeys(acting.values())),
        recipients=tuple(dict.fromkeys(span for i, span in met.items() if i not in acting)),
        trigger=analysis.span(act.first, act.last),
        span=clause(ground, trigger, taken),
        status=_status(ground, trigger, act),
        place=None if where is None else phrase(analysis, where),
        confidence=round(act.confidence, 3),
        answers=answered_phrase(ground, trigger),
    )


def _status(ground: Ground, trigger: Trigger, act: ActSpan) -> Status:
    """The tree's status, or the engine's: doubting what the tree leaves done, or sure that it is another.

    Never is an act done or under way that the tree has as planned, possible, asked for or denied.
    """
    by_tree = status_of(ground, trigger)
    if _denies(ground, trigger, act) and by_tree == "negated":
        return "done"
    if settled(ground, trigger) or act.status == "done":
        return by_tree
    if act.status == "ongoing" and by_tree != "done":
        return by_tree
    return act.status if act.status_confidence >= (DOUBT if by_tree == "done" else SURE) else by_tree


def _denies(ground: Ground, trigger: Trigger, act: ActSpan) -> bool:
    """Say whether the negation makes the rejection: who "can't accept the terms" has rejected them."""
    if act.type != "REJECT" or not trigger.verb or not negated(ground, trigger.head):
        return False
    return not any(frame.type == "REJECT" for frame in lexicon().verbs.get(ground.lemma(trigger.head), ()))


def agreed(by_rule: Sequence[EventDraft], by_engine: Sequence[EventDraft]) -> list[EventDraft]:
    """Return what rules and engine say together of one sentence, in text order."""
    left = list(by_rule)
    found = []
    for seen in by_engine:
        same = next((draft for draft in left if draft.trigger.overlaps(seen.trigger)), None)
        if same is not None:
            left.remove(same)
        if same is None or seen.confidence >= (WITH_RULES if same.type == seen.type else UNLIKE):
            found.append(seen if same is None else _together(same, seen))
    found.sort(key=lambda draft: -draft.confidence)
    return sorted(without_doubles(found), key=lambda draft: draft.trigger)


def with_others(by_words: Sequence[EventDraft], others: Sequence[EventDraft]) -> list[EventDraft]:
    """Return what words tell of in one sentence with what constructions do, in text order.

    A construction holds where both tell of one place: it has seen more than the word. It takes over whom
    the words name, and their greater certainty where both say the same.
    """
    taken: list[EventDraft] = []
    for other in others:
        same = next((d for d in by_words if d.trigger.overlaps(other.trigger)), None)
        if same is None or same.type != other.type:
            taken.append(other)
        else:
            sure = max(same.confidence, other.confidence)
            taken.append(replace(other, recipients=other.recipients or same.recipients, confidence=sure))
    left = [d for d in by_words if not any(d.trigger.overlaps(other.trigger) for other in taken)]
    return sorted([*left, *taken], key=lambda draft: draft.trigger)


def _together(rule: EventDraft, seen: EventDraft) -> EventDraft:
    """The rules' type, for their words are chosen; else the engine's act, with what only the rules have."""
    alike = rule.type == seen.type
    ruled_by = tuple(r for r in rule.recipients if r not in seen.actors)
    # Whom an act meets goes with its type: where the rules' type holds, so does whom their words name.
    recipients = seen.recipients or ruled_by if alike else ruled_by or seen.recipients
    return replace(
        seen,
        type=rule.type,
        mode=(seen.mode if alike else None) or rule.mode,
        actors=seen.actors or tuple(a for a in rule.actors if a not in seen.recipients),
        recipients=recipients,
        answers=seen.answers or rule.answers,
        place=seen.place or rule.place,
        confidence=round(1 - (1 - seen.confidence) * (0.5 if alike else 1.0), 3),
    )
