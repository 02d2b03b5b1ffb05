"""The working form of a statement while it is put together, before it becomes a draft."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import Polarity, Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A source, a cue and a content that belong together, in characters of the text.

    ``kind`` says how it was found: ``model``, or the rule's name in the table of confidences.
    ``head`` is the cue's main word (an index into ``Analysis.words``), None where there is no cue.
    ``polarity`` is set where the finding's form alone decides it ("rejected claims that").
    """

    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str
    confidence: float
    head: int | None = None
    via: tuple[Span, ...] = ()
    polarity: Polarity | None = None

    @property
    def first(self) -> int:
        """The first character of the source, the cue or the content."""
        sources = () if self.source is None else (self.source,)
        spans: tuple[Span, ...] = (*sources, *self.cue, *self.content)
        return min(span.start for span in spans)

    @property
    def size(self) -> int:
        """How many characters of content there are."""
        return sum(span.end - span.start for span in self.content)

    def holds(self, other: Finding) -> bool:
        """Say whether another's cue stands inside the content: what it attributes is part of these words."""
        return any(content.contains(cue) for content in self.content for cue in other.cue[:1])
