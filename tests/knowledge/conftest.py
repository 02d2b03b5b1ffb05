"""One loaded set of tables for all tests of knowledge."""

import pytest

from dragoman.knowledge import Knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The built-in tables."""
    return Knowledge.load()
