"""Findings in real articles: the held-out quarter of those that are annotated, against their annotation.

Agreements, memberships, positions and forecasts are paired with the annotation by the rules of
``bench.findings_match``, in the grades for which the annotation has what they need: it names no instruments,
and a position that nobody is named for counts as optional. Optional findings count for nothing.
The texts belong to their publishers: without ../shared there is nothing to read.

    python -m bench.article_findings [--kind KIND] [--errors] [--json OUT]

``--errors`` lists what is missing or not there: these articles are for development.
"""

from __future__ import annotations

from collections.abc import Sequence

from training.annotated_findings import KINDS, articles, gold_of
from training.standoff import TEXTS

import dragoman
from bench.findings import figures, judge, row, told
from bench.findings_rules import RULES
from bench.report import SHARED, Cell, Table, need, parser, publish

DATA = SHARED / "data"
HEAD = ("(* the headline)", "there", "shown", "right", "of shown %", "of there %", "F1 %")


def table(counted: dict[str, dict[str, int]]) -> Table:
    """Lay out the grades up to each kind's headline; of a kind that isn't there no share is given."""
    rows: list[tuple[Cell, ...]] = []
    for kind, counts in counted.items():
        names = [name for name, _ in RULES[kind].grades]
        for name in names[: names.index(RULES[kind].headline) + 1]:
            told_of = row(kind, name, counts)
            rows.append(told_of if counts["gold"] else (*told_of[:5], None, None))
    return Table("Findings in real articles, held-out quarter", HEAD, tuple(rows))


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the held-out articles, print the table, and the faults where they are asked for."""
    options = parser(__doc__)
    options.add_argument("--kind", choices=KINDS, help="judge this kind only")
    options.add_argument("--errors", action="store_true", help="list what is missing and what is not there")
    chosen = options.parse_args(arguments)
    need(DATA / TEXTS)
    kinds = [kind for kind in KINDS if chosen.kind in (kind, None)]
    outcomes = []
    for article in articles(DATA, held_out=True):
        published = article.name.split("_")[1]
        reading = dragoman.read(article.text, verbatim=True, published=published)
        outcomes += [(reading, judge(gold_of(article), reading, kind)) for kind in kinds]
    counted = figures(outcome for _, outcome in outcomes)
    publish([table(counted)], dict(counted), chosen.json)
    for reading, outcome in outcomes if chosen.errors else ():
        if lines := told(outcome, reading):
            print("\n".join([f"\n{outcome.article.name}: {outcome.kind}", *lines]))


if __name__ == "__main__":
    main()
