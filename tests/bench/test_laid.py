"""An archive laid down many times has all of it many times, and answers as one that was added."""

from __future__ import annotations

from pathlib import Path

from bench.generated import World
from bench.laid import laid
from bench.store_questions import filled

from dragoman.gathered import gather
from dragoman.store import EventFilters, Filters, open_store


def test_all_is_there_as_often(tmp_path: Path) -> None:
    """Documents, statements, events, words and acts are there three times, each document under its own id."""
    with open_store(str(tmp_path / "a.sqlite"), create=True) as store:
        filled(store, World(people=40, words=300), 4)
        before = (
            store.count(),
            store.statements(Filters()).total,
            store.events(EventFilters()).total,
            store.search_statements("ba*").total,
        )
        laid(store, 3)
        acts = gather(store).acts
        after = (
            store.count(),
            store.statements(Filters()).total,
            store.events(EventFilters()).total,
            store.search_statements("ba*").total,
        )
        assert after == tuple(3 * count for count in before)
        assert len({act.id for act in acts}) == len(acts) > 0 and len(acts) % 3 == 0
        for line in store.statements(Filters(), size=200).lines:
            text = store.load(line.document).text
            assert line.snippet == text[line.snippet_start : line.snippet_start + len(line.snippet)]
