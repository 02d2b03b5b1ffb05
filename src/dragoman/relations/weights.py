"""Weights: how much each thing counts, read from a file that says which of the numbers are priors."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dragoman.data_files import yaml_of
from dragoman.errors import RelationsError
from dragoman.relations.scales import DATA


@dataclass(frozen=True)
class Weights:
    """All numbers of the index; ``data/weights.yaml`` says what each is, and whether it is a prior."""

    version: str
    reliability: float
    reliability_spread: float
    families: dict[str, float]
    depth_decay: float
    authority: dict[str, float]
    typical: float
    design_effect: float
    half_life_weeks: float
    half_lives: dict[str, float]
    prior_mass: float
    gamma: float
    omega: float
    omega_spread: float
    reference_weeks: int
    tenor_prior: float
    replicates: int
    outlet_variance: float
    likely: float
    big: float
    enough: float
    false_alerts: float
    break_weeks: int
    break_rate: float
    break_support: float
    position_half_life_weeks: float
    position_prior: float
    position_enough: float
    position_sure: float
    agree_within: float
    differ_beyond: float
    hint_sure: float
    shared_enough: int
    digest: str = ""

    @property
    def keep(self) -> float:
        """The share of a mass that is left after a week: 2^(-1 / half-life)."""
        return float(2.0 ** (-1.0 / self.half_life_weeks))

    @property
    def unit(self) -> float:
        """What turns a believed score into mass: 1 / (typical size times design effect)."""
        return 1.0 / (self.typical * self.design_effect)


@cache
def weights() -> Weights:
    """Return the weights that travel with the package."""
    return _weights({}, "")


def read_weights(path: Path) -> Weights:
    """Return the package's weights with those that a user's file gives in their place.

    RelationsError, with the file's name, where it is not YAML, or names a weight that there is none of.
    """
    text = path.read_text(encoding="utf-8")
    try:
        own = yaml_of(text) or {}
    except yaml.YAMLError as error:
        raise RelationsError(f"{path}: not well formed: {' '.join(str(error).split())}") from None
    if not isinstance(own, dict):
        raise RelationsError(f"{path}: give names and numbers, as in the package's weights.yaml")
    unknown = sorted(set(own) - {field.name for field in fields(Weights)})
    if unknown:
        raise RelationsError(f"{path}: there is no weight {unknown[0]!r}; see weights.yaml in the package")
    return _weights(own, f"{path}: ")


def _weights(own: dict[str, Any], where: str) -> Weights:
    text = (DATA / "weights.yaml").read_text(encoding="utf-8")
    given = {**yaml_of(text), **own}
    for name in ("families", "authority", "half_lives"):
        given[name] = {str(key): _number(value, where, f"{name}.{key}") for key, value in given[name].items()}
    for field in fields(Weights):
        if field.type in ("float", "int") and field.name in given:
            given[field.name] = _number(given[field.name], where, field.name)
    for name in ("reference_weeks", "replicates", "break_weeks", "shared_enough"):
        given[name] = max(1, round(given[name]))
    for name in (
        "typical",
        "design_effect",
        "half_life_weeks",
        "prior_mass",
        "break_rate",
        "reliability_spread",
        "position_half_life_weeks",
        "position_prior",
    ):
        if given[name] <= 0:
            raise RelationsError(f"{where}{name} must be above 0")
    digest = hashlib.sha256(repr(sorted(given.items())).encode()).hexdigest()
    return Weights(**{**given, "version": str(given["version"]), "digest": digest})


def _number(value: Any, where: str, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RelationsError(f"{where}{name} must be a number, not {value!r}")
    return float(value)
