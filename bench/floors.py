"""The floors of quality: figures that are quick to compute, pinned with the digest of their gold.

tests/floors.json holds, for each measure, the digest of the gold that it was taken with and the lowest
figure that the tests accept. ``--write`` pins what is measured now; look at the change before you
keep it: a floor goes down only on purpose.

    python -m bench.floors [--write] [--json OUT]
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import dragoman
from bench import press, seed
from bench.gold import GOLD_SEED
from bench.report import EXAMPLES, ROOT, Cell, Table, parser, publish

FLOORS = ROOT / "tests" / "floors.json"
Measured = dict[str, int]


def digest_of(paths: Iterable[Path]) -> str:
    """Return the SHA-256 over the names and bytes of gold files, in the order of their names."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def golds() -> dict[str, tuple[Path, ...]]:
    """Return the gold files of each quick measure."""
    return {"seed": (GOLD_SEED,), "press speakers": tuple(sorted(press.SPEAKERS.glob("*.jsonl")))}


def seed_figures() -> Measured:
    """Measure the seed article: what must not fall."""
    outcome, _ = seed.measure()
    counted = seed.figures(outcome)
    return {"found": counted["said"]["found"], "source": counted["said"]["source"],
            "chains": counted["chains"]["right"]}  # fmt: skip


def press_figures() -> Measured:
    """Measure the sample press: speakers resolved rightly."""
    counted, _ = press.tally(EXAMPLES, lambda path: dragoman.read(path, verbatim=True))
    return {
        "pronouns": counted["pronoun right"],
        "nominals": counted["nominal right"],
        "left open": counted["nameless right"],
    }


def measured() -> dict[str, dict[str, Any]]:
    """Return the digest and the figures of each quick measure whose texts are here."""
    found: dict[str, dict[str, Any]] = {}
    paths = golds()
    if seed.ARTICLE.exists():
        found["seed"] = {"digest": digest_of(paths["seed"]), "figures": seed_figures()}
    if EXAMPLES.exists() and paths["press speakers"]:
        digest = digest_of(paths["press speakers"])
        found["press speakers"] = {"digest": digest, "figures": press_figures()}
    return found


def read_floors(path: Path = FLOORS) -> dict[str, dict[str, Any]]:
    """Return the pinned floors; none where the file isn't there yet."""
    if not path.exists():
        return {}
    floors: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def below(floor: dict[str, Any], now: Measured) -> list[str]:
    """Tell of each figure that has fallen below its floor."""
    return [
        f"{name} {now.get(name, 0)} < {low}"
        for name, low in floor["figures"].items()
        if now.get(name, 0) < low
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--write", action="store_true", help="pin what is measured now")
    chosen = options.parse_args(arguments)
    floors, now = read_floors(), measured()
    rows: list[tuple[Cell, ...]] = [
        (f"{name}: {figure}", value, floors.get(name, {}).get("figures", {}).get(figure))
        for name, entry in now.items()
        for figure, value in entry["figures"].items()
    ]
    publish([Table("Floors", ("", "now", "floor"), tuple(rows))], dict(now), chosen.json)
    if chosen.write:
        FLOORS.write_text(json.dumps(floors | now, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
