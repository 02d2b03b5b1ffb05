"""What somebody says will or may happen, on what condition and how likely; kept apart from events."""

from __future__ import annotations

from dragoman.extract.forecasts.finding import find_forecasts

__all__ = ["find_forecasts"]
