"""Contradictions between short articles that must, or must not, contradict each other, by kind.

    python -m bench.disputes [--errors] [--json OUT]

``development/disputes/pairs.yaml`` has pairs of articles of our own: who did it, on which day, how far an
agreement has come, and some of polarity. A pair is right where a dispute of its kind stands between its two
articles, and none of any kind where it should have none. They are for development: ``--errors`` lists those
that are wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

import dragoman
from bench.report import ROOT, Cell, Table, parser, publish, share
from dragoman.ledgers.reading_claims import Where, claims_of
from dragoman.relations.disputes.contested import contested

PAIRS = ROOT / "bench" / "development" / "disputes" / "pairs.yaml"
NONE = "none"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles (header and text), and the kind of contradiction between them, "none" for none."""

    id: str
    kind: str
    why: str
    articles: tuple[str, str]


def pairs(path: Path = PAIRS) -> tuple[Pair, ...]:
    """Return the annotated pairs, in the order of the file."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        Pair(row["id"], row["kind"], row["why"], (_article(row["articles"][0]), _article(row["articles"][1])))
        for row in rows
    )


def _article(line: str) -> str:
    outlet, day, text = (part.strip() for part in line.split("|"))
    return f"Publication: {outlet}\nDate: {day}\n\n{text}\n"


def kinds_between(pair: Pair) -> frozenset[str]:
    """Return the kinds of the disputes in which the two articles stand on different sides."""
    readings = [dragoman.read(article) for article in pair.articles]
    claims = [
        claim
        for reading in readings
        for claim in claims_of(reading, Where(reading.id, reading.article.publication or reading.id))
    ]
    return frozenset(
        card.kind
        for card in contested(claims)
        if len({frozenset(_documents(side.roots)) for side in card.sides}) > 1
    )


def _documents(roots: Sequence[object]) -> set[str]:
    return {claim.report.document for root in roots for claim in root.claims}  # type: ignore[attr-defined]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print."""
    command = parser(__doc__)
    command.add_argument("--errors", action="store_true", help="list the pairs that are wrong")
    options = command.parse_args(arguments)
    found = [(pair, kinds_between(pair)) for pair in pairs()]
    right: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    errors = []
    for pair, kinds in found:
        group = f"{pair.id.split('-')[0]}: {'none there' if pair.kind == NONE else 'there'}"
        ok = kinds == frozenset() if pair.kind == NONE else pair.kind in kinds
        whole[group] += 1
        right[group] += ok
        if not ok:
            errors.append(f"{pair.id} ({pair.why}): {', '.join(sorted(kinds)) or 'nothing found'}")
    rows: list[tuple[Cell, ...]] = [(g, right[g], whole[g], share(right[g], whole[g])) for g in whole]
    rows.append(
        ("all", sum(right.values()), sum(whole.values()), share(sum(right.values()), sum(whole.values())))
    )
    publish([Table("Pairs of articles", ("", "right", "of", "%"), tuple(rows))], dict(right), options.json)
    if options.errors:
        print("\n" + "\n".join(errors))


if __name__ == "__main__":
    main()
