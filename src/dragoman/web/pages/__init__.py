"""The desk's pages, one file each: the question's answer as a dataclass, and how it is found."""

from dragoman.web.pages.actor import ACTOR, ACTOR_NAMED
from dragoman.web.pages.article import ARTICLE
from dragoman.web.pages.contested import CONTESTED
from dragoman.web.pages.corrections import CORRECTIONS
from dragoman.web.pages.corrections import ROUTER as CORRECTING
from dragoman.web.pages.forecasts import FORECASTS
from dragoman.web.pages.issue import ISSUE
from dragoman.web.pages.issues import ISSUES
from dragoman.web.pages.map import MAP
from dragoman.web.pages.pair import PAIR
from dragoman.web.pages.pairs import PAIRS
from dragoman.web.pages.reactions import REACTIONS
from dragoman.web.pages.read import ROUTER as READING
from dragoman.web.pages.rulings import ROUTER as RULING
from dragoman.web.pages.search import SEARCH
from dragoman.web.pages.today import TODAY
from dragoman.web.views import View

VIEWS: tuple[View, ...] = (
    TODAY,
    SEARCH,
    CONTESTED,
    FORECASTS,
    PAIRS,
    PAIR,
    REACTIONS,
    MAP,
    ISSUES,
    ISSUE,
    ACTOR_NAMED,
    ACTOR,
    ARTICLE,
    CORRECTIONS,
)
"""All views, in the order in which their addresses are tried."""

ROUTERS = (CORRECTING, READING, RULING)
"""What is no view: endpoints that change something."""

__all__ = ["ROUTERS", "VIEWS"]
