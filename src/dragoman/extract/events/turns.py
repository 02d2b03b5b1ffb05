"""Turns of phrase in which a negation affirms: "lost no time in expelling", "did not hesitate to bomb".

They are read before the tree's negations and the engine's status: both take them for denials.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import cast

from dragoman.extract.arguments import children
from dragoman.extract.events.candidates import Trigger
from dragoman.extract.events.lexicon import lexicon
from dragoman.extract.events.signals import by_auxiliary, cases_of_clause, negated
from dragoman.extract.ground import Ground
from dragoman.records import Status

_BETWEEN = 3
"""So many words may stand between a turn and the act: "no sooner had Mali signed"."""
_BEFORE = 3
_NOBODY = frozenset({"nothing", "nobody", "neither"})
_DETERMINING = ("cc", "cc:preconj", "det", "advmod")
_NOT = frozenset({"n't", "n’t"})


@cache
def _turns() -> tuple[tuple[tuple[str, ...], Status], ...]:
    text = (files("dragoman.extract.events") / "data" / "turns.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    found = [(tuple(words.split()), cast(Status, status)) for words, status in rows]
    return tuple(sorted(found, key=lambda turn: -len(turn[0])))


def affirmed(ground: Ground, trigger: Trigger) -> Status | None:
    """Return the status of an act behind such a turn; None where none stands right before it.

    An auxiliary before the turn has its say: what one "will have no choice but to" do is planned.
    """
    first = trigger.words[0]
    sentence = ground.analysis.sentences[ground.analysis.words[first].sentence]
    for turn, status in _turns():
        for last in range(first, max(sentence.first, first - _BETWEEN - 1), -1):
            start = last - len(turn)
            if start >= sentence.first and _reads(ground, start, turn) and _near(ground, last, first, turn):
                return _helped(ground, start, sentence.first) or status
    return None


def prevented(ground: Ground, verb: int) -> Status | None:
    """Return what becomes of an act that somebody is kept from: "stopped Mali from leaving", or failed to.

    None where nothing of the kind stands above it.
    """
    words = ground.analysis.words
    above = words[verb].head
    if above < 0 or "from" not in cases_of_clause(ground, verb):
        return None
    if lexicon().mood(ground.lemma(above), "preventing") is None:
        return None
    if by_auxiliary(ground, above) in ("planned", "demanded") or _hangs_on(ground, above, "demanded"):
        return "negated"
    failed = _hangs_on(ground, above, "negated")
    return "done" if negated(ground, above) or _by_nothing(ground, above) or failed else "negated"


def _hangs_on(ground: Ground, verb: int, mood: Status) -> bool:
    """Say whether a verb hangs on one that gives it such a mood: "failed to prevent", "asked to stop"."""
    word = ground.analysis.words[verb]
    return (
        word.head >= 0
        and word.deprel in ("xcomp", "ccomp")
        and lexicon().mood(ground.lemma(word.head), "governor") == mood
    )


def _by_nothing(ground: Ground, verb: int) -> bool:
    """Say whether nothing, or neither of two, is what would have stopped somebody."""
    acting = children(ground.analysis, verb, "nsubj", "nsubj:pass")
    words = [*acting, *(c for a in acting for c in children(ground.analysis, a, *_DETERMINING))]
    return any(ground.analysis.words[i].text.lower() in _NOBODY for i in words)


def _reads(ground: Ground, start: int, turn: tuple[str, ...]) -> bool:
    return all(part in _ways(ground, start + n) for n, part in enumerate(turn))


def _ways(ground: Ground, index: int) -> tuple[str, ...]:
    """Return a word as it is written and its lemma, both in lower case."""
    low = ground.analysis.words[index].text.lower()
    return ("not",) if low in _NOT else (low, ground.lemma(index))


def _near(ground: Ground, last: int, first: int, turn: tuple[str, ...]) -> bool:
    """Say whether only a name and helping verbs stand between the turn's end and the act."""
    if turn[-1] in ("to", "in", "of", "from", "before", "at", "but", "with") and last < first:
        return all(ground.analysis.words[i].upos == "ADV" for i in range(last, first))
    return all(ground.analysis.words[i].upos not in ("PUNCT", "SCONJ") for i in range(last, first))


def _helped(ground: Ground, start: int, lowest: int) -> Status | None:
    for index in range(start - 1, max(lowest, start - _BEFORE) - 1, -1):
        low = ground.analysis.words[index].text.lower()
        found = lexicon().mood(low, "auxiliary") or lexicon().mood(low, "would")
        if found is not None:
            return found
    return None
