"""Acts annotated in real articles and sentences, standoff over others' texts → documents for the event heads.

``training/annotations/acts.jsonl`` (PolNeAR's training articles) and ``newswire_*.jsonl`` (PLOVER's training
sentences) have offsets and labels alone; the texts are their publishers' and stay where they are. So have
``own_*.jsonl``, over the articles of ``training/articles``.
``training/annotations/README.md`` says what is annotated and how.
``python -m training.annotated --data ../shared/data`` checks and counts.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.language.tokenizer import RawWord, words_of
from training.examples import EVENTS, MODES, STATUSES, Act, Document
from training.plover import rows as plover_rows
from training.plover import touched
from training.polnear import paragraphs_of
from training.standoff import Place, annotated_part, over_articles

ACTS = Path(__file__).parent / "annotations" / "acts.jsonl"
ARTICLES = Path(__file__).parent / "articles"
NEWSWIRE = Path("events") / "plv_train.jsonl"


@dataclass(frozen=True, slots=True)
class AnnotatedAct:
    """An act of an article; all places are characters ``[start, end)`` of its text."""

    type: str
    mode: str | None
    status: str
    trigger: Place
    actors: tuple[Place, ...]
    recipients: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article or a sentence as far as it is annotated: all its acts, and the words that are unsure."""

    name: str
    text: str
    acts: tuple[AnnotatedAct, ...]
    unsure: tuple[Place, ...]


def articles(data: Path, held_out: bool, rows: Path = ACTS) -> Iterator[AnnotatedArticle]:
    """Yield the articles held out of training (every fourth line), or the others.

    ``data`` is the folder that has ``attribution/polnear``. FileNotFoundError where the texts are absent,
    ValueError where one isn't the text that was annotated or a label doesn't exist.
    """
    for row, text in over_articles(data, held_out, rows):
        yield _annotated(row, row["document"], text)


def sentences(data: Path, held_out: bool, folder: Path = ACTS.parent) -> Iterator[AnnotatedArticle]:
    """Yield the newswire sentences held out of training (every tenth line of a file), or the others.

    ``data`` is the folder that has ``events/plv_train.jsonl``, ``folder`` the one of ``newswire_*.jsonl``.
    FileNotFoundError where the sentences are absent, ValueError as ``articles`` has it.
    """
    if not (data / NEWSWIRE).is_file():
        raise FileNotFoundError(f"the annotated sentences are absent: no file {data / NEWSWIRE}")
    texts = {row["id"]: row["text"] for row in plover_rows(data / NEWSWIRE)}
    for path in sorted(folder.glob("newswire_*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if (number % 10 == 0) == held_out:
                row = json.loads(line)
                text = annotated_part(row, row["id"], texts.get(row["id"], ""))
                yield _annotated(row, row["id"], text)


def own(articles: Path = ARTICLES, folder: Path = ACTS.parent) -> dict[str, AnnotatedArticle]:
    """Return the project's own articles whose acts are annotated, by folder and name; ValueError as above."""
    found = {}
    for path in sorted(folder.glob("own_*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = (articles / f"{row['document']}.txt").read_bytes().decode("utf-8")
            found[row["document"]] = _annotated(
                row, row["document"], annotated_part(row, row["document"], text)
            )
    return found


def documents(data: Path, held_out: bool, rows: Path = ACTS) -> Iterator[Document]:
    """Yield the articles of ``articles`` as words and paragraphs with all their acts; the same errors."""
    return _documents("articles", articles(data, held_out, rows))


def sentence_documents(data: Path, held_out: bool, folder: Path = ACTS.parent) -> Iterator[Document]:
    """Yield the sentences of ``sentences`` as words with all their acts; the same errors."""
    return _documents("newswire", sentences(data, held_out, folder))


def _documents(kind: str, found: Iterator[AnnotatedArticle]) -> Iterator[Document]:
    for article in found:
        words: list[RawWord] = []
        paragraphs: list[tuple[int, int]] = []
        for start, end in paragraphs_of(article.text):
            first = len(words)
            words += words_of(article.text, start, end)
            paragraphs.append((first, len(words)))
        forms = [form for form, _, _ in words]
        acts, unsure = labels(article, words)
        yield Document(f"{kind}/{article.name}", forms, paragraphs, acts=acts, unsure=unsure)


def labels(article: AnnotatedArticle, words: list[RawWord]) -> tuple[tuple[Act, ...], frozenset[int]]:
    """Return the acts of an article over its words, and the words that are unsure."""
    acts = tuple(
        Act(
            trigger=touched(words, *act.trigger),
            type=EVENTS.index(act.type),
            mode=None if act.mode is None else MODES.index(f"{act.type}-{act.mode}"),
            status=STATUSES.index(act.status),
            actors=tuple(touched(words, *place) for place in act.actors),
            recipients=tuple(touched(words, *place) for place in act.recipients),
        )
        for act in article.acts
    )
    return acts, frozenset(word for place in article.unsure for word in touched(words, *place))


def _annotated(row: dict[str, Any], name: str, text: str) -> AnnotatedArticle:
    acts = tuple(_act(event, name) for event in row["events"])
    unsure = tuple(_place(pair) for pair in row.get("unsure", ()))
    for start, end in (*unsure, *(place for act in acts for place in _places(act))):
        if not (0 <= start < end <= len(text) and text[start:end] == text[start:end].strip()):
            raise ValueError(f"{name}: [{start}, {end}] is no phrase of the text")
    return AnnotatedArticle(name, text, acts, unsure)


def _act(event: dict[str, Any], name: str) -> AnnotatedAct:
    kind, mode = event["type"], event["mode"]
    if kind not in EVENTS[:-1] or event["status"] not in STATUSES:
        raise ValueError(f"{name}: no such type or status: {kind}, {event['status']}")
    if mode is not None and f"{kind}-{mode}" not in MODES:
        raise ValueError(f"{name}: {kind} has no mode {mode}")
    sides = [tuple(_place(pair) for pair in event[side]) for side in ("actors", "recipients")]
    return AnnotatedAct(kind, mode, event["status"], _place(event["trigger"]), *sides)


def _place(pair: list[int]) -> Place:
    return pair[0], pair[1]


def _places(act: AnnotatedAct) -> tuple[Place, ...]:
    return (act.trigger, *act.actors, *act.recipients)


def main(arguments: list[str] | None = None) -> int:
    """Check all articles and sentences and count words and acts; 1 with one line where something is wrong."""
    parser = argparse.ArgumentParser(description="Check and count the acts annotated in texts of others.")
    parser.add_argument(
        "--data", type=Path, required=True, help="the folder of attribution/polnear and events"
    )
    data = parser.parse_args(arguments).data
    try:
        for kind, read in (("articles", articles), ("sentences", sentences)):
            held, kept = list(read(data, True)), list(read(data, False))
            print(_counted(f"{kind}, {len(held)} held out,", held + kept))
        print(_counted("own articles", list(own().values())))
    except (FileNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _counted(kind: str, found: list[AnnotatedArticle]) -> str:
    acts = [act for article in found for act in article.acts]
    words = sum(len(article.text.split()) for article in found)
    silent = sum(not article.acts for article in found)
    return "\n".join(
        (
            f"{len(found)} {kind} ({silent} without an act), {words} words, "
            f"{len(acts)} acts, {1000 * len(acts) / max(1, words):.1f} a thousand words",
            "  ".join(f"{name} {n}" for name, n in Counter(act.type for act in acts).most_common()),
            "  ".join(f"{name} {n}" for name, n in Counter(act.status for act in acts).most_common()),
        )
    )


if __name__ == "__main__":
    sys.exit(main())
