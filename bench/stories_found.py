"""Articles on one story: pairs found against pairs made, from raw text to stories.

Invented stories (``bench.stories``) are told by a wire, its prints, a paper in words of its own, and one
that quotes the wire; all share people, places and days with other stories of the set. They are read by
the whole pipeline, copies are found first, then stories. The sentences are formulas, so the figures are
those of an easy press: they hold the code, and say little about real papers.

    python -m bench.stories_found [--seed N] [--stories N] [--development] [--json OUT]
"""

from __future__ import annotations

from collections.abc import Sequence

import dragoman
from bench.copies import figures_of, pairs_of
from bench.copies_made import Desk, Made
from bench.report import Table, parser, publish
from dragoman.resolve import CopyIndex, Outline, outline, stories

DEVELOPMENT, HELD_OUT = 1, 6
WAYS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4)


def read(articles: Sequence[Made]) -> list[Outline]:
    """Read articles, each in outline."""
    return [
        outline(dragoman.read(a.text, published=a.published, publication=a.publication)) for a in articles
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--seed", type=int, default=HELD_OUT)
    options.add_argument("--stories", type=int, default=30)
    options.add_argument("--development", action="store_true", help="try thresholds on the development seed")
    chosen = options.parse_args(arguments)
    seed = DEVELOPMENT if chosen.development else chosen.seed
    desk = Desk(seed)
    for number in range(chosen.stories):
        desk.tell(number)
    outlines = read(desk.made)
    name_of = {outlined.article: made.id for outlined, made in zip(outlines, desk.made, strict=True)}
    told: dict[str, list[str]] = {}
    for made in desk.made:
        told.setdefault(made.story, []).append(made.id)
    gold = pairs_of(list(told.values()))
    with CopyIndex() as index:
        for outlined, made in zip(outlines, desk.made, strict=True):
            index.add(outlined.article, made.text, made.published, made.publication)
        origin_of = {member: group.id for group in index.groups() for member in group.members}
    rows = []
    for enough in WAYS if chosen.development else (None,):
        found = stories(outlines, origin_of) if enough is None else stories(outlines, origin_of, enough)
        pairs = pairs_of([[name_of[article] for article in story.articles] for story in found])
        scored = figures_of(gold, pairs)
        title = "as packaged" if enough is None else f"from {enough:.2f} on"
        rows.append((title, scored["precision"], scored["recall"], scored["f1"], len(found)))
    table = Table(
        f"Stories among {len(outlines)} articles on {len(told)} stories (seed {seed})",
        ("threshold", "precision", "recall", "F1", "stories found"),
        tuple(rows),
    )
    publish([table], {"seed": seed, "rows": [list(row) for row in rows]}, chosen.json)


if __name__ == "__main__":
    main()
