"""Across articles: the same text, the same story, the same event. Sees records only."""

from __future__ import annotations

from dragoman.resolve.copies import CopyIndex, Document, copies
from dragoman.resolve.grouping import CopyGroup
from dragoman.resolve.overlap import Overlap, Thresholds

__all__ = ["CopyGroup", "CopyIndex", "Document", "Overlap", "Thresholds", "copies"]
