"""The store → where states stand, with all who tell of it: what agreement by issue is made from."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement

from dragoman.records import Span
from dragoman.relating import family_of, root_of
from dragoman.relations import Report, Weights, weights
from dragoman.relations.stands.authority import authority_of
from dragoman.relations.stands.stances import Stand
from dragoman.store import Store
from dragoman.store.finding_tables import positions
from dragoman.store.ids import public_id
from dragoman.store.stands import ToldStand, told_stands


def stands(
    store: Store, states: tuple[str, ...] = (), issue: str | None = None, given: Weights | None = None
) -> Iterator[Stand]:
    """Yield where states stand, all of them or those asked for, on all issues or one.

    Whoever speaks for no state, an analyst say, has a position of his own, and none of his state's.
    """
    asked: list[ColumnElement[bool]] = []
    if states:
        asked.append(positions.c.state.in_(states))
    if issue is not None:
        asked.append(positions.c.issue == issue)
    counted = given or weights()
    with store.reading() as connection:
        for told in told_stands(connection, *asked):
            authority = _authority(told, counted)
            if told.position.state and authority > 0:
                yield _stand(told, authority)


def _authority(told: ToldStand, given: Weights) -> float:
    holder = told.holder
    return authority_of(holder.kind, holder.role, holder.sector, holder.anonymous, given)


def _stand(told: ToldStand, authority: float) -> Stand:
    row, speaker = told.position, told.speaker
    family = family_of(told.publication, told.origin, told.copy)
    return Stand(
        id=public_id(told.document, "p", row.id),
        holder=row.state,
        issue=row.issue,
        proposition=row.proposition,
        stance=row.stance,
        leaning=row.leaning,
        firmness=row.firmness,
        condition=row.condition,
        teller=told.speaker_state,
        text=row.text,
        report=Report(
            document=told.document,
            publication=told.publication,
            family=family,
            copy=told.copy,
            day=told.published,
            root=root_of(speaker) if speaker else family,
            depth=speaker.depth if speaker else 1,
            authority=authority,
            probability=row.confidence,
            span=Span(row.start, row.end),
        ),
    )
