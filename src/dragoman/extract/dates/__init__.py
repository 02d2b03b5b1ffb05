"""When? The days, months, years and stretches of time that an article names, as first and last days."""

from dragoman.extract.dates.finding import find_dates

__all__ = ["find_dates"]
