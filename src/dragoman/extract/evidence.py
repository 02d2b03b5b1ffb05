"""What the engine has learned to see of findings: how likely words are evidence, and what it alone sees.

Rules know words and trees; the engine has seen articles. What a rule finds counts only where the engine
doesn't rule it out, and what the engine alone finds only where it is sure. How sure, each kind says
(``data/learned.yaml``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.data_files import yaml_of
from dragoman.records import Analysis, FindingKind, FindingSpan, Sentence, Span


@dataclass(frozen=True, slots=True)
class Bars:
    """How likely evidence must be: seen by the engine alone, and found by a rule."""

    alone: float
    by_rule: float


FEWEST = 4
"""In a text of fewer sentences the engine's evidence counts for nothing: it learned findings from articles,
and in a sentence by itself it sees them too readily, or not at all."""


@cache
def bars() -> dict[FindingKind, Bars]:
    """Return the bars of each kind."""
    text = (files("dragoman.extract") / "data" / "learned.yaml").read_text(encoding="utf-8")
    return {kind: Bars(**row) for kind, row in yaml_of(text).items()}


def allowed(analysis: Analysis, kind: FindingKind, place: Span) -> bool:
    """Say whether the engine takes what a rule finds for possible; another's analysis allows all."""
    likely = analysis.evidence.get(kind)
    words = analysis.words_in(place)
    if likely is None or not words or len(analysis.sentences) < FEWEST:
        return True
    return sum(likely[i] for i in words) / len(words) >= bars()[kind].by_rule


def alone(
    analysis: Analysis, kind: FindingKind, sentence: Sentence, taken: Sequence[Span]
) -> Iterator[FindingSpan]:
    """Yield what the engine sees in a sentence, sure enough to count by itself, outside what is taken."""
    if len(analysis.sentences) < FEWEST:
        return
    for one in analysis.findings_in.get((kind, analysis.words[sentence.first].sentence), ()):
        place = analysis.span(one.first, one.last)
        if one.confidence >= bars()[kind].alone and not any(place.overlaps(other) for other in taken):
            yield one


def content_words(analysis: Analysis, words: Iterable[int]) -> list[int]:
    """Return the words that say something by themselves."""
    return [i for i in words if analysis.words[i].upos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "PRON")]
