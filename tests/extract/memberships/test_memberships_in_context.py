"""Memberships told without the organization's name beside them, and in the many forms that papers use."""

from __future__ import annotations

import pytest
from tests.extract.memberships.test_memberships_read import members, memberships


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("The Andean Forum has nine members. Chile joined in 2004.", "member", {"Chile"}),
        ("Peru left OPEC. Oman and Qatar sit in as observers.", "observer", {"Oman", "Qatar"}),
        ("Peru joined the Andean Forum. Chile was expelled.", "former", {"Chile"}),
        ("The Rhine Pact comprises Peru and Cuba. Chile wants to join.", "candidate", {"Chile"}),
        ("Peru joined the Andean Forum. Chile is knocking at the door.", "candidate", {"Chile"}),
        ("Peru joined the Andean Forum. Chile, which applied in 2019, waits.", "candidate", {"Chile"}),
        ("Peru joined the Andean Forum. Chile and Brazil are candidates.", "candidate", {"Chile", "Brazil"}),
        ("Peru joined the Andean Forum. Chile, once a member, objected.", "former", {"Chile"}),
        ("Peru joined the Andean Forum. Chile gave up its observer status.", "former", {"Chile"}),
        ("Peru joined the Andean Forum. Chile became its fifth member.", "member", {"Peru", "Chile"}),
        ("Peru joined the Andean Forum. Chile's membership was suspended.", "former", {"Chile"}),
        ("Peru joined the Andean Forum. It groups Chile, Brazil and Cuba.", "member",
         {"Peru", "Chile", "Brazil", "Cuba"}),
        ("Peru joined the Andean Forum. Members, including Chile and Cuba, agreed.", "member",
         {"Peru", "Chile", "Cuba"}),
        ("Peru joined the Andean Forum. Chile left the forum last year.", "former", {"Chile"}),
    ],
)  # fmt: skip
def test_a_clause_goes_on_with_the_body_told_of_before(text, role, who):
    """Where a clause names no organization, it is the one whose members were told of last."""
    assert members(text, role) == who


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("The Highland Union has four members: Bhutan, Nepal, Laos and Oman.", "member",
         {"Bhutan", "Nepal", "Laos", "Oman"}),
        ("The Highland Union counts Bhutan and Nepal among its members.", "member", {"Bhutan", "Nepal"}),
        ("Kenya is part of the Lake Basin Committee, as are Uganda and Rwanda.", "member",
         {"Kenya", "Uganda", "Rwanda"}),
        ("Kenya, a member of the Lake Union along with Uganda and Chad, agreed.", "member",
         {"Kenya", "Uganda", "Chad"}),
        ("The Lake Union, to which Kenya and Uganda belong, met.", "member", {"Kenya", "Uganda"}),
        ("The Lake Union, which Kenya left in 2019, met.", "former", {"Kenya"}),
        ("Kenya and Chad are in the African Union.", "member", {"Kenya", "Chad"}),
        ("Kenya and Chad, the two states of the Lake Union, met.", "member", {"Kenya", "Chad"}),
        ("Japan holds a seat on the Security Council.", "member", {"Japan"}),
        ("Kenya, Chad and Mali announced their withdrawal from the African Union.", "former",
         {"Kenya", "Chad", "Mali"}),
        ("The African Union suspended Niger after the coup.", "former", {"Niger"}),
        ("The Commonwealth took in Gabon and Togo in 2022.", "member", {"Gabon", "Togo"}),
        ("The EU granted candidate status to Moldova.", "candidate", {"Moldova"}),
        ("Moldova was granted candidate status by the EU.", "candidate", {"Moldova"}),
        ("Nicaragua's withdrawal from the Organization of American States took effect.", "former",
         {"Nicaragua"}),
        ("Estonia and Latvia, both of them EU members, agreed.", "member", {"Estonia", "Latvia"}),
        ("Chad and Mali signed. Both countries are in the African Union.", "member", {"Chad", "Mali"}),
    ],
)  # fmt: skip
def test_forms_that_papers_use(text, role, who):
    """Counts with lists, company, relative clauses, seats, admissions, exits: each gives its members."""
    assert members(text, role) == who


@pytest.mark.parametrize(
    "text",
    [
        "Peru met the Andean Forum. Chile's application was rejected.",
        "The Andean Forum met. A deal with Chile was suspended in May.",
        "Argentina turned down an invitation to join BRICS.",
        "Argentina has no plans to join BRICS.",
        "Switzerland is not in the EU.",
        "Portugal joined in the applause. Spain left in a hurry.",
        "The EU sent observers to Kenya. Chile's troops withdrew from the town.",
        "The Andean Forum met. If Chile joined, prices would fall.",
        "The Andean Forum met. Chile applied pressure, and Peru quit smoking.",
        "Norway is in debt. Kenya is in talks with the EU.",
    ],
)
def test_no_membership_without_a_body_or_an_act(text):
    """What is turned down, supposed, hung on a noun, or done to something else tells of no membership."""
    assert memberships(text) == set()
