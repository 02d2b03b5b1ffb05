"""Acts that no single word tells of: being in another's capital, declaring together, using another's base.

What is told so is added to what rules and engine see by words. Types are PLOVER's: a presence is a visit
(CONSULT), several states' common declaration is AGREE, and flying from another's base with its leave is
COOPERATE.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.arguments import by_preposition, cases, children, objects, phrase, subjects
from dragoman.extract.events.candidates import Trigger
from dragoman.extract.events.coding import clause, contexts
from dragoman.extract.events.complements import state_word
from dragoman.extract.events.lexicon import Frame
from dragoman.extract.events.status import status_of
from dragoman.extract.events.verdicts import verdict
from dragoman.extract.ground import Ground
from dragoman.extract.word_classes import isa
from dragoman.records import EventDraft, EventType

_DECLARING = frozenset(
    {"declare", "announce", "confirm", "reaffirm", "affirm", "proclaim", "underline", "stress"}
)
_STAYING = frozenset({"spend", "stay", "land"})
_FLYING = frozenset({"fly", "operate", "launch"})
_DOUBT = 0.7
"""How sure one is of what only a construction tells; a judgement, not measured."""


def constructions(ground: Ground) -> dict[int, list[EventDraft]]:
    """Return the acts told by constructions, as drafts by their sentence."""
    found: dict[int, list[EventDraft]] = {}
    for index, word in enumerate(ground.analysis.words):
        for draft in _at(ground, index):
            found.setdefault(word.sentence, []).append(draft)
    return found


def _at(ground: Ground, index: int) -> Iterator[EventDraft]:
    word = ground.analysis.words[index]
    if ground.name_of.get(index) == "place":
        yield from _presence(ground, index)
    if word.upos == "VERB":
        yield from _declaration(ground, index)
        yield from _base(ground, index)
        yield from verdict(ground, index)


def _presence(ground: Ground, place: int) -> Iterator[EventDraft]:
    """ "Was in Cairo this week", "spent two days in Cairo": whoever was there, in whose city."""
    analysis = ground.analysis
    if not cases(analysis, place) & {"in", "at"} or not _first_of_name(ground, place):
        return
    head = analysis.words[place].head
    if any(analysis.words[c].lemma.lower() == "be" for c in children(analysis, place, "cop")):
        who, trigger = subjects(analysis, place), Trigger(place, (place,), _frame("CONSULT", "visit"), True)
    elif head >= 0 and analysis.words[head].lemma.lower() in _STAYING and _stays(ground, head):
        who, trigger = subjects(analysis, head), Trigger(head, (head,), _frame("CONSULT", "visit"), True)
    else:
        return
    if ground.knowledge.state_of_place(analysis.words[place].text) and any(map(ground.is_person, who)):
        yield _draft(ground, trigger, [w for w in who if ground.is_person(w)], [place], abroad=True)


def _stays(ground: Ground, verb: int) -> bool:
    """Spending needs a time: "spent a day in Rome", never "spent millions in Rome"."""
    told = objects(ground.analysis, verb)
    return ground.lemma(verb) != "spend" or any(isa(ground.lemma(o), "time") for o in told)


def _first_of_name(ground: Ground, place: int) -> bool:
    return place == 0 or ground.name_of.get(place - 1) != "place"


def _declaration(ground: Ground, verb: int) -> Iterator[EventDraft]:
    """ "The ministers of Chile and Peru declared that …": what several states say together is agreed."""
    analysis = ground.analysis
    if analysis.words[verb].lemma.lower() not in _DECLARING:
        return
    said = children(analysis, verb, "ccomp", "xcomp", "obj")
    # What is declared may stand before: "they will guarantee it, the ministers declared".
    above = analysis.words[verb].deprel in ("parataxis", "root", "ccomp", "acl:relcl", "conj")
    who = subjects(analysis, verb)
    if (said or above) and _several(ground, who):
        yield _draft(ground, Trigger(verb, (verb,), _frame("AGREE", None), True), who, [])


def _several(ground: Ground, who: list[int]) -> bool:
    """Say whether those who speak are of several states, by name or by number."""
    analysis = ground.analysis
    if len({ground.knowledge.state_of(analysis.words[w].text) for w in who} - {None}) > 1:
        return True
    for head in who:
        if not isa(ground.lemma(head), "envoys"):
            continue
        owners = [
            p for o in by_preposition(analysis, head, "of") for p in (o, *children(analysis, o, "conj"))
        ]
        if len({ground.knowledge.state_of(analysis.words[o].text) for o in owners} - {None}) > 1:
            return True
        counted = [head, *owners]
        low = {
            analysis.words[c].text.lower() for h in counted for c in children(analysis, h, "det", "nummod")
        }
        if low & {"both", "two", "three", "four", "five", "six", "seven"}:
            return True
    return False


def _base(ground: Ground, verb: int) -> Iterator[EventDraft]:
    """ "Japan used an Omani air base": to fly from another's base takes that one's leave."""
    analysis = ground.analysis
    lemma = analysis.words[verb].lemma.lower()
    if lemma == "use":
        places = objects(analysis, verb)
    elif lemma in _FLYING or (lemma == "take" and "off" in _particles(ground, verb)):
        beside = children(analysis, verb, "obl", "nmod", "obj")
        places = [noun for noun in beside if "from" in cases(analysis, noun)]
    else:
        return
    who = [w for w in subjects(analysis, verb) if ground.is_actor(w) or state_word(ground, w) is not None]
    for place in places:
        owner = state_word(ground, place)
        if not who or owner is None or not isa(ground.lemma(place), "base"):
            continue
        state = ground.knowledge.state_of(analysis.words[owner].text)
        users = {
            ground.knowledge.state_of(analysis.words[u].text)
            for w in who
            if (u := state_word(ground, w)) is not None
        }
        if users and state not in users:
            frame = _frame("RETREAT", "withdraw") if _no_longer(ground, verb) else _frame("COOPERATE", None)
            trigger = Trigger(verb, (verb,), frame, True)
            yield _draft(ground, trigger, who, [owner])


def _no_longer(ground: Ground, verb: int) -> bool:
    """Say whether what was done is over: "no longer fly", "stopped flying" is a verb of its own."""
    return any(ground.lemma(c) in ("longer", "long") for c in children(ground.analysis, verb, "advmod"))


def _particles(ground: Ground, verb: int) -> set[str]:
    found = children(ground.analysis, verb, "compound:prt", "compound", "advmod")
    return {ground.analysis.words[c].text.lower() for c in found}


def _frame(kind: EventType, mode: str | None) -> Frame:
    return Frame((), kind, mode, (), ())


def _draft(
    ground: Ground, trigger: Trigger, who: list[int], whom: list[int], abroad: bool = False
) -> EventDraft:
    analysis = ground.analysis
    return EventDraft(
        type=trigger.frame.type,
        mode=trigger.frame.mode,
        contexts=contexts(ground, trigger),
        actors=tuple(dict.fromkeys(phrase(analysis, w) for w in who)),
        recipients=tuple(dict.fromkeys(phrase(analysis, w) for w in whom)),
        trigger=analysis.span(trigger.words[0], trigger.words[-1] + 1),
        span=clause(ground, trigger, {*who, *whom}),
        status=status_of(ground, trigger),
        place=None,
        confidence=_DOUBT,
        abroad=abroad,
    )
