"""The words of forecasts, read once from ``data/words.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dragoman.data_files import yaml_of


@cache
def words() -> Mapping[str, frozenset[str]]:
    """Return the lists of ``words.yaml`` by name; the file says what each is for."""
    text = (files("dragoman.extract.forecasts") / "data" / "words.yaml").read_text(encoding="utf-8")
    return {name: frozenset(entries) for name, entries in yaml_of(text).items()}
