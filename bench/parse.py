"""Trees and names: LAS, UAS, UPOS, sentences on EWT dev and GUM news; names on UNER dev and GUM news.

Once on gold tokens (words, sentences and paragraphs given), once on each gold sentence by itself, and
once from raw text (``bench.alignment``
says how the two are compared). Names are compared from raw text by characters and kind
(``bench.names`` says what a gold name is). None of these texts is in training.

    python -m bench.parse [--limit N] [--json OUT]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Protocol

from bench.alignment import MEASURES, Parsed, analysed_words, compare, compare_names, gold_words, scores
from bench.names import KINDS, Labelled, analysed_names, gum_names, read_iob2, titles, uner_names
from bench.report import SHARED, Cell, Table, f1, need, parser, publish
from bench.treebank import Document, documents
from dragoman.records import Analysis, Article, Sentence, Span, Word

TREEBANKS = SHARED / "data" / "treebanks"
UNER = SHARED / "data" / "ner" / "en_ewt-ud-dev.iob2"
CORPORA = {"EWT dev": "ewt/dev.conllu", "GUM news": "gum/news.conllu"}
TARGETS = {("EWT dev", "gold tokens"): 88.0, ("GUM news", "gold tokens"): 87.0,
           ("EWT dev", "raw text"): 86.0, ("GUM news", "raw text"): 85.0}  # fmt: skip
NAMES_TARGET = 80.0


class Engine(Protocol):
    """What this measure asks of the language engine."""

    def analyze(self, article: Article) -> Analysis:
        """Analyse a text from its characters."""

    def analyze_words(self, paragraphs: list[list[list[str]]]) -> Analysis:
        """Analyse given words, in paragraphs of sentences."""


def from_gold_tokens(engine: Engine, document: Document) -> tuple[list[Parsed], set[Span]]:
    """Parse the gold's words and put them at the gold's places; the gold's sentences are given."""
    analysis = engine.analyze_words(document.forms())
    if len(analysis.words) != len(document.words):
        raise ValueError(f"{document.id}: {len(document.words)} words in, {len(analysis.words)} out")
    placed = tuple(
        replace(word, start=gold.start, end=gold.end)
        for word, gold in zip(analysis.words, document.words, strict=True)
    )
    return analysed_words(replace(analysis, words=placed), document.text)


def each_alone(engine: Engine, document: Document) -> tuple[list[Parsed], set[Span]]:
    """Parse every sentence of the gold by itself, as a short text would be."""
    words, sentences = list[Word](), list[Sentence]()
    for paragraph in document.forms():
        for forms in paragraph:
            base = len(words)
            for word in engine.analyze_words([[forms]]).words:
                gold = document.words[word.index + base]
                head = word.head + base if word.head >= 0 else -1
                words.append(
                    replace(word, index=word.index + base, head=head, start=gold.start, end=gold.end)
                )
            sentences.append(Sentence(base, len(words), 0))
    return analysed_words(Analysis(tuple(words), tuple(sentences)), document.text)


def trees(engine: Engine, chosen: Iterable[Document]) -> dict[str, Counter[str]]:
    """Count what is right on gold tokens, on each gold sentence alone, and from raw text."""
    counted = {way: Counter[str]() for way in ("gold tokens", "each sentence alone", "raw text")}
    for document in chosen:
        gold = gold_words(document)
        counted["gold tokens"] += compare(gold, from_gold_tokens(engine, document))
        counted["each sentence alone"] += compare(gold, each_alone(engine, document))
        analysis = engine.analyze(document.article())
        counted["raw text"] += compare(gold, analysed_words(analysis, document.text))
    return counted


def names(engine: Engine, chosen: Iterable[Document], labels: dict[str, Labelled] | None) -> Counter[str]:
    """Count the names found from raw text; ``labels`` are UNER's, without them GUM's mentions count."""
    before_names = titles()
    counted: Counter[str] = Counter()
    for document in chosen:
        gold = uner_names(document, labels) if labels else gum_names(document, before_names)
        counted += compare_names(gold, analysed_names(engine.analyze(document.article()), document.text))
    return counted


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--limit", type=int, help="only the first N documents of each corpus")
    chosen = options.parse_args(arguments)
    need(TREEBANKS)
    from dragoman.language import Engine as LanguageEngine

    engine = LanguageEngine()
    corpora = {
        name: list(islice(documents(TREEBANKS / path), chosen.limit)) for name, path in CORPORA.items()
    }
    parsed = {name: trees(engine, corpus) for name, corpus in corpora.items()}
    labels = read_iob2(UNER)
    named = {
        "UNER dev": names(engine, corpora["EWT dev"], labels),
        "GUM news": names(engine, corpora["GUM news"], None),
    }
    figures: dict[str, object] = {
        "trees": {name: {way: scores(c) for way, c in ways.items()} for name, ways in parsed.items()},
        "names": {name: dict(counted) for name, counted in named.items()},
    }
    publish(tables(parsed, named), figures, chosen.json)


def tables(parsed: dict[str, dict[str, Counter[str]]], named: dict[str, Counter[str]]) -> list[Table]:
    """Lay trees and names out beside the targets."""
    rows: list[tuple[Cell, ...]] = []
    for name, ways in parsed.items():
        for way, counted in ways.items():
            found = scores(counted)
            rows.append((f"{name}, {way}", *(found[m] for m in MEASURES), TARGETS.get((name, way))))
    held: list[tuple[Cell, ...]] = []
    for name, counted in named.items():
        for kind in ("", *KINDS):
            prefix = f"{kind} " if kind else ""
            right, predicted, gold = (counted[f"{prefix}{k}"] for k in ("right", "predicted", "gold"))
            value = f1(right, predicted, gold)
            held.append(
                (f"{name} {kind}".strip(), value, right, predicted, gold, None if kind else NAMES_TARGET)
            )
    return [
        Table("Trees (F1)", ("", *MEASURES, "target LAS"), tuple(rows)),
        Table("Names, from raw text (F1)", ("", "F1", "right", "predicted", "gold", "target"), tuple(held)),
    ]


if __name__ == "__main__":
    main()
