"""Articles written for the store's tests, with the findings that a reader would have."""

from __future__ import annotations

from datetime import date

from dragoman.records import (
    Actor,
    Agreement,
    Article,
    Attributed,
    DateMention,
    Event,
    Membership,
    Paragraph,
    Position,
    Reading,
    Span,
    Statement,
    Versions,
)

VERSIONS = Versions("0.1.0", "by hand", "2016.5")
LETTER = (
    "Владимир Пример met Jale Örnek in Sampletown. Ornek said the grain deal stands, via the Specimen Wire. "
    "Exampleland signed a grain deal with Sampleland, a member of the Specimen League."
)
ECHO = "Vladimir Primer doubts the grain deal, experts said. An expert denied that the credit line is open."


def span(text: str, words: str) -> Span:
    """Return where ``words`` first stand in ``text``."""
    return Span(text.index(words), text.index(words) + len(words))


def actor(number: int, text: str, name: str, **facts: object) -> Actor:
    """Return an actor that is mentioned once."""
    given: dict[str, object] = {
        "kind": "person", "state": None, "sector": None, "role": None, "ref": None, "anonymous": False,
        "aliases": (), "mentions": (span(text, name),), **facts,
    }  # fmt: skip
    return Actor(id=f"a{number}", name=name, **given)  # type: ignore[arg-type]


def statement(number: int, text: str, source: tuple[int, str], content: str, **facts: object) -> Statement:
    """Return a statement of an actor's number and phrase."""
    given: dict[str, object] = {
        "via": (), "cue": (), "form": "indirect", "force": "assertion", "polarity": "affirms", "about": (),
        "issues": (), "parent": None, "confidence": 0.9, **facts,
    }  # fmt: skip
    who = Attributed(f"a{source[0]}", span(text, source[1]))
    return Statement(id=f"s{number}", source=who, content=(span(text, content),), **given)  # type: ignore[arg-type]


def letter() -> Reading:
    """Return an article with a name in Cyrillic, a chain, an event, an agreement and a membership."""
    t = LETTER
    actors = (
        actor(1, t, "Владимир Пример", state="RUS", ref="made:1", role="envoy", aliases=("Пример",)),
        actor(2, t, "Jale Örnek", state="TUR", aliases=("Ornek",)),
        actor(3, t, "Specimen Wire", kind="publication"),
        actor(4, t, "Exampleland", kind="state", state="XEX"),
        actor(5, t, "Sampleland", kind="state", state="XSA"),
        actor(6, t, "Specimen League", kind="organization"),
    )
    deal = span(t, "a grain deal with Sampleland")
    return Reading(
        Article(t, (Paragraph(Span(0, len(t)), "body"),), "The letter", "Sample Gazette", "Ana Specimen",
                date(2015, 11, 24), origin="letter.txt"),
        actors,
        (statement(1, t, (2, "Ornek said"), "the grain deal stands", about=("a1",), issues=("grain",),
                   via=(Attributed("a3", span(t, "Specimen Wire")),)),),
        VERSIONS,
        (
            Event("e1", "CONSULT", "meet", (), ("a1",), ("a2",), span(t, "met"), span(t, "met Jale Örnek"),
                  "d1", None, "done", (), None, 0.8),
            Event("e2", "AGREE", None, (), ("a4",), ("a5",), span(t, "signed"),
                  span(t, "signed a grain deal"), None, None, "planned", (), "s1", 0.8),
        ),
        (Agreement("g1", ("a4", "a5"), (span(t, "grain"),), "deal", "signed", None, (), (), ("e2",), None,
                   (deal,), 0.8),),
        (Membership("a6", "a5", "member", span(t, "a member of the Specimen League"), None, 0.8),),
        (Position("a2", "grain", "the deal holds", "for", None, "firm", span(t, "stands"), "s1", 0.8),),
        dates=(DateMention("d1", date(2015, 11, 20), date(2015, 11, 21), span(t, "Sampletown")),),
    )  # fmt: skip


def echo() -> Reading:
    """Return an article of a later day that spells a name in Latin letters and quotes two unnamed experts."""
    t = ECHO
    actors = (
        actor(1, t, "Vladimir Primer", state="RUS", ref="made:1", role="minister", aliases=("Primer",)),
        actor(2, t, "experts", kind="group", anonymous=True),
        actor(3, t, "An expert", anonymous=True),
    )
    return Reading(
        Article(t, (Paragraph(Span(0, len(t)), "body"),), "The echo", "Later Post", None, date(2016, 1, 5),
                origin="echo.txt"),
        actors,
        (
            statement(1, t, (2, "experts"), "Vladimir Primer doubts the grain deal", about=("a1",)),
            statement(2, t, (3, "An expert"), "the credit line is open", force="denial", polarity="rejects"),
        ),
        VERSIONS,
    )  # fmt: skip
