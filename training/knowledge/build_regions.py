"""Restate regions, and the peoples of one state, as ``regions``.

Run from the repository's root: ``python training/knowledge/build_regions.py ../shared/data/actors``. Regions
that two states share, or that are a state's name, are left out; ``peoples.csv`` beside this file is our own.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from build_past import between, state_of, write

from dragoman.knowledge import Knowledge

# Regions whose names are first names, common words, or better known as something else.
DROPPED = frozenset((
    "Champagne", "Doris", "Kirov", "Marches", "Midi", "Midlands", "Natal", "Rhodes", "Saga", "Savoy",
    "Vladimir", "Victoria", "Washington", "Wellington", "Maritimes", "Canaries", "Dakota", "Ithaca", "Sava",
))  # fmt: skip


def main(source: Path) -> None:
    """Read CountryInfo under ``source`` and write the table, in the order of the names."""
    blocks = (source / "CountryInfo.120116.txt").read_text(encoding="latin-1").split("<Country>")[1:]
    what = "Regions, and peoples at home in one state alone, with the state that they belong to."
    write("regions", what, "region,iso3", sorted(dict(regions(blocks, Knowledge.load())).items()))


def regions(blocks: list[str], knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Yield regions → ISO3, the project's own list of peoples and adjectives last."""
    places: dict[str, set[str]] = {}
    for block in blocks:
        for line in between(block, "Regions").splitlines():
            name = " ".join(word.capitalize() for word in line.split("#")[0].replace("_", " ").split())
            if len(name) > 3 and name not in DROPPED and knowledge.state_of(name) is None:
                places.setdefault(name, set()).add(state_of(block))
    yield from ((name, *states) for name, states in places.items() if len(states) == 1)  # type: ignore[misc]
    with (Path(__file__).parent / "peoples.csv").open(encoding="utf-8") as lines:
        yield from (
            (name, row["iso3"])
            for row in csv.DictReader(line for line in lines if not line.startswith("#"))
            for name in row["names"].split(";")
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
