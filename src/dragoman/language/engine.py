"""Article → Analysis: the packaged model, run window by window, and its scores decoded.

Every window is run by itself, so a reading never depends on what else was read.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from dragoman.errors import ModelError
from dragoman.language.acts import Labels
from dragoman.language.assembling import Assembly, assemble
from dragoman.language.datelines import behind_dateline
from dragoman.language.decoding import Floats, bio_transitions
from dragoman.language.pieces import Pieces
from dragoman.language.tokenizer import RawWord, words_of
from dragoman.language.windows import Window, windows_of
from dragoman.records import Analysis, Article

READ_KINDS = frozenset({"title", "heading", "body"})
FORMAT = 3


@dataclass(frozen=True, slots=True)
class WindowScores:
    """The model's outputs for one window of W words; see ``training/model.py`` for the heads."""

    window: Window
    sentence: Floats
    upos: Floats
    names: Floats
    roles: Floats
    arcs: Floats
    rel_dep: Floats
    rel_head: Floats
    sources: Floats
    cues: Floats
    antecedents: Floats
    triggers: Floats
    statuses: Floats
    modes: Floats
    actors: Floats
    recipients: Floats
    findings: Floats
    holders: Floats
    parties: Floats
    members: Floats
    bodies: Floats


@dataclass(frozen=True, slots=True)
class Inventory:
    """The label inventories and the small tensors that decoding needs."""

    upos: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]
    deprels: tuple[str, ...]
    events: Labels
    findings: dict[str, tuple[str, ...]]
    rel_mix: Floats
    role_transitions: Floats
    name_transitions: Floats


class Engine:
    """The language engine: one small encoder, several heads, one pass.

    ``folder`` holds ``model.onnx``, ``tokenizer.json``, ``decoder.npz`` and ``labels.json``; by default the
    packaged model. ModelError where one is missing or of another format.
    """

    def __init__(self, folder: Path | None = None, threads: int | None = None) -> None:
        self.folder = folder or Path(str(files("dragoman.language").joinpath("model")))
        labels = self._labels()
        self.version: str = labels["version"]
        self._pieces = Pieces(self.folder / "tokenizer.json")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(self.folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._blas = ThreadpoolController().select(user_api="blas")
        self._pool = ThreadPoolExecutor(threads or available_cores(), thread_name_prefix="dragoman-engine")
        with np.load(self.folder / "decoder.npz") as tensors:
            self._inventory = Inventory(
                upos=tuple(labels["upos"]),
                names=tuple(labels["names"]),
                roles=tuple(labels["roles"]),
                deprels=tuple(labels["deprels"]),
                events=Labels(*(tuple(labels[kind]) for kind in ("events", "modes", "statuses"))),
                findings={kind: tuple(own) for kind, own in labels["findings"].items()},
                rel_mix=tensors["rel_mix"].astype(np.float32),
                role_transitions=bio_transitions(labels["roles"], tensors["transitions"]),
                name_transitions=bio_transitions(labels["names"]),
            )

    def _labels(self) -> dict[str, Any]:
        for name in ("model.onnx", "tokenizer.json", "decoder.npz", "labels.json"):
            if not (self.folder / name).exists():
                raise ModelError(f"the language model lacks {name} in {self.folder}: reinstall dragoman")
        labels: dict[str, Any] = json.loads((self.folder / "labels.json").read_text("utf-8"))
        if labels.get("format") != FORMAT:
            raise ModelError(f"the language model in {self.folder} is of another format: reinstall dragoman")
        return labels

    def analyze(self, article: Article) -> Analysis:
        """Analyze the title, headings and body of an article; notes, furniture, datelines get no words."""
        words: list[RawWord] = []
        ranges: list[tuple[int, int]] = []
        numbers: list[int] = []
        for number, paragraph in enumerate(article.paragraphs):
            if paragraph.kind in READ_KINDS:
                first, last = paragraph.span
                if paragraph.kind == "body":
                    first = behind_dateline(article.text, first, last)
                found = words_of(article.text, first, last)
                if found:
                    ranges.append((len(words), len(words) + len(found)))
                    numbers.append(number)
                    words += found
        return self._analyze(Assembly(tuple(words), tuple(ranges), tuple(numbers), None))

    def analyze_words(self, paragraphs: Sequence[Sequence[Sequence[str]]]) -> Analysis:
        """Analyze given words, in sentences, in paragraphs; offsets count in the words joined by spaces."""
        words: list[RawWord] = []
        ranges: list[tuple[int, int]] = []
        starts: set[int] = set()
        position = 0
        for paragraph in paragraphs:
            first = len(words)
            for sentence in paragraph:
                starts.add(len(words))
                for word in sentence:
                    words.append((word, position, position + len(word)))
                    position += len(word) + 1
            ranges.append((first, len(words)))
        return self._analyze(
            Assembly(tuple(words), tuple(ranges), tuple(range(len(ranges))), frozenset(starts))
        )

    def _analyze(self, given: Assembly) -> Analysis:
        if not given.words:
            return Analysis((), ())
        forms = [form for form, _, _ in given.words]
        windows = windows_of(self._pieces.of(forms), forms, given.ranges)
        with self._blas.limit(limits=1):  # more would only contend with the windows being run
            return assemble(given, self.scores(windows), self._inventory)

    def scores(self, windows: Iterable[Window]) -> Iterator[WindowScores]:
        """Run the encoder and its heads over windows; as many at once as there are cores, in order."""
        return self._pool.map(self._score, windows)

    def _score(self, window: Window) -> WindowScores:
        outputs = self._session.run(None, _inputs(window))
        return WindowScores(window, *(output[0] for output in outputs))

    def windows(self, article: Article) -> list[Window]:
        """Return the model's inputs for an article (what the bare encoder sees)."""
        words = [
            w for p in article.paragraphs if p.kind in READ_KINDS for w in words_of(article.text, *p.span)
        ]
        forms = [form for form, _, _ in words]
        return windows_of(self._pieces.of(forms), forms, [(0, len(forms))]) if forms else []


def available_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _inputs(window: Window) -> dict[str, NDArray[np.int64]]:
    pieces = np.array([window.pieces], dtype=np.int64)
    return {
        "pieces": pieces,
        "casings": np.array([window.casings], dtype=np.int64),
        "mask": np.ones_like(pieces),
        "starts": np.array([window.starts], dtype=np.int64),
    }


def digest(folder: Path) -> str:
    """Return the SHA-256 of the model's files, for the card and for tests that pin figures to a model."""
    total = hashlib.sha256()
    for name in ("model.onnx", "tokenizer.json", "decoder.npz", "labels.json"):
        total.update((folder / name).read_bytes())
    return total.hexdigest()
