"""Articles on one story: scored by the actors, the events and the title's words that they share.

The score of two articles is the mean, by weight, of what both of them have::

    actors 0.45 · events 0.35 · title 0.20

each a cosine over what is shared, weighted by rarity among the articles of the day and of the seven days
before it (ln(1 + N / n)), so that a capital that every article names counts for little; times a factor for
the days between them (1 on the same day, 0.95 for each day after that). An event counts as its type and the
pair that it joins. An article joins the story whose latest eight articles of those days it scores highest
with in the mean, from 0.15 on: the mean keeps a story from drifting along a chain. Nothing older than seven
days bears on where an article belongs, so that an archive can grow at any end. An article without a day is
on a story only as a copy. Weights and threshold were chosen on the development seed of
bench/stories_found.py.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from dragoman.resolve.outlines import Outline, Telling

ENOUGH = 0.15
DAYS = 7
"""How many days before an article's own bear on the story that it is on."""
_WEIGHTS = {"actors": 0.45, "events": 0.35, "title": 0.20}
_PER_DAY = 0.95
_LATEST = 8
_COMMON = 0.2
"""A feature that more than this share of the articles has leads to no story by itself."""

Features = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one story, by day and id; ``id`` follows from the first.

    ``origins`` counts texts: copies of one text count once. ``reasons`` say for each article but the first
    why it belongs here.
    """

    id: str
    articles: tuple[str, ...]
    first: date | None
    last: date | None
    origins: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """An article, the story that it is on (by the story's first article), and the reason why."""

    outline: Outline
    story: str
    reason: str


def stories(
    outlines: Iterable[Outline], origin_of: Mapping[str, str] | None = None, enough: float = ENOUGH
) -> tuple[Story, ...]:
    """Return the stories that articles are on, each article in exactly one, whatever their order.

    ``origin_of`` gives, for an article that is a copy, the id that all copies of its text share: copies
    are on one story without being scored.
    """
    ordered = sorted({o.article: o for o in outlines}.values(), key=lambda o: o.order)
    origins = origin_of or {}
    leaders: dict[str, str] = {}
    for outline in ordered:
        if outline.article in origins:
            leaders.setdefault(origins[outline.article], outline.article)
    copied = {copy: leaders[origin] for copy, origin in origins.items() if origin in leaders}
    known: dict[str, str] = {}
    found: dict[str, list[Placed]] = {}
    window: list[Placed] = []
    for day, articles in groupby(ordered, key=lambda o: o.published):
        window = [one for one in window if is_near(one.outline.published, day)]
        placed = place_day(list(articles), window, copied, known, enough)
        window += placed
        for one in placed:
            known[one.outline.article] = one.story
            found.setdefault(one.story, []).append(one)
    return tuple(_story(placed, origins) for placed in found.values())


def is_near(earlier: date | None, day: date | None) -> bool:
    """Say whether an article of an earlier day bears on those of ``day``."""
    return earlier is not None and day is not None and day - earlier <= timedelta(DAYS)


def place_day(
    articles: Sequence[Outline],
    earlier: Sequence[Placed],
    copied: Mapping[str, str],
    known: Mapping[str, str],
    enough: float = ENOUGH,
) -> list[Placed]:
    """Return which story each of one day's ``articles`` is on, in the order of their ids.

    ``earlier`` are the articles of the seven days before, in their order; ``copied`` gives for a copy the
    first print of its text, ``known`` the stories of first prints of other days.
    """
    rarity = _rarity([*(one.outline for one in earlier), *articles])
    count = len(earlier) + len(articles)
    found = _Open(rarity, count)
    for one in earlier:
        found.add(one)
    stories = dict(known)
    placed = []
    for article in sorted(articles, key=lambda o: o.order):
        leader = copied.get(article.article, article.article)
        if leader != article.article and leader in stories:
            story, reason = stories[leader], "it is a copy of a text on this story"
        else:
            story, reason = found.best(article, enough) or (article.article, "")
        placed.append(Placed(article, story, reason))
        stories[article.article] = story
        if article.published is not None:
            found.add(placed[-1])
    return placed


class _Open:
    """The stories that an article may join, found by the features that they share with it."""

    def __init__(self, rarity: Mapping[str, float], count: int) -> None:
        self._rarity, self._count = rarity, count
        self._members: dict[str, list[tuple[Outline, Features]]] = {}
        self._places: dict[str, dict[str, None]] = defaultdict(dict)

    def add(self, placed: Placed) -> None:
        """Take an article in, after all that come before it."""
        features = _features(placed.outline, self._rarity)
        self._members.setdefault(placed.story, []).append((placed.outline, features))
        for name in _leads(features, self._rarity, self._count):
            self._places[name][placed.story] = None

    def best(self, article: Outline, enough: float) -> tuple[str, str] | None:
        """Return the story that an article joins, with the reason; None where it begins one of its own."""
        best: tuple[float, str, str] | None = None
        features = _features(article, self._rarity)
        names = {name for kind in features.values() for name in kind}
        near = {story for name in names for story in self._places.get(name, ())}
        for story in (story for story in self._members if story in near):
            latest = self._members[story][-_LATEST:]
            scores = [score(features, other, _between(article, outline)) for outline, other in latest]
            mean = sum(value for value, _ in scores) / len(scores)
            if mean >= enough and (best is None or mean > best[0]):
                best = (mean, story, f"{mean:.2f} in the mean; {max(scores)[1]}")
        return (best[1], best[2]) if best else None


def score(one: Features, two: Features, days: int) -> tuple[float, str]:
    """Return how likely two articles are on one story, from 0 to 1, and why; ``days`` lie between them."""
    if days > DAYS:
        return 0.0, ""
    total, weights = 0.0, 0.0
    shared: list[str] = []
    for kind, weight in _WEIGHTS.items():
        a, b = one[kind], two[kind]
        if not a or not b:
            continue
        both = sorted(a.keys() & b.keys(), key=lambda name: (-a[name] * b[name], name))
        total += weight * sum(a[name] * b[name] for name in both) / (_length(a) * _length(b))
        weights += weight
        shared += both[:3]
    if not weights:
        return 0.0, ""
    return total / weights * _PER_DAY**days, f"shared: {', '.join(shared)}"


def _between(one: Outline, two: Outline) -> int:
    """Return the days between two articles; where a day isn't known, none."""
    if one.published is None or two.published is None:
        return 0
    return abs((one.published - two.published).days)


def _raw(article: Outline) -> dict[str, dict[str, float]]:
    """Return an article's features, unweighted."""
    return {
        "actors": dict(article.actors),
        "events": {name: 1.0 for telling in article.tellings if (name := _named(telling))},
        "title": {f"“{word}”": 1.0 for word in sorted(article.title)},
    }


def _named(telling: Telling) -> str | None:
    """Return an event as its type and its pair; None where it joins no two that are named."""
    one = min(telling.actors.states or telling.actors.keys, default=None)
    two = min(telling.recipients.states or telling.recipients.keys, default=None)
    return f"{telling.type} {' and '.join(sorted((one, two)))}" if one and two else None


def _rarity(articles: Sequence[Outline]) -> dict[str, float]:
    """Return the weight of each feature: ln(1 + N / n)."""
    counts = Counter(name for article in articles for kind in _raw(article).values() for name in kind)
    return {name: math.log1p(len(articles) / count) for name, count in counts.items()}


def _features(article: Outline, rarity: Mapping[str, float]) -> Features:
    return {
        kind: {name: value * rarity[name] for name, value in names.items()}
        for kind, names in _raw(article).items()
    }


def _leads(features: Features, rarity: Mapping[str, float], count: int) -> Iterable[str]:
    """Yield the features by which an article's story may be found: not what everybody writes about."""
    least = math.log1p(1 / _COMMON) if count > 50 else 0.0
    return (name for kind in features.values() for name in kind if rarity[name] >= least)


def _length(weights: Mapping[str, float]) -> float:
    return math.sqrt(sum(value * value for value in weights.values()))


def _story(placed: Sequence[Placed], origins: Mapping[str, str]) -> Story:
    placed = sorted(placed, key=lambda one: one.outline.order)
    articles = tuple(one.outline.article for one in placed)
    days = [one.outline.published for one in placed if one.outline.published]
    return Story(
        f"story:{hashlib.sha256(articles[0].encode()).hexdigest()[:20]}",
        articles,
        min(days, default=None),
        max(days, default=None),
        len({origins.get(article, article) for article in articles}),
        tuple(one.reason for one in placed[1:]),
    )
