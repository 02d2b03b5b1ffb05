"""Outlines and tellings ↔ the JSON in which the store keeps them; the same outline gives the same JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from dragoman.resolve import Outline, Side, Telling


def packed_article(outline: Outline) -> str:
    """Return an article's outline as JSON, its tellings reduced to what stories are told by."""
    return _json(
        {
            "article": outline.article, "published": _day(outline.published), "actors": outline.actors,
            "title": sorted(outline.title), "tellings": [_telling(one) for one in outline.tellings],
        }
    )  # fmt: skip


def article_of(packed: str) -> Outline:
    """Return the outline that ``packed_article`` packed."""
    found = json.loads(packed)
    return Outline(
        found["article"],
        _date(found["published"]),
        tuple((name, weight) for name, weight in found["actors"]),
        frozenset(found["title"]),
        tuple(_unpacked(one) for one in found["tellings"]),
    )


def packed_telling(telling: Telling) -> str:
    """Return a telling as JSON."""
    return _json(_telling(telling))


def telling_of(packed: str) -> Telling:
    """Return the telling that ``packed_telling`` packed."""
    return _unpacked(json.loads(packed))


def _telling(one: Telling) -> dict[str, Any]:
    return {
        "article": one.article, "event": one.event, "type": one.type, "actors": _side(one.actors),
        "recipients": _side(one.recipients), "first": _day(one.first), "last": _day(one.last),
        "published": _day(one.published), "status": one.status, "confidence": one.confidence,
    }  # fmt: skip


def _unpacked(found: dict[str, Any]) -> Telling:
    sides = {name: Side(*map(frozenset, found[name])) for name in ("actors", "recipients")}
    days = {name: _date(found[name]) for name in ("first", "last", "published")}
    return Telling(**{**found, **sides, **days})


def _side(side: Side) -> list[list[str]]:
    return [sorted(side.keys), sorted(side.states)]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
