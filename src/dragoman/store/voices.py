"""What is said of two states at once, and by each of the other: the statements that a pair's story quotes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, or_, select

from dragoman.store.answers import StatementLine
from dragoman.store.layer_tables import copies
from dragoman.store.lines import statement_lines
from dragoman.store.tables import statement_actors, statement_issues, statements


def voices(
    connection: Connection,
    pair: tuple[str, str],
    most: int,
    until: date | None = None,
    issue: str | None = None,
) -> tuple[StatementLine, ...]:
    """Return the latest ``most`` statements about both states (ISO3), or of one's people about the other.

    The latest stand first. ``until`` is the last day of publication, ``issue`` an issue's id. A copy's
    statements are left out: they stand in the print that they were copied from.
    """
    one, other = statement_actors.alias("one"), statement_actors.alias("other")
    both = ["source", "about"]
    query = (
        select(one.c.statement, one.c.day)
        .distinct()
        .join_from(one, other, other.c.statement == one.c.statement)
        .join(statements, statements.c.id == one.c.statement)
        .outerjoin(copies, copies.c.document == statements.c.document)
        .where(
            one.c.state == pair[0], one.c.role.in_(both), other.c.state == pair[1], other.c.role.in_(both),
            or_(one.c.role == "about", other.c.role == "about"),
            or_(copies.c.document.is_(None), copies.c.family == copies.c.document),
        )
        .order_by(one.c.day.desc(), one.c.statement)
        .limit(most)
    )  # fmt: skip
    if until is not None:
        query = query.where(one.c.day <= until)
    if issue is not None:
        on = statement_issues.c
        query = query.join(statement_issues, on.statement == one.c.statement).where(on.issue == issue)
    return statement_lines(connection, [row.statement for row in connection.execute(query)])
