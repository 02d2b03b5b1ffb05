"""The network of ties: signs, clusters, and which triangles are strained."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import RelationsError
from dragoman.records import EventType
from dragoman.relations import Act, Report
from dragoman.relations.index.ties import Ties, ties

START = date(2015, 1, 5)
FRIENDS: tuple[EventType, ...] = ("COOPERATE",)
FOES: tuple[EventType, ...] = ("ASSAULT",)


def acts(first: str, second: str, kinds: tuple[EventType, ...], count: int = 30) -> list[Act]:
    """Return acts of some kinds between two states, week after week, each told by three outlets."""
    found = []
    for number, kind in zip(range(count), itertools.cycle(kinds), strict=False):
        day = START + timedelta(weeks=number)
        name = f"{first}{second}{number}"
        told = tuple(Report(f"{name}{o}", o, o, f"{name}{o}", day, o) for o in ("one", "two", "three"))
        found.append(Act(name, day, kind, None, "done", (first,), (second,), told))
    return found


def network(**signs: tuple[EventType, ...]) -> Ties:
    """Return the network of pairs given as ``AAABBB=kinds``."""
    return ties([act for pair, kinds in signs.items() for act in acts(pair[:3], pair[3:], kinds)])


def test_a_friend_of_a_friend_who_is_an_enemy_strains() -> None:
    """Two hostile ties or none are balanced, one or three strained."""
    balanced = network(AAABBB=FRIENDS, AAACCC=FOES, BBBCCC=FOES)
    strained = network(AAABBB=FRIENDS, AAACCC=FRIENDS, BBBCCC=FOES)
    assert (balanced.triangles, balanced.strained, balanced.balance) == (1, (), 1.0)
    assert (strained.triangles, strained.strained, strained.balance) == (1, (("AAA", "BBB", "CCC"),), 0.0)


def test_friends_cluster_and_foes_do_not() -> None:
    """Two camps that fight each other are two clusters."""
    found = network(AAABBB=FRIENDS, CCCDDD=FRIENDS, AAACCC=FOES, BBBDDD=FOES)
    assert found.clusters == (("AAA", "BBB"), ("CCC", "DDD"))
    assert {(t.first, t.second): t.sign for t in found.ties}["AAA", "CCC"] == -1


def test_thin_evidence_has_no_sign() -> None:
    """One act makes no friend and no foe."""
    assert [t.sign for t in ties(acts("AAA", "BBB", FRIENDS, 1)).ties] == [0]


@given(st.permutations(acts("AAA", "BBB", FRIENDS) + acts("BBB", "CCC", FOES, 10)))
def test_the_order_of_the_acts_changes_nothing(shuffled: list[Act]) -> None:
    """Ties, clusters and triangles hang on what happened alone."""
    assert ties(shuffled) == ties(acts("AAA", "BBB", FRIENDS) + acts("BBB", "CCC", FOES, 10))


def test_a_day_before_the_first_act_is_refused() -> None:
    """Nothing is known of it."""
    with pytest.raises(RelationsError, match="before 2015-01-05"):
        ties(acts("AAA", "BBB", FRIENDS), date(2014, 1, 1))
