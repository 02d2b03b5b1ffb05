"""Attributions read off the tree: a cue word of the lexicon, its subject, the clause it brings in.

What the engine's fragments leave out, and what stands inside them, is found here; relations are those
of Universal Dependencies 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.lexicon import Lexicon, lexicon
from dragoman.extract.statements.phrases import (
    Range,
    acts_on,
    agent_of,
    children,
    clause,
    clause_without,
    is_passive,
    leads_up,
    noun_phrase,
    runs,
    subject_of,
    trimmed,
    verb_group,
)
from dragoman.extract.statements.sources import owner_of, source_of
from dragoman.records import Analysis, Span, Word

_VERBAL = frozenset({"VERB", "AUX"})


def clause_findings(analysis: Analysis, indices: Iterable[int]) -> Iterator[Finding]:
    """Yield the attributions whose cue is one of the words ``indices``, by rule alone."""
    table = lexicon()
    for index in indices:
        word = analysis.words[index]
        if word.upos in _VERBAL:
            found = _verb(analysis, word, table)
        elif word.upos == "NOUN" and word.lemma.lower() in table.nouns:
            found = _noun(analysis, word, table)
        elif word.upos in {"ADJ", "VERB"} and word.lemma.lower() in table.adjectives:
            found = _adjective(analysis, word, table)
        else:
            continue
        if found is not None:
            yield found


def make(
    analysis: Analysis, source: Range | None, cue: Range, content: list[Range], kind: str, head: int
) -> Finding | None:
    """Return the finding over word ranges, or None where no content is left."""
    spans = tuple(span_of(analysis, part) for part in content if part[0] < part[1])
    if not spans:
        return None
    return Finding(
        source=None if source is None else span_of(analysis, source),
        cue=(span_of(analysis, cue),),
        content=spans,
        kind=kind,
        confidence=lexicon().confidence[kind],
        head=head,
    )


def span_of(analysis: Analysis, part: Range) -> Span:
    """Return the characters of a word range."""
    return analysis.span(*part)


def _verb(analysis: Analysis, word: Word, table: Lexicon) -> Finding | None:
    """Read a cue verb: parenthetical, "as X noted", with a clause, with an infinitive, with a noun."""
    frames = "".join(use.frame for use in table.frames_of(word.lemma, word.text))
    if not frames:
        return None
    aside = _aside(analysis, word, frames)
    if aside is not None:
        return aside
    cue = verb_group(analysis, word.index)
    source = source_of(analysis, word.index)
    if "c" in frames or "q" in frames:
        below = [c for c in children(analysis, word.index, "ccomp", "csubj:pass", "csubj")
                 if not _is_subject_clause(analysis, c)]  # fmt: skip
        below += _statement_parataxis(analysis, word)
        if below:
            return make(
                analysis, source, cue, _clauses(analysis, word.index, below, cue), "clause", word.index
            )
    if "x" in frames:
        below = children(analysis, word.index, "xcomp", "ccomp")
        below = [b for b in below if _is_infinitive(analysis, b)]
        if below:
            parts = _clauses(analysis, word.index, below[:1], cue)
            return make(analysis, source, cue, parts, "infinitive", word.index)
    if "o" in frames and not is_passive(analysis, word.index):
        return _with_object(analysis, word, source, cue)
    return None


def _is_subject_clause(analysis: Analysis, index: int) -> bool:
    return analysis.words[index].deprel == "csubj" and not is_passive(analysis, analysis.words[index].head)


def _statement_parataxis(analysis: Analysis, word: Word) -> list[int]:
    """Return a clause that the parser only set beside a finite cue verb ("Sales fell, he said")."""
    if subject_of(analysis, word.index) is None:
        return []
    return [
        c for c in children(analysis, word.index, "parataxis")
        if subject_of(analysis, c) is not None and not _is_cue(analysis, c)
    ]  # fmt: skip


def _is_cue(analysis: Analysis, index: int) -> bool:
    word = analysis.words[index]
    return word.upos in _VERBAL and bool(lexicon().frames_of(word.lemma, word.text))


def _is_infinitive(analysis: Analysis, index: int) -> bool:
    marks = children(analysis, index, "mark")
    return any(analysis.words[m].text.lower() == "to" for m in marks)


def _clauses(analysis: Analysis, verb: int, below: list[int], cue: Range) -> list[Range]:
    """Return the clauses' words, the cue's own left out, together with what is coordinated with them."""
    found: set[int] = set()
    for head in below:
        found.update(analysis.subtree(head))
    found.difference_update(range(*cue))
    subject = subject_of(analysis, verb)
    if subject is not None:
        found.difference_update(analysis.subtree(subject))
    return runs(analysis, _filled(analysis, found))


def _filled(analysis: Analysis, found: set[int]) -> set[int]:
    """Add the punctuation that the parser hung elsewhere but that stands between two words of a clause."""
    extra = {
        i + 1 for i in found
        if i + 1 not in found and i + 2 in found and analysis.words[i + 1].upos == "PUNCT"
    }  # fmt: skip
    return found | extra


def _aside(analysis: Analysis, word: Word, frames: str) -> Finding | None:
    """Read an attribution set into or behind what it attributes.

    "Trade, analysts contend, is growing", "as the ministry noted", "as reported by the agency".
    """
    if word.head < 0 or not ("q" in frames or "c" in frames or "o" in frames):
        return None
    index = word.index
    with_as = any(
        analysis.words[d].text.lower() == "as" and d < index
        for d in children(analysis, index, "mark", "advmod", "case")
    )
    own = subject_of(analysis, index) is not None or agent_of(analysis, index) is not None
    if children(analysis, index, "ccomp") or not own:
        return None
    if word.deprel in {"advcl", "acl", "parataxis", "obl"} and with_as:
        if acts_on(analysis, index) or not ("c" in frames or "o" in frames) or leads_up(analysis, index):
            return None  # "as both pursued a quarrel", "as the crowd chanted" tell when, not who says so
        first = min(d for d in analysis.dependents[index] if analysis.words[d].text.lower() == "as")
        agent = agent_of(analysis, index) if subject_of(analysis, index) is None else None
        source = noun_phrase(analysis, agent) if agent is not None else source_of(analysis, index)
        group = verb_group(analysis, index)
        cue = (first if agent is not None else group[0], _with_by(analysis, group, agent))
    elif word.deprel == "parataxis" and "q" in frames:
        source, cue = source_of(analysis, index), verb_group(analysis, index)
    else:
        return None
    content = clause_without(analysis, _clause_head(analysis, word.head), index)
    return make(analysis, source, cue, content, "parenthetical", index)


def _with_by(analysis: Analysis, group: Range, agent: int | None) -> int:
    """Return where the cue ends: with "by" where an agent follows at once."""
    last = group[1]
    if agent is not None and last < len(analysis.words) and analysis.words[last].text.lower() == "by":
        return last + 1
    return group[1]


def _clause_head(analysis: Analysis, index: int) -> int:
    """Climb from a noun to the verb of its clause, as far as one is there."""
    for above in (index, *analysis.ancestors(index)):
        word = analysis.words[above]
        if word.upos in _VERBAL or subject_of(analysis, above) is not None or word.head < 0:
            return above
    return index


def _with_object(analysis: Analysis, word: Word, source: Range | None, cue: Range) -> Finding | None:
    """Read "stressed the need for talks", "praised the envoy for staying": from the object to the end."""
    objects = children(analysis, word.index, "obj")
    if not objects or source is None or objects[0] < word.index:
        return None
    if analysis.words[objects[0]].lemma.lower() in lexicon().nouns and children(analysis, objects[0], "acl"):
        return None
    found: set[int] = set()
    for child in children(analysis, word.index, "obj", "obl", "xcomp", "advcl"):
        if child >= objects[0]:
            found.update(analysis.subtree(child))
    parts = runs(analysis, found)
    return make(analysis, source, cue, parts[:1], "object", word.index)


def _noun(analysis: Analysis, word: Word, table: Lexicon) -> Finding | None:
    """Read a noun cue: "the claim that …", "voiced concern that …", "Smith's promise to …"."""
    below = [
        c for c in children(analysis, word.index, "acl", "ccomp", "acl:relcl") if _brings_clause(analysis, c)
    ]
    if not below:
        return None
    content = clause(analysis, below[0])
    first = word.index
    owners = children(analysis, word.index, "nmod:poss")
    others = [c for c in children(analysis, word.index, "nmod") if c < below[0] and _is_holder(analysis, c)]
    source: Range | None = None
    if owners:
        source = owner_of(analysis, owners[0])
    elif others:
        source = noun_phrase(analysis, others[0])
    elif word.deprel in {"obj", "obl"} and analysis.words[word.head].upos == "VERB":
        source = source_of(analysis, word.head)
        first = verb_group(analysis, word.head)[0] if word.head < word.index else word.index
    return make(
        analysis, source, trimmed(analysis, (first, word.index + 1)), content, "noun_clause", word.index
    )


def _is_holder(analysis: Analysis, index: int) -> bool:
    """Say whether a noun behind a noun cue is whose it is ("speculation among experts that …")."""
    cases = {analysis.words[c].text.lower() for c in children(analysis, index, "case")}
    return bool(cases & {"among", "by", "from", "of"})


def _brings_clause(analysis: Analysis, index: int) -> bool:
    marks = {analysis.words[m].text.lower() for m in children(analysis, index, "mark")}
    return bool(marks & {"that", "to", "whether"})


def _adjective(analysis: Analysis, word: Word, table: Lexicon) -> Finding | None:
    """Read "is confident that …", "were worried that …"."""
    below = [
        c for c in children(analysis, word.index, "ccomp", "xcomp", "advcl") if _brings_clause(analysis, c)
    ]
    subject = subject_of(analysis, word.index)
    if not below or subject is None or analysis.words[subject].deprel == "expl":
        return None
    if analysis.words[subject].text.lower() in {"it", "there"}:
        return None
    cue = verb_group(analysis, word.index)
    source = noun_phrase(analysis, subject)
    return make(analysis, source, cue, clause(analysis, below[0]), "clause", word.index)
