"""Readings for the layers: a press that prints, cuts and corrects its wires, and tells acts again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from dragoman.records import (
    Actor,
    Article,
    DateMention,
    Event,
    EventType,
    Paragraph,
    Reading,
    Span,
    Status,
    Versions,
)

VERSIONS = Versions("0", "by hand", "0")
STATES = {"Northland": "NOR", "Southland": "SWE", "Westland": "FIN", "Eastland": "DNK"}
DAY = date(2016, 5, 2)
Act = tuple[EventType, str, str, int | None, Status]
"""What happens: its type, two states, the days before publication (None where none is told), its status."""


def reading(
    text: str,
    acts: tuple[Act, ...] = (),
    published: date | None = DAY,
    publication: str | None = "Sample Gazette",
    title: str | None = None,
) -> Reading:
    """Return the reading of a text that tells of some acts between states named in ``STATES``."""
    names = list(STATES)
    actors = tuple(
        Actor(f"a{n}", name, "state", STATES[name], None, None, None, False, (), (Span(0, 4),))
        for n, name in enumerate(names, 1)
    )
    dates, events = [], []
    for n, (kind, one, two, before, status) in enumerate(acts, 1):
        when = None
        if before is not None and published is not None:
            when = f"d{n}"
            day = published - timedelta(before)
            dates.append(DateMention(when, day, day, Span(0, 4)))
        sides = [(f"a{names.index(side) + 1}",) if side else () for side in (one, two)]
        events.append(
            Event(f"e{n}", kind, None, (), *sides, Span(0, 4), Span(0, min(40, len(text))), when, None,
                  status, (), None, 0.8)
        )  # fmt: skip
    article = Article(
        text, (Paragraph(Span(0, len(text)), "body"),), title, publication, None, published,
        origin=f"{publication}/{published}/{title}",
    )  # fmt: skip
    return Reading(article, actors, (), VERSIONS, tuple(events), dates=tuple(dates))


def words(random: Random, count: int) -> str:
    """Return so many made-up words."""
    return " ".join("".join(random.choices("abdegiklmnoprstu", k=random.randint(3, 8))) for _ in range(count))


def press(seed: int, stories: int = 5) -> list[Reading]:
    """Return articles: wires with acts, prints of them (whole, cut, corrected), tellings in other words."""
    random = Random(seed)
    found: list[Reading] = []
    footer = words(random, 30)  # what every article of a house ends with
    for number in range(stories):
        day = DAY + timedelta(random.randrange(12))
        title = words(random, 4)
        acts: tuple[Act, ...] = tuple(_act(random) for _ in range(random.randint(1, 3)))
        text = f"{words(random, 60)} {footer}"
        wire = reading(text, acts, day, "Specimen Wire", title)
        found.append(wire)
        for paper in range(random.randrange(4)):
            later = None if random.random() < 0.1 else day + timedelta(random.randrange(10))
            cut = " ".join(text.split()[: random.randint(50, 90)])
            printed = random.choice(
                [text, cut, f"CORRECTED: {text}", text.upper(), f"{text} {words(random, 12)}"]
            )
            found.append(reading(f"{printed} {paper}", acts, later, f"Paper {number} {paper}", title))
        for _ in range(random.randrange(3)):
            own = f"{words(random, 50)} {footer}"
            later = day + timedelta(random.randrange(3))
            told = tuple((act[0], act[1], act[2], None, act[4]) for act in acts)
            found.append(reading(own, told, later, "Later Post", f"{title} {words(random, 1)}"))
    return list({one.id: one for one in found}.values())


def _act(random: Random) -> Act:
    one, two = random.sample(list(STATES), 2)
    kind: EventType = random.choice(["SANCTION", "COERCE", "CONSULT", "AGREE"])
    before = random.choice([None, 0, 1, 2])
    return kind, one, random.choice([two, two, ""]), before, random.choice(["done", "done", "planned"])


def dated(one: Reading, day: date) -> Reading:
    """Return the same text, published on another day."""
    return replace(one, article=replace(one.article, published=day))
