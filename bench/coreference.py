"""Speaker coreference: pronouns and nominals that speak, resolved to the right actor.

Measured in three places, all from raw text through the whole pipeline: GUM news (kept out of training
altogether), GUM's own test documents of the other genres, and our annotated articles of the sample
press. What counts as a speaker and as right stands in ``bench.speakers`` (GUM) and ``bench.press``.

    python -m bench.coreference [--errors] [--json OUT]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import dragoman
from bench.press import SPEAKERS
from bench.press import tally as press_tally
from bench.report import EXAMPLES, SHARED, SKIPPED, Cell, Table, parser, publish, share
from bench.speakers import answer, reporting_verbs, speakers, tally
from bench.treebank import Document, documents

GUM = SHARED / "data" / "treebanks" / "gum"
TARGET = 85.0


def held_out(folder: Path) -> tuple[list[Document], list[Document]]:
    """Return GUM's news documents, and its test documents of the genres that training uses."""
    from training.treebanks import COMMERCIAL_GENRES, TEST_DOCUMENTS

    news = list(documents(folder / "news.conllu"))
    others = [
        document
        for genre in COMMERCIAL_GENRES
        for document in documents(folder / f"{genre}.conllu")
        if document.id in TEST_DOCUMENTS
    ]
    return news, others


def gum_tally(chosen: Iterable[Document], told: list[str]) -> Counter[str]:
    """Count the answers over documents; what isn't right is told in ``told``."""
    verbs = reporting_verbs()
    counted: Counter[str] = Counter()
    for document in chosen:
        reading = dragoman.read(document.text, verbatim=True)
        counted += tally(document, reading, verbs)
        for speaker in speakers(document, verbs):
            if (said := answer(speaker, document, reading)) != "right":
                word = document.words[speaker.head]
                names = {document.words[name].form for name in speaker.names}
                told.append(f"{said:6} {document.id}:{word.start} {word.form!r} is {sorted(names)}")
    return counted


def rows(title: str, counted: Counter[str]) -> list[tuple[Cell, ...]]:
    """Return one row a group: right, wrong, open, of how many, percent right."""
    laid: list[tuple[Cell, ...]] = []
    whole: Counter[str] = Counter()
    for group in ("pronoun", "nominal", "nameless"):
        own = Counter({name: counted[f"{group} {name}"] for name in ("right", "wrong", "open")})
        if group != "nameless":
            whole += own
        laid.append(_row(f"{title}: {group}", own, None))
    return [_row(f"{title}: named by the text", whole, TARGET), *laid]


def _row(label: str, own: Counter[str], target: float | None) -> tuple[Cell, ...]:
    return (
        label,
        own["right"],
        own["wrong"],
        own["open"],
        own.total(),
        share(own["right"], own.total()),
        target,
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--errors", action="store_true", help="tell of each speaker that isn't right")
    chosen = options.parse_args(arguments)
    told: list[str] = []
    counts: dict[str, Counter[str]] = {}
    if GUM.exists():
        news, others = held_out(GUM)
        counts["GUM news"] = gum_tally(news, told)
        counts["GUM test"] = gum_tally(others, told)
    else:
        print(f"GUM {SKIPPED}")
    if EXAMPLES.exists() and any(SPEAKERS.glob("*.jsonl")):
        counts["press"], wrong = press_tally(EXAMPLES, lambda path: dragoman.read(path, verbatim=True))
        told += wrong
    whole = sum(counts.values(), Counter())
    laid = [row for name, counted in counts.items() for row in rows(name, counted)] + rows("all", whole)
    head = ("", "right", "wrong", "open", "of", "% right", "target %")
    table = Table("Speaker coreference, from raw text", head, tuple(laid))
    publish([table], {name: dict(counted) for name, counted in counts.items()}, chosen.json)
    if chosen.errors:
        print("\n" + "\n".join(told))


if __name__ == "__main__":
    main()
