"""What is kept for a state of the store: told at once, made anew where the store has grown, never twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sample_reading import sample_reading

from dragoman.errors import RelationsError
from dragoman.store import Store, open_store
from dragoman.web import kept
from dragoman.web.kept import Keeper

ASKED: list[int] = []


def counted(store: Store) -> int:
    """Count the documents, and note that it was asked."""
    ASKED.append(store.count())
    return ASKED[-1]


def hopeless(store: Store) -> int:
    """Fail as a question may."""
    raise RelationsError(f"nothing among {store.count()}")


def test_an_answer_is_made_once_for_a_state_of_the_store(tmp_path: Path) -> None:
    """The second asking tells what the first one made; a store that has grown is asked again."""
    ASKED.clear()
    with open_store(str(tmp_path / "one.sqlite"), create=True) as store:
        keeper = Keeper(store)
        first, again = (keeper.ask(counted, wait=20) for _ in range(2))
        store.add(sample_reading())
        keeper.ask(counted, wait=20)
        last = keeper.ask(counted, wait=20)
    assert first and again and last
    assert (first.answer, again.answer, last.answer, last.fresh) == (0, 0, 1, True)
    assert ASKED == [0, 1]


def test_documents_read_anew_are_another_state(tmp_path: Path) -> None:
    """What was kept before a document was read anew is old, though there are no more documents."""
    ASKED.clear()
    with open_store(str(tmp_path / "one.sqlite"), create=True) as store:
        store.add(sample_reading())
        keeper = Keeper(store)
        before = keeper.ask(counted, wait=20)
        store.add(sample_reading(), replace=True)
        keeper.ask(counted, wait=20)
        after = keeper.ask(counted, wait=20)
    assert before and after and before.stamp != after.stamp and after.fresh
    assert ASKED == [1, 1]


def test_what_fails_is_told_to_whoever_asks(tmp_path: Path) -> None:
    """The error of the question is raised in the request, each time."""
    with open_store(str(tmp_path / "one.sqlite"), create=True) as store:
        keeper = Keeper(store)
        for _ in range(2):
            with pytest.raises(RelationsError, match="nothing among 0"):
                keeper.ask(hopeless, wait=20)


def test_a_large_store_is_asked_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer and the error come from there; this process is not asked."""
    ASKED.clear()
    monkeypatch.setattr(kept, "SMALL", -1)
    with open_store(str(tmp_path / "one.sqlite"), create=True) as store:
        keeper = Keeper(store)
        answer = keeper.ask(counted, wait=60)
        with pytest.raises(RelationsError):
            keeper.ask(hopeless, wait=60)
    assert answer is not None and answer.answer == 0 and ASKED == []
