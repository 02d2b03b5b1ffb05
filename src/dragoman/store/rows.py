"""Reading → rows of the tables: a pure function that any process can run, before the one writer writes.

Ids in these rows count within their document; ``Rows.placed`` moves them to where the document stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from dragoman.records import Actor, Reading, Span, Statement
from dragoman.store import finding_rows
from dragoman.store.finding_tables import FINDINGS
from dragoman.store.folding import folded
from dragoman.store.ids import SHIFT
from dragoman.store.naming import naming_of, spellings_of
from dragoman.store.packing import FACTS, packed
from dragoman.store.tables import metadata
from dragoman.store.values import compact, number, stated, storable

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """All that the store keeps of one reading.

    ``document`` is its row of documents, ``packed`` the reading itself, ``words`` the folded text for
    search, ``tables`` the rows of each table of findings, ``statement_words`` the folded contents.
    """

    document: Row
    packed: bytes
    words: str
    tables: dict[str, list[Row]]
    statement_words: list[Row]
    spellings: list[Row]

    def placed(self, at: int) -> Iterator[tuple[str, list[Row]]]:
        """Yield each table's rows with the ids that they have in the document numbered ``at``."""
        for name, rows in self.tables.items():
            table = metadata.tables[name]
            moved = [c.name for c in table.columns if c.info.get("local")]
            base = {"document": at} if "document" in table.columns else {}
            yield name, [{**row, **base, **_moved(row, moved, at)} for row in rows]

    def placed_words(self, at: int) -> list[Row]:
        """Return the folded contents of the statements with the ids that they have there."""
        return [{**row, "id": row["id"] + (at << SHIFT)} for row in self.statement_words]


def _moved(row: Row, columns: Iterable[str], at: int) -> Row:
    return {name: row[name] + (at << SHIFT) for name in columns if row[name] is not None}


def rows_of(reading: Reading) -> Rows:
    """Return the rows of a reading."""
    article = reading.article
    namings = {actor.id: naming_of(actor, reading.id) for actor in reading.actors}
    tables: dict[str, list[Row]] = {name: [] for name, _ in FINDINGS}
    tables["actors"] = [_actor(actor, namings[actor.id], article.published) for actor in reading.actors]
    statements = [_statement(statement, reading) for statement in reading.statements]
    tables["statements"] = statements
    for statement in reading.statements:
        tables["statement_actors"] += _links(statement, reading, namings)
        tables["statement_issues"] += [
            {"statement": number(statement.id), "issue": issue, "day": article.published}
            for issue in dict.fromkeys(statement.issues)
        ]
    finding_rows.add_events(reading, namings, tables)
    finding_rows.add_agreements(reading, namings, tables)
    finding_rows.add_others(reading, namings, tables)
    return Rows(
        _document(reading), packed(reading), folded(f"{article.title or ''}\n{article.text}"), tables,
        [{"id": row["id"], "words": folded(row["text"])} for row in statements],
        [asdict(spelling) for spelling in spellings_of(reading)],
    )  # fmt: skip


def _document(reading: Reading) -> Row:
    facts = {name: storable(getattr(reading.article, name)) for name in FACTS}
    return {"id": reading.id, "text": reading.text, **facts, **asdict(reading.versions)}


def _actor(actor: Actor, naming: int, day: date | None) -> Row:
    first: Span | None = actor.mentions[0] if actor.mentions else None
    return {
        "id": number(actor.id), "name": actor.name, "naming": naming, "kind": actor.kind,
        "state": actor.state, "sector": actor.sector, "role": actor.role, "ref": actor.ref,
        "link_confidence": actor.link_confidence, "anonymous": actor.anonymous,
        "aliases": compact(actor.aliases), "mentions": len(actor.mentions),
        "start": first and first.start, "end": first and first.end, "day": day,
    }  # fmt: skip


def _statement(statement: Statement, reading: Reading) -> Row:
    spans = statement.content
    return {
        "id": number(statement.id), "source": statement.source and number(statement.source.actor),
        "parent": statement.parent and number(statement.parent), "form": statement.form,
        "force": statement.force, "polarity": statement.polarity, "confidence": statement.confidence,
        "start": spans[0].start, "end": spans[-1].end, "spans": compact(spans),
        "cue": stated(statement.cue, reading.text), "text": stated(spans, reading.text),
        "day": reading.article.published,
    }  # fmt: skip


def _links(statement: Statement, reading: Reading, namings: dict[str, int]) -> Iterator[Row]:
    source = (statement.source.actor,) if statement.source else ()
    via = tuple(link.actor for link in statement.via)
    for role, identifiers in (("source", source), ("via", via), ("about", statement.about)):
        for place, identifier in enumerate(identifiers):
            yield {
                "statement": number(statement.id), "role": role, "place": place,
                "actor": number(identifier), "naming": namings[identifier],
                "state": reading.actor(identifier).state, "day": reading.article.published,
            }  # fmt: skip
