"""The tables of states and issues that pages name things by, loaded once."""

from __future__ import annotations

from functools import cache

from dragoman.knowledge.base import Knowledge


@cache
def knowledge() -> Knowledge:
    """Return the built-in tables."""
    return Knowledge.load()


@cache
def _labels() -> dict[str, str]:
    return {issue.id: issue.label for issue in knowledge().issues}


def issue_label(name: str) -> str:
    """Return an issue's label from its id; what is no id is returned as it is."""
    return _labels().get(name, name)


def has_label(label: str) -> bool:
    """Say whether an issue's label is one of the tables', and not the words of an article."""
    return label in _labels().values()


def state_name(code: str) -> str:
    """Return a state's name from its code; a code that no table has is returned as it is."""
    entity = knowledge().state_entity(code)
    return entity.name if entity else code
