"""Actors, suggestions and judgements → lines for the eye."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from dragoman.cli.answers import named

if TYPE_CHECKING:
    from dragoman.store.curated import Curated, Portrait, Unsure
    from dragoman.store.ledger import Judgement

_DIGITS = 12


def listed(one: Curated) -> str:
    """Return an actor on two lines: who it is, and its names."""
    facts = ", ".join(fact for fact in (one.kind, one.state) if fact)
    days = " to ".join(dict.fromkeys(d.isoformat() for d in (one.first_day, one.last_day) if d))
    head = f"{click.style(named([one.name]), bold=True)} ({facts})  {one.id}"
    return f"{head}\n  in {one.documents} documents{f', {days}' if days else ''}: {named(one.names[:8])}"


def portrayed(found: Portrait) -> Iterator[str]:
    """Yield an actor's spellings, offices, names with their reasons, and judgements."""
    yield "  written  " + ", ".join(f"{named([one.name])} ({one.count})" for one in found.spellings[:20])
    for office in found.offices:
        days = " to ".join(
            dict.fromkeys(d.isoformat() for d in (office.first_day, office.last_day) if d)
        )  # fmt: skip
        yield f"  office   {named([office.role])}  {days or 'undated'} ({office.documents})"
    for one in found.names:
        where = f" in {one.document[:_DIGITS]}" if one.document else f" of {one.state}" if one.state else ""
        yield f"  {one.score:.2f}  {named([one.name])}{where} ({one.documents}): {one.why}"
    yield from (f"  {judged(one)}" for one in found.judgements)


def told_unsure(one: Unsure) -> str:
    """Return two actors that may be one, and why."""
    sides = (
        (one.one_name, one.one, one.one_document), (one.other_name, one.other, one.other_document)
    )  # fmt: skip
    told = [
        f"{named([name])} ({identifier}{f', in {document[:_DIGITS]}' if document else ''})"
        for name, identifier, document in sides
    ]
    return f"{one.score:.2f}  {' ~ '.join(told)}\n      {one.why}"


def judged(one: Judgement) -> str:
    """Return a judgement on one line."""
    words = {"same": "is the same as", "different": "is not", "undo": "undone again:"}
    what = f"{named([one.one])} {words[one.verb]} {named([one.other])}"
    if one.verb == "undo":
        what = f"undoes {one.undoes}"
    because = f", because {named([one.because])}" if one.because else ""
    stands = "" if one.stands else "  (undone)"
    return f"{one.number}  {what}{because}  [{one.by}, {one.made}]{stands}"
