"""The six kinds' rules, put together from the checks of ``bench.findings_match`` (its table tells them)."""

from __future__ import annotations

from bench.findings_match import (
    MOST_PARTIES,
    Check,
    Rule,
    every,
    met,
    one_end,
    overlap,
    party_score,
    reported_by,
    same_claimant,
    same_figure,
    same_instrument,
    same_proposition,
    same_range,
    same_unit,
    span_of,
)
from dragoman.records import Span


def _mentions(agreement: object) -> tuple[Span, ...]:
    """Return an agreement's mentions; its subject where it has none."""
    return getattr(agreement, "mentions", ()) or getattr(agreement, "subject", ())


def _cumulative(*named: tuple[str, Check]) -> tuple[tuple[str, Check], ...]:
    """Let each grade hold what those before it hold."""
    checks = [check for _, check in named]
    return tuple((name, every(*checks[: i + 1])) for i, (name, _) in enumerate(named))


def _maybe(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


AGREEMENTS = Rule(
    _mentions,
    _cumulative(
        ("found at all", lambda g, a, r: overlap(g.spans, _mentions(a))),
        ("half of the parties", lambda g, a, r: party_score(g, a, r) >= MOST_PARTIES),
        ("parties and status", lambda g, a, r: a.status in g.statuses),
        ("all parties, status, instrument",
         lambda g, a, r: party_score(g, a, r) == 1.0 and same_instrument(g, a, r)),
    ),
    "parties and status",
    (
        ("instrument", lambda g: True, same_instrument),
        ("amount", lambda g: g.amount is not None,
         lambda g, a, r: overlap(_maybe(g.amount), span_of(a.amount, r.quantities))),
        ("purpose", lambda g: bool(g.purpose), lambda g, a, r: overlap(g.purpose, a.purpose)),
        ("open points", lambda g: bool(g.open_points), lambda g, a, r: overlap(g.open_points, a.open_points)),
    ),
)  # fmt: skip

MEMBERSHIPS = Rule(
    lambda m: (m.span,),
    _cumulative(
        ("found at all", lambda g, m, r: met(g.member, m.member, r) and overlap(g.spans, (m.span,))),
        ("member and organization", lambda g, m, r: met(g.organization, m.organization, r)),
        ("and role", lambda g, m, r: m.role in g.roles),
    ),
    "and role",
)

POSITIONS = Rule(
    lambda p: (p.span,),
    _cumulative(
        ("found at all", lambda g, p, r: overlap(g.spans, (p.span,))),
        ("stance", lambda g, p, r: p.stance in g.stances),
        ("actor and stance", lambda g, p, r: met(g.actor, p.actor, r)),
        ("and firmness", lambda g, p, r: p.firmness in g.firmness),
    ),
    "actor and stance",
    (
        ("condition", lambda g: g.condition is not None,
         lambda g, p, r: overlap(_maybe(g.condition), _maybe(p.condition))),
        ("who says so", lambda g: bool(g.says), lambda g, p, r: reported_by(g.says, p.statement, r)),
    ),
)  # fmt: skip

FORECASTS = Rule(
    lambda f: (f.proposition,),
    _cumulative(
        ("found at all", lambda g, f, r: overlap(g.spans, (f.proposition,))),
        ("proposition", same_proposition),
        ("and claimant", same_claimant),
    ),
    "and claimant",
    (
        ("condition", lambda g: g.condition is not None,
         lambda g, f, r: overlap(_maybe(g.condition), _maybe(f.condition))),
        ("horizon", lambda g: g.horizon is not None,
         lambda g, f, r: overlap(_maybe(g.horizon), span_of(f.horizon, r.dates))),
        ("probability", lambda g: g.probability is not None,
         lambda g, f, r: overlap(_maybe(g.probability), _maybe(f.probability))),
    ),
)  # fmt: skip

QUANTITIES = Rule(
    lambda q: (q.span,),
    _cumulative(
        ("found at all", lambda g, q, r: overlap(g.spans, (q.span,))),
        ("kind and value", same_figure),
        ("and unit", same_unit),
    ),
    "and unit",
)

DATES = Rule(
    lambda d: (d.span,),
    _cumulative(
        ("found at all", lambda g, d, r: overlap(g.spans, (d.span,))),
        ("one end", one_end),
        ("start and end", same_range),
    ),
    "start and end",
)

RULES = {
    "agreements": AGREEMENTS, "memberships": MEMBERSHIPS, "positions": POSITIONS,
    "forecasts": FORECASTS, "quantities": QUANTITIES, "dates": DATES,
}  # fmt: skip
