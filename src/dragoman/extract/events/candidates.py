"""A trigger with what stands around it: the form in which uses are tried and roles are filled."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.events.arguments import by_preposition, cases, children, objects, subjects, together
from dragoman.extract.events.lexicon import Frame, lexicon
from dragoman.knowledge.base import Knowledge
from dragoman.records import Analysis

_ENGAGED = frozenset({"on", "in", "at", "under"})
"""Who is "on strike", "in talks" or "at war" does what the noun tells."""
_PERSONS = frozenset("he she they we i who him her them us me".split())


@dataclass(frozen=True, slots=True)
class Ground:
    """What every rule needs: the analysis, the tables, and which words belong to names."""

    analysis: Analysis
    knowledge: Knowledge
    name_of: dict[int, str]
    """Word index → label, for every word of a name."""

    @classmethod
    def of(cls, analysis: Analysis, knowledge: Knowledge) -> Ground:
        """Return the ground of one article's rules."""
        labels = {i: name.label for name in analysis.names for i in range(name.first, name.last)}
        return cls(analysis, knowledge, dict(labels))

    def lemma(self, index: int) -> str:
        """Return a word's lemma in lower case."""
        return self.analysis.words[index].lemma.lower()

    def is_actor(self, head: int) -> bool:
        """Say whether a noun can act: a name that isn't a thing, a person, a body, people of a kind."""
        word = self.analysis.words[head]
        if head in self.name_of:
            return self.name_of[head] != "other" or self.known(head) is not None
        if word.upos == "PRON":
            return word.text.lower() in _PERSONS or word.text.lower() in ("it", "both")
        known = self.known(head)
        if known is not None and known[1] != "other":
            return True
        if self.knowledge.state_of(word.text) is not None and word.text[:1].isupper():
            return True
        return any(
            lexicon().isa(self.lemma(head), name) for name in ("people", "attackers", "police", "actor")
        )

    def known(self, head: int) -> tuple[str | None, str] | None:
        """Return sector and kind of a noun that the tables of agents have."""
        first = max(0, head - 2)
        for start in range(first, head + 1):
            phrase = " ".join(self.analysis.words[i].text for i in range(start, head + 1))
            found = self.knowledge.sector_of_noun(phrase)
            if found is not None:
                return found
        return self.knowledge.sector_of_noun(self.lemma(head))

    def is_person(self, head: int) -> bool:
        """Say whether a noun is somebody, or a body of people, rather than a thing."""
        word = self.analysis.words[head]
        if head in self.name_of:
            return self.name_of[head] in ("person", "organization")
        if word.upos == "PRON":
            return word.text.lower() in _PERSONS
        found = self.known(head)
        return (found is not None and found[1] in ("person", "group")) or lexicon().isa(
            self.lemma(head), "people"
        )


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
