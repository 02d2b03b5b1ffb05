"""Word ranges read off the tree: a verb's group, a noun phrase, a clause and what is left of one.

All ranges are half-open word indices ``(first, last)`` into ``Analysis.words``.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extract.statements.lexicon import lexicon
from dragoman.records import Analysis

Range = tuple[int, int]

_LOOSE = frozenset({",", ".", ";", ":", "–", "—", "-", "--", "…"})
_GROUP = frozenset({"aux", "aux:pass", "cop", "advmod", "compound:prt", "neg"})
_OPENING = frozenset({"when", "where", "how", "why"})
"""They open a clause before or behind a verb, and are no part of its group."""
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})


def children(analysis: Analysis, index: int, *deprels: str) -> list[int]:
    """Return the dependents of a word that stand to it in one of the relations, in text order."""
    return [d for d in analysis.dependents[index] if analysis.words[d].deprel in deprels]


def subject_of(analysis: Analysis, verb: int) -> int | None:
    """Return the head word of a verb's own subject."""
    found = [d for d in analysis.dependents[verb] if analysis.words[d].deprel in _SUBJECTS]
    return found[0] if found else None


def is_passive(analysis: Analysis, verb: int) -> bool:
    """Say whether the verb is in the passive voice."""
    return bool(children(analysis, verb, "aux:pass", "nsubj:pass"))


def agent_of(analysis: Analysis, verb: int) -> int | None:
    """Return the head of "by …" behind a passive or a participle."""
    for child in children(analysis, verb, "obl:agent", "obl", "nmod"):
        cases = {analysis.words[c].text.lower() for c in children(analysis, child, "case")}
        if "by" in cases or analysis.words[child].deprel == "obl:agent":
            return child
    return None


def acts_on(analysis: Analysis, verb: int) -> bool:
    """Say whether something is done to a noun behind a verb: "as both pursued their quarrel" tells when.

    Who is told something is no such noun: "as the ministry told reporters".
    """
    if analysis.words[verb].lemma.lower() in lexicon().words["hearing_participles"]:
        return False
    objects = [analysis.words[c] for c in children(analysis, verb, "obj") if c > verb]
    return any(word.upos in {"NOUN", "PROPN"} for word in objects)


def leads_up(analysis: Analysis, verb: int) -> bool:
    """Say whether a verb has its own quotation right behind it: "as his friends shouted, “Go home!”"."""
    after = [word.text for word in analysis.words[verb + 1 : verb + 3]]
    return after[:1] in ([","], [":"]) and after[1:] in (["“"], ['"'], ["„"], ["«"])


def verb_group(analysis: Analysis, verb: int) -> Range:
    """Return the contiguous words of a verb with its auxiliaries, negation, adverbs and particle."""
    helpers = {d for d in analysis.dependents[verb] if analysis.words[d].deprel in _GROUP}
    helpers |= {d for h in helpers if h < verb for d in analysis.dependents[h] if d < h}
    first, last = verb, verb + 1
    while first - 1 in helpers and analysis.words[first - 1].lemma not in _OPENING:
        first -= 1
    while last in helpers and analysis.words[last].deprel in {"compound:prt", "advmod"}:
        if analysis.words[last].deprel == "advmod" and analysis.dependents[last]:
            break
        last += 1
    if analysis.words[last - 1].deprel == "advmod" and last - 1 > verb:
        last -= 1 if analysis.words[last - 1].lemma in _OPENING else 0
    return first, last


def noun_phrase(analysis: Analysis, head: int, *, case: bool = False) -> Range:
    """Return a noun phrase's words, without its preposition and without clauses set off by a comma."""
    words = analysis.words
    dropped: set[int] = set()
    for child in analysis.dependents[head]:
        relation = words[child].deprel
        if relation in {"case", "cc:preconj"} and child < head and not case:
            dropped.update(analysis.subtree(child))
        elif relation in {"acl:relcl", "acl", "advcl", "parataxis", "advcl:relcl", "cop", "nsubj"}:
            below = analysis.subtree(child)
            before = below[0] - 1
            comma = before >= 0 and words[before].text in {",", "—", "–", "-", "("}
            if relation in {"parataxis", "cop", "nsubj"} or comma or words[below[0]].text in {",", "—"}:
                dropped.update(below)
        elif (
            relation in {"nmod", "obl"}
            and any(words[c].text.lower() == "via" for c in children(analysis, child, "case"))
        ) or (relation == "conj" and _has_finite_verb(analysis, child)):
            dropped.update(analysis.subtree(child))
    kept = [i for i in analysis.subtree(head) if i not in dropped]
    first, last = trimmed(analysis, _run_around(kept, head))
    return (first, last) if first < last else (head, head + 1)


def past_hyphens(analysis: Analysis, last: int) -> int:
    """Return where a phrase up to ``last`` ends with the rest of a hyphenated word ("Asia-Plus")."""
    words = analysis.words
    while (
        last + 1 < len(words)
        and words[last].text in {"-", "‑"}
        and words[last - 1].end == words[last].start
        and words[last].end == words[last + 1].start
    ):
        last += 2
    return last


def _has_finite_verb(analysis: Analysis, index: int) -> bool:
    return analysis.words[index].upos == "VERB" and subject_of(analysis, index) is not None


def _run_around(indices: list[int], head: int) -> Range:
    """Return the contiguous run of ``indices`` that holds ``head``."""
    place = indices.index(head)
    first = last = place
    while first > 0 and indices[first - 1] == indices[first] - 1:
        first -= 1
    while last + 1 < len(indices) and indices[last + 1] == indices[last] + 1:
        last += 1
    return indices[first], indices[last] + 1


def runs(analysis: Analysis, indices: Iterable[int]) -> list[Range]:
    """Return the contiguous runs of word indices, each trimmed of loose punctuation, empty ones out."""
    found: list[Range] = []
    for index in sorted(indices):
        if found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    kept = [_without_conjunction(analysis, trimmed(analysis, run)) for run in found]
    return [run for run in kept if run[0] < run[1] and _has_word(analysis, run)]


def _without_conjunction(analysis: Analysis, run: Range) -> Range:
    """Return the range without an "and" that dangles at its end."""
    first, last = run
    while last - 1 > first and analysis.words[last - 1].upos == "CCONJ":
        first, last = trimmed(analysis, (first, last - 1))
    return first, last


def _has_word(analysis: Analysis, run: Range) -> bool:
    return any(analysis.words[i].upos not in {"PUNCT", "CCONJ", "SCONJ", "SYM"} for i in range(*run))


def trimmed(analysis: Analysis, run: Range) -> Range:
    """Return the range without commas, stops and dashes at its ends."""
    first, last = run
    while first < last and analysis.words[first].text in _LOOSE:
        first += 1
    while first < last and analysis.words[last - 1].text in _LOOSE:
        last -= 1
    return first, last


def clause(analysis: Analysis, head: int) -> list[Range]:
    """Return the words of the clause below ``head``, as runs."""
    return runs(analysis, analysis.subtree(head))


def clause_without(analysis: Analysis, head: int, part: int) -> list[Range]:
    """Return the clause of ``head`` less what hangs on ``part``, as runs."""
    gone = set(analysis.subtree(part))
    return runs(analysis, (i for i in analysis.subtree(head) if i not in gone))


def is_negated(analysis: Analysis, verb: int) -> bool:
    """Say whether the verb is negated by a word of its own ("did not agree", "never said")."""
    negations = lexicon().words["negations"]
    below = [analysis.words[d] for d in analysis.dependents[verb] if d < verb]
    return any(w.text.lower() in negations and w.deprel in {"advmod", "neg", "det", "aux"} for w in below)
