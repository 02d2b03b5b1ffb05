"""A reading made by hand, for the tests of what shows readings."""

from __future__ import annotations

from datetime import date

from dragoman.records import (
    Actor,
    Article,
    Attributed,
    Paragraph,
    Reading,
    Span,
    Statement,
    Versions,
)

TEXT = (
    "Envoy hopeful on talks\n\n"
    "Mira Sampleova said the minister had promised “a new round” of talks, via the Specimen Wire.\n\n"
    "“Nothing is settled.”\n\n"
    "Officials denied that a date was set."
)


def span(words: str, start: int = 0) -> Span:
    """Return the span of ``words`` in TEXT, at or behind ``start``."""
    first = TEXT.index(words, start)
    return Span(first, first + len(words))


def _actor(number: int, name: str, **facts: object) -> Actor:
    given: dict[str, object] = {
        "kind": "person", "state": None, "sector": None, "role": None, "ref": None, "anonymous": False,
        "aliases": (), "mentions": (span(name),), **facts,
    }  # fmt: skip
    return Actor(id=f"a{number}", name=name, **given)  # type: ignore[arg-type]


def _statement(
    number: int, source: Attributed | None, content: tuple[Span, ...], **facts: object
) -> Statement:
    given: dict[str, object] = {
        "via": (), "cue": (), "form": "indirect", "force": "assertion", "polarity": "affirms", "about": (),
        "issues": (), "parent": None, "confidence": 0.9, **facts,
    }  # fmt: skip
    return Statement(id=f"s{number}", source=source, content=content, **given)  # type: ignore[arg-type]


def sample_reading() -> Reading:
    """Return a reading with a nested statement, a chain, an unattributed quotation and a denial."""
    paragraphs, position = [], 0
    for number, block in enumerate(TEXT.split("\n\n")):
        place = Span(position, position + len(block))
        paragraphs.append(Paragraph(place, "body" if number else "title"))
        position += len(block) + 2
    article = Article(
        TEXT, tuple(paragraphs), title="Envoy hopeful on talks", publication="Sample Gazette",
        published=date(2015, 11, 24), origin="sample.txt",
    )  # fmt: skip
    actors = (
        _actor(1, "Mira Sampleova", role="envoy", state="RUS", sector="GOV", ref="wikidata:Q1"),
        _actor(2, "the minister"),
        _actor(3, "Specimen Wire", kind="publication", sector="MED"),
        _actor(4, "Officials", kind="group", anonymous=True),
    )
    wire = (Attributed("a3", span("the Specimen Wire")),)
    statements = (
        _statement(
            1, Attributed("a1", span("Mira Sampleova")),
            (span("the minister had promised “a new round” of talks"),), cue=(span("said"),), via=wire,
            form="mixed", about=("a2",),
        ),
        _statement(
            2, Attributed("a2", span("the minister")), (span("“a new round” of talks"),),
            cue=(span("had promised"),), form="mixed", force="promise", parent="s1",
        ),
        _statement(3, None, (span("“Nothing is settled.”"),), form="direct", confidence=0.5),
        _statement(
            4, Attributed("a4", span("Officials")), (span("that a date was set"),), cue=(span("denied"),),
            force="denial", polarity="rejects",
        ),
    )  # fmt: skip
    return Reading(article, actors, statements, Versions("0.1.0", "test", "test"))
