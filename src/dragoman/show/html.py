"""Readings → one self-contained page: each article with its statements marked, their cards beside it.

No script, no request to anywhere, a strict Content-Security-Policy; all text is escaped by Jinja.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, select_autoescape

from dragoman.records import Actor, Attributed, Paragraph, Reading, Statement
from dragoman.show.findings import UNSURE, sections
from dragoman.show.marking import Piece, home, marked, quoted
from dragoman.show.plain import one_line, shortened
from dragoman.show.terminal import FORMS, summary

MENTIONED = 40
"""Actors that are only mentioned, beyond this many, are left to the JSON output."""


@dataclass(frozen=True, slots=True)
class Card:
    """One statement as its card shows it; ``depth`` is how far it is nested, at most 3."""

    id: str
    number: str
    source: str | None
    actor: str | None
    facts: str
    chain: tuple[str, ...]
    cue: str
    content: str
    notes: tuple[str, ...]
    form: str
    glyph: str
    inside: str | None
    depth: int
    offsets: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the text, its pieces and the cards of the statements that begin in it."""

    kind: str
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor in the article's index, with links to its statements."""

    id: str
    name: str
    facts: str
    statements: tuple[tuple[str, str], ...]


def page(readings: Sequence[Reading]) -> str:
    """Return the HTML page that shows readings, in their order."""
    css = _resource("page.css")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    template = _environment().get_template("page.html")
    articles = [_article(reading, f"d{number}") for number, reading in enumerate(readings, 1)]
    return template.render(articles=articles, css=css, digest=digest, versions=_versions(readings))


def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_resource),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _resource(name: str) -> str:
    return files("dragoman.show").joinpath("page", name).read_text("utf-8")


def _versions(readings: Sequence[Reading]) -> str:
    if not readings:
        return ""
    used = readings[0].versions
    return f"dragoman {used.dragoman}, model {used.model}, knowledge {used.knowledge}"


def _article(reading: Reading, prefix: str) -> dict[str, Any]:
    article = reading.article
    facts = [article.publication, article.author, article.published and article.published.isoformat()]
    return {
        "id": prefix,
        "title": one_line(article.title or article.origin or "Untitled"),
        "facts": " · ".join(one_line(fact) for fact in facts if fact),
        "summary": summary(reading),
        "blocks": _blocks(reading, prefix),
        "actors": _index(reading, prefix),
        "sections": sections(reading),
    }


def _blocks(reading: Reading, prefix: str) -> list[Block]:
    """Part the article into blocks; the headline is left out where the page's own says the same."""
    article = reading.article
    cards: list[list[Card]] = [[] for _ in article.paragraphs]
    parents = {statement.id: statement.parent for statement in reading.statements}
    for statement in reading.statements if cards else ():
        first = min(part.start for part in statement.content)
        depth = _depth(statement.id, parents)
        cards[home(article.paragraphs, first)].append(_card(reading, prefix, statement, depth))
    found = zip(article.paragraphs, marked(reading, prefix), cards, strict=True)
    return [
        Block(paragraph.kind, pieces, tuple(here))
        for paragraph, pieces, here in found
        if here or any(p.classes for p in pieces) or not _is_headline(paragraph, reading)
    ]


def _is_headline(paragraph: Paragraph, reading: Reading) -> bool:
    words = one_line(paragraph.span.of(reading.text))
    return paragraph.kind == "title" and words == one_line(reading.article.title or "")


def _depth(identifier: str, parents: dict[str, str | None]) -> int:
    """Count the statements around one, as far as cards are indented."""
    depth, above = 0, parents[identifier]
    while above is not None and depth < 3:
        depth, above = depth + 1, parents[above]
    return depth


def _card(reading: Reading, prefix: str, statement: Statement, depth: int) -> Card:
    actor = reading.actor(statement.source.actor) if statement.source else None
    notes: list[str] = [statement.force] if statement.force != "assertion" else []
    if statement.polarity == "rejects":
        notes.append("rejects")
    if statement.confidence < UNSURE:
        notes.append(f"unsure ({statement.confidence:.2f})")
    return Card(
        id=f"{prefix}-{statement.id}",
        number=statement.id[1:],
        source=one_line(actor.name) if actor else None,
        actor=f"{prefix}-{actor.id}" if actor else None,
        facts=_facts(actor) if actor else "",
        chain=tuple(_name(reading, link) for link in statement.via),
        cue=" … ".join(one_line(span.of(reading.text)) for span in statement.cue),
        content=shortened(quoted(reading, statement.content), 280),
        notes=tuple(notes),
        form=statement.form,
        glyph=FORMS[statement.form],
        inside=f"{prefix}-{statement.parent}" if statement.parent else None,
        depth=depth,
        offsets=f"{statement.content[0].start}:{statement.content[-1].end}",
    )


def _name(reading: Reading, link: Attributed) -> str:
    return one_line(reading.actor(link.actor).name)


def _facts(actor: Actor) -> str:
    notes = [actor.role, actor.state, "anonymous" if actor.anonymous else None]
    return ", ".join(one_line(note) for note in notes if note)


def _index(reading: Reading, prefix: str) -> list[Entry]:
    """List who speaks first, then who is only mentioned."""
    spoken: dict[str, list[tuple[str, str]]] = {}
    for statement in reading.statements:
        for link in (statement.source, *statement.via):
            if link is not None:
                spoken.setdefault(link.actor, []).append((f"{prefix}-{statement.id}", statement.id[1:]))
    order = sorted(reading.actors, key=lambda actor: actor.id not in spoken)
    kept = [actor for actor in order if actor.id in spoken]
    kept += [actor for actor in order if actor.id not in spoken][:MENTIONED]
    return [
        Entry(f"{prefix}-{a.id}", one_line(a.name), _facts(a), tuple(dict.fromkeys(spoken.get(a.id, ()))))
        for a in kept
    ]
