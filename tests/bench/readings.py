"""Small readings made by hand, so that the scorers are tested without a model."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Actor, Article, Attributed, Paragraph, Reading, Span, Statement, Versions

TEXT = (
    "Ana Duval said that the bridge is open. “We repaired it twice,” she added. "
    "According to the Daily Ferry, the mayor promised to pay. Experts doubt it."
)


def place(phrase: str, nth: int = 1) -> Span:
    """Return where ``phrase`` stands in TEXT for the nth time."""
    at = -1
    for _ in range(nth):
        at = TEXT.index(phrase, at + 1)
    return Span(at, at + len(phrase))


def actor(
    identifier: str, name: str, *mentions: Span, anonymous: bool = False, ref: str | None = None
) -> Actor:
    """Return an actor with few facts."""
    return Actor(identifier, name, "person", None, None, None, None, anonymous, (), mentions)


def statement(
    identifier: str, source: Attributed | None, cue: str, content: Span,
    via: Sequence[Attributed] = (), parent: str | None = None,
) -> Statement:  # fmt: skip
    """Return a plain assertion."""
    return Statement(
        identifier, source, tuple(via), (place(cue),), (content,), "indirect", "assertion", "affirms",
        (), (), parent, 0.9,
    )  # fmt: skip


def reading(actors: Sequence[Actor], statements: Sequence[Statement], text: str = TEXT) -> Reading:
    """Return a reading of ``text``."""
    article = Article(text=text, paragraphs=(Paragraph(Span(0, len(text)), "body"),))
    return Reading(article, tuple(actors), tuple(statements), Versions("0", "none", "0"))


def full() -> Reading:
    """Return the reading that finds all four statements of TEXT."""
    ana = actor("a1", "Ana Duval", place("Ana Duval"), place("she"))
    mayor = actor("a2", "the mayor", place("the mayor"), anonymous=True)
    paper = actor("a3", "The Daily Ferry", place("the Daily Ferry"))
    experts = actor("a4", "Experts", place("Experts"), anonymous=True)
    statements = [
        statement("s1", Attributed("a1", place("Ana Duval")), "said", place("that the bridge is open")),
        statement("s2", Attributed("a1", place("she")), "added", place("“We repaired it twice,”")),
        statement(
            "s3", Attributed("a2", place("the mayor")), "promised", place("to pay"),
            via=[Attributed("a3", place("the Daily Ferry"))],
        ),
        statement("s4", Attributed("a4", place("Experts")), "doubt", place("it", 2)),
    ]  # fmt: skip
    return reading([ana, mayor, paper, experts], statements)
