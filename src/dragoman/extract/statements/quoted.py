"""Who is quoted: the speaker that touches an utterance, and the finding that the two make."""

from __future__ import annotations

from dragoman.extract.statements.cues import span_of
from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.lexicon import lexicon
from dragoman.extract.statements.quotations import Utterance
from dragoman.extract.statements.speakers import (
    Speaker,
    label_after,
    label_before,
    speaker_after,
    speaker_before,
)
from dragoman.records import Analysis, Article


def speaker_of(article: Article, analysis: Analysis, utterance: Utterance) -> Speaker | None:
    """Return the speaker that touches one of the utterance's parts; behind the last part counts first."""
    for part in reversed(utterance.parts):
        speaker = speaker_after(article, analysis, part)
        if speaker is not None:
            return speaker
    first, last = utterance.parts[0], utterance.parts[-1]
    return (
        speaker_before(article, analysis, first)
        or label_before(article, analysis, first)
        or label_after(article, analysis, last)
    )


def said(analysis: Analysis, utterance: Utterance, speaker: Speaker) -> Finding:
    """Return the finding of an utterance and its speaker."""
    return Finding(
        source=None if speaker.source is None else span_of(analysis, speaker.source),
        cue=(span_of(analysis, speaker.cue),),
        content=utterance.spans,
        kind="quotation_with_speaker",
        confidence=lexicon().confidence["quotation_with_speaker"],
        head=speaker.head,
    )


def spoken_inside(
    article: Article, analysis: Analysis, holder: Finding, utterance: Utterance
) -> list[Finding]:
    """Return the speaker's own finding where another hands on the quotation and that he said it.

    "“It stays,” the mayor told listeners, according to a recording": the recording has it that the mayor
    said so, and he is who is quoted.
    """
    speaker = speaker_after(article, analysis, utterance.parts[-1])
    if speaker is None or speaker.source is None:
        return []
    parts = [span_of(analysis, speaker.cue), span_of(analysis, speaker.source)]
    inside = any(
        content.contains(utterance.spans[-1]) and all(content.contains(part) for part in parts)
        for content in holder.content
    )
    return [said(analysis, utterance, speaker)] if inside else []
