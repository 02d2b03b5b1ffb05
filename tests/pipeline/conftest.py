"""One reader with the packaged model for all tests of the whole way."""

from __future__ import annotations

import pytest

from dragoman.pipeline import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader as a user gets it."""
    return Reader()
