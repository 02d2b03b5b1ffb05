"""Agreements, memberships, positions, forecasts, quantities and dates in the held-out articles.

Each article is read as it is, and its findings are paired with the annotation one to one, for each
grade of rightness anew (``bench.findings_match`` tells the rules): precision is of the predicted,
recall of the gold. Optional findings of the gold count for nothing, nor do predictions that overlap one
and pair with nothing else; nor do findings in the header and the headline, which isn't annotated.
Of one membership that is told twice, one counts.

    python -m bench.findings [--development [SET]] [--kind KIND] [--errors] [--json OUT]

With ``--development`` the articles that are written to look at errors take the place of the held-out
ones, and the kinds that they don't annotate are left out. Of sets that are kept (``findings_gold.KEPT``)
only totals are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotation.articles import read_articles
from annotation.findings import KINDS, GoldArticle, GoldFinding

import dragoman
from bench.findings_gold import ARTICLES, DEVELOPMENT_SETS, KEPT
from bench.findings_match import Check, Rule
from bench.findings_rules import RULES
from bench.overlap import pairing
from bench.report import Cell, Table, f1, need, parser, publish, share
from dragoman.records import Reading, Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """One kind in one article: counts by name, what is missing, and what is spurious, by the headline."""

    article: GoldArticle
    kind: str
    counted: Counter[str]
    missing: tuple[GoldFinding, ...]
    spurious: tuple[Any, ...]


def offered(kind: str, reading: Reading, body: int) -> list[Any]:
    """Return the predicted findings of a kind that stand below the header, memberships once each."""
    found = [
        item
        for item in getattr(reading, kind)
        if any(span.start >= body for span in RULES[kind].spans(item)) or not RULES[kind].spans(item)
    ]
    if kind == "memberships":
        found = list({(m.organization, m.member, m.role): m for m in reversed(found)}.values())[::-1]
    return found


def graded(
    gold: Sequence[GoldFinding], found: Sequence[Any], check: Check, rule: Rule, reading: Reading
) -> tuple[dict[int, int], list[int]]:
    """Pair required gold with predictions by one check; return the pairs and the spurious indices."""
    likeness = {
        (i, j): float(sum(grade(one, item, reading) for _, grade in rule.grades))
        for i, one in enumerate(gold)
        for j, item in enumerate(found)
        if not one.optional and check(one, item, reading)
    }
    pairs = pairing(likeness)
    loose = rule.grades[0][1]
    spurious = [
        j
        for j, item in enumerate(found)
        if j not in pairs.values() and not any(one.optional and loose(one, item, reading) for one in gold)
    ]
    return pairs, spurious


def judge(article: GoldArticle, reading: Reading, kind: str) -> Outcome:
    """Judge one kind of an article's findings by all grades of its rule."""
    rule, gold = RULES[kind], article.findings[kind]
    found = offered(kind, reading, article.body)
    counted = Counter(gold=sum(not one.optional for one in gold))
    missing: tuple[GoldFinding, ...] = ()
    wrong: tuple[Any, ...] = ()
    for name, check in rule.grades:
        pairs, spurious = graded(gold, found, check, rule, reading)
        counted[f"{name}: right"] = len(pairs)
        counted[f"{name}: predicted"] = len(pairs) + len(spurious)
        if name == rule.headline:
            missing = tuple(one for i, one in enumerate(gold) if i not in pairs and not one.optional)
            wrong = tuple(found[j] for j in spurious)
            for detail, applies, right in rule.details:
                own = [(gold[i], found[j]) for i, j in pairs.items() if applies(gold[i])]
                counted[f"{detail}: of"] = len(own)
                counted[f"{detail}: right"] = sum(right(one, item, reading) for one, item in own)
    return Outcome(article, kind, counted, missing, wrong)


def measure(
    kinds: Iterable[str], read: Callable[[Path], Reading], folder: Path = ARTICLES
) -> list[tuple[Reading, Outcome]]:
    """Read every article with ``read`` and judge the kinds."""
    outcomes = []
    for article in read_articles(folder):
        reading = read(article.path)
        outcomes += [(reading, judge(article, reading, kind)) for kind in kinds]
    return outcomes


def annotated(folder: Path) -> tuple[str, ...]:
    """Return the kinds of which at least one article of a folder has a finding, in their order."""
    articles = tuple(read_articles(folder))
    return tuple(kind for kind in KINDS if any(article.findings[kind] for article in articles))


def figures(outcomes: Iterable[Outcome]) -> dict[str, dict[str, int]]:
    """Sum the counts of each kind over the articles."""
    summed: dict[str, Counter[str]] = {}
    for outcome in outcomes:
        summed.setdefault(outcome.kind, Counter()).update(outcome.counted)
    return {kind: dict(counted) for kind, counted in summed.items()}


def row(kind: str, grade: str, counted: dict[str, int]) -> tuple[Cell, ...]:
    """Return gold, predicted, right, precision, recall and F1 of one grade; no precision of nothing."""
    right, predicted, gold = counted[f"{grade}: right"], counted[f"{grade}: predicted"], counted["gold"]
    precision = share(right, predicted) if predicted or not gold else None
    label = f"{kind}: {grade}" + (" *" if grade == RULES[kind].headline else "")
    return label, gold, predicted, right, precision, share(right, gold), f1(right, predicted, gold)


def tables(counted: dict[str, dict[str, int]], articles: str = "held-out articles") -> list[Table]:
    """Lay out all grades of all kinds, and the details of what is right; ``articles`` is for the title."""
    grades = [row(kind, name, counted[kind]) for kind in counted for name, _ in RULES[kind].grades]
    details: list[tuple[Cell, ...]] = []
    for kind, own in counted.items():
        for name, _, _ in RULES[kind].details:
            right, of = own.get(f"{name}: right", 0), own.get(f"{name}: of", 0)
            details.append((f"{kind}: {name}", right, of, share(right, of) if of else None))
    head = ("(* the headline)", "gold", "predicted", "right", "precision %", "recall %", "F1 %")
    found = [Table(f"Findings, {articles}", head, tuple(grades))]
    if details:
        found.append(
            Table("Details, of those right by the headline", ("", "right", "of", "%"), tuple(details))
        )
    return found


def told(outcome: Outcome, reading: Reading) -> list[str]:
    """Return a line for each missing and each spurious finding, by the headline's grade."""
    text, rule = reading.text, RULES[outcome.kind]
    lines = [f"  missing  {_quoted(one.spans, text)}  {_wanted(one)}" for one in outcome.missing]
    return lines + [
        f"  spurious {_quoted(rule.spans(i), text)}  {_said(i, reading)}" for i in outcome.spurious
    ]


def _quoted(spans: Sequence[Span], text: str) -> str:
    return " | ".join(span.of(text) for span in spans)


def _wanted(gold: GoldFinding) -> str:
    """Return the labels of a gold finding, its spans left out."""
    return _labels({name: getattr(gold, name) for name in type(gold).__slots__}, {})


def _said(item: Any, reading: Reading) -> str:
    """Return the labels of a predicted finding, actors by their names."""
    names = {actor.id: actor.name for actor in reading.actors}
    shown = {name: getattr(item, name) for name in type(item).__slots__ if name not in ("id", "confidence")}
    return _labels(shown, names)


def _labels(shown: dict[str, Any], names: dict[str, str]) -> str:
    return " ".join(
        f"{name}={_short(value, names)}" for name, value in shown.items() if value and not _is_place(value)
    )


def _short(value: Any, names: dict[str, str]) -> str:
    if isinstance(value, tuple):
        return "/".join(_short(each, names) for each in value)
    plain = str(getattr(value, "text", value))
    return names.get(plain, plain)


def _is_place(value: Any) -> bool:
    return isinstance(value, Span) or (isinstance(value, tuple) and any(isinstance(v, Span) for v in value))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--kind", choices=KINDS, help="judge this kind only")
    options.add_argument("--errors", action="store_true", help="list what is missing and what is spurious")
    options.add_argument(
        "--development", nargs="?", const="findings", choices=tuple(DEVELOPMENT_SETS), metavar="SET",
        help="read articles for development: " + ", ".join(DEVELOPMENT_SETS) + " (findings is the default)",
    )  # fmt: skip
    chosen = options.parse_args(arguments)
    if chosen.errors and chosen.development in KEPT:
        options.error(f"{chosen.development} is for totals only: its errors are not listed")
    folder = need(DEVELOPMENT_SETS[chosen.development] if chosen.development else ARTICLES)
    kinds = tuple(kind for kind in annotated(folder) if chosen.kind in (kind, None))
    if not kinds:
        options.error(f"these articles are not annotated for {chosen.kind}")
    outcomes = measure(kinds, lambda path: dragoman.read(path, verbatim=True), folder)
    counted = figures(outcome for _, outcome in outcomes)
    articles = "development articles" if chosen.development else "held-out articles"
    publish(tables(counted, articles), dict(counted), chosen.json)
    for reading, outcome in outcomes if chosen.errors else ():
        if lines := told(outcome, reading):
            print("\n".join([f"\n{outcome.article.name}: {outcome.kind}", *lines]))


if __name__ == "__main__":
    main()
