"""Relations between states: how close, on what, on whose word, and whether it is changing."""

from dragoman.relations.acts import HAPPENED, NO_ISSUE, Act, Report

__all__ = ["HAPPENED", "NO_ISSUE", "Act", "Report"]
