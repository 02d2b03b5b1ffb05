"""Forecast or plan? Who foretells what others will do is a forecaster; who says what he will do is not."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.arguments import children, is_passive
from dragoman.extract.forecasts.candidates import Candidate
from dragoman.extract.forecasts.idle import is_ability, is_awaited, is_habit, is_past, speaks_to_you
from dragoman.extract.forecasts.lexicon import words
from dragoman.extract.positions.clauses import lower
from dragoman.extract.positions.lexicon import lexicon
from dragoman.records import Actor, Analysis, Statement

_NONE = frozenset({"not", "no", "none", "nobody", "neither", "never"})
_FIRST = frozenset({"i", "we"})
_OWN_ACT = frozenset({"promise", "intention", "request", "demand"})


@dataclass(frozen=True, slots=True)
class Voice:
    """How a clause is told: by somebody or by the article, by a word of foretelling, with which force.

    ``own`` says that the article's author speaks of himself ("I"), as a column does; ``advising`` that he
    tells the reader what to do, as a recipe does, or of play. ``direct``: in quotation marks.
    """

    told: bool
    foretold: bool
    force: str | None
    own: bool
    advising: bool = False
    direct: bool = False


def weight_of(
    analysis: Analysis,
    candidate: Candidate,
    voice: Voice,
    claimant: Actor | None,
    subject: Actor | None,
    conditional: bool,
) -> float:
    """Return how sure it is that a clause foretells (0 to 1); 0 for plans, promises and timetables.

    ``claimant`` and ``subject`` are who says it and who it is about, ``conditional`` whether it hangs on
    something.
    """
    if (voice.force in _OWN_ACT and not voice.foretold) or _own_plan(analysis, candidate, claimant, subject):
        return 0.0
    adverb = candidate.probability is not None and candidate.tense != "possible"
    lemma = analysis.words[candidate.head].lemma.lower()
    scheduled = lemma in words()["schedule"] or _takes_place(analysis, candidate.head)
    if is_past(analysis, candidate) or is_habit(analysis, candidate, voice, conditional):
        return 0.0
    if (voice.advising and not voice.told) or speaks_to_you(analysis, candidate):
        return 0.0
    if candidate.tense == "likely":
        return 0.0 if scheduled or is_awaited(analysis, candidate, subject) else 0.75
    if voice.foretold:
        return 0.7 if candidate.tense == "possible" else 0.85
    if adverb or (candidate.probability is not None and _sure_word(analysis, candidate)):
        return 0.75
    if not _of_others(analysis, candidate, voice, claimant, subject):
        if scheduled:
            return 0.0
        if candidate.tense != "possible" and _goes_along(analysis, candidate, subject):
            return 0.0  # "Rome would sign if …" is a stance
        if candidate.tense in ("conditional", "future") and _speaks_of_itself(
            analysis, candidate, subject, lemma
        ):
            return 0.0
    return _by_tense(analysis, candidate, voice, claimant, subject, conditional)


def _of_others(
    analysis: Analysis, candidate: Candidate, voice: Voice, claimant: Actor | None, subject: Actor | None
) -> bool:
    """Say whether somebody thinks of what others will do: "she believes that Rome will sign"."""
    thought = voice.force == "opinion" or _is_thought(analysis, candidate)
    if not thought or candidate.tense != "future" or claimant is None or subject is None:
        return False
    same = claimant.state is not None and claimant.state == subject.state
    return claimant.id != subject.id and claimant.id not in subject.members and not same


def _is_thought(analysis: Analysis, candidate: Candidate) -> bool:
    """Say whether a clause hangs on "I think" or its like, inside what somebody says."""
    word = analysis.words[candidate.top]
    if word.deprel != "ccomp" or word.head < 0:
        return False
    acting = {lower(analysis, s) for s in children(analysis, word.head, "nsubj")}
    return analysis.words[word.head].lemma.lower() in words()["thinking"] and bool(acting & _FIRST)


def _by_tense(
    analysis: Analysis,
    candidate: Candidate,
    voice: Voice,
    claimant: Actor | None,
    subject: Actor | None,
    conditional: bool,
) -> float:
    """The weight of a clause that no word but its auxiliary says is foretold."""
    outside = voice.told and claimant is not None and not _insider(claimant)
    lemma = analysis.words[candidate.head].lemma.lower()
    changing = lemma in words()["change"]
    passive = is_passive(analysis, candidate.head)
    if voice.told and claimant is not None and _promises(claimant, passive, candidate):
        return 0.0  # "faults will be mended, the makers say", "passengers could change their tickets"
    if is_ability(analysis, candidate):
        return 0.0
    foreign = (
        voice.told and _is_foreign(claimant, subject) and not passive and lemma not in words()["granting"]
    )
    if candidate.tense == "future":
        if outside:
            return 0.7
        if voice.own and not voice.told and not passive:
            return 0.6
        return 0.55 if (changing or foreign) and voice.told and not passive else 0.0
    if conditional and (voice.told or candidate.tense == "conditional"):
        return 0.65
    if candidate.tense == "possible" and not voice.told:
        return 0.55 if _may(analysis, candidate) else 0.0
    if candidate.tense == "conditional" and outside and voice.force == "opinion" and subject is None:
        return 0.6  # "analysts doubt that the line would ever be laid"
    if candidate.tense == "conditional":
        thing = subject is None and voice.told and claimant is not None
        return 0.55 if changing and (outside or thing) else (0.5 if foreign else 0.0)
    return (0.6 if changing else 0.55) if outside else (0.5 if changing else 0.0)


def _is_foreign(claimant: Actor | None, subject: Actor | None) -> bool:
    """Say whether somebody speaks of what another state will do."""
    if claimant is None or subject is None or subject.state is None:
        return False
    if claimant.state is None:
        return claimant.id != subject.id and subject.kind in ("state", "government")
    return claimant.state != subject.state


def _goes_along(analysis: Analysis, candidate: Candidate, subject: Actor | None) -> bool:
    """Say whether somebody would accept, support or consent: his stance, and no forecast."""
    if subject is None:
        return False
    lemma = analysis.words[candidate.head].lemma.lower()
    if lemma in lexicon().words["acceding"] or (
        lemma == "go" and lower(analysis, candidate.head + 1) == "along"
    ):
        return True
    if any(
        use.sign in ("for", "against") and "obj" in use.objects for use in lexicon().uses["v"].get(lemma, ())
    ):
        return len(children(analysis, candidate.head, "obj")) > 0
    given = children(analysis, candidate.head, "obj")
    nouns = lexicon().uses["n"]
    return any(
        use.sign == "for" for o in given for use in nouns.get(analysis.words[o].lemma.lower(), ())
    ) or any(analysis.words[o].lemma.lower() == "consent" for o in given)


def _speaks_of_itself(analysis: Analysis, candidate: Candidate, subject: Actor | None, lemma: str) -> bool:
    """Say whether a pronoun does something of its own will: "it would sign", whoever it stands for."""
    if candidate.subject is None or lower(analysis, candidate.subject) not in ("it", "they", "he", "she"):
        return False
    if lemma in words()["change"] and not children(analysis, candidate.head, "obj"):
        return False  # "it would fall", but "it would drop a third of its flights"
    return candidate.tense == "conditional" or (subject is not None and lemma in words()["willed"])


def _may(analysis: Analysis, candidate: Candidate) -> bool:
    """Say whether the article itself foretells with "may" or "might": "could" is ability, "may have" past."""
    helping = {lower(analysis, a) for a in children(analysis, candidate.head, "aux", "cop")}
    agent = candidate.subject is not None and lower(analysis, candidate.subject) in (
        "they",
        "he",
        "she",
        "we",
    )
    lemma = analysis.words[candidate.head].lemma.lower()
    if agent or lemma in words()["willed"] | words()["describing"]:
        return False
    beside = children(analysis, candidate.head, "advmod", "neg")
    if candidate.subject is not None:
        beside += [candidate.subject, *children(analysis, candidate.subject, "det")]
    denied = bool({lower(analysis, i) for i in (*beside, candidate.head - 1)} & _NONE)
    if denied and (lemma not in words()["change"] or lemma in words()["forbidden"]):
        return False  # "lorries may not use the bridge" forbids
    return bool(helping & {"may", "might"}) and not helping & {"have", "'ve", "’ve"}


def foretells(analysis: Analysis, statement: Statement) -> bool:
    """Say whether a statement's own word is one of foretelling: "predict", "expect", "warn"."""
    lemmas = {analysis.words[i].lemma.lower() for span in statement.cue for i in analysis.words_in(span)}
    return bool(lemmas & words()["predicting"])


def _own_plan(
    analysis: Analysis, candidate: Candidate, claimant: Actor | None, subject: Actor | None
) -> bool:
    """Say whether somebody speaks of what he, or his own state, will do."""
    if candidate.subject is not None and lower(analysis, candidate.subject) == "you":
        return True  # advice
    if candidate.subject is not None and lower(analysis, candidate.subject) in _FIRST:
        befalls = analysis.words[candidate.head].lemma.lower() in words()["befalling"]
        return candidate.tense not in ("possible", "likely") and not (
            befalls and lower(analysis, candidate.subject) == "we"
        )
    if claimant is None or subject is None or candidate.tense == "likely":
        return False
    if claimant.id == subject.id or claimant.id in subject.members:
        return True
    own = claimant.state is not None and claimant.state == subject.state
    return own and _insider(claimant) and candidate.tense != "possible"


def _promises(claimant: Actor, passive: bool, candidate: Candidate) -> bool:
    """Say whether a firm, a maker or a carrier tells what it will do itself, or lets its customers do."""
    providing = bool({*claimant.name.lower().split()} & words()["providers"])
    firm = providing or claimant.kind in ("company", "organization")
    return (firm and passive and candidate.tense == "future") or (providing and candidate.tense == "possible")


def _insider(claimant: Actor) -> bool:
    told = {claimant.name.lower().split()[0], *(claimant.role or "").lower().replace("-", " ").split()}
    if told & words()["outsiders"]:
        return False
    named = claimant.kind in ("state", "government") or claimant.sector in words()["insiders"]
    return named and claimant.kind != "publication"


def _sure_word(analysis: Analysis, candidate: Candidate) -> bool:
    """Say whether the word of probability is an adverb beside "may" or "could"."""
    if candidate.probability is None:
        return False
    return any(lower(analysis, i) in words()["probability"] for i in analysis.words_in(candidate.probability))


def _takes_place(analysis: Analysis, head: int) -> bool:
    """ "will take place", "will be held": a timetable."""
    word = analysis.words[head]
    place = any(lower(analysis, o) == "place" for o in children(analysis, head, "obj", "compound"))
    return word.lemma.lower() in ("hold", "schedule") or (word.lemma.lower() == "take" and place)
