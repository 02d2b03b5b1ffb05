"""Who is asked or told something does not say it: "Pressed on the delay, he …", "Court told of threats"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.statements.cues import span_of
from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.lexicon import lexicon
from dragoman.extract.statements.phrases import agent_of, children, noun_phrase, subject_of
from dragoman.records import Analysis

_HELPERS = ("aux", "aux:pass", "mark", "cop")
_TOLD_OF = frozenset({"of", "that", "how", "about", ":", "“", '"', "‘"})


def without_hearer(analysis: Analysis, finding: Finding) -> Finding:
    """Return the finding without a source who is only asked or told; whoever asked or told him speaks.

    A participle that opens a clause of its own is passive ("Asked whether …, she …"), and so is "told"
    without anybody who was told behind it where a court, a parliament or the like stands before it.
    """
    if finding.head is None or finding.source is None:
        return finding
    if _is_heard(analysis, finding.head) or _is_told_in_heading(analysis, finding):
        agent = agent_of(analysis, finding.head)
        source = None if agent is None else span_of(analysis, noun_phrase(analysis, agent))
        if source is not None and any(source.overlaps(part) for part in (*finding.cue, *finding.content)):
            source = None
        return replace(finding, source=source)
    return finding


def is_hearing(analysis: Analysis, verb: int) -> bool:
    """Say whether a verb is a participle whose subject is asked or told: "Asked about it, …"."""
    return _is_heard(analysis, verb)


def _is_heard(analysis: Analysis, verb: int) -> bool:
    word = analysis.words[verb]
    if word.deprel != "advcl" or word.upos != "VERB" or word.text.lower().endswith("ing"):
        return False
    verbs = lexicon().words["hearing_participles"]
    if word.lemma.lower() not in verbs and word.text.lower() not in verbs:
        return False
    return subject_of(analysis, verb) is None and not children(analysis, verb, *_HELPERS)


def _is_told_in_heading(analysis: Analysis, finding: Finding) -> bool:
    assert finding.source is not None
    words = analysis.words_in(finding.cue[0])
    if analysis.words[words.start].text.lower() != "told" or words.start == 0:
        return False
    hearer = analysis.words[words.start - 1]
    after = analysis.words[words.start + 1].text.lower() if words.start + 1 < len(analysis.words) else ""
    return (
        finding.source.contains(hearer.span)
        and hearer.lemma.lower() in lexicon().words["hearing_bodies"]
        and after in _TOLD_OF
    )
