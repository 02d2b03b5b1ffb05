"""Across articles: the same text, the same story, the same event. Sees records only."""

from __future__ import annotations

from dragoman.resolve.copies import CopyIndex, Document, copies
from dragoman.resolve.events import SharedEvent, shared_events
from dragoman.resolve.grouping import CopyGroup
from dragoman.resolve.outlines import Outline, Telling, outline
from dragoman.resolve.overlap import Overlap, Thresholds
from dragoman.resolve.stories import Story, stories

__all__ = [
    "CopyGroup",
    "CopyIndex",
    "Document",
    "Outline",
    "Overlap",
    "SharedEvent",
    "Story",
    "Telling",
    "Thresholds",
    "copies",
    "outline",
    "shared_events",
    "stories",
]
