"""Acts from tables made elsewhere go into the store once, come out as they went in, and can be taken out."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import StoreError
from dragoman.records import ImportedAct, ImportedFile
from dragoman.relating_tables import imported_acts
from dragoman.relations import closeness
from dragoman.store import Store, imported

ACTS = (
    ImportedAct(2, date(2015, 11, 23), "CONSULT", "visit", "IRN", "RUS", 1.0, None, "Daily Example"),
    ImportedAct(3, date(2015, 11, 24), "ASSAULT", None, "TUR", "RUS", 2.5, -0.9, ""),
)
DIGEST = "ab" * 32


def test_acts_come_back_as_they_went_in(store: Store) -> None:
    """Every field is kept, with the digest of the file that the act is from."""
    with store.writing() as connection:
        assert imported.bring_in(connection, DIGEST, "t.csv", "dyads", ACTS) == ImportedFile(
            DIGEST, "t.csv", "dyads", 2
        )
    with store.reading() as connection:
        assert list(imported.acts_of(connection)) == [(DIGEST, act) for act in ACTS]
        assert imported.known(connection, DIGEST) == imported.files(connection)[0]


def test_a_file_comes_in_once(store: Store) -> None:
    """A second time is refused, and leaves no trace."""
    with store.writing() as connection:
        imported.bring_in(connection, DIGEST, "t.csv", "dyads", ACTS)
    with pytest.raises(StoreError, match="before"), store.writing() as connection:
        imported.bring_in(connection, DIGEST, "again.csv", "dyads", ACTS)
    with store.reading() as connection:
        assert len(list(imported.acts_of(connection))) == 2


def test_a_file_can_be_taken_out(store: Store) -> None:
    """Its acts go with it; a name that no file goes by is refused."""
    with store.writing() as connection:
        imported.bring_in(connection, DIGEST, "t.csv", "dyads", ACTS)
        imported.bring_in(connection, "cd" * 32, "u.csv", "dyads", ACTS[:1])
    with store.writing() as connection:
        assert imported.forget(connection, "t.csv").acts == 2
        with pytest.raises(StoreError, match="no imported file"):
            imported.forget(connection, "t.csv")
    with store.reading() as connection:
        assert [digest for digest, _ in imported.acts_of(connection)] == ["cd" * 32]


def test_imported_acts_are_acts_between_states(store: Store) -> None:
    """What was brought in is measured like what was read, within the days that are asked for."""
    with store.writing() as connection:
        imported.bring_in(connection, DIGEST, "t.csv", "dyads", ACTS)
    found = list(imported_acts(store, since=date(2015, 11, 24)))
    assert [(act.type, act.actors, act.recipients, act.count, act.score) for act in found] == [
        ("ASSAULT", ("TUR",), ("RUS",), 2.5, -0.9)
    ]
    assert closeness(list(imported_acts(store)), ("RUS", "TUR")).enmity[-1] > 0
