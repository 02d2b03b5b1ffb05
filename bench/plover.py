"""PLOVER root types with actor and recipient given: five folds over the shared training sentences.

Five models learn the event head, each without the sentences of one fold (no sentence stands in two), and
type the pairs of that fold; CONCEDE and RETREAT count as one, as in the records. It needs the train extra.

    python -m bench.plover [--own] [--epochs 8] [--errors] [--json OUT]

``--own`` learns the project's own sentences first, once for all folds; they hold none of the records'. The
packaged model can't be where it starts: it has seen the records.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from typing import Any

from bench.report import SHARED, Cell, Table, need, parser, publish

RECORDS = SHARED / "data" / "events" / "plv_train.jsonl"
FOLDS = 5
Typed = tuple[dict[str, Any], str, float]
"""A record, the type it was given, and how likely the model holds it."""


def folds(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Deal the records out by sentence, so that equal sentences fall into one fold."""
    texts = sorted({row["text"] for row in rows})
    random.Random(7).shuffle(texts)
    place = {text: number % FOLDS for number, text in enumerate(texts)}
    return [[row for row in rows if place[row["text"]] == fold] for fold in range(FOLDS)]


def predicted(options: argparse.Namespace) -> list[Typed]:
    """Return every record with the type that the model of its fold gives it, and how likely."""
    try:
        from training.events import learned, typed

        from training import acts, newswire, plover
    except ImportError as missing:
        print(f"skipped: the train extra is not installed ({missing.name})")
        sys.exit(0)
    parts = folds(plover.rows(need(RECORDS)))
    start = None
    if options.own:
        own = [*newswire.documents(newswire.rows()), *acts.pairs(acts.rows())]
        start = learned(own, None, options.own_epochs, options.rate)
    found: list[Typed] = []
    for number, part in enumerate(parts):
        rest = [row for other in parts if other is not part for row in other]
        engine = learned(list(plover.documents(rest)), start, options.epochs, options.rate)
        found += typed(engine, part)
        right = sum(row["event"] == said for row, said, _ in found)
        print(
            f"fold {number + 1}: {100 * right / len(found):.1f} % right so far", file=sys.stderr, flush=True
        )
    return found


def rows_of(
    found: list[Typed],
) -> tuple[list[tuple[Cell, ...]], dict[str, float]]:
    """Return one row a type (F1, precision, recall, records), and accuracy and macro-F1."""
    gold = Counter(row["event"] for row, _, _ in found)
    said = Counter(kind for _, kind, _ in found)
    right = Counter(kind for row, kind, _ in found if row["event"] == kind)
    laid: list[tuple[Cell, ...]] = []
    scores = []
    for kind in sorted(gold):
        score = 200 * right[kind] / (gold[kind] + said[kind])
        scores.append(score)
        laid.append(
            (kind, score, 100 * right[kind] / max(1, said[kind]), 100 * right[kind] / gold[kind], gold[kind])
        )
    figures = {"accuracy": 100 * sum(right.values()) / len(found), "macro_f1": sum(scores) / len(scores)}
    return laid, figures


def main() -> None:
    """Train the five models and print the table."""
    command = parser(__doc__)
    command.add_argument("--own", action="store_true", help="learn from the project's own sentences first")
    command.add_argument("--own-epochs", type=int, default=3)
    command.add_argument("--epochs", type=int, default=8)
    command.add_argument("--rate", type=float, default=1e-4)
    command.add_argument("--errors", action="store_true", help="list what is typed wrong, the surest first")
    options = command.parse_args()
    found = predicted(options)
    laid, figures = rows_of(found)
    whole = f"accuracy {figures['accuracy']:.1f}, macro-F1 {figures['macro_f1']:.1f}"
    columns = ("type", "F1", "precision", "recall", "records")
    table = Table(f"PLOVER root type, pair given: {whole}", columns, tuple(laid))
    publish([table], dict(figures), options.json)
    if options.errors:
        wrong = sorted((f for f in found if f[0]["event"] != f[1]), key=lambda f: -f[2])
        for row, kind, likely in wrong:
            print(f"{row['event']:9} said {kind:9} {likely:.2f}  {row['id']}")


if __name__ == "__main__":
    main()
