"""Copies among articles: pairs found against pairs made, on invented stories and the sample press.

``bench.copies_made`` tells how they are made.

Thresholds were chosen on the odd seeds 1, 3, 5 and 7. Measured are even ones: of these, 2 and 4 were measured
on the way, each before the thresholds were last chosen, so 6 and 8 are those reported.

    python -m bench.copies [--seeds N ...] [--stories N] [--development] [--errors] [--minhash] [--json OUT]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from bench.copies_made import Made, made
from bench.report import Table, f1, parser, publish, share
from dragoman.resolve.copies import CopyIndex, copies
from dragoman.resolve.overlap import Thresholds

DEVELOPMENT, HELD_OUT = (1, 3, 5, 7), (6, 8)


def pairs_of(groups: Sequence[Sequence[str]]) -> set[frozenset[str]]:
    """Return the pairs within groups."""
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def gold_pairs(articles: Sequence[Made]) -> set[frozenset[str]]:
    """Return the pairs of prints of one text."""
    groups: dict[str, list[str]] = {}
    for article in articles:
        groups.setdefault(article.text_of, []).append(article.id)
    return pairs_of(list(groups.values()))


def found_pairs(articles: Sequence[Made], thresholds: Thresholds | None = None) -> set[frozenset[str]]:
    """Return the pairs that the project finds."""
    rows = ((a.id, a.text, a.published, a.publication) for a in articles)
    return pairs_of([group.members for group in copies(rows, thresholds)])


def minhash_pairs(articles: Sequence[Made], permutations: int = 128, bands: int = 32) -> set[frozenset[str]]:
    """Return the candidates that MinHash over the same shingles meets (rensa, banded)."""
    from rensa import RMinHash  # type: ignore[import-untyped]

    from dragoman.resolve.shingles import fingerprint

    buckets: dict[tuple[int, tuple[int, ...]], list[str]] = {}
    rows = permutations // bands
    for article in articles:
        sketch = RMinHash(num_perm=permutations, seed=1)
        sketch.update([str(shingle) for shingle in fingerprint(article.text).shingles.tolist()])
        digest = sketch.digest()
        for band in range(bands):
            key = (band, tuple(digest[band * rows : (band + 1) * rows]))
            buckets.setdefault(key, []).append(article.id)
    return pairs_of(list(buckets.values()))


def winnowed_pairs(articles: Sequence[Made]) -> set[frozenset[str]]:
    """Return the candidates that winnowed shingles meet."""
    from dragoman.resolve.shingles import fingerprint

    buckets: dict[int, list[str]] = {}
    for article in articles:
        for mark in fingerprint(article.text).marks.tolist():
            buckets.setdefault(mark, []).append(article.id)
    return pairs_of(list(buckets.values()))


def figures_of(gold: set[frozenset[str]], found: set[frozenset[str]]) -> dict[str, float]:
    """Return precision, recall and F1 in percent."""
    right = len(gold & found)
    return {
        "precision": share(right, len(found)),
        "recall": share(right, len(gold)),
        "f1": f1(right, len(found), len(gold)),
    }


def tell_errors(articles: Sequence[Made], gold: set[frozenset[str]], found: set[frozenset[str]]) -> None:
    """Print which kinds of pairs were missed and which wrongly found, with how they overlap."""
    by_id = {article.id: article for article in articles}
    counted = Counter(
        ("missed" if pair in gold else "wrong", *sorted(by_id[i].how for i in pair)) for pair in gold ^ found
    )
    for kinds, times in counted.most_common():
        print(times, *kinds)
    with CopyIndex() as index:
        for article in articles:
            index.add(article.id, article.text, article.published, article.publication)
        for pair in sorted(map(sorted, gold ^ found))[:20]:
            shown = [o for o in index.overlaps(pair[0]) if {o.one, o.two} == set(pair)]
            print(pair, "missed" if frozenset(pair) in gold else "wrong", [by_id[i].how for i in pair],
                  [(o.kind, o.reason) for o in shown])  # fmt: skip


def measured(seed: int, stories: int, minhash: bool, errors: bool) -> list[tuple[str, int, int, int]]:
    """Measure one seed: what, pairs found rightly, found, made."""
    articles = made(seed, stories)
    gold, found = gold_pairs(articles), found_pairs(articles)
    ways = {f"seed {seed}, {len(articles)} articles": found}
    if minhash:
        ways["candidates: MinHash, 32 bands of 4"] = minhash_pairs(articles, 128, 32)
        ways["candidates: MinHash, 64 bands of 2"] = minhash_pairs(articles, 128, 64)
        ways["candidates: winnowing"] = winnowed_pairs(articles)
    if errors:
        tell_errors(articles, gold, found)
    return [(name, len(gold & pairs), len(pairs), len(gold)) for name, pairs in ways.items()]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--seeds", type=int, nargs="+", default=list(HELD_OUT))
    options.add_argument("--stories", type=int, default=120)
    options.add_argument("--development", action="store_true", help="measure on the development seeds")
    options.add_argument("--errors", action="store_true", help="tell of each error (development only)")
    options.add_argument("--minhash", action="store_true", help="compare candidates with MinHash (rensa)")
    chosen = options.parse_args(arguments)
    seeds = DEVELOPMENT if chosen.development or chosen.errors else chosen.seeds
    counted = [r for s in seeds for r in measured(s, chosen.stories, chosen.minhash, chosen.errors)]
    of_seeds = [row for row in counted if row[0].startswith("seed ")]
    right, found, made_ = (sum(column) for column in zip(*(row[1:] for row in of_seeds), strict=True))
    counted.append(("all seeds", right, found, made_))
    rows = tuple(
        (name, share(right, found), share(right, gold), f1(right, found, gold), gold, found)
        for name, right, found, gold in counted
    )
    columns = ("what", "precision", "recall", "F1", "pairs made", "pairs found")
    publish([Table("Copies among invented articles", columns, rows)], {"rows": rows}, chosen.json)


if __name__ == "__main__":
    main()
