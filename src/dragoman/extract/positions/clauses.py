"""Stretches of a sentence: where it ends on the page, the run behind a preposition, a condition.

The parser's sentence may hold two of the page's; no rule here looks across a full stop. Word ranges are
half-open, indices into ``Analysis.words``.
"""

from __future__ import annotations

from functools import cache

from dragoman.extract.positions.lexicon import lexicon
from dragoman.records import Analysis

Range = tuple[int, int]

_STOPS = frozenset({".", "!", "?", "…"})
_ENDS = frozenset({",", ";", ":", ".", "!", "?", "…", "—", "–", "”", '"', "’’", "''", "(", ")"})
_QUOTES = frozenset({"“", "”", '"', "„", "``", "''"})
_OPENERS = frozenset(
    "if unless while because as which who when after before since although but whereas until so".split()
)
_LEADING = frozenset({"that", "to", "then", "than", "so"})
_TO = frozenset({"to", "not"})


def bounds(analysis: Analysis, index: int) -> Range:
    """Return the sentence of a word as the page has it: cut at full stops before a capital too."""
    sentence = analysis.sentences[analysis.words[index].sentence]
    first, last = sentence.first, sentence.last
    for at in range(sentence.first, sentence.last - 1):
        if analysis.words[at].text not in _STOPS:
            continue
        after = at + 1
        while after < sentence.last and analysis.words[after].upos == "PUNCT":
            after += 1
        if after < sentence.last and analysis.words[after].text[:1].isupper():
            if at < index:
                first = after
            else:
                last = at + 1
                break
    return first, last


def is_question(analysis: Analysis, index: int) -> bool:
    """Say whether a word stands in a question."""
    first, last = bounds(analysis, index)
    return any(analysis.words[i].text == "?" for i in range(max(first, last - 2), last))


def lower(analysis: Analysis, index: int) -> str:
    """Return a word in lower case, "" outside the text."""
    return analysis.words[index].text.lower() if 0 <= index < len(analysis.words) else ""


def run_behind(analysis: Analysis, start: int) -> Range:
    """Return the noun phrase or -ing form that begins at a word, up to a mark, a new clause or its verb."""
    end = bounds(analysis, start)[1]
    gerund = lower(analysis, start).endswith("ing") and analysis.words[start].upos == "VERB"
    verbs = 0
    for at in range(start, end):
        word, low = analysis.words[at], lower(analysis, at)
        if word.text in _ENDS or (low in _OPENERS and at > start):
            return start, at
        joined = lower(analysis, at - 1) in ("and", "but", "or") and not low.endswith("ing") and not gerund
        if word.upos == "AUX" and joined and at > start + 1:
            return start, at - 1  # "such a zone and would not"
        if word.upos == "VERB" and joined and at > start + 1 and word.deprel != "amod":
            return start, at - 1
        if word.upos in ("VERB", "AUX") and low != "according":
            free = at > start and (lower(analysis, at - 1) in _TO or low.endswith("ing"))
            reduced = word.deprel in ("acl", "amod", "compound", "case", "xcomp", "conj", "acl:relcl")
            if not (
                free or reduced or (gerund and not verbs) or (at > start and _related(analysis, at, start))
            ):
                return start, _before(analysis, start, at)
            verbs += 1
    return start, end


def _related(analysis: Analysis, verb: int, start: int) -> bool:
    """Say whether a verb belongs to a relative clause inside the run: "the law that bans arms"."""
    return any(lower(analysis, i) in ("that", "which", "who") for i in range(max(start + 1, verb - 3), verb))


def _before(analysis: Analysis, start: int, verb: int) -> int:
    """Where a run ends that a finite verb cuts off: before that verb's own helpers."""
    while verb - 1 > start and analysis.words[verb - 1].upos in ("AUX", "PART", "ADV", "PRON", "CCONJ"):
        verb -= 1
    return verb


def mark_at(analysis: Analysis, index: int, marks: frozenset[str] | None = None) -> int:
    """Return how many words the mark of a condition that begins at a word has, 0 where none does.

    ``marks`` are other marks than those of ``words.yaml``.
    """
    known = lexicon().words["conditions"] if marks is None else marks
    if lower(analysis, index) not in _openings(known):
        return 0
    for length in (3, 2, 1):
        phrase = " ".join(lower(analysis, i) for i in range(index, min(index + length, len(analysis.words))))
        if phrase in known and (length > 1 or not _as_if(analysis, index)):
            return length
    return 0


@cache
def _openings(marks: frozenset[str]) -> frozenset[str]:
    """The first words of marks: most words are none."""
    return frozenset(mark.split()[0] for mark in marks)


def _as_if(analysis: Analysis, index: int) -> bool:
    """Say whether "if" is part of "as if", "even if" or "what if", which make no condition."""
    return lower(analysis, index - 1) in ("as", "even", "what", "asked", "ask", "wonder", "know", "see")


def condition_from(analysis: Analysis, mark: int) -> Range:
    """Return the condition that a mark begins: to the comma behind its verb, or to the sentence's end."""
    end = bounds(analysis, mark)[1]
    verb = False
    for at in range(mark, end):
        word = analysis.words[at]
        verb = verb or word.upos in ("VERB", "AUX")
        if word.text in _QUOTES or word.text in _STOPS or word.text == ";":
            return mark, at
        if word.text in (",", "—", "–") and verb and at - mark > 2:
            return mark, at
    return mark, end


def conditions_in(
    analysis: Analysis, first: int, last: int, marks: frozenset[str] | None = None
) -> list[Range]:
    """Return the conditions that begin between two words, in text order; ``marks`` as in ``mark_at``."""
    found: list[Range] = []
    for at in range(first, last):
        if mark_at(analysis, at, marks) and (not found or at >= found[-1][1]):
            found.append(condition_from(analysis, at))
    return found


def trimmed(analysis: Analysis, run: Range) -> Range:
    """Return a run without punctuation, conjunctions and, in front, "that" and "to"."""
    first, last = run
    while first < last and (
        analysis.words[first].upos in ("PUNCT", "CCONJ") or lower(analysis, first) in _LEADING
    ) and not (lower(analysis, first) == "that" and last - first == 1):  # fmt: skip
        first += 1
    while first < last and analysis.words[last - 1].upos in ("PUNCT", "CCONJ", "SCONJ"):
        last -= 1
    return first, last
