"""A reading → its paragraphs with every kind of finding marked, each in a layer that can be shown or not."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.records import Reading
from dragoman.show.marking import Mark, Piece, marks_of, parted

LAYERS: dict[str, tuple[str, ...]] = {
    "statements": ("source", "via", "cue", "content"),
    "events": ("act",),
    "agreements": ("pact",),
    "positions": ("stance",),
    "memberships": ("belonging",),
    "forecasts": ("forecast",),
    "names": ("name",),
}
"""The layers, in the order of the keys that switch them, and the roles of their marks."""


def layered(reading: Reading) -> list[tuple[Piece, ...]]:
    """Return the pieces of each paragraph, all findings marked; a piece's classes are the roles over it."""
    return parted(reading, _every(reading), "")


def _every(reading: Reading) -> Iterator[Mark]:
    yield from marks_of(reading.statements)
    for event in reading.events:
        for place, trigger in enumerate((event.trigger, *event.mentions)):
            yield Mark(trigger, "act", event.id, f"event {event.id[1:]}", place == 0)
    for agreement in reading.agreements:
        for place, span in enumerate(agreement.mentions or agreement.subject[:1]):
            yield Mark(span, "pact", agreement.id, f"agreement {agreement.id[1:]}", place == 0)
    for count, position in enumerate(reading.positions, 1):
        yield Mark(position.span, "stance", f"p{count}", f"position {count}", True)
    for count, membership in enumerate(reading.memberships, 1):
        yield Mark(membership.span, "belonging", f"m{count}", f"membership {count}", True)
    for count, forecast in enumerate(reading.forecasts, 1):
        yield Mark(forecast.proposition, "forecast", f"f{count}", f"forecast {count}", True)
    for actor in reading.actors:
        for span in actor.mentions:
            yield Mark(span, "name", actor.id, actor.name, False)
