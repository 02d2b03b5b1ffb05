"""Promises and threats: one act of speech, whose content is another act still to come.

"Iran vowed to attack the base" is a THREATEN that happened and an ASSAULT that is planned; "France
promised to send aid" is one AGREE, to whom the aid is promised.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.arguments import children
from dragoman.extract.events.candidates import Trigger
from dragoman.extract.events.rulings import threat_mode
from dragoman.extract.ground import Ground
from dragoman.records import EventDraft

Coded = list[tuple[Trigger, EventDraft]]
_COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"})


def with_promises(ground: Ground, coded: Coded) -> list[EventDraft]:
    """Return the drafts of one sentence with promises and threats joined to what they promise."""
    by_head = {trigger.head: draft for trigger, draft in coded}
    dropped: set[int] = set()
    changed: dict[int, EventDraft] = {}
    for trigger, draft in coded:
        if draft.type not in ("AGREE", "THREATEN") or not trigger.verb:
            continue
        for clause in children(ground.analysis, trigger.head, "xcomp", "ccomp"):
            below = _act_in(ground, clause, by_head)
            content = by_head.get(below) if below is not None else None
            if content is None or below is None:
                continue
            if content.type in _COOPERATIVE and draft.type == "AGREE":
                changed[trigger.head] = replace(draft, recipients=draft.recipients or content.recipients)
                dropped.add(below)
            elif threat_mode(content.type) is not None:
                recipients = draft.recipients or content.recipients
                mode = threat_mode(content.type)
                changed[trigger.head] = replace(draft, type="THREATEN", mode=mode, recipients=recipients)
    return [changed.get(t.head, draft) for t, draft in coded if t.head not in dropped]


def _act_in(ground: Ground, clause: int, by_head: dict[int, EventDraft]) -> int | None:
    """The coded word of a clause: its verb, or the noun that a light verb carries."""
    if clause in by_head:
        return clause
    return next((o for o in children(ground.analysis, clause, "obj") if o in by_head), None)
