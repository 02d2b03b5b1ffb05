"""What holds of the agreements of every text: evidence inside it, known parties, one outcome."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.extract.agreements.amounts import chosen
from dragoman.records import Quantity, Span

_WHO = st.sampled_from(
    ["Spain", "Peru", "the European Union", "Russia and Iran", "The two sides", "They", "OPEC"]
)
_DOES = st.sampled_from(
    "signed|did not sign|will sign|tore up|agreed on|discussed|offered|walked out of|may ratify".split("|")
)
_WHAT = st.sampled_from(
    "a treaty|the deal|a $2 billion loan|a ceasefire|an agreement on visas|these funds|a great deal".split(
        "|"
    )
)
_MORE = st.sampled_from(
    ["", " with Chile", " between Japan and Kenya", " for new roads", " — “yet”", " (again)"]
)
SENTENCES = st.builds(lambda *parts: "{} {} {}{}.".format(*parts), _WHO, _DOES, _WHAT, _MORE)


@settings(max_examples=40, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join))
def test_agreements_stand_on_their_text(text):
    """Spans lie in the text, parties, events and statements are the reading's, twice read is the same."""
    reading = dragoman.read(text, verbatim=True, published=date(2015, 11, 24))
    actors, events = {a.id for a in reading.actors}, {e.id for e in reading.events}
    statements = {s.id for s in reading.statements}
    for number, agreement in enumerate(reading.agreements, 1):
        assert agreement.id == f"g{number}"
        assert agreement.parties and set(agreement.parties) <= actors
        assert len(set(agreement.parties)) == len(agreement.parties)
        assert set(agreement.events) <= events
        assert agreement.statement is None or agreement.statement in statements
        assert agreement.mentions and 0 < agreement.confidence <= 1
        told = (*agreement.mentions, *agreement.subject, *agreement.purpose, *agreement.open_points)
        for span in told:
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
    assert dragoman.read(text, verbatim=True, published=date(2015, 11, 24)).agreements == reading.agreements


def test_the_sum_is_the_money_at_its_place():
    """The amount is the quantity of money that overlaps the sum's characters, never another one."""
    near = Quantity("q2", "money", 5e9, "USD", False, Span(10, 20))
    others = [
        Quantity("q1", "count", 3, "reactor", False, Span(12, 14)),
        Quantity("q3", "money", 2e9, "USD", False, Span(40, 50)),
    ]
    assert chosen(Span(9, 18), [*others, near]) == near
    assert chosen(Span(60, 70), [*others, near]) is None
    assert chosen(None, [near]) is None
