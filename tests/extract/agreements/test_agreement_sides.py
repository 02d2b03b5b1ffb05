"""The two sides of an agreement where the text names them apart, and further names of what is agreed."""

from __future__ import annotations

import pytest
from tests.extract.agreements.test_agreements_read import agreements


@pytest.mark.parametrize(
    ("text", "status", "parties"),
    [
        ("Greenland has kept a fisheries agreement with Norway.", "agreed", {"Greenland", "Norway"}),
        ("Niger has a defence agreement with France.", "agreed", {"Niger", "France"}),
        ("Energocom will receive gas from Azerbaijan under a contract concluded in Sofia.", "agreed",
         {"Energocom", "Azerbaijan"}),
        ("China negotiated a lease of the port with Djibouti.", "under study", {"China", "Djibouti"}),
        ("Djibouti has torn up its concession with Yemen.", "rejected", {"Djibouti", "Yemen"}),
        ("India and Iran are close to concluding a contract on the port.", "announced", {"India", "Iran"}),
        ("Turkey and Qatar have trebled their currency swap.", "agreed", {"Turkey", "Qatar"}),
        ("Laos borrowed $480 million from China.", "agreed", {"Laos", "China"}),
    ],
)  # fmt: skip
def test_one_side_brings_the_other(text, status, parties):
    """Who has, keeps or acts under an agreement with somebody is its other side."""
    found = [(told.status, told.parties) for told in agreements(text)]
    assert found == [(status, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "India and Iran have still to agree on who will run the trains.",
        "A charter flight from Iran landed in India.",
        "Iran fired the head of a Ponzi scheme in India.",
        "Iran will receive 100 billion dollars once the banks open.",
        "The United Nations Charter binds India and Iran.",
    ],
)
def test_what_is_not_agreed_or_only_called_so(text):
    """What is left to agree on, flights and frauds are no agreements."""
    assert agreements(text) == []
