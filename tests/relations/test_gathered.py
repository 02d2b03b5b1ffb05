"""What is gathered once answers as the store itself does."""

from __future__ import annotations

import pickle
from datetime import date

import numpy as np
import pytest

from dragoman.atlas import atlas, ties_of
from dragoman.between import between
from dragoman.errors import RelationsError
from dragoman.gathered import WEIGHINGS, Gathered, gather
from dragoman.issue import issue_view, issues, view_of
from dragoman.relations import weights
from dragoman.store import Store


@pytest.mark.parametrize(
    "asked",
    [{}, {"since": date(2016, 1, 1)}, {"until": date(2016, 1, 1)}, {"half_life": 20.0}, {"scale": "ordinal"}],
)
def test_two_states_are_told_of_alike(press_store: Store, asked: dict[str, object]) -> None:
    """Gathered or read anew: the same series, change, parts and comparisons."""
    anew = between(press_store, "IRN", "RUS", **asked)  # type: ignore[arg-type]
    kept = between(press_store, "IRN", "RUS", gathered=gather(press_store), **asked)  # type: ignore[arg-type]
    assert anew.series is not None and kept.series is not None
    assert np.array_equal(anew.series.closeness, kept.series.closeness)
    assert np.array_equal(anew.series.low, kept.series.low)
    assert (anew.change, anew.explanation, anew.breaks) == (kept.change, kept.explanation, kept.breaks)
    assert (anew.issues, anew.acts, anew.agreements) == (kept.issues, kept.acts, kept.agreements)


def test_issues_and_the_map_are_told_alike(press_store: Store) -> None:
    """The same issues, standings and ties."""
    found = gather(press_store)
    assert found.issues() == tuple((one.issue, one.positions, one.states) for one in issues(press_store))
    label = found.issues()[0][0]
    assert issue_view(press_store, label) == (view_of(label, found.stands_on(label), weights()),)
    assert atlas(press_store, of="Iran") == ties_of(found.ties(), "IRN")
    day = date(2015, 12, 1)
    assert atlas(press_store, on=day, half_life=12.0) == found.ties(day, 12.0)


def test_it_travels_between_processes(press_store: Store) -> None:
    """Pickled and back, it answers the same."""
    found = gather(press_store)
    back: Gathered = pickle.loads(pickle.dumps(found))
    assert back.acts == found.acts and back.issues() == found.issues()
    assert np.array_equal(back.weighed().cooperation, found.weighed().cooperation)


def test_only_some_weighings_are_kept(press_store: Store) -> None:
    """The one without filters stays, of the others the last ones."""
    found = gather(press_store)
    plain = found.weighed()
    for weeks in range(1, WEIGHINGS + 4):
        found.weighed(half_life=float(weeks))
    assert found.weighed() is plain and len(found._weighed) == WEIGHINGS + 1


def test_an_answer_is_made_once() -> None:
    """What is kept is not made again; nothing between states is no error until it is asked to be weighed."""
    found = Gathered((), ())
    made: list[int] = []
    for _ in range(2):
        assert found.once("key", lambda: made.append(1) or len(made)) == 1  # type: ignore[func-returns-value]
    assert made == [1]
    with pytest.raises(RelationsError, match="no act between two states"):
        found.weighed()
