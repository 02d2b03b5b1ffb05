"""Agreements of plain sentences, read with the packaged model: whose, what kind, how far, what for."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

import dragoman
from dragoman.records import Reading

PUBLISHED = date(2015, 11, 24)


class Told(NamedTuple):
    """What a test asks of an agreement, in words."""

    instrument: str | None
    status: str
    parties: set[str]


def read(text: str) -> Reading:
    """Return the reading of a text, as it stands."""
    return dragoman.read(text, verbatim=True, published=PUBLISHED)


def agreements(text: str) -> list[Told]:
    """Return instrument, status and the parties' names of each agreement of a text."""
    reading = read(text)
    return [
        Told(a.instrument, a.status, {reading.actor(p).name for p in a.parties}) for a in reading.agreements
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Spain and Portugal signed a protocol on water.", Told("protocol", "signed", {"Spain", "Portugal"})),
        ("Chile reached a deal with Peru on fishing.", Told("agreement", "agreed", {"Chile", "Peru"})),
        (
            "India and Japan concluded a currency swap of $75 billion.",
            Told("swap", "agreed", {"India", "Japan"}),
        ),
        (
            "Israel and Hamas agreed to exchange prisoners.",
            Told("prisoner exchange", "agreed", {"Israel", "Hamas"}),
        ),
        ("Libya asked Italy for a grant.", Told("grant", "proposed", {"Libya", "Italy"})),
        (
            "Egypt suspended the gas deal with Israel.",
            Told("energy supply", "suspended", {"Egypt", "Israel"}),
        ),
        ("Turkey walked out of the treaty with Greece.", Told("treaty", "rejected", {"Turkey", "Greece"})),
        (
            "Russia and Japan are discussing a peace treaty.",
            Told("treaty", "under study", {"Russia", "Japan"}),
        ),
        ("China is considering granting a loan to Iraq.", Told("loan", "under study", {"China", "Iraq"})),
        ("Canada offered Egypt a loan to buy grain.", Told("loan", "proposed", {"Canada", "Egypt"})),
        (
            "Belarus was granted a loan of 2 billion dollars by Russia.",
            Told("loan", "agreed", {"Belarus", "Russia"}),
        ),
        (
            "The signing of a defence pact between Greece and France angered Turkey.",
            Told("defence pact", "signed", {"Greece", "France"}),
        ),
        (
            "A truce agreed by Jordan and Iraq took effect at midnight.",
            Told("ceasefire", "agreed", {"Jordan", "Iraq"}),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_verbs_nouns_and_passives_tell_of_an_agreement(text, told):
    """Kind, status and parties follow from the word that tells of it and the places around it."""
    assert told in agreements(text)


@pytest.mark.parametrize(
    "text",
    [
        "The vote gave a great deal of hope to Greece.",
        "Berlin must deal with Turkey.",
        "It is no big deal for Paris and Rome.",
        "The striker signed a contract with the club before the season.",
        "Iran and Turkey agreed that the border was quiet.",
        "The minister agreed to speak on condition of anonymity.",
        "An investment bank raised its credit rating for Greece.",
        "The party held its national convention in Ohio.",
        "Norway passed a law on visas.",
        "Sweden took credit for the talks with Finland.",
        "Under the old treaty nobody may fish there.",
        "Lawmakers want to review any deal with Iran.",
    ],
)
def test_idioms_opinions_and_laws_are_no_agreements(text):
    """A great deal, dealing with, agreeing that something is so, sport, laws: none is an agreement."""
    assert agreements(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Poland signed the treaty with Peru.", "signed"),
        ("Poland will sign the treaty with Peru.", "announced"),
        ("Poland is to sign the treaty with Peru in May.", "announced"),
        ("Poland plans to sign the treaty with Peru.", "announced"),
        ("Poland was due to sign the treaty with Peru.", "announced"),
        ("Poland is set to sign the treaty with Peru.", "announced"),
        ("Poland has not yet signed the treaty with Peru.", "announced"),
        ("Poland may sign the treaty with Peru.", "proposed"),
        ("Poland would sign the treaty with Peru if the border were drawn.", "proposed"),
        ("Poland wants to sign the treaty with Peru.", "proposed"),
        ("Poland did not sign the treaty with Peru.", "rejected"),
        ("Poland refused to sign the treaty with Peru.", "rejected"),
        ("Poland denied that it had signed a treaty with Peru.", "rejected"),
        ("The envoy announced that Poland had signed the treaty with Peru.", "signed"),
        ("Poland threatened to suspend the treaty with Peru.", "agreed"),
    ],
)
def test_only_a_signed_one_is_signed(text, status):
    """Planned is announced, possible or conditional proposed, denied rejected; a planned end is none."""
    assert [a.status for a in agreements(text)] == [status]


def test_an_agreement_is_merged_over_its_sentences():
    """ "The protocol", "the deal", "these funds" speak of the agreement told of before."""
    reading = read(
        "China agreed to give Pakistan a credit line. The funds will be used for the construction of a port."
    )
    (agreement,) = reading.agreements
    assert [s.of(reading.text) for s in agreement.purpose] == ["the construction of a port"]
    assert len(agreement.mentions) == 2


def test_the_latest_end_outweighs_the_signing():
    """What was signed and is suspended is suspended."""
    found = agreements("Peru and Chile signed a treaty on water in May. In June Peru suspended the treaty.")
    assert found == [Told("treaty", "suspended", {"Peru", "Chile"})]


def test_agreements_of_other_parties_stay_apart():
    """The same kind of agreement between others is another agreement."""
    found = agreements("Peru and Chile signed a treaty. Spain and France signed a treaty.")
    assert [a.parties for a in found] == [{"Peru", "Chile"}, {"Spain", "France"}]


def test_open_points_belong_to_the_agreement_before_them():
    """What is yet to be settled, or over what differences persist, is an open point."""
    reading = read(
        "Serbia and Kosovo initialled an accord on trade. Differences persist over the status of the north. "
        "The price of power is yet to be settled."
    )
    (agreement,) = reading.agreements
    assert [s.of(reading.text) for s in agreement.open_points] == [
        "the status of the north",
        "The price of power",
    ]


def test_subject_and_purpose_are_spans():
    """A document's subject stands behind "on" or in an infinitive; a loan's purpose behind "for" or "to"."""
    reading = read("Mexico and Canada signed a memorandum of understanding to share forecasts.")
    assert [s.of(reading.text) for s in reading.agreements[0].subject] == ["to share forecasts"]
    reading = read("France agreed to provide a $40 million loan to Moldova for new roads.")
    assert [s.of(reading.text) for s in reading.agreements[0].purpose] == ["new roads"]


def test_a_list_of_parties_is_whole():
    """All whose leaders agree are parties, however long the list is."""
    (found,) = agreements(
        "The leaders of Russia, Ukraine, Germany and France reached an agreement on a ceasefire in Minsk."
    )
    assert found == Told("ceasefire", "agreed", {"Russia", "Ukraine", "Germany", "France"})


def test_events_of_an_agreement_have_their_triggers_in_it():
    """The event that the agreement's own words tell of is named with it."""
    reading = read("Spain and Portugal signed a treaty on water.")
    (agreement,) = reading.agreements
    known = {e.id: e for e in reading.events}
    assert agreement.events
    for identifier in agreement.events:
        assert any(m.contains(known[identifier].trigger) for m in agreement.mentions)


def test_a_memorandum_of_understanding_is_about_what_follows() -> None:
    """ "Of understanding" belongs to the paper's name; what it is about stands behind it."""
    text = "Spain and Portugal signed a memorandum of understanding on a gas pipeline."
    (one,) = read(text).agreements
    assert [span.of(text) for span in one.subject] == ["a gas pipeline"]
