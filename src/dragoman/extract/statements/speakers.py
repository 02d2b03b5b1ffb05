"""Finds the cue and the source of a quotation: behind it, before it, or in its middle.

Only an attribution that touches the quotation counts; the nearest name never does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.extract.statements.lexicon import lexicon
from dragoman.extract.statements.phrases import Range, verb_group
from dragoman.extract.statements.quotation_marks import Quotation
from dragoman.extract.statements.sources import source_of
from dragoman.records import Analysis, Article, Word

_REACH = 45
_BREAKS = frozenset({".", ";", "!", "?"})
_MARKS = frozenset('“”"„‟«»') | {"``", "''"}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_LEAVES = frozenset({"and", "but", "or", "which", "that", "who", "when", "while", "as", "because", "after"})
_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "it", "who"})
_PHRASE = _NOMINAL | {"DET", "ADJ", "NUM"}


_DASHES = frozenset({"-", "–", "—", "--", "―"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A quotation's cue and source as word ranges; ``side`` says where they stand to it."""

    cue: Range
    source: Range | None
    head: int
    side: str


def speaker_after(article: Article, analysis: Analysis, quotation: Quotation) -> Speaker | None:
    """Return the speaker named right behind a quotation (“…,” said Smith; “…,” the envoy said)."""
    words = analysis.words
    inner = analysis.words_in(quotation.span)
    first = inner.stop
    while first < len(words) and (words[first].text in _MARKS or words[first].text in {",", "—", "–", "-"}):
        first += 1
    if first >= len(words) or _paragraph_break(article, quotation.span.end, words[first].start):
        return None
    if article.text[quotation.span.end : words[first].start].strip(" \t\u00a0,—–-”\"’'") != "":
        return None
    for index in range(first, min(first + _REACH, len(words))):
        word = words[index]
        if (
            _stops(words, index)
            or word.text in _MARKS
            or _paragraph_break(article, words[first].start, word.start)
        ):
            return None
        if _is_speech(word) and _fits_after(analysis, index, first):
            return _speaker(analysis, index, first, "after")
    return None


def speaker_before(article: Article, analysis: Analysis, quotation: Quotation) -> Speaker | None:
    """Return the speaker who leads up to a quotation (Smith said, “…”; Smith added that “…”)."""
    words = analysis.words
    last = analysis.words_in(quotation.span).start
    lead = last - 1
    while lead >= 0 and words[lead].text in {",", ":", "that", "—", "–", "-"} | _MARKS:
        lead -= 1
    if lead < 0:
        return None
    colon = any(words[i].text == ":" for i in range(lead + 1, last))
    if _paragraph_break(article, words[lead].start, quotation.span.start) and not colon:
        return None
    if not colon and words[lead].text in _BREAKS:
        return None
    tight = lead + 1 < last or _is_speech(words[lead])
    for index in range(lead, max(-1, lead - _REACH), -1):
        word = words[index]
        if index < lead and (_stops(words, index) or word.text in _MARKS):
            break
        if _is_speech(word) and word.upos in {"VERB", "AUX"} and (tight or lead - index <= 2):
            return _speaker(analysis, index, index, "before")
    return _before_colon(analysis, lead) if colon else None


def _before_colon(analysis: Analysis, last: int) -> Speaker | None:
    """Return the speaker of "She turned to the crowd: “…”": whoever does what the main verb says."""
    sentence = analysis.sentences[analysis.words[last].sentence]
    for index in range(sentence.first, sentence.last):
        word = analysis.words[index]
        if word.head < 0 and word.upos == "VERB":
            source = source_of(analysis, index)
            return None if source is None else Speaker(verb_group(analysis, index), source, index, "before")
    return None


def label_before(article: Article, analysis: Analysis, quotation: Quotation) -> Speaker | None:
    """Return the speaker of a label (Smith: “…”): a short name at a paragraph's start and a colon."""
    words = analysis.words
    last = analysis.words_in(quotation.span).start
    while last > 0 and words[last - 1].text in _MARKS:
        last -= 1
    if last < 2 or words[last - 1].text != ":":
        return None
    first = last - 1
    while (
        first > 0
        and last - first < 9
        and not _paragraph_break(article, words[first - 1].start, words[first].start)
    ):
        first -= 1
    label = words[first : last - 1]
    if not label or len(label) > 7 or any(w.upos in {"VERB", "AUX"} for w in label):
        return None
    if not any(w.upos == "PROPN" for w in label):
        return None
    return Speaker((last - 1, last), (first, last - 1), last - 1, "before")


def label_after(article: Article, analysis: Analysis, quotation: Quotation) -> Speaker | None:
    """Return the speaker of a signature (“…” — Smith): a dash and a short name that end a paragraph."""
    words = analysis.words
    first = analysis.words_in(quotation.span).stop
    while first < len(words) and words[first].text in _MARKS:
        first += 1
    if first + 1 >= len(words) or words[first].text not in _DASHES:
        return None
    last = first + 1
    while last < len(words) and not _paragraph_break(article, words[last - 1].end, words[last].start):
        last += 1
        if last - first > 9:
            return None
    if words[last - 1].text == ".":
        last -= 1
    label = words[first + 1 : last]
    if not any(w.upos == "PROPN" for w in label) or any(w.upos in {"VERB", "AUX"} for w in label):
        return None
    return Speaker((first, first + 1), (first + 1, last), first, "after")


def _is_speech(word: Word) -> bool:
    """Say whether a word is a verb that stands beside quotations, whatever the engine takes it for.

    What does something itself is a noun: "“Go home!” chants broke out".
    """
    if word.upos == "NOUN" and word.deprel == "nsubj":
        return False
    return word.upos in {"VERB", "AUX", "NOUN", "ADJ"} and any(
        "q" in use.frame for use in lexicon().frames_of(word.lemma, word.text)
    ) and (word.upos == "VERB" or word.text.lower() in lexicon().speech_forms)  # fmt: skip


def _stops(words: Sequence[Word], index: int) -> bool:
    return words[index].text in _BREAKS


def _paragraph_break(article: Article, start: int, end: int) -> bool:
    return "\n" in article.text[start:end]


def _fits_after(analysis: Analysis, verb: int, first: int) -> bool:
    """Say whether the verb begins what follows the quotation, or only its subject stands between."""
    words = analysis.words
    lead = [i for i in range(first, verb) if words[i].upos not in {"PUNCT", "ADV", "AUX", "PART"}]
    head = words[first]
    if head.text.lower() in _LEAVES:
        return False
    if not lead:
        return True
    if head.upos in {"CCONJ", "SCONJ", "VERB", "ADP"}:
        return False
    others = [
        i for i in lead if words[i].upos == "VERB" and words[i].deprel in {"root", "ccomp", "parataxis"}
    ]
    return not others


def _speaker(analysis: Analysis, verb: int, first: int, side: str) -> Speaker:
    """Return the speaker by a verb: its subject by the tree, else the noun phrase that touches the verb."""
    source = source_of(analysis, verb)
    if side == "after" and source is not None and source[1] <= first:
        source = None
    if source is None:
        start = first if side == "after" else analysis.sentences[analysis.words[verb].sentence].first
        source = _touching_before(analysis, verb, start)
        if source is None and side == "after":
            source = _touching_after(analysis, verb)
    return Speaker(verb_group(analysis, verb), source, verb, side)


def _touching_before(analysis: Analysis, verb: int, start: int) -> Range | None:
    """Return the noun phrase that ends right before a verb, adverbs and auxiliaries apart."""
    last = verb
    while last - 1 >= start and analysis.words[last - 1].upos in {"ADV", "AUX", "PART"}:
        last -= 1
    first = last
    while first - 1 >= start and _in_phrase(analysis.words[first - 1]):
        first -= 1
    return _nominal(analysis, first, last)


def _touching_after(analysis: Analysis, verb: int) -> Range | None:
    """Return the noun phrase that begins right behind a verb."""
    last = verb + 1
    while last < len(analysis.words) and _in_phrase(analysis.words[last]):
        last += 1
    return _nominal(analysis, verb + 1, last)


def _in_phrase(word: Word) -> bool:
    return word.upos in _PHRASE or word.text in {"'s", "’s"} or word.text.lower() in _PRONOUNS


def _nominal(analysis: Analysis, first: int, last: int) -> Range | None:
    """Return the range if it ends in a noun, a name or a personal pronoun."""
    if first >= last:
        return None
    word = analysis.words[last - 1]
    if word.upos not in _NOMINAL and word.text.lower() not in _PRONOUNS:
        return None
    return None if word.text.lower() in {"which", "that"} else (first, last)
