"""Contested claims: what is a contradiction, what is none, and how the sides are counted."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from disputants import BRIDGE, DAY, crowd, dead, deal, party, shelled, told, voice

from dragoman.relations.disputes.claims import Claim, Deed, Party
from dragoman.relations.disputes.comparing import bounds
from dragoman.relations.disputes.contested import Card, contested


def one(*claims: Claim) -> Card:
    """Return the only card of some claims."""
    cards = contested(claims)
    assert len(cards) == 1, cards
    return cards[0]


def names(card: Card) -> list[tuple[str, list[str]]]:
    """Return the sides of a card: what is held, and by whom."""
    return [(side.value, [root.claimant.name for root in side.roots]) for side in card.sides]


def test_a_denial_with_the_same_words_opens_a_card() -> None:
    """Polarity: what one says happened another denies, in articles of the same month."""
    card = one(told(1, words=BRIDGE), told(2, "Moscow", after=5, words=BRIDGE, affirms=False))
    assert (card.kind, card.state, card.first) == ("polarity", "open", DAY)
    assert names(card) == [("affirmed", ["Kiev"]), ("denied", ["Moscow"])]


@pytest.mark.parametrize(
    "other",
    [
        told(2, "Moscow", words=frozenset({"army", "rescue", "tourist"}), affirms=False),
        told(2, "Moscow", words=BRIDGE, affirms=False, after=bounds().days["content"] + 1),
        told(2, "Moscow", words=BRIDGE),
        told(2, "Kiev", words=BRIDGE, affirms=False),
        told(2, "Moscow", words=BRIDGE, names=BRIDGE, affirms=False),
        told(2, "Moscow", words=BRIDGE | frozenset("abcdefg"), affirms=False),
    ],
    ids=[
        "other content",
        "another month",
        "the same",
        "one root",
        "only names shared",
        "little of a long one",
    ],
)
def test_what_does_not_deny_the_same_opens_none(other: Claim) -> None:
    """Other words, another time, agreement, one root alone, or a few shared names are no contradiction."""
    assert contested([told(1, words=BRIDGE), other]) == ()


def test_a_pointing_denial_is_of_what_it_points_at() -> None:
    """ "The Kremlin denied it" has no words of its own; what it answers is its other side."""
    claim = told(1, words=BRIDGE, document="d")
    card = one(claim, told(2, "Moscow", document="d", affirms=False, answers=(claim.id,)))
    assert names(card) == [("affirmed", ["Kiev"]), ("denied", ["Moscow"])]


def test_who_goes_on_from_a_denial_is_on_its_side() -> None:
    """ "Washington denied it. The secretary said that …" is one side of two roots."""
    claim = told(1, document="d", words=BRIDGE)
    denial = told(2, "Moscow", document="d", affirms=False, answers=(claim.id,))
    card = one(claim, denial, told(3, "the minister", document="d", carries_on=denial.id))
    assert names(card)[1] == ("denied", ["Moscow", "the minister"])


def test_who_is_answered_affirms_whatever_else_he_takes_sides_on() -> None:
    """Only on a matter of the table does its second side make the denial."""
    claim = told(1, document="d", words=BRIDGE, rivals=(("civilians", 1), ("border", 0)))
    card = one(claim, told(2, "Moscow", document="d", affirms=False, answers=(claim.id,)))
    assert card.matter is None and names(card) == [("affirmed", ["Kiev"]), ("denied", ["Moscow"])]


def test_what_a_text_says_is_a_question_of_meaning() -> None:
    """Two who tell one text differently dispute what it means, not whether something happened."""
    claim = told(1, document="d", of_text=True, words=BRIDGE)
    assert one(claim, told(2, "Moscow", document="d", affirms=False, answers=(claim.id,))).kind == "meaning"


def test_a_rejected_estimate_is_a_question_of_quantity() -> None:
    """ "Rejected that estimate" turns against the figure."""
    claim = told(1, document="d", **dead(40, 40))
    card = one(claim, told(2, "Moscow", document="d", affirms=False, answers=(claim.id,), figure=True))
    assert card.kind == "quantity" and [side.value for side in card.sides] == ["40 to 40 soldiers", "denied"]


def test_rival_ways_of_telling_meet_on_one_story() -> None:
    """Two sides of a matter of the table, near in time and on one story, or close together in an article."""
    crossed = told(1, rivals=(("border", 0),), story="s")
    stayed = told(2, "Moscow", after=2, rivals=(("border", 1),), story="s")
    assert one(crossed, stayed).matter == "border"
    assert contested([crossed, replace(stayed, story="t")]) == ()
    late = told(2, "Moscow", after=bounds().days["rivals"] + 1, rivals=(("border", 1),), story="s")
    assert contested([crossed, late]) == ()


def test_two_matters_are_two_cards() -> None:
    """Whoever takes sides on two matters stands on two cards, each with those of its matter."""
    both = told(1, rivals=(("border", 0), ("warning", 0)), story="s")
    cards = contested(
        [
            both,
            told(2, "a", rivals=(("border", 1),), story="s"),
            told(3, "b", rivals=(("warning", 1),), story="s"),
        ]
    )
    assert {card.matter: names(card)[1][1] for card in cards} == {"border": ["a"], "warning": ["b"]}


def test_each_says_that_the_other_did_it() -> None:
    """Agent: one deed on the same people in one place, done by whoever says that the other did it."""
    card = one(
        told(1, "Kiev", state="UKR", deeds=shelled("RUS")),
        told(2, "Moscow", state="RUS", deeds=shelled("UKR")),
    )
    assert card.kind == "agent" and names(card) == [("RUS", ["Kiev"]), ("UKR", ["Moscow"])]


@pytest.mark.parametrize(
    "facts",
    [
        {"place": "elsewhere", "recipients": crowd("driver")},
        {"place": "elsewhere"},
        {"done": False},
        {"verb": "rob"},
    ],
    ids=["other people elsewhere", "elsewhere", "not done", "another deed"],
)
def test_two_deeds_are_no_dispute_over_an_agent(facts: dict[str, object]) -> None:
    """What was done elsewhere, to others, or only may be done is another deed."""
    other = told(2, "Moscow", state="RUS", deeds=shelled("UKR", **facts))
    assert contested([told(1, "Kiev", state="UKR", deeds=shelled("RUS")), other]) == ()


def test_a_bystander_who_names_another_agent_is_no_dispute() -> None:
    """Two deeds alike by two who are not accused of each other's may both have been done."""
    neutral = told(2, "a monitor", state="CHE", deeds=shelled("UKR"))
    assert contested([told(1, "a reporter", state="FRA", deeds=shelled("RUS")), neutral]) == ()


def test_a_denied_deed_is_a_question_of_polarity() -> None:
    """The same who, whom and where, done for one and not for the other."""
    card = one(
        voice(1, deeds=shelled("RUS")), told(2, "Moscow", state="RUS", deeds=shelled("RUS", denied=True))
    )
    assert card.kind == "polarity"
    planned = told(3, "Kiev", deeds=shelled("RUS", done=False))
    assert contested([planned, told(2, "Moscow", deeds=shelled("RUS", denied=True))]) == ()


def test_who_names_another_agent_says_and_denies_nothing_of_this_one() -> None:
    """ "Separatists shelled it" agrees neither with "Ukrainian forces shelled it" nor with its denial."""
    words = frozenset({"shell", "village", "night"})
    they = told(1, "a monitor", words=words, deeds=shelled("XSE"))
    these = told(2, "a reporter", words=words, deeds=shelled("UKR"))
    denial = told(3, "Kiev", words=words, affirms=False, deeds=shelled("UKR"))
    card = one(they, these, denial)
    assert names(card) == [("affirmed", ["a reporter"]), ("denied", ["Kiev"])]


def test_what_two_states_do_together_may_be_told_from_either_side() -> None:
    """ "A and B signed it" is denied by "A signed nothing with B"."""
    both = (Deed("AGREE", "sign", party("XSA", "XEX"), Party()),)
    nothing = (Deed("AGREE", "sign", party("XSA"), party("XEX"), denied=True),)
    assert one(told(1, deeds=both), told(2, "Moscow", deeds=nothing)).kind == "polarity"


def test_figures_without_a_common_value_are_a_dispute() -> None:
    """Quantity: of one thing on one day, told by two roots."""
    card = one(told(1, **dead(12, 12)), told(2, "Moscow", **dead(3, 3)))
    assert card.kind == "quantity" and [side.value for side in card.sides] == [
        "12 to 12 soldiers",
        "3 to 3 soldiers",
    ]


@pytest.mark.parametrize(
    ("facts", "after"),
    [
        (dead(12, float("inf")), 0),
        (dead(15, 25), 0),
        (dead(30, 30), 1),
        (dead(30, 30, "civilian"), 0),
        (dead(3, 3), 9),
    ],
    ids=["at least", "about", "a total that grows", "of others", "another week"],
)
def test_figures_that_can_both_be_true_are_none(facts: dict[str, object], after: int) -> None:
    """A vague figure around a precise one, a later and greater total, and figures of other things agree."""
    assert contested([told(1, **dead(20, 20)), told(2, "Moscow", after=after, **facts)]) == ()


def test_a_later_and_smaller_total_of_another_is_a_dispute() -> None:
    """Totals only grow; whoever counts fewer the day after disagrees."""
    assert one(told(1, **dead(20, 20)), told(2, "Moscow", after=1, **dead(3, 3))).kind == "quantity"


def test_what_happens_once_has_one_day() -> None:
    """Date: two days for one signing; a day within the other's month is no other day."""
    deed = (Deed("AGREE", "sign", party("XSA"), party("XEX")),)
    first = told(1, deeds=deed, first=DAY, last=DAY)
    other = told(2, "Moscow", deeds=deed, first=DAY + timedelta(3), last=DAY + timedelta(3))
    assert one(first, other).kind == "date"
    month = replace(other, first=DAY.replace(day=1), last=DAY.replace(day=31))
    assert contested([first, month]) == ()
    visits = [replace(c, deeds=(replace(deed[0], type="CONSULT", verb="visit"),)) for c in (first, other)]
    assert contested(visits) == ()


def test_signed_for_one_and_pending_for_the_other() -> None:
    """Status: told on one day, or pending for the later of two."""
    assert one(told(1, **deal("signed")), told(2, "Moscow", **deal("under study"))).kind == "status"
    assert one(told(1, **deal("signed")), told(2, "Moscow", after=1, **deal("proposed"))).kind == "status"


@pytest.mark.parametrize(
    ("facts", "after"),
    [(deal("signed"), 2), (deal("announced"), 0), (deal("signed", "loan"), 0), (deal("signed"), 40)],
    ids=["an update", "vague", "another agreement", "long after"],
)
def test_an_agreement_that_came_further_is_none(facts: dict[str, object], after: int) -> None:
    """Proposed on one day and signed on a later one is how agreements go."""
    assert contested([told(1, **deal("proposed")), told(2, "Moscow", after=after, **facts)]) == ()


def test_a_place_in_a_state_is_no_other_place() -> None:
    """Granularity: the capital and its country can be one place, two towns can't."""
    town = shelled("RUS", place="town", place_state="UKR")
    land = shelled("UKR", place="ukraine", place_state="UKR", is_state=True)
    assert (
        one(told(1, "Kiev", state="UKR", deeds=town), told(2, "Moscow", state="RUS", deeds=land)).kind
        == "agent"
    )


def test_roots_are_counted_and_never_articles() -> None:
    """Three articles that go back to one official are one root; copies of an anonymous one are one, too."""
    official = [told(n, words=BRIDGE) for n in (1, 2, 3)]
    nobody = [
        told(n, "a source", document=f"copy {n}", copy="print", words=BRIDGE, affirms=False) for n in (4, 5)
    ]
    card = one(*official, *nobody)
    assert [(len(side.roots), side.articles) for side in card.sides] == [(1, 3), (1, 2)]
    assert card.entropy == 1.0


def test_one_outlet_that_reports_both_sides_takes_none() -> None:
    """The narrator is neutral: the dispute is between those who are quoted, and the outlet is no root."""
    card = one(
        told(1, document="d", words=BRIDGE), told(2, "Moscow", document="d", words=BRIDGE, affirms=False)
    )
    assert [root.claimant.voice for side in card.sides for root in side.roots] == [False, False]
    assert contested([voice(1, words=BRIDGE), voice(1, words=BRIDGE, affirms=False)]) == ()


def test_a_side_that_its_roots_left_is_withdrawn_or_superseded() -> None:
    """Who denied and later affirms has withdrawn; whose figure is corrected later is superseded."""
    claim, denial = told(1, words=BRIDGE), told(2, "Moscow", words=BRIDGE, affirms=False)
    assert one(claim, denial, told(3, "Moscow", after=4, words=BRIDGE)).state == "one side withdrew"
    few, many = told(1, **dead(3, 3)), told(2, "Moscow", **dead(12, 12))
    card = one(few, many, told(3, "Moscow", after=1, **dead(3, 3)))
    assert card.state == "superseded"
    assert [side.live for side in card.sides] == [True, False]


def test_the_order_of_claims_and_sides_changes_nothing() -> None:
    """Any order of the input gives the same cards, ids among them; and whoever comes first in an article."""
    claims = [
        told(1, words=BRIDGE), told(2, "Moscow", words=BRIDGE, affirms=False), told(3, "Paris", words=BRIDGE),
        told(4, **dead(3, 3)), told(5, "Moscow", **dead(9, 9)),
        told(6, "a", rivals=(("border", 0),), story="s"), told(7, "b", rivals=(("border", 1),), story="s"),
    ]  # fmt: skip
    cards = contested(claims)
    assert len(cards) == 3
    for seed in range(12):
        mixed = claims[:]
        random.Random(seed).shuffle(mixed)
        assert contested(mixed) == cards
