"""Article: the text with its findings marked, their cards beside it, and who else tells of the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Path, Query

from dragoman.records import Reading
from dragoman.show.layered import LAYERS, layered
from dragoman.show.marking import Piece, home
from dragoman.show.plain import one_line
from dragoman.store import Store
from dragoman.store.acts_told import Telling, told_elsewhere
from dragoman.store.amending import CorrectionLine
from dragoman.store.corrections import STATUSES, Kind
from dragoman.store.families import Group, family_of, story_of
from dragoman.web.cards import Card, cards_of
from dragoman.web.views import View, store_of

SHOWN = ("statements", "events", "agreements", "positions")
"""The layers that are shown unless the address says others."""


@dataclass(frozen=True, slots=True)
class Person:
    """An actor of the article by its local id; ``curated`` is its id over all articles, where it has one."""

    id: str
    name: str
    kind: str
    state: str | None
    role: str | None
    anonymous: bool
    mentions: int
    curated: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as the page shows it: its pieces, and the cards of the findings that begin in it."""

    kind: str
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class ArticleView:
    """An article with all that is found in it; spans count code points of ``text``.

    ``elsewhere`` are other articles' tellings of its events, ``family`` copies of its text, ``story``
    articles on the same story. ``corrections`` are what people corrected here, undone ones too. ``stored``
    is false for a text that was only read.
    """

    document: str
    title: str | None
    author: str | None
    publication: str | None
    published: date | None
    url: str | None
    origin: str | None
    language: str
    text: str
    layers: tuple[str, ...]
    cards: tuple[Card, ...]
    actors: tuple[Person, ...]
    elsewhere: tuple[Telling, ...]
    family: Group | None
    story: Group | None
    corrections: tuple[CorrectionLine, ...]
    stored: bool

    def __post_init__(self) -> None:
        self.__dict__["_blocks"] = ()

    @property
    def every_layer(self) -> tuple[str, ...]:
        """All layers that there are, in the order of their keys."""
        return tuple(LAYERS)

    @property
    def statuses(self) -> dict[Kind, tuple[str, ...]]:
        """What a correction may say of the status of each kind of finding that has one."""
        return STATUSES

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs, for the page alone."""
        found: tuple[Block, ...] = self.__dict__["_blocks"]
        return found


def article(
    document: Annotated[str, Path(min_length=6, max_length=64, description="SHA-256, or its first digits")],
    layers: Annotated[str | None, Query(max_length=100, description="statements,events,…")] = None,
    store: Store = Depends(store_of),
) -> ArticleView:
    """Return an article of the store by its id or six or more of its first digits."""
    reading = store.load(document.lower())
    made = store.corrections(reading.id)
    with store.reading() as connection:
        elsewhere = told_elsewhere(connection, reading.id)
        family, story = family_of(connection, reading.id), story_of(connection, reading.id)
    curated = {local: found[0] for local, found in store.curated_ids(reading.id).items()}
    return view_of(reading, asked_layers(layers), curated, made, elsewhere, family, story, stored=True)


def asked_layers(asked: str | None) -> tuple[str, ...]:
    """Return the layers that an address names, in their order; those shown by default where it names none."""
    if asked is None:
        return SHOWN
    return tuple(name for name in LAYERS if name in asked.split(","))


def view_of(
    reading: Reading, layers: tuple[str, ...] = SHOWN, curated: dict[str, str] | None = None,
    corrections: tuple[CorrectionLine, ...] = (), elsewhere: tuple[Telling, ...] = (),
    family: Group | None = None, story: Group | None = None, stored: bool = False,
) -> ArticleView:  # fmt: skip
    """Return what the page shows of a reading, in the store or not."""
    article, known = reading.article, curated or {}
    corrected: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for line in corrections:
        if line.stands and line.finding:
            corrected[line.finding.partition(":")[2]] += (line.number,)
    people = tuple(
        Person(a.id, one_line(a.name), a.kind, a.state, a.role, a.anonymous, len(a.mentions), known.get(a.id))
        for a in reading.actors
    )
    found = ArticleView(
        reading.id, article.title, article.author, article.publication, article.published, article.url,
        article.origin, article.language, article.text, layers, cards_of(reading, corrected), people,
        elsewhere, family, story, corrections, stored,
    )  # fmt: skip
    found.__dict__["_blocks"] = _blocks(reading, found.cards)
    return found


def _blocks(reading: Reading, cards: tuple[Card, ...]) -> tuple[Block, ...]:
    """Part the article into blocks; the headline is left out where the page's own says the same."""
    paragraphs = reading.article.paragraphs
    beside: dict[int, list[Card]] = defaultdict(list)
    for card in cards:
        beside[home(paragraphs, card.start)].append(card)
    title = one_line(reading.article.title or "")
    blocks = []
    for place, (paragraph, pieces) in enumerate(zip(paragraphs, layered(reading), strict=True)):
        words = one_line(paragraph.span.of(reading.text))
        if paragraph.kind == "title" and words == title and not beside[place]:
            continue
        blocks.append(Block(paragraph.kind, pieces, tuple(beside[place])))
    return tuple(blocks)


ARTICLE = View(
    "/article/{document}", "article.html", article, ArticleView, Card, lambda answer: answer.cards,
    lambda answer: answer.title or "Untitled article", "One article with all that is found in it",
)  # fmt: skip
