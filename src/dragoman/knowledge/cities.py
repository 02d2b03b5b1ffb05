"""Cities and regions and the states they lie in, read when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dragoman.knowledge.fold import fold
from dragoman.knowledge.tables import DATA, parse_list, read_rows


@cache
def cities() -> Mapping[str, str]:
    """Return folded names and spellings of cities → ISO3; a name outweighs another city's spelling."""
    rows = list(read_rows(DATA / "cities.csv"))
    found = {fold(spelling): iso3 for _, iso3, spellings in rows for spelling in parse_list(spellings)}
    found.update((fold(name), iso3) for name, iso3, _ in rows)
    return found


@cache
def regions() -> Mapping[str, str]:
    """Return folded names of regions, and of their people, → ISO3."""
    return {fold(name): iso3 for name, iso3 in read_rows(DATA / "regions.csv")}
