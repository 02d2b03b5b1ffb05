"""Gives a content fragment to the cue verb whose clause it is, where the engine gave it to a verb nearby.

"He took back his words and said dockers were to blame" tells twice what he says; "“Yes,” he said when asked
by a guest if he would stay" tells of an answer and of a question, and the question is the guest's.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.statements.cues import span_of
from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.lexicon import lexicon
from dragoman.extract.statements.phrases import Range, agent_of, noun_phrase, verb_group
from dragoman.extract.statements.sources import source_of
from dragoman.records import Analysis, Span, Word

_QUESTIONS = frozenset({"if", "whether"})
"""They open what somebody is asked; parsers take it for a condition."""


def with_own_cues(analysis: Analysis, found: list[Finding]) -> list[Finding]:
    """Return the findings, each content fragment that is another verb's clause in a finding of its own.

    Only where a finding has several fragments, one of them a finite clause below a verb of the lexicon that
    stands in no finding. A verb that nobody speaks by takes the fragment out and leaves nothing.
    """
    taken = {word for finding in found for cue in finding.cue for word in analysis.words_in(cue)}
    result = []
    for finding in found:
        others = [_own(analysis, finding, span, taken) for span in finding.content]
        kept = tuple(span for span, verb in zip(finding.content, others, strict=True) if verb is None)
        if not kept or len(kept) == len(finding.content):
            result.append(finding)
            continue
        result.append(replace(finding, content=kept))
        for span, verb in zip(finding.content, others, strict=True):
            made = None if verb is None else _made(analysis, finding, span, verb)
            if made is not None:
                result.append(made)
    return result


def _own(analysis: Analysis, finding: Finding, span: Span, taken: set[int]) -> int | None:
    """Return the cue verb outside the finding that a fragment is the clause of; None where there is none."""
    if len(finding.content) == 1 or finding.head is None:
        return None
    inside = analysis.words_in(span)
    verb = _above(analysis, inside)
    if verb is None or verb.index in taken or verb.upos != "VERB" or verb.index >= inside.start:
        return None
    sources = (finding.source,) if finding.source is not None else ()
    if any(part.contains(verb.span) for part in (*finding.content, *sources)):
        return None
    frames = "".join(use.frame for use in lexicon().frames_of(verb.lemma, verb.text))
    return verb.index if "c" in frames else None


def _above(analysis: Analysis, inside: range) -> Word | None:
    """Return the one word that a fragment hangs on as its clause; None where it hangs on several."""
    words = analysis.words
    tops = [words[i] for i in inside if words[i].head not in inside and words[i].upos != "PUNCT"]
    if not tops or len({top.head for top in tops}) > 1 or tops[0].head < 0:
        return None
    above = words[tops[0].head]
    asked = above.text.lower() in lexicon().words["hearing_participles"]
    question = asked and words[inside.start].text.lower() in _QUESTIONS
    relations = {"ccomp", "advcl"} if question else {"ccomp"}
    return above if any(top.deprel in relations for top in tops) else None


def _made(analysis: Analysis, finding: Finding, span: Span, verb: int) -> Finding | None:
    """Return the finding of a verb's own clause; None where the text names nobody who speaks by it."""
    source = _speaker(analysis, verb)
    if source is None:
        return None
    cue, by = span_of(analysis, verb_group(analysis, verb)), span_of(analysis, source)
    if span.overlaps(cue) or span.overlaps(by) or cue.overlaps(by):
        return None
    confidence = min(finding.confidence, lexicon().confidence["clause"])
    return Finding(by, (cue,), (span,), "clause", confidence, verb)


def _speaker(analysis: Analysis, verb: int) -> Range | None:
    """Return by whom a participle ("asked by a guest") or else who by its tree."""
    agent = agent_of(analysis, verb)
    if agent is not None:
        return noun_phrase(analysis, agent)
    asked = analysis.words[verb].text.lower() in lexicon().words["hearing_participles"]
    if asked and analysis.words[verb].deprel in {"advcl", "acl"}:
        return None
    return source_of(analysis, verb)
