"""Memberships of plain sentences, read with the packaged model: who belongs to what, and as what."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman

PUBLISHED = date(2015, 11, 24)


def memberships(text: str) -> set[tuple[str, str, str]]:
    """Return member, organization and role of each membership of a text, by the words of its evidence."""
    reading = dragoman.read(text, verbatim=True, published=PUBLISHED)
    return {
        (reading.actor(m.member).name, reading.actor(m.organization).name, m.role)
        for m in reading.memberships
    }


def members(text: str, role: str = "member") -> set[str]:
    """Return the names of those who have a role in any organization."""
    return {member for member, _, kind in memberships(text) if kind == role}


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("Turkey, a NATO member, closed the strait.", "member", {"Turkey"}),
        ("Turkey, a founding member of the OECD, closed the strait.", "member", {"Turkey"}),
        ("NATO member Turkey closed the strait.", "member", {"Turkey"}),
        ("OPEC members Iran and Iraq disagreed.", "member", {"Iran", "Iraq"}),
        ("NATO members such as Poland and Estonia asked for troops.", "member", {"Poland", "Estonia"}),
        ("Armenia is a member of the Eurasian Economic Union.", "member", {"Armenia"}),
        ("Finland joined NATO after the war.", "member", {"Finland"}),
        ("Montenegro became a member of NATO.", "member", {"Montenegro"}),
        ("Vanuatu was admitted to the World Trade Organization.", "member", {"Vanuatu"}),
        ("Germany and France, both EU members, objected.", "member", {"Germany", "France"}),
        ("Russia is no longer a member of the Council of Europe.", "former", {"Russia"}),
        ("Russia and Belarus belong to the CSTO.", "member", {"Russia", "Belarus"}),
        ("Britain left the European Union in 2020.", "former", {"United Kingdom"}),
        ("Georgia withdrew from the CIS after the war.", "former", {"Georgia"}),
        ("Russia was expelled from the Council of Europe.", "former", {"Russia"}),
        ("Norway has long been a member of NATO.", "member", {"Norway"}),
        ("Former OPEC member Indonesia asked for talks.", "former", {"Indonesia"}),
        ("Finland and Sweden applied to join NATO.", "candidate", {"Finland", "Sweden"}),
        ("Ukraine wants to join the EU.", "candidate", {"Ukraine"}),
        ("Serbia is a candidate for the EU.", "candidate", {"Serbia"}),
        ("Turkey's bid for EU membership has stalled.", "candidate", {"Turkey"}),
        ("Iran has observer status in the Shanghai Cooperation Organisation.", "observer", {"Iran"}),
        ("Qatar will leave OPEC in January.", "member", {"Qatar"}),
    ],
)
def test_appositions_verbs_and_predicates(text, role, who):
    """Who belongs, belonged, watches or wishes to belong is told by names' order, verbs, predicates."""
    assert members(text, role) == who


@pytest.mark.parametrize(
    "text",
    [
        "The bloc's 28 members met in Brussels.",
        "Ukraine is not a member of NATO.",
        "Finland did not join NATO.",
        "A NATO member would never do this, Turkey said.",
        "Russia joined the European Union in condemning the coup.",
        "Russia left Syria in March.",
        "He left NATO headquarters early.",
        "Kurtov of the Institute spoke to Reuters.",
        "The EU comprises many countries.",
        "A member of parliament called France.",
        "Iran left the talks with the EU.",
        "Turkey should join the EU, he said.",
    ],
)
def test_what_is_no_membership(text):
    """Denied ones, nameless members, places left, acts done together and workplaces are no memberships."""
    assert memberships(text) == set()


def test_a_long_list_is_read_to_its_end():
    """Every name of a list is a member; a list of observers that names no body belongs to the one before."""
    text = (
        "The members of GECF are Algeria, Bolivia, the United Arab Emirates and Equatorial Guinea. "
        "Additionally, three countries are observers: Oman, the Netherlands and Peru, the agency said."
    )
    assert members(text) == {"Algeria", "Bolivia", "United Arab Emirates", "Equatorial Guinea"}
    assert members(text, "observer") == {"Oman", "Netherlands", "Peru"}


def test_a_list_behind_a_semicolon_belongs_to_the_body_before():
    """A clause that names no body goes on with that of the clause before it."""
    text = "The members of OPEC are Iran, Iraq and Qatar; among the observers are Oman and Norway."
    assert members(text) == {"Iran", "Iraq", "Qatar"}
    assert members(text, "observer") == {"Oman", "Norway"}


@pytest.mark.parametrize(
    "text",
    [
        "BRICS (Brazil, Russia, India, China and South Africa) will hold talks.",
        "The five members of BRICS – Brazil, Russia, India, China and South Africa – will hold talks.",
        "BRICS, which comprises Brazil, Russia, India, China and South Africa, will hold talks.",
        "BRICS members Brazil, Russia, India, China and South Africa will hold talks.",
    ],
)
def test_a_name_with_its_list(text):
    """Brackets, dashes and clauses behind a body's name list its members."""
    assert members(text) == {"Brazil", "Russia", "India", "China", "South Africa"}


_TEXTS = st.lists(
    st.builds(
        "{} {} {}.".format,
        st.sampled_from(["Turkey", "Russia and Iran", "NATO member Spain", "The bloc", "They", "“Serbia”"]),
        st.sampled_from(
            ["joined", "is a member of", "left", "will join", "(Oman, Peru and Iraq) met", "are"]
        ),
        st.sampled_from(
            ["NATO", "the EU", "the bloc", "OPEC members", "observers: Peru, Oman and Iraq", "it"]
        ),
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(_TEXTS)
def test_memberships_stand_on_their_text(text):
    """The evidence lies in the text, both ends are actors and not the same, reading twice is the same."""
    reading = dragoman.read(text, verbatim=True, published=PUBLISHED)
    actors = {actor.id for actor in reading.actors}
    for one in reading.memberships:
        assert {one.organization, one.member} <= actors and one.organization != one.member
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert 0 < one.confidence <= 1
    keys = [(m.organization, m.member, m.role) for m in reading.memberships]
    assert len(set(keys)) == len(keys)
    assert dragoman.read(text, verbatim=True, published=PUBLISHED).memberships == reading.memberships
