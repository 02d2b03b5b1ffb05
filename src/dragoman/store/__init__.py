"""The press archive: readings in SQLite or PostgreSQL, searched and asked."""

from dragoman.store import imported
from dragoman.store.events import EventFilters
from dragoman.store.rows import Rows, rows_of
from dragoman.store.selecting import Filters
from dragoman.store.store import Store, open_store

__all__ = ["EventFilters", "Filters", "Rows", "Store", "imported", "open_store", "rows_of"]
