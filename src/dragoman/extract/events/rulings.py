"""PLOVER's decision rules, and the project's where PLOVER leaves a choice; see knowledge/data/plover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.records import EventDraft

_COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_NEEDS_RECIPIENT = frozenset({"COOPERATE", "AID", "SANCTION"})
_THREATS = {
    "ASSAULT": "violence", "COERCE": "restrict", "SANCTION": "relations", "MOBILIZE": "violence",
    "RETREAT": None, "REJECT": None, "PROTEST": None,
}  # fmt: skip


def ruled(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Return the drafts of one sentence after the rules that look at one event or at several.

    Something cooperative that is still to come is AGREE; RETREAT to come is CONCEDE; forces that are
    moved count for nothing where they are reported to strike.
    """
    kept = [_by_time(draft) for draft in drafts]
    struck = any(d.type == "ASSAULT" and d.status in ("done", "ongoing") for d in kept)
    if struck:
        kept = [d for d in kept if d.type != "MOBILIZE" or d.status not in ("done", "ongoing")]
    return without_doubles(kept)


def _by_time(draft: EventDraft) -> EventDraft:
    if draft.status == "planned" and draft.type in _COOPERATIVE:
        return replace(draft, type="AGREE", mode=None)
    if draft.status == "planned" and draft.type == "RETREAT":
        return replace(draft, type="CONCEDE", mode=None)
    return draft


def without_doubles(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Keep one of two events of a sentence with the same type, actors, recipients and status."""
    seen: dict[tuple[object, ...], int] = {}
    kept: list[EventDraft] = []
    for draft in drafts:
        key = (draft.type, draft.actors, draft.recipients, draft.status)
        bare = (draft.type, draft.actors, draft.status)
        if key in seen:
            continue
        if not draft.recipients and any(
            (d.type, d.actors, d.status) == bare for d in kept if d.actors
        ):  # fmt: skip
            continue
        seen[key] = len(kept)
        kept.append(draft)
    return kept


def threat_mode(kind: str) -> str | None:
    """Return the mode of a THREATEN by the type of what is threatened."""
    return _THREATS.get(kind)
