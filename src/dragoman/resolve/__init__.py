"""Across articles: the same text, the same story, the same event. Sees records only."""

from __future__ import annotations

from dragoman.resolve.copies import CopyIndex, Document, copies
from dragoman.resolve.corrections import says_it_corrects
from dragoman.resolve.credits import credit_of, is_agency
from dragoman.resolve.events import LONGEST, SharedEvent, blocks, choose, likeness, shared_events, window
from dragoman.resolve.grouping import CopyGroup, Printed, groups_of
from dragoman.resolve.outlines import Outline, Side, Telling, outline
from dragoman.resolve.overlap import Overlap, Thresholds, overlap
from dragoman.resolve.shingles import Fingerprint, fingerprint
from dragoman.resolve.stories import DAYS, Placed, Story, place_day, stories

__all__ = [
    "DAYS",
    "LONGEST",
    "CopyGroup",
    "CopyIndex",
    "Document",
    "Fingerprint",
    "Outline",
    "Overlap",
    "Placed",
    "Printed",
    "SharedEvent",
    "Side",
    "Story",
    "Telling",
    "Thresholds",
    "blocks",
    "choose",
    "copies",
    "credit_of",
    "fingerprint",
    "groups_of",
    "is_agency",
    "likeness",
    "outline",
    "overlap",
    "place_day",
    "says_it_corrects",
    "shared_events",
    "stories",
    "window",
]
