"""What is kept for a state of the store: told at once, made anew where the store has grown, never twice."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest
from tests.sample_reading import sample_reading

from dragoman.errors import RelationsError, ServeError
from dragoman.store import Store, open_store
from dragoman.store.stamp import address_of
from dragoman.web import kept
from dragoman.web.kept import Keeper

ASKED: list[int] = []


def counted(store: Store) -> int:
    """Count the documents, and note that it was asked."""
    ASKED.append(store.count())
    return ASKED[-1]


def twice(_: Store, count: int) -> int:
    """Tell of a count of documents what is twice as much."""
    return 2 * count


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


def test_what_is_told_of_a_held_answer_is_kept_beside_it(tmp_path: Path) -> None:
    """It is told of what is held for all, made once for a state of the store, and as old as what it is of."""
    ASKED.clear()
    with open_store(str(tmp_path / "one.sqlite"), create=True) as store:
        store.add(sample_reading())
        keeper = Keeper(store)
        told = [keeper.ask_of(counted, twice, wait=20) for _ in range(2)]
        held = keeper.hold(counted, wait=20)
        store.add(sample_reading(), replace=True)
        old = keeper.ask_of(counted, twice, wait=0)
    assert held and old and all(told) and ASKED[0] == 1
    assert [one.answer for one in told if one] == [2, 2] and told[0] is not None
    assert told[0].fresh and told[0].stamp == held.stamp
    assert old.answer == 2 and not old.fresh


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


def of_all(store: Store, answer: int, more: int) -> tuple[int, int, int]:
    """Tell of an answer in pieces: in which process, what it is, and what is added to it."""
    if more < 0:
        raise RelationsError(f"nothing beyond {answer} in {store.count()}")
    return os.getpid(), answer, answer + more


def two_ahead(store: Store, answer: int) -> Iterator[None]:
    """Make two things before anybody asks, each a line of a file beside the store."""
    path = Path(address_of(store)).with_suffix(".made")
    for made in range(2):
        with path.open("a") as file:
            file.write(f"{answer} {made}\n")
        yield


def test_an_answer_is_held_and_told_of_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process over a small store, where it was made over a large one; errors are heard as well."""
    with open_store(str(tmp_path / "one.sqlite"), create=True) as store:
        store.add(sample_reading())
        for small in (1_000, -1):
            monkeypatch.setattr(kept, "SMALL", small)
            held = Keeper(store).hold(counted, wait=60)
            assert held is not None
            process, answer, more = held.answer.tell(of_all, 2)
            assert (answer, more) == (1, 3) and (process == os.getpid()) == (small > 0)
            with pytest.raises(RelationsError, match="nothing beyond 1 in 1"):
                held.answer.tell(of_all, -1)
            assert held.answer.tell(of_all, 4)[2] == 5, "an error must not end it"


def test_what_is_held_is_made_anew_where_the_store_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until then the last one tells; the process that nobody can ask any more ends by itself."""
    monkeypatch.setattr(kept, "SMALL", -1)
    with open_store(str(tmp_path / "one.sqlite"), create=True) as store:
        keeper = Keeper(store)
        first = keeper.hold(counted, wait=60)
        assert first is not None and first.fresh
        process = first.answer.tell(of_all, 0)[0]
        store.add(sample_reading())
        old = keeper.hold(counted, wait=0)
        assert old is not None and not old.fresh and old.answer.tell(of_all, 0)[1] == 0
        new = keeper.hold(counted, wait=60)
        assert new is not None and new.fresh and new.answer.tell(of_all, 0)[1] == 1
        del first, old
        gone = time.monotonic() + 20
        while any(child.pid == process for child in active_children()) and time.monotonic() < gone:
            time.sleep(0.05)
        assert not any(child.pid == process for child in active_children())


def test_what_is_made_ahead_is_made_while_nobody_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large store's answer is gone through piece by piece, each once, without a question."""
    monkeypatch.setattr(kept, "SMALL", -1)
    made = tmp_path / "one.made"
    with open_store(str(tmp_path / "one.sqlite"), create=True) as store:
        held = Keeper(store).hold(counted, wait=60, warm=two_ahead)
        assert held is not None
        until = time.monotonic() + 20
        while (not made.exists() or made.read_text().count("\n") < 2) and time.monotonic() < until:
            time.sleep(0.05)
        assert held.answer.tell(of_all, 1)[1:] == (0, 1)
        assert made.read_text() == "0 0\n0 1\n"


def test_a_process_that_dies_is_an_error_of_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks hears which answer is gone, nothing hangs, and the next one has it made anew; what was
    told before is told again."""
    monkeypatch.setattr(kept, "SMALL", -1)
    with open_store(str(tmp_path / "one.sqlite"), create=True) as store:
        keeper = Keeper(store)
        held = keeper.hold(counted, wait=60)
        assert held is not None
        told = held.answer.tell(of_all, 0)
        os.kill(told[0], signal.SIGKILL)
        with pytest.raises(ServeError, match="has died"):
            held.answer.tell(of_all, 1)
        assert held.answer.tell(of_all, 0) == told
        again = keeper.hold(counted, wait=60)
        assert again is not None and again.answer.tell(of_all, 0)[1] == 0
