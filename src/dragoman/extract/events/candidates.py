"""A trigger with what stands around it: the form in which uses are tried and roles are filled."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.arguments import by_preposition, cases, children, objects, subjects, together
from dragoman.extract.events.lexicon import Frame, lexicon
from dragoman.extract.ground import Ground

_ENGAGED = frozenset({"on", "in", "at", "under"})
"""Who is "on strike", "in talks" or "at war" does what the noun tells."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A use of a word in its place. ``words`` are the trigger's own; ``verb`` is False for a noun.

    ``light`` is the verb that lends a noun its subject ("held talks"), None where there is none.
    """

    head: int
    words: tuple[int, ...]
    frame: Frame
    verb: bool
    light: int | None = None


def acting(ground: Ground, trigger: Trigger) -> list[int]:
    """Return the heads of those who act, whether or not they can be actors."""
    analysis = ground.analysis
    if trigger.verb:
        between = by_preposition(analysis, trigger.head, "between", "among")
        return subjects(analysis, trigger.head) or [p for b in between for p in together(analysis, b)]
    owners = [o for o in children(analysis, trigger.head, "nmod:poss") if ground.is_actor(o)]
    found = owners or by_preposition(analysis, trigger.head, "by", "between", "among")
    if not found:
        found = [
            a for a in children(analysis, trigger.head, "amod", "compound") if _adjective_of_state(ground, a)
        ]
    if not found and "of" not in trigger.frame.recipient:
        found = [o for o in by_preposition(analysis, trigger.head, "of", "from") if ground.is_actor(o)]
    if found:
        return [part for head in found for part in together(analysis, head)]
    if trigger.light is not None:
        return subjects(analysis, trigger.light)
    if cases(analysis, trigger.head) & _ENGAGED:
        return [p for s in children(analysis, trigger.head, "nsubj") for p in together(analysis, s)]
    return []


def _adjective_of_state(ground: Ground, index: int) -> bool:
    word = ground.analysis.words[index]
    return word.text[:1].isupper() and ground.knowledge.state_of(word.text) is not None


def acted_on(ground: Ground, trigger: Trigger) -> list[int]:
    """Return the heads of the first place of the frame's recipients that is filled."""
    analysis = ground.analysis
    for place in trigger.frame.recipient:
        if place == "obj" and trigger.verb:
            found = children(analysis, trigger.head, "iobj") or objects(analysis, trigger.head)
        elif place == "iobj":
            found = children(analysis, trigger.head, "iobj") if trigger.verb else []
        elif place in ("obj", "that"):
            found = []
        else:
            found = _by(ground, trigger, place)
        if found:
            return [part for head in found for part in together(analysis, head)]
    return []


def _by(ground: Ground, trigger: Trigger, place: str) -> list[int]:
    """Nouns by a preposition at the trigger, at its object, at the light verb or right behind it."""
    analysis = ground.analysis
    hosts = [trigger.head, *(objects(analysis, trigger.head) if trigger.verb else [])]
    if trigger.light is not None:
        hosts.append(trigger.light)
    for host in hosts:
        found = [
            f for f in by_preposition(analysis, host, place)
            if f not in trigger.words and not lexicon().isa(ground.lemma(f), "time")
        ]  # fmt: skip
        if place == "between":
            found = []
        if found:
            return found
    return []


def object_heads(ground: Ground, trigger: Trigger) -> list[int]:
    """Return the objects of a verb."""
    return objects(ground.analysis, trigger.head) if trigger.verb else []


def has_preposition(ground: Ground, trigger: Trigger, preposition: str) -> bool:
    """Say whether a noun hangs on the trigger by a preposition."""
    found = children(ground.analysis, trigger.head, "obl", "nmod", "obl:arg", "advmod", "xcomp", "advcl")
    return any(preposition in cases(ground.analysis, d) for d in found)
