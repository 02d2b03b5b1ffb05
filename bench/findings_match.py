"""When a predicted finding is the gold's: one rule a kind, in grades from *found at all* to *strict*.

Somebody is **met** where a mention of the predicted actor covers at least half of one of the gold's
phrases, or where its name is one of the gold's (``bench.sources.same_name``). A compound actor is met
by any of its members.

| kind | found at all | right | strict |
| --- | --- | --- | --- |
| agreements | mentions overlap | parties' F1 >= 0.5, status | all parties and no other, instrument |
| memberships | the member is met, evidence overlaps | organization met, role | |
| positions | evidence overlaps | actor met, stance | firmness |
| forecasts | propositions overlap | Jaccard >= 0.4, claimant met (or none on both sides) | |
| quantities | spans overlap | kind, value (tolerance 1e-6), unit, both ends of a range | |
| dates | spans overlap | start and end | |

Units are compared in lower case; ordinals and factors need none. The instrument is right where it shares
a word with the gold's (or with one that the gold allows besides).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from annotation.findings import GoldAgreement, GoldDate, GoldForecast, GoldQuantity, Who

from bench.overlap import characters, jaccard
from bench.sources import folded, same_name
from dragoman.records import Actor, Agreement, DateMention, Forecast, Quantity, Reading, Span

Check = Callable[[Any, Any, Reading], bool]
SAME_PROPOSITION = 0.4
MOST_PARTIES = 0.5


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind is judged.

    ``grades`` are named checks, the loosest first, each of which implies the first; ``headline`` names
    the one that the brief figure is taken from. ``details`` are judged among the findings right by the
    headline: a name, whether the gold has such a detail, whether the prediction has it right.
    """

    spans: Callable[[Any], tuple[Span, ...]]
    grades: tuple[tuple[str, Check], ...]
    headline: str
    details: tuple[tuple[str, Callable[[Any], bool], Check], ...] = ()


def overlap(one: Iterable[Span], other: Iterable[Span]) -> bool:
    """Say whether any span of the one shares a character with any of the other."""
    others = tuple(other)
    return any(span.overlaps(each) for span in one for each in others)


def met(who: Who, identifier: str | None, reading: Reading) -> bool:
    """Say whether the actor with a local id is the one that the gold means (see the module's docstring)."""
    if identifier is None:
        return False
    return any(_is(who, actor) for actor in _with_members(identifier, reading))


def _with_members(identifier: str, reading: Reading) -> tuple[Actor, ...]:
    actor = reading.actor(identifier)
    return (actor, *(reading.actor(member) for member in actor.members))


def _is(who: Who, actor: Actor) -> bool:
    return any(
        same_name(named.text, actor)
        or (named.span is not None and any(_covers(m, named.span) for m in actor.mentions))
        for named in who
    )


def _covers(mention: Span, phrase: Span) -> bool:
    shared = min(mention.end, phrase.end) - max(mention.start, phrase.start)
    return 2 * shared >= phrase.end - phrase.start


def party_score(gold: GoldAgreement, agreement: Agreement, reading: Reading) -> float:
    """Return the F1 of the parties, 0 to 1; compound parties are taken apart where they meet nobody whole."""
    named = [p for party in agreement.parties for p in _parts(party, gold, reading)]
    if not named or not gold.parties:
        return float(not named and not gold.parties)
    right = sum(any(_is(who, reading.actor(p)) for p in named) for who in gold.parties)
    exact = sum(any(_is(who, reading.actor(p)) for who in gold.parties) for p in named)
    precision, recall = exact / len(named), right / len(gold.parties)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _parts(party: str, gold: GoldAgreement, reading: Reading) -> tuple[str, ...]:
    actor = reading.actor(party)
    whole = not actor.members or any(_is(who, actor) for who in gold.parties)
    return (party,) if whole else actor.members


def same_instrument(gold: GoldAgreement, agreement: Agreement, reading: Reading) -> bool:
    """Say whether the instrument shares a word with one of the gold's."""
    words = set(folded(agreement.instrument or "").split())
    return any(words & set(folded(each).split()) for each in gold.instruments)


def same_figure(gold: GoldQuantity, quantity: Quantity, reading: Reading) -> bool:
    """Say whether kind and value are the gold's, both ends where it is a range."""
    value = any(math.isclose(quantity.value, each, rel_tol=1e-6) for each in gold.values)
    upper = gold.upper is None or (
        quantity.upper is not None and math.isclose(quantity.upper, gold.upper, rel_tol=1e-6)
    )
    return quantity.kind in gold.kinds and value and upper


def same_unit(gold: GoldQuantity, quantity: Quantity, reading: Reading) -> bool:
    """Say whether the unit is one of the gold's; ordinals and factors need none."""
    return quantity.kind in ("ordinal", "factor") or (quantity.unit or "").lower() in gold.units


def same_range(gold: GoldDate, mention: DateMention, reading: Reading) -> bool:
    """Say whether start and end are one of the gold's, or inside its window where it is a vague one."""
    if (mention.start, mention.end) in gold.ranges:
        return True
    first, last = gold.ranges[0]
    if not gold.within or mention.end is None or last is None:
        return False
    if first is None or mention.start is None:
        return first is None and mention.start is None and mention.end <= last
    return first <= mention.start <= mention.end <= last


def one_end(gold: GoldDate, mention: DateMention, reading: Reading) -> bool:
    """Say whether at least one named end is right."""
    ends = [(mention.start == s and s is not None) or (mention.end == e and e is not None)
            for s, e in gold.ranges]  # fmt: skip
    return any(ends) or same_range(gold, mention, reading)


def same_proposition(gold: GoldForecast, forecast: Forecast, reading: Reading) -> bool:
    """Say whether the propositions share enough of their characters."""
    shared = jaccard(characters(gold.spans, reading.text), characters([forecast.proposition], reading.text))
    return shared >= SAME_PROPOSITION


def same_claimant(gold: GoldForecast, forecast: Forecast, reading: Reading) -> bool:
    """Say whether the claimant is the gold's; none where the article speaks for itself."""
    if forecast.claimant is None:
        return gold.own_voice
    return met(gold.claimant, forecast.claimant, reading)


def reported_by(who: Who, statement: str | None, reading: Reading) -> bool:
    """Say whether the statement with a local id has the source that the gold names."""
    sources = [s.source for s in reading.statements if s.id == statement]
    return any(source is not None and met(who, source.actor, reading) for source in sources)


def span_of(identifier: str | None, mentions: Iterable[Quantity | DateMention]) -> tuple[Span, ...]:
    """Return the span of the quantity or date with a local id, as a tuple; empty where there is none."""
    return tuple(each.span for each in mentions if each.id == identifier)


def every(*checks: Check) -> Check:
    """Return the check that all of ``checks`` hold."""
    return lambda gold, found, reading: all(check(gold, found, reading) for check in checks)
