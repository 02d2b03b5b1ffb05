"""What holds of contested claims whatever is claimed."""

from __future__ import annotations

from dataclasses import replace

from disputants import BRIDGE, shelled, told
from hypothesis import given
from hypothesis import strategies as st

from dragoman.relations.disputes.claims import Amount, Claim
from dragoman.relations.disputes.contested import contested
from dragoman.relations.index.belief import act_belief
from dragoman.relations.index.table import table_of
from dragoman.relations.weights import weights
from presses import act, report

WORDS = ["army", "bridge", "destroy", "convoy", "attack", "village"]
WHO = ["Kiev", "Moscow", "Paris", "an official"]


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    """Claims of a few people over a few days, with words, figures, matters and deeds that often meet."""
    made = []
    for number in range(draw(st.integers(2, 9))):
        by, after = draw(st.sampled_from(WHO)), draw(st.integers(0, 5))
        low = draw(st.integers(1, 40))
        amounts = (Amount("count", "soldier", low, low + draw(st.integers(0, 5)), f"{low}"),)
        made.append(
            told(
                number, by, after=after, state=draw(st.sampled_from([None, "RUS", "UKR"])),
                document=f"d{draw(st.integers(0, 4))}", affirms=draw(st.booleans()), story="s",
                words=frozenset(draw(st.lists(st.sampled_from(WORDS), max_size=4))),
                amounts=amounts if draw(st.booleans()) else (),
                rivals=((("border", draw(st.integers(0, 1))),) if draw(st.booleans()) else ()),
                deeds=shelled(draw(st.sampled_from(["RUS", "UKR"]))) if draw(st.booleans()) else (),
            )
        )  # fmt: skip
    return made


@given(claims(), st.randoms())
def test_the_order_of_input_is_irrelevant(made: list[Claim], chance: object) -> None:
    """The same claims in any order, or twice, are the same disputes with the same ids."""
    mixed = [*made, *made]
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert contested(mixed) == contested(made)


def shape(made: list[Claim]) -> dict[str, list[tuple[str, set[str]]]]:
    """Return the cards' ids, with what each side holds and who its roots are."""
    return {
        card.id: [(side.value, {root.claimant.key for root in side.roots}) for side in card.sides]
        for card in contested(made)
    }


@given(claims())
def test_syndication_is_inert(made: list[Claim]) -> None:
    """Every article printed again word by word adds articles, never a root, a side or a card."""
    copied = [
        replace(c, id=f"z{c.id}", report=replace(c.report, document=f"z{c.report.document}")) for c in made
    ]
    assert shape([*made, *copied]) == shape(made)


@given(claims())
def test_nobody_disputes_with_himself(made: list[Claim]) -> None:
    """A later word of one root is an update: a card has two roots at least, and every claim its evidence."""
    for card in contested(made):
        assert len({root.claimant.key for side in card.sides for root in side.roots}) > 1
        assert len(card.sides) > 1 and card.entropy >= 0
        assert all(c in made and c.report.span is not None for side in card.sides for c in side.claims)
    assert contested([replace(c, report=replace(c.report, root="Kiev")) for c in made]) == ()


def test_a_denial_lowers_no_belief_and_opens_a_card() -> None:
    """Who denies an act is another voice, not evidence against it: its belief stays, and the denied telling
    is no act that happened."""
    done = act(1, "ASSAULT", reports=(report("d1", root="Kiev"),))
    denied = act(2, "ASSAULT", status="negated", reports=(report("d2", root="Moscow"),))
    alone = act_belief(table_of([done]), weights())[0]
    assert not denied.happened
    both = table_of([one for one in (done, denied) if one.happened])
    assert act_belief(both, weights())[0].tolist() == alone.tolist()
    assert len(contested([told(1, words=BRIDGE), told(2, "Moscow", words=BRIDGE, affirms=False)])) == 1
