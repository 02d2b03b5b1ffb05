"""The losses of the event heads: what a word tells of, whether it happened, who does it to whom."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch, Example
from training.examples import EVENTS, MODES, Act

NEVER = -1e4
QUIET = 0.3
"""Weight of the words that tell of no event, where some that do are not labelled."""
LINKS = 0.25
"""Weight of the links from triggers to actors and recipients, summed over the words of a window."""
FUNCTION_WORDS = frozenset(
    "a an the of in on at to for from by with into over up out off down away back its his her their our my "
    "and or as that this be been is are was were has have had will would can not n't 's".split()
)
"""Words that tell of nothing by themselves."""
_MODES_OF = torch.tensor([[mode.startswith(f"{kind}-") for mode in MODES] for kind in EVENTS])


def event_losses(batch: Batch, outputs: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the losses of triggers [B, W, 17], statuses, modes, actors and recipients [B, W, W]."""
    rows = [_Row(b, word, act) for b, e in enumerate(batch.examples) for word, act in _told(e, _is_telling)]
    beside = [(b, word) for b, e in enumerate(batch.examples) for word, _ in _told(e, _is_function_word)]
    found = {"triggers": _trigger_loss(batch, outputs["triggers"], rows, beside)}
    if not rows:
        return found
    b, i = torch.tensor([r.b for r in rows]), torch.tensor([r.word for r in rows])
    statuses = torch.tensor([r.act.status for r in rows])
    found["statuses"] = functional.cross_entropy(outputs["statuses"][b, i], statuses)
    moded = [n for n, r in enumerate(rows) if r.act.mode is not None]
    if moded:
        kinds = torch.tensor([rows[n].act.type for n in moded])
        scores = outputs["modes"][b[moded], i[moded]].masked_fill(~_MODES_OF[kinds], NEVER)
        found["modes"] = functional.cross_entropy(scores, torch.tensor([rows[n].act.mode for n in moded]))
    linked = [n for n, r in enumerate(rows) if r.act.linked]
    if linked:
        for side in ("actors", "recipients"):
            scores = outputs[side][b[linked], i[linked]]
            found[side] = _link_loss(batch, scores, [rows[n] for n in linked], side)
    return found


class _Row:
    """One word of a trigger in its window: ``word`` counts in the window."""

    def __init__(self, b: int, word: int, act: Act) -> None:
        self.b, self.word, self.act = b, word, act


def _is_function_word(form: str) -> bool:
    return form.lower() in FUNCTION_WORDS


def _is_telling(form: str) -> bool:
    return form.lower() not in FUNCTION_WORDS


def _told(example: Example, wanted: Callable[[str], bool]) -> list[tuple[int, Act]]:
    """Return the words of a window's triggers that are wanted, or all of a trigger that has no others."""
    window, document = example.window, example.document
    found = []
    for act in document.acts or ():
        bare = all(_is_function_word(document.words[word]) for word in act.trigger)
        found += [
            (word - window.first, act)
            for word in act.trigger
            if window.first <= word < window.last and (wanted(document.words[word]) != bare)
        ]
    return found


def _trigger_loss(batch: Batch, scores: Tensor, rows: list[_Row], beside: list[tuple[int, int]]) -> Tensor:
    """Cross-entropy of every word's type; unsure words and a longer trigger's function words don't count."""
    none = EVENTS.index("NONE")
    labels = torch.full(batch.starts.shape, none, dtype=torch.long)
    weights = torch.ones(batch.starts.shape)
    for b, example in enumerate(batch.examples):
        if example.document.acts_partial:
            weights[b] = QUIET
        for word in example.document.unsure:
            if example.window.first <= word < example.window.last:
                weights[b, word - example.window.first] = 0.0
    for b, word in beside:
        weights[b, word] = 0.0
    for row in rows:
        labels[row.b, row.word] = row.act.type
        weights[row.b, row.word] = 1.0
    lost = functional.cross_entropy(scores.transpose(1, 2), labels, reduction="none")
    weights = weights * batch.valid
    return 3 * (lost * weights).sum() / weights.sum().clamp(min=1)


def _link_loss(batch: Batch, scores: Tensor, rows: list[_Row], side: str) -> Tensor:
    """Binary cross-entropy of every word of the window as part of a phrase that names who acts."""
    labels = torch.zeros(scores.shape)
    valid = torch.stack([batch.valid[row.b] for row in rows])
    for n, row in enumerate(rows):
        first = batch.examples[row.b].window.first
        for phrase in getattr(row.act, side):
            for word in phrase:
                if 0 <= word - first < labels.shape[1]:
                    labels[n, word - first] = 1.0
    lost = functional.binary_cross_entropy_with_logits(scores, labels, reduction="none")
    return LINKS * (lost * valid).sum() / len(rows)
