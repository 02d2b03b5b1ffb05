"""Third states' reactions to a pair's acts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from disputants import told

from dragoman.relations import weigh
from dragoman.relations.reactions import Reaction, Remark, after, reactions
from presses import START, act, report, steady

PAIR = ("AAA", "BBB")


def remark(number: int, day: int, state: str | None = "CCC", **facts: object) -> Remark:
    """Return a remark of a state's minister, so many days after the start, naming both of the pair."""
    claim = told(number, f"minister of {state}", state=state)
    where = replace(claim.report, day=START + timedelta(day))
    made = Remark(claim.id, claim.claimant, where, claim.text, frozenset(PAIR))
    return replace(made, **facts)  # type: ignore[arg-type]


def links(found: tuple[Reaction, ...]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return the act, the third state, and each remark's id with its link."""
    return [(r.act.id, r.third, [(one.id, link) for one, link in r.remarks]) for r in found]


def test_a_remark_that_names_both_is_on_the_last_act_before_it() -> None:
    """Within 14 days, and on the nearest of several acts."""
    acts = [act(1, "AGREE", 0), act(2, "SANCTION", 5)]
    found = reactions(acts, [remark(7, 9)], PAIR)
    assert links(found) == [("e2", "CCC", [("document 7:s7", "names both")])]


def test_an_act_of_the_same_article_goes_before_a_later_one() -> None:
    """Whoever speaks in the article that tells of an act speaks rather of that."""
    acts = [act(1, "AGREE", 0, reports=(report("document 7"),)), act(2, "SANCTION", 5)]
    assert links(reactions(acts, [remark(7, 9)], PAIR))[0][0] == "e1"


def test_a_remark_that_tells_of_an_act_is_on_it_whenever_it_is_made() -> None:
    """The content's own telling is the stronger evidence, and needs no nearness."""
    late = remark(7, 400, about=frozenset(), acts=frozenset({"e1"}))
    assert links(reactions([act(1, "AGREE", 0)], [late], PAIR)) == [("e1", "CCC", [(late.id, "tells of it")])]


@pytest.mark.parametrize(
    "one",
    [
        remark(7, 15), remark(7, -1), remark(7, 3, "AAA"), remark(7, 3, None),
        remark(7, 3, about=frozenset({"AAA"})), remark(7, 3, "DDD"),
    ],
    ids=["too late", "before it", "of the pair", "of no state", "names one", "takes part"],
)  # fmt: skip
def test_what_is_no_reaction_is_left_out(one: Remark) -> None:
    """Not later than 14 days, not before, not by the pair or nobody's state, and not by who takes part."""
    joint = act(1, "AGREE", 0, actors=("AAA", "BBB", "DDD"), recipients=())
    assert reactions([joint], [one], PAIR) == ()


def test_acts_that_did_not_happen_or_are_of_others_draw_no_reaction() -> None:
    """Planned acts, and acts of other pairs, are nobody's to react to here."""
    acts = [act(1, "AGREE", 0, status="planned"), act(2, "AGREE", 0, recipients=("DDD",))]
    assert reactions(acts, [remark(7, 3)], PAIR) == ()


def test_one_third_state_can_be_asked_for_and_order_is_irrelevant() -> None:
    """The pair's order, the acts' and the remarks' change nothing."""
    acts, said = (
        [act(1, "AGREE", 0), act(2, "SANCTION", 5)],
        [remark(7, 3), remark(8, 6, "DDD"), remark(9, 7)],
    )
    every = reactions(acts, said, PAIR)
    assert reactions(acts[::-1], said[::-1], PAIR[::-1]) == every
    assert [r.third for r in reactions(acts, said, PAIR, "DDD")] == ["DDD"]


def test_closeness_is_that_after_beside_that_before() -> None:
    """60 days from the act on, 90 before it, with a band around the difference; silence where acts end."""
    weighed = weigh(steady())
    day = START + timedelta(weeks=30)
    found = after(weighed, "CCC", "AAA", day)
    assert found.change is not None and found.change.low <= found.change.delta <= found.change.high
    windows = found.change.windows
    assert (windows[0].until, windows[1].since) == (day, day)
    assert windows[1].until - day == timedelta(60) and day - windows[0].since == timedelta(90)
    beyond = after(weighed, "CCC", "AAA", START + timedelta(weeks=600))
    assert beyond.change is None and "outside" in beyond.why
