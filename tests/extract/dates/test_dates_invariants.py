"""What holds of the dates of any text."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from without_trees import dates

PIECES = (
    "May march March 5 23rd 31 Nov. November 2015 2000 1812 99999 since until by from to between and - – , . "
    "the a last next this past year week month Monday Sunday two three days years ago earlier early late mid "
    "end of quarter first Q1 summer Christmas 05/06/2015 2015-02-30 '90s 0000s 9990s 2014/15 century "
    "99th in past"
).split()
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(" ".join)
DAYS = st.one_of(st.none(), st.dates(), st.just(date.min), st.just(date.max))


@settings(deadline=None)  # the machine may be busy
@given(st.one_of(TEXTS, st.text(max_size=60)), DAYS)
def test_times_are_places_of_the_text(text: str, published: date | None) -> None:
    """Spans lie inside, in order, apart; ends are in order; ids count up; the same again gives the same."""
    found = dates(text, published)
    place = 0
    for number, one in enumerate(found, 1):
        assert place <= one.span.start < one.span.end <= len(text)
        place = one.span.end
        assert one.id == f"d{number}"
        assert one.start is None or one.end is None or one.start <= one.end
        assert text[slice(*one.span)].strip() == text[slice(*one.span)]
    assert dates(text, published) == found
