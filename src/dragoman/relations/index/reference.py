"""The frozen reference: what is usual in a period, so that an unrelated war cannot move two other states.

Without it every pair would be measured against this week's world, and each would move when any did. A
reference is measured once, carries a digest, can be kept as a plain mapping and given back later.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from dragoman.errors import RelationsError

FEW_PAIRS = 10
"""With fewer pairs than these no deviation over pairs is estimated; `Reference.spread` is 1 then."""


@dataclass(frozen=True)
class Reference:
    """What is usual, in the weeks from ``first`` to ``last`` (both included; weeks since 1969-12-29).

    ``e0`` and ``h0`` are mean expected cooperation and mean hostility of a pair by unit of coverage,
    ``weekly`` how many independent tellings of cooperative acts a week brings, ``tenor`` the corpus's own
    balance, ``spread`` the standard deviation of closeness over pairs, ``shares`` each issue's part of
    cooperative and of hostile mass.
    """

    first: int
    last: int
    e0: float
    h0: float
    weekly: float
    tenor: float
    spread: float
    shares: Mapping[str, tuple[float, float]]

    @property
    def digest(self) -> str:
        """The SHA-256 of all its numbers."""
        return hashlib.sha256(repr(sorted(self.to_dict().items())).encode()).hexdigest()

    def share(self, issue: str | None) -> tuple[float, float]:
        """Return an issue's part of cooperative and hostile mass; all of both for no issue.

        An issue that the reference has not met is taken for as common as the rarest that it has.
        """
        if issue is None:
            return 1.0, 1.0
        rarest = (
            min((c for c, _ in self.shares.values()), default=1.0),
            min((h for _, h in self.shares.values()), default=1.0),
        )
        return self.shares.get(issue, rarest)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, fit for JSON."""
        return {**asdict(self), "shares": {k: list(v) for k, v in sorted(self.shares.items())}}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Reference:
        """Return the reference that ``to_dict`` gave; RelationsError where something is missing."""
        try:
            shares = {str(k): (float(v[0]), float(v[1])) for k, v in values["shares"].items()}
            return cls(**{**values, "shares": shares})
        except (KeyError, TypeError, ValueError, AttributeError, IndexError):
            raise RelationsError("this is no reference: give what Reference.to_dict made") from None
