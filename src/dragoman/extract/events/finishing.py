"""From drafts to events: actors' ids, dates, figures, who says so, and one event for one act."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dragoman.extract.events.answers import answered, threatened
from dragoman.extract.events.own_clause import own_verb, shares_day, shares_figure
from dragoman.extract.positions.clauses import bounds
from dragoman.knowledge.base import Knowledge
from dragoman.records import (
    Actor,
    Analysis,
    Article,
    DateMention,
    Event,
    EventDraft,
    Place,
    Quantity,
    Span,
    Statement,
)

_HAPPENED = frozenset({"done", "ongoing"})
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD"})
_MUTUAL = frozenset({"CONSULT", "AGREE"})
"""Types whose acts two do together: "A met B" and "A and B met" are one."""


def finished(
    article: Article,
    drafts: Sequence[EventDraft],
    analysis: Analysis,
    actors: tuple[Sequence[Actor], Mapping[Span, str]],
    statements: Sequence[Statement],
    dates: Sequence[DateMention],
    quantities: Sequence[Quantity],
    knowledge: Knowledge,
) -> tuple[Event, ...]:
    """Return the events of an article, in text order, each act once.

    ``actors`` are the article's actors and the id of each phrase of the drafts. ``analysis`` gives the
    sentences in which a date is looked for, ``knowledge`` the state in which a place lies.
    """
    known = {actor.id: actor for actor in actors[0]}
    days = {day.id: (day.start or day.id, day.end) for day in dates}
    events: list[Event] = []
    for draft in sorted(drafts, key=lambda d: d.trigger):
        who = _ids(draft.actors, actors[1], known)
        whom = _whom(draft, who, events, analysis, actors[1], known)
        if draft.abroad and not _abroad(who, whom, known):
            continue
        event = Event(
            id="",
            type=draft.type,
            mode=_mode(draft.mode, {*who, *whom}, known),
            contexts=draft.contexts,
            actors=who,
            recipients=tuple(one for one in whom if one not in who),  # nobody does it to himself
            trigger=draft.trigger,
            span=draft.span,
            date=_date(draft, analysis, _told_by(article, draft, dates)),
            place=_place(draft, analysis, knowledge),
            status=draft.status,
            quantities=tuple(
                q.id
                for q in quantities
                if draft.span.contains(q.span) and shares_figure(analysis, draft.trigger, q.span)
            ),
            statement=statement_of(draft.trigger, statements),
            confidence=draft.confidence,
        )
        same = next((n for n, other in enumerate(events) if _same_act(other, event, days)), None)
        if same is None:
            same = next(
                (n for n, other in enumerate(events) if _headline(article, other, event, known)), None
            )
            if same is None:
                events.append(event)
            else:  # what a title sums up is told by the article: who, whom and when
                events[same] = _joined(event, events[same])
        else:
            events[same] = _joined(events[same], event)
    events.sort(key=lambda event: event.trigger)
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(events, 1))


def _mode(mode: str | None, parties: Collection[str], known: Mapping[str, Actor]) -> str | None:
    """A mode that those who take part allow: two persons or states by name are not many, as PLOVER has it."""
    two = len(parties) == 2 and all(known[one].kind in ("person", "state") for one in parties)
    return None if mode == "multilateral" and two else mode


def _headline(article: Article, title: Event, event: Event, known: Mapping[str, Actor]) -> bool:
    """Say whether an event of the title is told again: the same deed by the same states to the same.

    A title names states where its article names their people, and drops the day.
    """
    if title.type != event.type or not _in_title(article, title.trigger) or _in_title(article, event.trigger):
        return False
    if title.status != event.status and not {title.status, event.status} <= _HAPPENED:
        return False
    sides = [
        [{known[i].state for i in ids} - {None} for ids in (e.actors, e.recipients)] for e in (title, event)
    ]
    (who, whom), (again, to) = sides
    return bool(who) and who == again and (whom <= to or to <= whom)


def _in_title(article: Article, trigger: Span) -> bool:
    return any(p.kind == "title" and p.span.contains(trigger) for p in article.paragraphs)


def _whom(
    draft: EventDraft, who: tuple[str, ...], told: Sequence[Event], analysis: Analysis,
    by_span: Mapping[Span, str], known: Mapping[str, Actor],
) -> tuple[str, ...]:  # fmt: skip
    """Return whom an act meets: who is named, or whoever did what it answers; a guest is who was met."""
    named = _ids(draft.recipients, by_span, known)
    if any(known[one].state or known[one].ref for one in named):
        return named
    return answered(draft, who, told, analysis, known) or named or threatened(draft, who, told, analysis)


def _abroad(who: Sequence[str], whom: Sequence[str], known: Mapping[str, Actor]) -> bool:
    """Say whether officials of one state are in another: who lives or writes there makes no visit."""
    homes = {
        known[one].state for one in who if known[one].kind == "person" and known[one].sector in _OFFICIAL
    }
    hosts = {known[one].state for one in whom}
    return bool(homes) and None not in homes | hosts and not homes & hosts


def _ids(phrases: Sequence[Span], by_span: Mapping[Span, str], known: Mapping[str, Actor]) -> tuple[str, ...]:
    """The phrases' actors; "both countries" are the two that it stands for."""
    found = [by_span[phrase] for phrase in phrases if phrase in by_span]
    return tuple(dict.fromkeys(one for actor in found for one in known[actor].members or (actor,)))


def statement_of(place: Span, statements: Sequence[Statement]) -> str | None:
    """Return the innermost statement in whose content a span lies, None where the article speaks."""
    best: tuple[int, str] | None = None
    for statement in statements:
        for span in statement.content:
            if span.contains(place):
                size = (span.end - span.start, statement.id)
                best = min(best, size) if best else size
    return best[1] if best else None


def _told_by(article: Article, draft: EventDraft, dates: Sequence[DateMention]) -> list[DateMention]:
    """Return the days on which an act can be: what has happened has not on a day yet to come."""
    if article.published is None or draft.status not in _HAPPENED:
        return list(dates)
    return [d for d in dates if d.start is None or d.start <= article.published]


def _date(draft: EventDraft, analysis: Analysis, dates: Sequence[DateMention]) -> str | None:
    """The date in the event's clause, nearest to its trigger; else the only one of its sentence.

    One at the act's own verb goes before one at another's, one that could be resolved before one that could
    not.
    """
    dates = [d for d in dates if shares_day(analysis, draft.trigger, d.span)]
    page = analysis.span(*bounds(analysis, analysis.words_in(draft.trigger).start))
    inside = [d for d in dates if draft.span.contains(d.span) and page.contains(d.span)]
    inside = [d for d in inside if own_verb(analysis, draft.trigger, d.span)] or inside
    if not inside:
        inside = [d for d in dates if page.contains(d.span)]
        if len(inside) != 1:
            return None
    return min(inside, key=lambda d: (d.start is None, abs(d.span.start - draft.trigger.start), d.span)).id


def _place(draft: EventDraft, analysis: Analysis, knowledge: Knowledge) -> Place | None:
    if draft.place is None:
        return None
    name = " ".join(analysis.words[i].text for i in analysis.words_in(draft.place))
    return Place(name, draft.place, knowledge.state_of_place(name))


def _same_act(one: Event, other: Event, days: Mapping[str, tuple[date | str, date | None]]) -> bool:
    """Say whether two mentions tell of one act: the same deed by the same to the same, no dates apart.

    Of an act that is mutual it doesn't matter who is named first.
    """
    if one.type != other.type or _who(one) != _who(other):
        return False
    if not one.actors or (one.mode and other.mode and one.mode != other.mode):
        return False
    if one.date and other.date and days[one.date] != days[other.date]:
        return False
    return one.status == other.status or {one.status, other.status} <= _HAPPENED


def _who(event: Event) -> tuple[frozenset[str], ...]:
    if event.type in _MUTUAL:
        return (frozenset({*event.actors, *event.recipients}),)
    return frozenset(event.actors), frozenset(event.recipients)


def _joined(one: Event, other: Event) -> Event:
    return replace(
        one,
        mode=one.mode or other.mode,
        contexts=tuple(sorted({*one.contexts, *other.contexts})),
        date=one.date or other.date,
        place=one.place or other.place,
        quantities=tuple(dict.fromkeys((*one.quantities, *other.quantities))),
        statement=one.statement if other.statement else None,
        confidence=max(one.confidence, other.confidence),
        mentions=(*one.mentions, other.trigger),
    )
