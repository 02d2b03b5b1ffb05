"""Agreements by their parties, and memberships by their organization."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from dragoman.store.answers import AgreementLine, MembershipLine, Page
from dragoman.store.calling import called
from dragoman.store.finding_tables import agreement_parties, agreements, memberships, quantities
from dragoman.store.lines import document_columns, evidence, in_order, names_of, told_in
from dragoman.store.names import who
from dragoman.store.searching import COUNTED
from dragoman.store.selecting import meant
from dragoman.store.tables import actors, documents


def agreements_between(
    connection: Connection, parties: Sequence[str], status: str | None = None, page: int = 1, size: int = 20
) -> Page[AgreementLine]:
    """Return the agreements that have all ``parties`` (names, or states' codes), the latest told first.

    A state's name or code means all who act for it.
    """
    query = select(agreements.c.id)
    for name in parties:
        links = agreement_parties.alias()
        named = meant(links.c.naming, links.c.state, who(connection, name), acting=True)
        query = query.where(agreements.c.id.in_(select(links.c.agreement).where(named)))
    if status is not None:
        query = query.where(agreements.c.status == status)
    ordered = query.order_by(agreements.c.day.desc().nulls_last(), agreements.c.id.desc())
    ids, total = paged(connection, query, ordered, page, size)
    return Page(agreement_lines(connection, ids), min(total, COUNTED), total <= COUNTED)


def paged(
    connection: Connection, query: Select[Any], ordered: Select[Any], page: int, size: int
) -> tuple[list[int], int]:
    """Return the ids on a page, and how many there are in all (counted no further than one past COUNTED)."""
    counted = query.limit(COUNTED + 1).subquery()
    total = connection.scalar(select(func.count()).select_from(counted)) or 0
    rows = connection.execute(ordered.limit(size).offset((page - 1) * size))
    return [row[0] for row in rows], total


def agreement_lines(connection: Connection, ids: Sequence[int]) -> tuple[AgreementLine, ...]:
    """Return the lines of agreements, in the order of ``ids``."""
    size = quantities.c.end - quantities.c.start
    amount = func.substr(documents.c.text, quantities.c.start + 1, size).label("amount_text")
    query = (
        select(agreements, amount, *document_columns(agreements))
        .join_from(agreements, documents, documents.c.number == agreements.c.document)
        .outerjoin(quantities, quantities.c.id == agreements.c.amount)
        .where(agreements.c.id.in_(ids))
    )
    named = names_of(connection, agreement_parties, agreement_parties.c.agreement, ids)
    rows = in_order(connection.execute(query), ids)
    return tuple(_agreement(row, named.get(row.id, [])) for row in rows)


def _agreement(row: Row[Any], named: list[Row[Any]]) -> AgreementLine:
    return AgreementLine(
        **evidence(row, "g"), parties=tuple(one.name for one in named), instrument=row.instrument,
        status=row.status, subject=row.subject, amount=row.amount_text, purpose=row.purpose,
        open_points=row.open_points, statement=told_in(row.document_id, row.statement),
        confidence=row.confidence,
    )  # fmt: skip


def members_of(
    connection: Connection, organization: str, role: str | None = None, page: int = 1, size: int = 20
) -> Page[MembershipLine]:
    """Return who belongs to an organization, and as what, the latest told first."""
    asked = who(connection, organization)
    query = select(memberships.c.id).where(called(memberships.c.organization_naming, asked))
    if role is not None:
        query = query.where(memberships.c.role == role)
    ordered = query.order_by(memberships.c.day.desc().nulls_last(), memberships.c.id.desc())
    ids, total = paged(connection, query, ordered, page, size)
    return Page(membership_lines(connection, ids), min(total, COUNTED), total <= COUNTED)


def membership_lines(connection: Connection, ids: Sequence[int]) -> tuple[MembershipLine, ...]:
    """Return the lines of memberships, in the order of ``ids``."""
    whole, part = actors.alias("whole"), actors.alias("part")
    query = (
        select(
            memberships, whole.c.name.label("whole_name"), part.c.name.label("part_name"),
            part.c.state.label("part_state"), *document_columns(memberships),
        )
        .join_from(memberships, documents, documents.c.number == memberships.c.document)
        .join(whole, whole.c.id == memberships.c.organization)
        .join(part, part.c.id == memberships.c.member)
        .where(memberships.c.id.in_(ids))
    )  # fmt: skip
    return tuple(_membership(row) for row in in_order(connection.execute(query), ids))


def _membership(row: Row[Any]) -> MembershipLine:
    return MembershipLine(
        **evidence(row, "m"), organization=row.whole_name, member=row.part_name, member_state=row.part_state,
        role=row.role, statement=told_in(row.document_id, row.statement), confidence=row.confidence,
    )  # fmt: skip
