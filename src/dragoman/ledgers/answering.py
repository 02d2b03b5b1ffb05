"""Which claims of an article answer which: what a pointing denial turns against, and who goes on from whom.

A denial that only points back turns against the claim just before it, of somebody else, with no other
sentence between the two. Where that claim in turn only names an account ("his account was confirmed"), it
turns against what the same source said before. Whoever speaks next for the same one, or for the same state,
goes on from the denial: "Washington denied it. The secretary of state said that …".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.ledgers.pointing import pointing, sentences_between
from dragoman.records import Reading, Span, Statement
from dragoman.records.span import hull
from dragoman.relations.disputes.claims import Claim

_ASKED = "whether"


def answered(reading: Reading, said: Sequence[Statement], told: Mapping[str, Claim]) -> Iterator[Claim]:
    """Yield the claims of statements, those that point back with what they answer.

    ``said`` are the statements that claim something, ``told`` their claims by the statements' ids.
    """
    order = sorted((s for s in said if s.parent is None), key=lambda s: s.content[0].start)
    place = {statement.id: i for i, statement in enumerate(order)}
    for statement in said:
        claim = told[statement.id]
        text = " ".join(span.of(reading.text) for span in statement.content)
        points = pointing(text, statement.polarity == "rejects")
        if statement.id not in place:
            yield claim
        elif points is not None:
            before = _before(reading, order, place[statement.id])
            ids = tuple(sorted(told[one.id].id for one in before))
            yield replace(claim, answers=ids, figure=points.figure)
        else:
            at = place[statement.id]
            above = order[at - 1] if at else None
            yield replace(claim, carries_on=_goes_on(reading, statement, above, told))


def _before(reading: Reading, order: Sequence[Statement], at: int) -> list[Statement]:
    """Return what a pointing denial turns against: the claim before it, with what that one leans on."""
    denial = order[at]
    found: list[Statement] = []
    for statement in reversed(order[:at]):
        last = found[-1] if found else denial
        gap = reading.text[whole(statement).end : whole(last).start]
        if not _together(reading, statement, denial) or sentences_between(gap) > 0:
            break
        if found and _source(statement) != _source(found[-1]):
            break
        if not found and (_source(statement) == _source(denial) or _asks(reading, statement)):
            break
        found.append(statement)
        if not _leans(reading, statement):
            break
    return found[-1:]


def _asks(reading: Reading, statement: Statement) -> bool:
    """Say whether a statement only asks: whoever asks whether something is so claims nothing."""
    return any(_ASKED in span.of(reading.text).lower().split() for span in statement.content)


def _leans(reading: Reading, statement: Statement) -> bool:
    """Say whether a claim only names an account that was given before it."""
    text = " ".join(span.of(reading.text) for span in statement.content)
    return pointing(text, True) is not None


def _goes_on(
    reading: Reading, statement: Statement, above: Statement | None, told: Mapping[str, Claim]
) -> str | None:
    """Return the id of the denial that a statement goes on from, None where it stands by itself."""
    if above is None or not _together(reading, above, statement):
        return None
    text = " ".join(span.of(reading.text) for span in above.content)
    if pointing(text, above.polarity == "rejects") is None:
        return None
    gap = reading.text[whole(above).end : whole(statement).start]
    one, two = told[above.id].claimant, told[statement.id].claimant
    same = one.key == two.key or (one.state is not None and one.state == two.state)
    return told[above.id].id if same and not sentences_between(gap) else None


def _source(statement: Statement) -> str | None:
    return statement.source.actor if statement.source else None


def whole(statement: Statement) -> Span:
    """Return the stretch that a statement takes: source, cue and content."""
    source = (statement.source.span,) if statement.source else ()
    near = hull(statement.content)
    cue = [c for c in (*statement.cue, *source) if abs(c.start - near.start) < 300 or near.overlaps(c)]
    return hull((*statement.content, *cue))


def _together(reading: Reading, one: Statement, two: Statement) -> bool:
    """Say whether two statements stand in one paragraph, or in two that follow each other."""
    spans = [p.span for p in reading.article.paragraphs]
    places = [
        next((i for i, span in enumerate(spans) if span.contains(statement.content[0])), None)
        for statement in (one, two)
    ]
    return places[0] is not None and places[1] is not None and abs(places[0] - places[1]) <= 1
