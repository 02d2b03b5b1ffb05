"""What the sample press was written to hold: seventeen seconds, and the right to enrich."""

from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.ledgers.reading_claims import Where, claims_of
from dragoman.relations.disputes.contested import Card, contested

PRESS = Path(__file__).parents[2] / "examples" / "press"
STORIES = {
    "bomber": ("sample-gazette/2015-11-25-su24.txt", "specimen-wire/2015-11-24-bomber.txt"),
    "enrichment": (
        "sample-gazette/2013-11-25-geneva-accord.txt",
        "specimen-post/2013-11-24-interim-deal.txt",
    ),
}


@pytest.fixture(scope="module")
def cards() -> dict[str, list[Card]]:
    """The disputes of each story, from the articles as they are read."""
    found = {}
    for story, files in STORIES.items():
        claims = []
        for file in files:
            reading = dragoman.read(PRESS / file)
            for claim in claims_of(reading, Where(reading.id, file.split("/")[0], story)):
                assert claim.report.span is not None and claim.report.span.of(reading.text) == claim.text
                claims.append(claim)
        found[story] = list(contested(claims))
    return found


def held(cards: list[Card], matter: str) -> dict[str, str]:
    """Return the words of each side of the only card on a matter."""
    (card,) = (one for one in cards if one.matter == matter)
    assert card.state == "open" and all(side.roots for side in card.sides)
    return {side.value: " ".join(claim.text for claim in side.claims) for side in card.sides}


def test_the_bomber_crossed_the_border_or_did_not(cards: dict[str, list[Card]]) -> None:
    """Turkey's seventeen seconds stand against the Russian ministry's "never left", across two papers."""
    sides = held(cards["bomber"], "border")
    assert "seventeen seconds" in sides["affirmed"] and "never left Syrian airspace" in sides["denied"]


def test_the_pilots_were_warned_or_were_not(cards: dict[str, list[Card]]) -> None:
    """Ten warnings stand against "nobody warned us"."""
    sides = held(cards["bomber"], "warning")
    assert "warned ten times" in sides["affirmed"] and "Nobody warned us" in sides["denied"]


def test_one_accord_is_read_in_two_ways(cards: dict[str, list[Card]]) -> None:
    """The right to enrich: two Iranians against Washington and its secretary of state."""
    (card,) = (one for one in cards["enrichment"] if one.matter == "recognition")
    assert card.kind == "meaning"
    assert [{root.claimant.state for root in side.roots} for side in card.sides] == [{"IRN"}, {"USA"}]
