"""Quotations as utterances: which marks hold somebody's words, and which only hold a word at arm's length.

An utterance is a quotation, or several in a row where each paragraph carries on the last one's.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.statements.lexicon import lexicon
from dragoman.extract.statements.quotation_marks import Quotation
from dragoman.records import Analysis, Article, Span, Word

_STOPS = (".", ",", "!", "?", "…", "—", "–", ";")
_MARKS = "“”\"„‟'‘’‚`«»‹›"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One or more quotations that are one speaker's words without a break."""

    parts: tuple[Quotation, ...]
    free: bool
    """It stands by itself as a sentence or a paragraph, not inside one of the author's sentences."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The characters of each part, marks included."""
        return tuple(part.span for part in self.parts)


def utterances(
    article: Article, analysis: Analysis, quotations: tuple[Quotation, ...]
) -> tuple[list[Utterance], list[Quotation]]:
    """Sort outermost quotations into utterances and scraps (scare quotes, titles, partial quotations)."""
    found: list[Utterance] = []
    scraps: list[Quotation] = []
    open_before = False
    for quotation in (q for q in quotations if q.depth == 0):
        if quotation.continued and open_before and found:
            found[-1] = Utterance((*found[-1].parts, quotation), found[-1].free)
        elif _is_scrap(article, analysis, quotation):
            scraps.append(quotation)
        else:
            found.append(Utterance((quotation,), _is_free(article, quotation)))
        open_before = not quotation.closed
    return found, scraps


def inside(text: str, span: Span) -> Span:
    """Return a quotation's span without its marks and the white space at their inner sides."""
    start, end = span
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _MARKS or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def _is_free(article: Article, quotation: Quotation) -> bool:
    """Say whether the quotation begins a sentence: at the paragraph's start or behind a full stop."""
    before = article.text[max(0, quotation.span.start - 40) : quotation.span.start].rstrip(" \t")
    return not before or before.endswith("\n") or before.rstrip(_MARKS).endswith((".", "!", "?", ":"))


def _is_scrap(article: Article, analysis: Analysis, quotation: Quotation) -> bool:
    """Say whether the marks hold a word or a name at arm's length, or a piece of the author's sentence.

    It is an utterance when it stands free, when a cue's comma or colon leads up to it, when it ends with
    a speaker's stop inside the marks, or when it has a subject and a verb of its own.
    """
    text = article.text
    words = [analysis.words[i] for i in analysis.words_in(inside(text, quotation.span))]
    words = [w for w in words if w.upos != "PUNCT"]
    if _named_before(text, quotation):
        return True
    stop = inside_end(text, quotation.span)
    if _is_free(article, quotation) and (stop in _STOPS or _ends_line(text, quotation)):
        return False
    if stop in {",", "!", "?", "—"} or (stop in _STOPS and _led_up_to(text, quotation)):
        return len(words) <= 8 and not _led_up_to(text, quotation) and _is_title([w.text for w in words])
    if len(words) <= 3 or (len(words) <= 8 and _is_title([w.text for w in words])):
        return True
    return not _has_clause(analysis, words)


def _has_clause(analysis: Analysis, words: list[Word]) -> bool:
    """Say whether a word of the passage has its subject in the passage, or an imperative opens it."""
    inner = {w.index for w in words}
    if any(w.deprel.startswith(("nsubj", "csubj", "expl")) and w.head in inner for w in words):
        return True
    return bool(words) and words[0].upos == "VERB" and words[0].text[:1].isupper()


def _led_up_to(text: str, quotation: Quotation) -> bool:
    """Say whether a comma or a colon stands right before the opening mark."""
    return text[max(0, quotation.span.start - 3) : quotation.span.start].rstrip().endswith((",", ":"))


def inside_end(text: str, span: Span) -> str:
    """Return the last character before the closing mark."""
    end = inside(text, span).end
    return text[end - 1] if end > span.start else ""


def _ends_line(text: str, quotation: Quotation) -> bool:
    """Say whether the quotation's line ends with it."""
    return text[quotation.span.end : quotation.span.end + 1] in {"", "\n"}


def _named_before(text: str, quotation: Quotation) -> bool:
    """Say whether words such as "so-called" or "dubbed" lead up to the marks."""
    before = text[max(0, quotation.span.start - 24) : quotation.span.start].rstrip().lower()
    return any(before.endswith(" " + opener) for opener in lexicon().words["scare_openers"])


def _is_title(words: list[str]) -> bool:
    """Say whether every longer word has a capital, as in the titles of works."""
    long = [w for w in words if len(w) > 3]
    return bool(long) and all(w[0].isupper() for w in long)
