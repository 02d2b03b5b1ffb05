"""PolNeAR from raw text: linked attributions, exact fragments, direct quotations.

The pipeline reads each text verbatim; every outermost statement of the reading (``parent`` is None:
PolNeAR keeps only the outermost) becomes one attribution, scored by the shared
score/score_attribution.py. Direct quotations: of the gold attributions whose content lies wholly in
quotation marks (each fragment begins with an opening and ends with a closing mark, commas and stops
aside), the share found (content Jaccard >= 0.5, one to one) and the share that is found with the
right source phrase too (Jaccard >= 0.5, or none in both).

    python -m bench.polnear [--split dev|train] [--limit N] [--sample-seed N] [--errors N] [--json OUT]

Look at errors on train only: dev is what we report, and whoever reads it tunes on it.
"""

from __future__ import annotations

import importlib.util
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import dragoman
from bench.overlap import characters, jaccard, pairing
from bench.report import SHARED, Cell, Table, need, parser, publish, share
from dragoman.errors import DragomanError
from dragoman.records import Reading, Span

POLNEAR = SHARED / "data" / "attribution" / "polnear"
SCORER = SHARED / "score" / "score_attribution.py"
Attribution = Mapping[str, Sequence[Sequence[int]]]
Read = Callable[[Path], Reading]
_OPENING = "\"“'‘«„`"
_CLOSING = re.compile(r"[\"”'’»“]{1,2}[.,;:!?…\s]*$|''[.,;:!?\s]*$")

TARGETS: dict[str, tuple[float, str]] = {
    "linked F1": (75.0, "humans 73.4; Citron retrained 52.0; GenderGapTracker 39.1; textacy 14.9"),
    "source, exact fragments F1": (83.0, "CofeNet-BERT (test) 83.2; humans 78.0"),
    "cue, exact fragments F1": (76.0, "CofeNet-BERT (test) 75.3; humans 70.5"),
    "content, exact fragments F1": (71.0, "CofeNet-BERT (test) 72.9; humans 67.1"),
    "direct quotations found": (95.0, "Citron retrained 64"),
    "direct quotations found, right source": (95.0, ""),
}


def scorer(path: Path = SCORER) -> ModuleType:
    """Load the shared scorer from its file."""
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} isn't a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def attributions(reading: Reading) -> list[dict[str, list[list[int]]]]:
    """Turn a reading into the scorer's attributions: its outermost statements, in text order."""
    return [
        {
            "source": [list(statement.source.span)] if statement.source else [],
            "cue": [list(span) for span in statement.cue],
            "content": [list(span) for span in statement.content],
        }
        for statement in reading.statements
        if statement.parent is None
    ]


def in_quotation_marks(attribution: Attribution, text: str) -> bool:
    """Say whether each fragment of the content begins and ends with quotation marks."""
    fragments = [text[start:end].strip() for start, end in attribution["content"]]
    return bool(fragments) and all(
        len(part) > 2 and part[0] in _OPENING and _CLOSING.search(part[1:]) is not None for part in fragments
    )


def quotations(gold: Sequence[Attribution], predicted: Sequence[Attribution], text: str) -> Counter[str]:
    """Count the gold's direct quotations, those found, and those found with the right source."""
    direct = [a for a in gold if in_quotation_marks(a, text)]
    found, linked = {}, {}
    for i, one in enumerate(direct):
        for j, other in enumerate(predicted):
            overlap = _overlap(one, other, "content", text)
            if overlap >= 0.5:
                found[i, j] = overlap
                if _same_source(one, other, text):
                    linked[i, j] = overlap
    return Counter(direct=len(direct), found=len(pairing(found)), linked=len(pairing(linked)))


def _overlap(one: Attribution, other: Attribution, role: str, text: str) -> float:
    return jaccard(*(characters((Span(*span) for span in a[role]), text) for a in (one, other)))


def _same_source(one: Attribution, other: Attribution, text: str) -> bool:
    if not one["source"] and not other["source"]:
        return True
    return _overlap(one, other, "source", text) >= 0.5


def mistakes(
    gold: Sequence[Attribution], predicted: Sequence[Attribution], text: str
) -> list[tuple[str, str]]:
    """Name each mistake of an article: its kind and the words that it is about."""
    overlaps = {
        (i, j): value + 0.5 * _same_source(one, other, text)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if (value := _overlap(one, other, "content", text)) >= 0.5
    }
    pairs = pairing(overlaps)
    found = []
    for i, one in enumerate(gold):
        if i not in pairs:
            near = max((_overlap(one, other, "content", text) for other in predicted), default=0.0)
            found.append(("extent" if near > 0.1 else "missed", _told(one, text)))
        elif not _same_source(one, predicted[pairs[i]], text):
            said = _words(predicted[pairs[i]], "source", text)
            found.append(("source", f"{_told(one, text)} -- we say {said}"))
    extra = [other for j, other in enumerate(predicted) if j not in pairs.values()]
    return found + [("spurious", _told(other, text)) for other in extra]


def _told(attribution: Attribution, text: str) -> str:
    source, cue, content = (_words(attribution, role, text) for role in ("source", "cue", "content"))
    return f"<{source}> [{cue}] {content if len(content) < 120 else content[:80] + ' ... ' + content[-35:]}"


def _words(attribution: Attribution, role: str, text: str) -> str:
    return " | ".join(" ".join(text[start:end].split()) for start, end in attribution[role])


def predictions(paths: Iterable[Path], read: Read) -> dict[str, list[dict[str, list[list[int]]]]]:
    """Read every text from its raw bytes; an article that fails counts as read to no statement."""
    found: dict[str, list[dict[str, list[list[int]]]]] = {}
    for path in paths:
        try:
            found[path.stem] = attributions(read(path))
        except DragomanError as error:
            print(f"failed: {path.stem}: {error}")
            found[path.stem] = []
    return found


def measure(
    folder: Path, chosen: Sequence[str], read: Read
) -> tuple[dict[str, Any], list[tuple[str, Any, Any, str]]]:
    """Score ``chosen`` articles; return the figures and, for each, its gold, predictions and text."""
    tool = scorer()
    gold = tool.read_gold_dir(str(folder / "attributions"), set(chosen))
    started = time.perf_counter()
    found = predictions((folder / "text" / f"{name}.txt" for name in chosen), read)
    seconds = time.perf_counter() - started
    score, direct, words, articles = tool.Scorer(), Counter[str](), 0, []
    for name in sorted(found):
        text = tool.read_text(str(folder / "text"), name)
        first = gold[name][sorted(gold[name])[0]] if name in gold else []
        score.add(first, [{role: sorted(a[role]) for role in tool.ROLES} for a in found[name]], text)
        direct += quotations([a for a in first if a["content"]], found[name], text)
        words += len(text.split())
        articles.append((name, first, found[name], text))
    figures = score.result() | {"quotations": dict(direct), "predictions": found}
    figures["words_per_second"] = round(words / seconds)
    return figures, articles


def tables(figures: Mapping[str, Any], title: str) -> list[Table]:
    """Lay the figures out beside the issue's targets and the peers."""
    direct = Counter(figures["quotations"])
    values = {
        "linked F1": figures["attribution"]["linked"]["f1"],
        **{f"{r}, exact fragments F1": figures[r]["exactfrag"]["f1"] for r in ("source", "cue", "content")},
        "direct quotations found": share(direct["found"], direct["direct"]),
        "direct quotations found, right source": share(direct["linked"], direct["direct"]),
    }
    goal: list[tuple[Cell, ...]] = [(name, values[name], *TARGETS[name]) for name in TARGETS]
    detail: list[tuple[Cell, ...]] = []
    for role in ("source", "cue", "content", "attribution"):
        for kind, row in figures[role].items():
            cells = (row["precision"], row["recall"], row["f1"], row["tp"], row["pred"], row["gold"])
            detail.append((f"{role} {kind}", *cells))
    return [
        Table(f"{title}, {figures['articles']} articles", ("", "ours", "target", "peers"), tuple(goal)),
        Table("Every role", ("", "P", "R", "F1", "right", "predicted", "gold"), tuple(detail)),
    ]


def chosen_articles(folder: Path, limit: int | None, seed: int) -> list[str]:
    """Return the names of the split's articles, or a sample of ``limit`` that ``seed`` decides."""
    names = sorted(path.stem for path in (folder / "text").glob("*.txt"))
    if limit is None or limit >= len(names):
        return names
    return sorted(random.Random(seed).sample(names, limit))


def show_errors(articles: Sequence[tuple[str, Any, Any, str]], worst: int) -> None:
    """Print the kinds of mistakes of all articles and the mistakes of the worst ones."""
    found = [(name, mistakes([a for a in g if a["content"]], p, text)) for name, g, p, text in articles]
    kinds = Counter(kind for _, rows in found for kind, _ in rows)
    print("\nmistakes: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    for name, rows in sorted(found, key=lambda item: (-len(item[1]), item[0]))[:worst]:
        print(f"\n{name}: {len(rows)}")
        for kind, told in rows:
            print(f"  {kind:9} {told}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--split", choices=("dev", "train"), default="dev")
    options.add_argument("--limit", type=int, help="read only a sample of so many articles")
    options.add_argument("--sample-seed", type=int, default=1)
    options.add_argument(
        "--errors", type=int, default=0, metavar="N", help="show the N worst articles (train)"
    )
    options.add_argument(
        "--predictions", type=Path, metavar="JSONL", help="write what we predict to this file"
    )
    chosen = options.parse_args(arguments)
    if chosen.errors and chosen.split == "dev":
        options.error(
            "--errors shows train only: dev is what we report, and reading its errors would tune on it"
        )
    folder = need(POLNEAR / chosen.split)
    names = chosen_articles(folder, chosen.limit, chosen.sample_seed)
    figures, articles = measure(folder, names, lambda path: dragoman.read(path, verbatim=True))
    found = figures.pop("predictions")
    if chosen.predictions:
        rows = [json.dumps({"id": name, "attributions": found[name]}) + "\n" for name in sorted(found)]
        chosen.predictions.write_text("".join(rows), encoding="utf-8")
    publish(tables(figures, f"PolNeAR {chosen.split}, from raw text"), figures, chosen.json)
    if chosen.errors:
        show_errors(articles, chosen.errors)


if __name__ == "__main__":
    main()
