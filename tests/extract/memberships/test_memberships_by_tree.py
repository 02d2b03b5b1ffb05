"""Memberships read off the tree: nouns of roles, relative clauses, presence, seats, coming and going."""

from __future__ import annotations

import pytest
from tests.extract.memberships.test_memberships_read import members, memberships


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("Peru remains a member of the Andean Pact.", "member", {"Peru"}),
        ("Peru is one of fifteen countries in the Andean Pact.", "member", {"Peru"}),
        ("The Andean Pact, of which Peru is a founder, met on Monday.", "member", {"Peru"}),
        ("Peru, an ex-member of the Andean Pact, objected.", "former", {"Peru"}),
        ("Peru ceased to be a member of the Andean Pact in 2019.", "former", {"Peru"}),
        ("Peru is once again a member of the Andean Pact.", "member", {"Peru"}),
        ("Serbia, a candidate to join the EU, objected.", "candidate", {"Serbia"}),
        ("Serbia has been a candidate country of the EU since 2012.", "candidate", {"Serbia"}),
        ("The Andean Pact has two observers, Serbia and Peru.", "observer", {"Serbia", "Peru"}),
        ("Peru, along with Chile, is a member of the Andean Pact.", "member", {"Peru", "Chile"}),
        ("Three EU states that border Ukraine — Poland, Slovakia and Hungary — objected.", "member",
         {"Poland", "Slovakia", "Hungary"}),
        ("The Andean Pact members that objected were Peru and Chile.", "member", {"Peru", "Chile"}),
    ],
)  # fmt: skip
def test_a_noun_of_a_role_finds_who_bears_it(text, role, who):
    """Predicates, appositions and lists behind the noun bear its role; what ended makes a former one."""
    assert members(text, role) == who


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("Serbia was granted candidate status by the European Union.", "candidate", {"Serbia"}),
        ("Peru holds observer status with the Andean Pact.", "observer", {"Peru"}),
        ("Peru took its seat in the Andean Pact on Friday.", "member", {"Peru"}),
        ("Peru won a seat on the Human Rights Council.", "member", {"Peru"}),
        ("Peru lost its seat on the Human Rights Council.", "former", {"Peru"}),
        ("Peru gave up its membership of the Andean Pact.", "former", {"Peru"}),
        ("Peru has been promised entry into the Andean Pact.", "candidate", {"Peru"}),
    ],
)
def test_a_seat_or_a_status_is_held_given_and_lost(text, role, who):
    """Whoever has or gets a seat, a status or membership bears its role; whoever loses it did."""
    assert members(text, role) == who


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("Peru met ALBA, a bloc that Bolivia rejoined last year.", "member", {"Bolivia"}),
        ("Peru met ALBA, a bloc from which Ecuador and Honduras have withdrawn.", "former",
         {"Ecuador", "Honduras"}),
        ("Moldova is the latest country to join the Andean Pact.", "member", {"Moldova"}),
        ("The Andean Pact expelled Peru.", "former", {"Peru"}),
        ("The Andean Pact invited Peru to join.", "candidate", {"Peru"}),
        ("Peru is due to join the Andean Pact in May.", "candidate", {"Peru"}),
        ("Peru is in talks to join the Andean Pact.", "candidate", {"Peru"}),
        ("Peru asked to be admitted to the Andean Pact.", "candidate", {"Peru"}),
        ("NATO has thirty members. Albania and Croatia were admitted in 2009.", "member",
         {"Albania", "Croatia"}),
    ],
)  # fmt: skip
def test_a_verb_finds_its_organization_where_the_clause_hangs_or_before(text, role, who):
    """Relative clauses, who is called so, who acts on a member, and verbs that leave the body unsaid."""
    assert members(text, role) == who


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("Slovenia and Croatia are in the European Union.", "member", {"Slovenia", "Croatia"}),
        ("Peru, formerly in the Andean Pact, objected.", "former", {"Peru"}),
        ("Croatia's entry into NATO was blocked by Athens.", "candidate", {"Croatia"}),
        ("Peru began accession talks with the European Union.", "candidate", {"Peru"}),
        ("Peru's withdrawal from the Andean Pact surprised nobody.", "former", {"Peru"}),
        ("Mexico joined NATO. Its exit from the alliance is not planned.", "member", {"Mexico"}),
    ],
)
def test_presence_and_nouns_of_coming_and_going(text, role, who):
    """States that are in a body, and those whose entry or exit a noun tells."""
    assert members(text, role) == who


@pytest.mark.parametrize(
    "text",
    [
        "Peru failed to win a seat on the Human Rights Council.",
        "Peru is outside the Andean Pact.",
        "Peru joined the EU in a lawsuit.",
        "Peru met members of the Andean Pact.",
        "If Peru joined the Andean Pact, prices would fall.",
        "Members of his family joined the Andean Pact's staff.",
        "The five-nation talks between Peru and Chile ended.",
        "Peru's ambassador to the EU resigned.",
        "Peru has never belonged to the Andean Pact.",
        "The Andean Pact met. Taiwan's application was turned down.",
        "The Andean Pact met. Peru and Chile were asked to join a strike.",
    ],
)
def test_what_the_tree_must_not_take_for_membership(text):
    """Failures, suppositions, acts done together, meetings, staff and refusals give none."""
    assert memberships(text) == set()
