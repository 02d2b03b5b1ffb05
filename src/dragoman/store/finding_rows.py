"""Reading → rows of events, agreements and all findings beside statements; see ``rows`` for their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.records import DateMention, Event, Reading, Span
from dragoman.store.values import compact, number, stated

Tables = dict[str, list[dict[str, Any]]]


def add_events(reading: Reading, namings: dict[str, int], tables: Tables) -> None:
    """Add the rows of events, of who acts and is acted on, and of the pairs of states."""
    dates = {date.id: date for date in reading.dates}
    for event in reading.events:
        row = _event(event, reading, dates.get(event.date or ""))
        tables["events"].append(row)
        for role, identifiers in (("actor", event.actors), ("recipient", event.recipients)):
            for place, identifier in enumerate(identifiers):
                tables["event_actors"].append(
                    {
                        "event": row["id"], "role": role, "place": place, "day": row["day"],
                        **_who(identifier, reading, namings),
                    }
                )  # fmt: skip
        for acting in states_of(event.actors, reading):
            for acted_on in states_of(event.recipients, reading):
                tables["event_pairs"].append(
                    {
                        "event": row["id"], "actor_state": acting, "recipient_state": acted_on,
                        "type": row["type"], "status": row["status"], "day": row["day"],
                    }
                )  # fmt: skip


def states_of(identifiers: Iterable[str], reading: Reading) -> tuple[str, ...]:
    """Return the states that some actors act for, each once; a compound one acts for its members'."""
    found: list[str] = []
    for identifier in identifiers:
        actor = reading.actor(identifier)
        whole = [actor, *(reading.actor(member) for member in actor.members)]
        found += [one.state for one in whole if one.state is not None]
    return tuple(dict.fromkeys(found))


def _event(event: Event, reading: Reading, when: DateMention | None) -> dict[str, Any]:
    first = when.start if when else None
    return {
        "id": number(event.id), "type": event.type, "mode": event.mode, "contexts": compact(event.contexts),
        "status": event.status, "first_day": first, "last_day": when.end if when else None,
        "day": first or reading.article.published, "place": event.place and event.place.name,
        "place_state": event.place and event.place.state, "statement": _in(event.statement),
        "confidence": event.confidence, **_at(event.span), "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end, "text": event.span.of(reading.text),
    }  # fmt: skip


def add_agreements(reading: Reading, namings: dict[str, int], tables: Tables) -> None:
    """Add the rows of agreements and of their parties."""
    day = reading.article.published
    for agreement in reading.agreements:
        places = agreement.mentions or agreement.subject or (Span(0, 0),)
        tables["agreements"].append(
            {
                "id": number(agreement.id), "instrument": agreement.instrument, "status": agreement.status,
                "subject": stated(agreement.subject, reading.text) or None,
                "purpose": stated(agreement.purpose, reading.text) or None,
                "open_points": stated(agreement.open_points, reading.text) or None,
                "amount": _in(agreement.amount), "statement": _in(agreement.statement),
                "confidence": agreement.confidence, **_at(places[0]), "text": places[0].of(reading.text),
                "day": day,
            }
        )  # fmt: skip
        tables["agreement_parties"] += [
            {
                "agreement": number(agreement.id), "place": place, "day": day,
                **_who(party, reading, namings),
            }
            for place, party in enumerate(agreement.parties)
        ]  # fmt: skip


def add_others(reading: Reading, namings: dict[str, int], tables: Tables) -> None:
    """Add the rows of memberships, positions and forecasts, and of quantities and dates."""
    tables["memberships"] += _memberships(reading, namings)
    tables["positions"] += _positions(reading, namings)
    tables["forecasts"] += _forecasts(reading, namings)
    tables["quantities"] += [
        {
            "id": number(figure.id), "kind": figure.kind, "value": figure.value, "upper": figure.upper,
            "unit": figure.unit, "approximate": figure.approximate, **_at(figure.span),
        }
        for figure in reading.quantities
    ]  # fmt: skip
    tables["dates"] += [
        {
            "id": number(date.id), "first_day": date.start, "last_day": date.end,
            "approximate": date.approximate, **_at(date.span),
        }
        for date in reading.dates
    ]  # fmt: skip


def _memberships(reading: Reading, namings: dict[str, int]) -> Iterator[dict[str, Any]]:
    for count, one in enumerate(reading.memberships, 1):
        yield {
            "id": count, "organization": number(one.organization), "member": number(one.member),
            "organization_naming": namings[one.organization], "member_naming": namings[one.member],
            "role": one.role, **_told(one.statement, one.confidence, one.span, reading),
        }  # fmt: skip


def _positions(reading: Reading, namings: dict[str, int]) -> Iterator[dict[str, Any]]:
    for count, one in enumerate(reading.positions, 1):
        yield {
            "id": count, **_who(one.actor, reading, namings), "issue": one.issue,
            "proposition": one.proposition, "stance": one.stance, "leaning": one.leaning,
            "firmness": one.firmness, "condition": one.condition and one.condition.of(reading.text),
            **_told(one.statement, one.confidence, one.span, reading),
        }  # fmt: skip


def _forecasts(reading: Reading, namings: dict[str, int]) -> Iterator[dict[str, Any]]:
    dates = {date.id: date for date in reading.dates}
    for count, one in enumerate(reading.forecasts, 1):
        by = dates.get(one.horizon or "")
        yield {
            "id": count, "claimant": _in(one.claimant), "naming": namings.get(one.claimant or ""),
            "condition": one.condition and one.condition.of(reading.text),
            "probability": one.probability and one.probability.of(reading.text),
            "polarity": one.polarity, "first_day": by and by.start, "last_day": by and by.end,
            **_told(one.statement, one.confidence, one.proposition, reading),
        }  # fmt: skip


def _told(statement: str | None, confidence: float, span: Span, reading: Reading) -> dict[str, Any]:
    return {
        "statement": _in(statement), "confidence": confidence, **_at(span), "text": span.of(reading.text),
        "day": reading.article.published,
    }  # fmt: skip


def _who(identifier: str, reading: Reading, namings: dict[str, int]) -> dict[str, Any]:
    state = reading.actor(identifier).state
    return {"actor": number(identifier), "naming": namings[identifier], "state": state}


def _at(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _in(identifier: str | None) -> int | None:
    return None if identifier is None else number(identifier)
