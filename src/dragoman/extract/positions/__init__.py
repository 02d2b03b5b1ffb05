"""Who stands where on what: stances told by words of support, refusal and demand, in whose words."""

from __future__ import annotations

from dragoman.extract.positions.drafting import position_drafts
from dragoman.extract.positions.finishing import find_positions

__all__ = ["find_positions", "position_drafts"]
