"""Readings of any shape, for the properties that every export has: odd characters, every kind of finding."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from dragoman.knowledge.codebook import codebook
from dragoman.records import (
    Actor,
    ActorKind,
    Agreement,
    AgreementStatus,
    Article,
    Attributed,
    DateMention,
    Event,
    Force,
    Forecast,
    Form,
    Membership,
    Paragraph,
    Place,
    Position,
    Quantity,
    QuantityKind,
    Reading,
    Span,
    Stance,
    Statement,
    Status,
    Versions,
)

# A reading has many parts, and the machine may be busy: neither says anything about the exports.
PROPERTY = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture,
    ],
)  # fmt: skip
CHARACTERS = st.sampled_from("abÄß中😀𝔸\n\r\t \"';,|<>&=\u200f\u2028\x00\x1b\ud800\ufffe0")
TEXTS = st.text(CHARACTERS, min_size=3, max_size=60)
NAMES = st.text(st.sampled_from("abÄ中😀\"';<& "), min_size=1, max_size=8).filter(str.strip)
DAYS = st.dates(date(1980, 1, 1), date(2025, 12, 31))
STATES = st.sampled_from([None, "RUS", "IRN", "DEU", "SRB", "YEM", "SUN", "PSE"])
VERSIONS = Versions("0.1.0", "test", "test")


@st.composite
def readings(draw: Any) -> Reading:
    """Draw a reading with up to three actors and up to two findings of each kind."""
    text: str = draw(TEXTS)
    article = Article(
        text, (Paragraph(Span(0, len(text)), "body"),), title=draw(st.none() | NAMES),
        publication=draw(st.none() | NAMES), published=draw(st.none() | DAYS), origin=draw(st.none() | NAMES),
    )  # fmt: skip

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span(start, draw(st.integers(start + 1, len(text))))

    def some(kind: str, most: int = 2) -> list[str]:
        return [f"{kind}{number}" for number in range(1, draw(st.integers(0, most)) + 1)]

    def spans() -> tuple[Span, ...]:
        return tuple(sorted({span() for _ in range(draw(st.integers(1, 2)))}))

    actors = tuple(_actor(draw, f"a{number}", spans()) for number in range(1, draw(st.integers(1, 3)) + 1))
    ids = st.sampled_from([actor.id for actor in actors])
    dates = tuple(
        DateMention(name, draw(st.none() | DAYS), draw(st.none() | DAYS), span()) for name in some("d")
    )
    figures = tuple(
        Quantity(name, draw(st.sampled_from(get_args(QuantityKind))), draw(st.floats(-1e12, 1e12)), None,
                 draw(st.booleans()), span())
        for name in some("q")
    )  # fmt: skip
    statements = tuple(
        Statement(
            name, draw(st.none() | st.builds(Attributed, ids, st.just(span()))),
            tuple(Attributed(draw(ids), span()) for _ in range(draw(st.integers(0, 2)))), spans(), spans(),
            draw(st.sampled_from(get_args(Form))), draw(st.sampled_from(get_args(Force))), "affirms",
            tuple(draw(st.lists(ids, max_size=2, unique=True))), (), None if name == "s1" else "s1", 0.5,
        )
        for name in some("s")
    )  # fmt: skip
    said = st.sampled_from([None, *(one.id for one in statements)])
    events = tuple(
        Event(
            name, draw(st.sampled_from([entry.type for entry in codebook().types])), None, (),
            tuple(draw(st.lists(ids, max_size=2, unique=True))), tuple(draw(st.lists(ids, max_size=2))),
            span(), span(), draw(st.sampled_from([None, *(one.id for one in dates)])),
            draw(st.none() | st.builds(Place, NAMES, st.just(span()), STATES)),
            draw(st.sampled_from(get_args(Status))), tuple(one.id for one in figures), draw(said), 0.5,
        )
        for name in some("e")
    )  # fmt: skip
    agreements = tuple(
        Agreement(
            name, tuple(draw(st.lists(ids, max_size=2, unique=True))), spans(), None,
            draw(st.sampled_from(get_args(AgreementStatus))), figures[0].id if figures else None, (), (),
            (), draw(said), spans(), 0.5,
        )
        for name in some("g")
    )  # fmt: skip
    horizon = dates[0].id if dates else None
    return Reading(
        article, actors, statements, VERSIONS, events, agreements,
        tuple(Membership(draw(ids), draw(ids), "member", span(), draw(said), 0.5) for _ in some("m")),
        tuple(
            Position(draw(ids), "issue", draw(NAMES), draw(st.sampled_from(get_args(Stance))), span(), "firm",
                     span(), draw(said), 0.5)
            for _ in some("p")
        ),
        tuple(
            Forecast(draw(st.none() | ids), span(), span(), None, horizon, draw(said), 0.5)
            for _ in some("f")
        ),
        figures, dates,
    )  # fmt: skip


def _actor(draw: Any, name: str, mentions: tuple[Span, ...]) -> Actor:
    return Actor(
        name, draw(NAMES), draw(st.sampled_from(get_args(ActorKind))), draw(STATES), None, None,
        draw(st.sampled_from([None, "wikidata:Q1", "wikidata:Q2"])), draw(st.booleans()), (), mentions,
    )  # fmt: skip
