"""Attributions by a phrase: "according to Smith", "in Smith's view", "as per the report", "from reports".

Words are matched on the surface, because parsers disagree on what "according" is; the tree only says how
far the noun phrase goes and which clause it qualifies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.extract.statements.cues import make
from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.lexicon import lexicon
from dragoman.extract.statements.phrases import Range, children, noun_phrase, past_hyphens, runs
from dragoman.extract.statements.sources import owner_of
from dragoman.records import Analysis

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET"})

_LEADS = frozenset({"DET", "ADJ", "NUM"})


def phrase_findings(analysis: Analysis, indices: Iterable[int]) -> Iterator[Finding]:
    """Yield the attributions by phrase whose first word is one of ``indices``."""
    for index in indices:
        matched = _match(analysis, index)
        if matched is None:
            continue
        cue, source, end = matched
        last = max(end, source[1], cue[1])
        content = _qualified(analysis, index, past_citing(analysis, last))
        found = make(analysis, source, cue, content, "according_to", index)
        if found is not None:
            yield found


def past_citing(analysis: Analysis, last: int) -> int:
    """Return where a phrase ends, with the rest of its chain ("…, via the agency", "…, citing Smith")."""
    text = [w.text.lower() for w in analysis.words[last : last + 4]] + [""] * 4
    at = 1 if text[0] == "," else 0
    at += text[at] == "as"
    if text[at] == "via" or (at and text[at] in {"citing", "quoting"}):
        start = last + at + 1
    elif text[at] in {"quoted", "cited", "reported"} and text[at + 1] == "by":
        start = last + at + 2
    else:
        return last
    cited = phrase_after(analysis, start)
    return last if cited is None else cited[1]


def _match(analysis: Analysis, index: int) -> tuple[Range, Range, int] | None:
    """Return the cue, the source and the end of a phrase that begins at ``index``."""
    text = [w.text.lower() for w in analysis.words[index : index + 5]] + [""] * 5
    if text[:2] == ["according", "to"] or text[:2] == ["as", "per"]:
        return _simple(analysis, index, index + 2)
    if text[0] == "per" and analysis.words[index].upos == "ADP" and _starts_clause(analysis, index):
        return _simple(analysis, index, index + 1)
    if text[0] == "in":
        return _in_words_of(analysis, index)
    if text[0] in lexicon().words["report_prepositions"] and _starts_clause(analysis, index):
        return _from_reports(analysis, index)
    return None


def _starts_clause(analysis: Analysis, index: int) -> bool:
    """Say whether the word opens its sentence or stands behind a comma."""
    word = analysis.words[index]
    return analysis.sentences[word.sentence].first == index or analysis.words[index - 1].text in {
        ",",
        "“",
        '"',
    }


def _simple(analysis: Analysis, index: int, after: int) -> tuple[Range, Range, int] | None:
    source = phrase_after(analysis, after)
    return None if source is None else ((index, after), source, source[1])


def phrase_after(analysis: Analysis, index: int) -> Range | None:
    """Return the noun phrase that begins at word ``index``."""
    if index >= len(analysis.words):
        return None
    sentence = analysis.sentences[analysis.words[index].sentence]
    head = next(
        (i for i in range(index, min(index + 12, sentence.last)) if analysis.words[i].upos in _NOMINAL), None
    )
    if head is None:
        return None
    words = analysis.words
    while words[head].upos in _LEADS and head + 1 < sentence.last and words[head + 1].upos in _NOMINAL:
        head += 1
    for above in analysis.ancestors(head):
        if above < index or analysis.words[above].upos not in _NOMINAL:
            break
        if any(word.text == "," for word in words[head + 1 : above]):
            break  # "via the agency, the talks …": a comma parts the phrase from what the tree hangs it on
        head = above
    first, last = noun_phrase(analysis, head)
    first = max(first, index)
    found = (first, max(last, head + 1)) if first <= head else (index, head + 1)
    found = (found[0], past_hyphens(analysis, found[1]))
    return _with_name(analysis, found, head)


def _with_name(analysis: Analysis, found: Range, head: int) -> Range:
    """Take in a person's name set between commas behind a role: "the spokesman, Peter Hallow, …"."""
    first, last = found
    if analysis.words[last - 1].lemma.lower() in lexicon().words["naming_nouns"]:
        behind = next((n.last for n in analysis.names if n.first == last), last)
        return first, past_hyphens(analysis, behind)  # "the newspaper Clarín", whatever the tree says
    if analysis.words[head].upos != "NOUN" or last >= len(analysis.words) or analysis.words[last].text != ",":
        return found
    for name in analysis.names:
        closed = name.last < len(analysis.words) and analysis.words[name.last].text == ","
        if name.first == last + 1 and name.label == "person" and closed:
            return first, name.last
    return found


def _in_words_of(analysis: Analysis, index: int) -> tuple[Range, Range, int] | None:
    """Match "in Smith's opinion" and "in the opinion of Smith"."""
    sentence = analysis.sentences[analysis.words[index].sentence]
    nouns = lexicon().opinion_nouns
    for noun in range(index + 1, min(index + 9, sentence.last)):
        word = analysis.words[noun]
        if word.text in {",", ".", "that"} or word.upos == "VERB":
            return None
        if word.lemma.lower() not in nouns and word.text.lower() not in nouns:
            continue
        owners = children(analysis, noun, "nmod:poss")
        if owners and (_starts_clause(analysis, index) or _closes(analysis, noun)):
            first, last = owner_of(analysis, owners[0])
            cue = (index, index + 1) if last < noun else (index, noun + 1)
            return ((noun, noun + 1) if first == index + 1 else cue), (first, last), noun + 1
        if noun + 1 < sentence.last and analysis.words[noun + 1].text.lower() == "of":
            source = phrase_after(analysis, noun + 2)
            if source is not None and (_starts_clause(analysis, index) or _closes(analysis, source[1] - 1)):
                return (index, noun + 2), source, source[1]
        return None
    return None


def _closes(analysis: Analysis, index: int) -> bool:
    """Say whether the word ends its sentence or stands before a comma."""
    after = analysis.words[index + 1].text if index + 1 < len(analysis.words) else "."
    return after in {",", ".", ";", "”", '"', "—", "–"}


def _from_reports(analysis: Analysis, index: int) -> tuple[Range, Range, int] | None:
    """Match "from various reports, …" and "by all accounts": the noun phrase is the source."""
    source = phrase_after(analysis, index + 1)
    if source is None:
        return None
    nouns = lexicon().words["report_nouns"]
    if not any(analysis.words[i].lemma.lower() in nouns for i in range(*source)):
        return None
    end = source[1]
    if end >= len(analysis.words) or analysis.words[end].text != ",":
        return None
    return (index, index + 1), source, source[1]


def _qualified(analysis: Analysis, first: int, last: int) -> list[Range]:
    """Return what a phrase over words ``[first, last)`` qualifies.

    At the front of a sentence: all that follows. At its end or in its middle: the clause it hangs on
    less the phrase, which does not reach over a semicolon or a colon.
    """
    sentence = analysis.sentences[analysis.words[first].sentence]
    lead = [i for i in range(sentence.first, first) if analysis.words[i].upos != "PUNCT"]
    if not lead or all(analysis.words[i].upos in {"CCONJ", "ADV", "SCONJ"} for i in lead):
        return runs(analysis, range(last, sentence.last))
    head = _governing_verb(analysis, first, last)
    if head is None:
        return runs(analysis, [i for i in range(sentence.first, sentence.last) if not first <= i < last])
    below = [i for i in analysis.subtree(head) if not first <= i < last]
    while below and analysis.words[below[0]].upos in {"CCONJ", "PUNCT"}:
        below.pop(0)
    return runs(analysis, below)


def _governing_verb(analysis: Analysis, first: int, last: int) -> int | None:
    """Return the verb outside ``[first, last)`` that the phrase depends on."""
    for index in range(first, last):
        head = analysis.words[index].head
        if head >= 0 and not first <= head < last:
            for above in (head, *analysis.ancestors(head)):
                word = analysis.words[above]
                subject = any(
                    analysis.words[d].deprel.startswith("nsubj") for d in analysis.dependents[above]
                )
                if word.upos in {"VERB", "AUX"} or subject or word.head < 0:
                    return above
    return None
