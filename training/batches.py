"""Documents → windows with labels → padded batches of tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from dragoman.language.pieces import Pieces
from dragoman.language.windows import SEP, Window, windows_of
from training.examples import Document

ACTOR, RECIPIENT = 1, 2


@dataclass(slots=True)
class Example:
    """A window and the document whose labels it shows."""

    window: Window
    document: Document


@dataclass(slots=True)
class Batch:
    """Padded tensors: pieces, casings, marks, mask [B, L]; starts, valid [B, W]; and the windows."""

    pieces: Tensor
    casings: Tensor
    marks: Tensor
    mask: Tensor
    starts: Tensor
    valid: Tensor
    examples: list[Example]


def examples_of(documents: list[Document], splitter: Pieces) -> list[Example]:
    """Cut documents into windows."""
    found = []
    for document in documents:
        pieces = splitter.of(document.words)
        for window in windows_of(pieces, document.words, document.paragraphs):
            found.append(Example(window, document))
    return found


def batches_of(examples: list[Example], budget: int, rng: random.Random) -> list[list[Example]]:
    """Group windows of like length into batches of about ``budget`` pieces, in random order."""
    keyed = sorted(examples, key=lambda e: len(e.window.pieces) + rng.random() * 40)
    groups: list[list[Example]] = []
    for example in keyed:
        longest = len(example.window.pieces)
        if groups and (len(groups[-1]) + 1) * max(longest, len(groups[-1][-1].window.pieces)) <= budget:
            groups[-1].append(example)
        else:
            groups.append([example])
    rng.shuffle(groups)
    return groups


def collate(examples: list[Example]) -> Batch:
    """Pad a group of windows."""
    length = max(len(e.window.pieces) for e in examples)
    width = max(len(e.window.starts) for e in examples)
    pieces = torch.zeros(len(examples), length, dtype=torch.long)
    casings, mask = torch.full_like(pieces, 5), torch.zeros_like(pieces)
    marks = torch.zeros_like(pieces)
    starts = torch.zeros(len(examples), width, dtype=torch.long)
    valid = torch.zeros(len(examples), width, dtype=torch.bool)
    for b, example in enumerate(examples):
        w = example.window
        pieces[b, : len(w.pieces)] = torch.tensor(w.pieces)
        casings[b, : len(w.pieces)] = torch.tensor(w.casings)
        mask[b, : len(w.pieces)] = 1
        starts[b, : len(w.starts)] = torch.tensor(w.starts)
        valid[b, : len(w.starts)] = True
        if example.document.pair is not None:
            pair = example.document.pair
            marks[b, : len(w.pieces)] = torch.tensor(marks_of(w, pair.actor, pair.recipient))
    return Batch(pieces, casings, marks, mask, starts, valid, examples)


def marks_of(window: Window, actor: Sequence[int], recipient: Sequence[int]) -> list[int]:
    """Return a mark for every piece of a window: ACTOR or RECIPIENT for the words given, else 0."""
    marks = [0] * len(window.pieces)
    ends = [*window.starts[1:], len(window.pieces)]
    for words, mark in ((recipient, RECIPIENT), (actor, ACTOR)):
        for word in words:
            if window.first <= word < window.last:
                at = word - window.first
                for piece in range(window.starts[at], ends[at]):
                    if window.pieces[piece] != SEP:
                        marks[piece] = mark
    return marks


def stream(groups: list[list[Example]]) -> Iterator[Batch]:
    """Collate lazily."""
    for group in groups:
        yield collate(group)
