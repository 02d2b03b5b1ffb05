"""Readings made up by a seed, for measures of scale: the shape of press, no language.

Words, names and publications are drawn by rank (Zipf), so that a few are in most articles and most in few,
as in an archive. One seed makes the same readings everywhere.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import get_args

from dragoman.records import (
    Actor,
    Agreement,
    Article,
    Attributed,
    DateMention,
    Event,
    EventType,
    Force,
    Forecast,
    Membership,
    Paragraph,
    Position,
    Quantity,
    Reading,
    Span,
    Statement,
    Status,
    Versions,
)

_SYLLABLES = (
    "ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so".split()
)
_CYRILLIC = str.maketrans("abdeiklmnorst", "абдеиклмнорст")
STATES = tuple("RUS IRN TUR SYR USA FRA DEU GBR SAU ISR IRQ EGY CHN IND UKR JPN ITA QAT JOR LBN".split())
ISSUES = ("syria", "sanctions", "gas", "nuclear", "refugees", "trade")
VERSIONS = Versions("0", "generated", "0")
_FIRST = date(2006, 1, 1)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the made-up world; half of them have a reference, and some a name in Cyrillic."""

    name: str
    alias: str
    state: str
    ref: str | None


class World:
    """Who and what there is to write about, the same for one seed."""

    def __init__(self, seed: int = 2015, people: int = 5_000, words: int = 20_000) -> None:
        random = Random(seed)
        self.words = _distinct(random, words, 2, 4)
        names = _distinct(random, 2 * people, 3, 4)
        self.people = tuple(
            _person(random, names[2 * n].title(), names[2 * n + 1].title(), n) for n in range(people)
        )
        self.publications = tuple(f"The {name.title()}" for name in _distinct(random, 60, 3, 3))
        self._word_weights = _by_rank(len(self.words))
        self._people_weights = _by_rank(people)
        self._publication_weights = _by_rank(len(self.publications))

    def reading(self, number: int, statements: int = 20, denials: int = 0) -> Reading:
        """Return the reading with that number; it depends on the world and the number alone.

        Besides its ``statements``, each of the ``denials`` is two: what one says, and what another denies.
        """
        random = Random(number)
        text = _Text(random.choices(self.words, cum_weights=self._word_weights, k=8))
        people = random.choices(self.people, cum_weights=self._people_weights, k=8)
        cast = list(dict.fromkeys(people))
        found = [_said(random, text, cast, self._content(random), n) for n in range(1, statements + 1)]
        events = [_done(random, text, cast, self._content(random), n) for n in range(1, 1 + statements // 2)]
        for n in range(statements + 1, statements + 1 + 2 * denials, 2):
            found += _denied(random, text, cast, self._content(random), n)
        published = _FIRST + timedelta(days=random.randrange(3_650))
        publication = random.choices(self.publications, cum_weights=self._publication_weights)[0]
        return _reading(random, text, cast, found, events, (publication, published, number))

    def readings(self, count: int, statements: int = 20) -> Iterator[Reading]:
        """Yield so many readings."""
        return (self.reading(number, statements) for number in range(count))

    def _content(self, random: Random) -> list[str]:
        return random.choices(self.words, cum_weights=self._word_weights, k=random.randint(6, 24))


class _Text:
    """A text that grows, and tells where each piece came to stand."""

    def __init__(self, title: list[str]) -> None:
        self.title = " ".join(title)
        self.pieces = [self.title, "\n\n"]
        self.length = len(self.title) + 2
        self.mentions: dict[int, list[Span]] = {}

    def put(self, piece: str, behind: str = " ") -> Span:
        span = Span(self.length, self.length + len(piece))
        self.pieces += (piece, behind)
        self.length += len(piece) + len(behind)
        return span

    def name(self, cast: list[Person], who: int, behind: str = " ") -> Attributed:
        known = self.mentions.setdefault(who, [])
        known.append(self.put(cast[who].alias if known else cast[who].name, behind))
        return Attributed(f"a{who + 1}", known[-1])


def _said(random: Random, text: _Text, cast: list[Person], words: list[str], number: int) -> Statement:
    source = text.name(cast, random.randrange(len(cast)))
    cue = text.put("said")
    content = text.put(" ".join(words), "")
    via = ()
    if random.random() < 0.2:
        text.put(", via", " ")
        via = (text.name(cast, random.randrange(len(cast)), ""),)
    text.put(".", "\n\n")
    about = tuple(
        f"a{one + 1}" for one in random.sample(range(len(cast)), min(len(cast), random.choice((0, 1, 1, 2))))
    )
    issues = (random.choice(ISSUES),) if random.random() < 0.3 else ()
    return Statement(
        f"s{number}", source, via, (cue,), (content,), "indirect", random.choice(get_args(Force)), "affirms",
        about, issues, None, 0.9,
    )  # fmt: skip


def _denied(
    random: Random, text: _Text, cast: list[Person], words: list[str], number: int
) -> tuple[Statement, ...]:
    """Return what somebody says, and the same words as somebody else denies them."""
    made = []
    for place, (cue, force, polarity) in enumerate(
        (("said", "assertion", "affirms"), ("denied", "denial", "rejects"))
    ):
        source = text.name(cast, place % len(cast))
        span, content = text.put(cue), text.put(" ".join(words), ".\n\n")
        made.append(
            Statement(
                f"s{number + place}", source, (), (span,), (content,), "indirect", force, polarity, (),
                (random.choice(ISSUES),), None, 0.9,
            )
        )  # fmt: skip
    return tuple(made)


def _done(random: Random, text: _Text, cast: list[Person], words: list[str], number: int) -> Event:
    actor = text.name(cast, random.randrange(len(cast)))
    trigger = text.put(words[0])
    recipient = text.name(cast, random.randrange(len(cast)))
    rest = text.put(" ".join(words[1:]), ".\n\n")
    return Event(
        f"e{number}", random.choice(get_args(EventType)), None, (), (actor.actor,), (recipient.actor,),
        trigger, Span(actor.span.start, rest.end), "d1" if number == 1 else None, None,
        random.choice(get_args(Status)), (), None, 0.8,
    )  # fmt: skip


def _reading(
    random: Random, text: _Text, cast: list[Person], statements: list[Statement], events: list[Event],
    facts: tuple[str, date, int],
) -> Reading:  # fmt: skip
    publication, published, number = facts
    figure, day = text.put(str(1_000_000 + number)), text.put("on Monday", ".")
    whole = "".join(text.pieces)
    head, body = Span(0, len(text.title)), Span(len(text.title) + 2, len(whole))
    article = Article(
        whole, (Paragraph(head, "title"), Paragraph(body, "body")),
        title=text.title, publication=publication, published=published, origin=f"generated:{number}",
    )  # fmt: skip
    actors = tuple(
        Actor(
            f"a{n}", one.name, "person", one.state, "GOV", "minister" if random.random() < 0.3 else None,
            one.ref, False, (one.alias,), tuple(text.mentions.get(n - 1, ())), 0.9 if one.ref else 0.0,
        )
        for n, one in enumerate(cast, 1)
    )  # fmt: skip
    span, said, last = statements[0].content[0], statements[0].id, f"a{len(cast)}"
    return Reading(
        article, actors, tuple(statements), VERSIONS, tuple(events),
        (
            Agreement(
                "g1", ("a1", last), (span,), "credit line", "agreed", "q1", (), (), (), said, (span,), 0.7
            ),
        ),
        (Membership(last, "a1", "member", span, None, 0.7),),
        (Position("a1", "syria", "Assad stays", "for", None, "plain", span, said, 0.7),),
        (Forecast("a1", span, None, None, "d1", said, 0.7),),
        (Quantity("q1", "count", float(number), None, False, figure),),
        (DateMention("d1", published, published, day),),
    )  # fmt: skip


def _person(random: Random, first: str, last: str, number: int) -> Person:
    name, alias = f"{first} {last}", last
    if number % 10 == 3:
        name, alias = name.lower().translate(_CYRILLIC).title(), last
    return Person(name, alias, random.choice(STATES), f"made:{number}" if number % 2 else None)


def _distinct(random: Random, count: int, least: int, most: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(random.choices(_SYLLABLES, k=random.randint(least, most)))] = None
    return tuple(found)


def _by_rank(count: int) -> list[float]:
    """Return cumulative weights by which the n-th is drawn half as often as the one of half its rank."""
    return list(itertools.accumulate(1 / rank for rank in range(1, count + 1)))
