"""How much, how many, how long? Money, shares, counts, ranks, durations and factors, with their units."""

from dragoman.extract.quantities.finding import find_quantities

__all__ = ["find_quantities"]
