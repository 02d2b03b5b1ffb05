"""Who is one actor over all articles, and who is not: a pure function of what the articles say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.resolve.actors import Cluster, Rulings, Unit, resolved


def unit(key: int, *names: str, **facts: Any) -> Unit:
    """Return a unit of a person in two articles of 2016, unless told otherwise."""
    known = {"kind": "person", "documents": 2, "first": date(2016, 1, 1), "last": date(2016, 6, 1), **facts}
    return Unit(key, names, **known)


def keys(cluster: Cluster) -> set[int]:
    """Return the units of a cluster."""
    return {member.unit for member in cluster.members}


def together(*units: Unit, rulings: Rulings | None = None) -> list[set[int]]:
    """Return the groups that units make, by their least keys."""
    return sorted((keys(one) for one in resolved(units, rulings).clusters), key=min)


SAME = (
    ("Ali Sampleyi", "Али Самплейи"), ("Sergei Primerov", "Sergey Primerow"), ("Ann Sample", "A. Sample"),
    ("Joseph R. Sample", "Joe Sample"), ("Keith Sample", "Keith Lamont Sample"),
    ("Mohammad Zarif", "Mohammed Sarif"), ("Ann Sample Jr.", "Ann Sample"),
    ("Sam-pil Primer", "Sampil Primer"), ("Dr. Ann Sample", "Ann Sample"),
)  # fmt: skip
OTHERS = (
    ("George W. Sample", "George H. W. Sample"), ("Ann Sample", "Bea Sample"),
    ("Hassan Sample", "Hussein Sample"), ("Bashar Sample", "Bashir Sample"),
    ("Ivana Sample", "Ivanka Sample"),
    ("Ann Sample Jr.", "Ann Sample Sr."), ("Ann Sample", "Ann Simple"),
    ("Kim Il-pil", "Kim Jong-pil"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_are_one_actor(one: str, other: str) -> None:
    """Scripts, transcriptions, initials, short forms, a middle name left out; with a reason and a score."""
    found = resolved([unit(1, one), unit(2, other)])
    assert [keys(cluster) for cluster in found.clusters] == [{1, 2}]
    assert all(0.7 <= member.score <= 1 and member.why for member in found.clusters[0].members)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_given_names_are_others(one: str, other: str) -> None:
    """Relatives, namesakes of like sound, father and son stay apart."""
    assert together(unit(1, one), unit(2, other)) == [{1}, {2}]


def test_what_keeps_equal_names_apart() -> None:
    """Two states, two references, a person and a body; a state that isn't known does not."""
    assert together(unit(1, "Ann Sample", state="USA"), unit(2, "Ann Sample", state="GBR")) == [{1}, {2}]
    assert together(unit(1, "Ann Sample", ref="made:1"), unit(2, "Ann Sample", ref="made:2")) == [{1}, {2}]
    assert together(unit(1, "Ann Sample"), unit(2, "Ann Sample", kind="company")) == [{1}, {2}]
    assert together(unit(1, "Ann Sample", state="USA"), unit(2, "Ann Sample")) == [{1, 2}]


def test_a_name_that_fits_two_is_given_to_neither() -> None:
    """It is suggested for both; a person may judge."""
    two = unit(1, "George W. Sample", state="USA"), unit(2, "George H. W. Sample", state="USA")
    found = resolved([*two, unit(3, "George Sample")])
    assert [keys(one) for one in found.clusters] == [{1}, {2}, {3}]
    assert {(one.one, one.other) for one in found.unsure} == {(1, 3), (2, 3)}


def test_a_reference_leads_whom_it_is_joined_by() -> None:
    """The actor's id is the reference, whatever the other name's key."""
    found = resolved([unit(1, "Ann Sampel"), unit(9, "Anne Sampel", ref="made:7", documents=1)])
    assert [(one.id, one.name) for one in found.clusters] == [("made:7", "Anne Sampel")]


def test_a_body_and_its_abbreviation() -> None:
    """Surely where an article writes both, likely where the initials fit, never over two states."""
    fund = unit(1, "World Example Fund", kind="organization", state="USA")
    short = unit(2, "WEF", kind="organization")
    assert together(fund, short) == [{1, 2}]
    both = unit(1, "World Example Fund", "W.E.F.", kind="organization")
    [cluster] = resolved([both, short]).clusters
    assert any("articles write" in member.why and member.score > 0.9 for member in cluster.members)
    assert together(fund, unit(2, "WEF", kind="organization", state="GBR")) == [{1}, {2}]
    court = {"kind": "organization"}
    high = unit(1, "High Court", state="IND", **court), unit(2, "High Court", state="KEN", **court)
    assert together(*high) == [{1}, {2}]


def bare(key: int, name: str = "Sample", **facts: Any) -> Unit:
    """Return a bare surname in one article of 2016."""
    day = date(2016, 3, 1)
    return unit(key, name, **{"documents": 1, "alone": True, "first": day, "last": day, **facts})


ANN, BEA = unit(1, "Ann Sample", documents=9), unit(2, "Bea Sample", documents=9)


def test_a_surname_means_whoever_bears_it_in_the_article() -> None:
    """Also a word that was read as a body; not where two bear it."""
    assert together(ANN, BEA, bare(3, beside=frozenset({2}))) == [{1}, {2, 3}]
    assert together(ANN, BEA, bare(3, kind="organization", beside=frozenset({2}))) == [{1}, {2, 3}]
    assert together(ANN, BEA, bare(3, beside=frozenset({1, 2}))) == [{1}, {2}, {3}]


def test_a_surname_alone_means_the_one_bearer_of_those_years() -> None:
    """By office, by state, by time; of two as likely, neither."""
    assert together(ANN, bare(3)) == [{1, 3}]
    assert together(ANN, BEA, bare(3)) == [{1}, {2}, {3}]
    mayor = unit(2, "Bea Sample", documents=9, roles=frozenset({"mayor"}))
    assert together(ANN, mayor, bare(3, roles=frozenset({"mayor"}))) == [{1}, {2, 3}]
    assert together(unit(1, "Ann Sample", state="USA"), bare(3, state="GBR")) == [{1}, {3}]
    late = date(2030, 1, 1)
    assert together(ANN, bare(3, first=late, last=late)) == [{1}, {3}]


def test_a_single_name_that_nobody_bears_beside_another_is_one() -> None:
    """Of one state; a company is not the person of the same article."""
    assert together(bare(1, "Solo"), bare(2, "Solo"), bare(3, "Соло")) == [{1, 2, 3}]
    assert together(bare(1, "Solo", state="USA"), bare(2, "Solo", state="FRA")) == [{1}, {2}]
    assert together(ANN, bare(3, kind="company", beside=frozenset({1}))) == [{1}, {3}]


def test_rulings_win() -> None:
    """What people brought together is one whatever its names; what they told apart never is."""
    assert together(ANN, BEA, rulings=Rulings((frozenset({1, 2}),))) == [{1, 2}]
    far = unit(3, "Cyd Specimen")
    assert together(ANN, far, rulings=Rulings((frozenset({1, 3}),))) == [{1, 3}]
    same, other = unit(1, "Ann Sample"), unit(2, "A. Sample")
    assert together(same, other, rulings=Rulings((), frozenset({(1, 2)}))) == [{1}, {2}]
    tied = Rulings((frozenset({1, 3}),), frozenset({(3, 2)}))
    assert together(same, other, far, rulings=tied) == [{1, 3}, {2}]


def test_two_units_with_one_key_are_an_error() -> None:
    """Nobody could tell which is meant."""
    with pytest.raises(ValueError, match="key 1"):
        resolved([ANN, unit(1, "Bea Sample")])


_NAMES = ("Ann Sample", "A. Sample", "Anne Sample", "Bea Sample", "Sample", "Bea Simple", "ASF",
          "Alpha Sample Fund", "Simple")  # fmt: skip
_UNITS = st.lists(
    st.builds(
        lambda name, kind, state, ref, count: (name, kind, state, ref, count),
        st.sampled_from(_NAMES), st.sampled_from(("person", "organization", "other")),
        st.sampled_from((None, "USA", "GBR")), st.sampled_from((None, None, "made:1", "made:2")),
        st.integers(1, 9),
    ),
    max_size=9,
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(_UNITS, st.randoms(use_true_random=False))
def test_order_changes_nothing_and_nobody_is_lost(facts: list[Any], random: Any) -> None:
    """Every unit is in one cluster; no cluster has two references or two states; shuffling is no matter."""
    units, seen = [], set()
    for key, (name, kind, state, ref, count) in enumerate(facts, 1):
        if ref is None or ref not in seen:
            units.append(unit(key, name, kind=kind, state=state, ref=ref, documents=count))
            seen.add(ref)
    found = resolved(units)
    assert sorted(member.unit for one in found.clusters for member in one.members) == [u.key for u in units]
    by_key = {one.key: one for one in units}
    for cluster in found.clusters:
        members = [by_key[key] for key in keys(cluster)]
        assert len({one.ref for one in members if one.ref}) <= 1
        assert len({one.state for one in members if one.state}) <= 1
    random.shuffle(units)
    assert resolved(units) == found
