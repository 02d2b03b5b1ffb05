"""The desk's pages, one file each: the question's answer as a dataclass, and how it is found."""

from dragoman.web.pages.search import SEARCH
from dragoman.web.pages.today import TODAY
from dragoman.web.views import View

VIEWS: tuple[View, ...] = (TODAY, SEARCH)
"""All views, in the order in which their addresses are tried."""

__all__ = ["VIEWS"]
