"""Heads without labels in a corpus, held to what they said before: distillation from the engine as it began.

Hinton, Vinyals, Dean 2015, "Distilling the knowledge in a neural network", at temperature 1. The texts need
no labels of these heads; those of other corpora than the heads were taught on hold them best.
"""

from __future__ import annotations

import copy

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.model import OUTPUTS, Engine

KEPT = OUTPUTS[:10]
"""The heads of sentences, parts of speech, names, trees, attributions and antecedents."""
_OF_PAIRS = frozenset({"arcs", "sources", "cues", "antecedents"})
_PROJECTIONS = frozenset({"rel_dep", "rel_head"})
_NEVER = -1e4


class Keeper:
    """Knows what an engine said before it was taught further."""

    def __init__(self, engine: Engine) -> None:
        self.before = copy.deepcopy(engine).eval().requires_grad_(False)

    def loss(self, batch: Batch, outputs: dict[str, Tensor], taught: frozenset[str]) -> Tensor:
        """Return how far the heads that have no labels in this batch are from what they said before.

        ``outputs`` are the engine's, named as in OUTPUTS; ``taught`` names those that have labels here.
        """
        with torch.no_grad():
            hidden = self.before(batch.pieces, batch.casings, batch.mask, batch.starts, batch.marks)
        said = dict(zip(OUTPUTS, hidden, strict=True))
        total = outputs["upos"].new_zeros(())
        for name in KEPT:
            if name not in taught:
                total = total + _apart(name, batch, outputs[name], said[name])
        return total


def _apart(name: str, batch: Batch, now: Tensor, then: Tensor) -> Tensor:
    """Mean over words of the divergence from what was said: of a choice, a yes or no, or a projection."""
    valid = batch.valid
    if name in _PROJECTIONS:
        return functional.mse_loss(now[valid], then[valid])
    if name == "sentence":
        return functional.binary_cross_entropy_with_logits(now[valid], then[valid].sigmoid())
    if name in _OF_PAIRS:
        others = ~valid[:, None, :]
        now, then = now.masked_fill(others, _NEVER), then.masked_fill(others, _NEVER)
    return functional.kl_div(
        now[valid].log_softmax(-1), then[valid].log_softmax(-1), reduction="batchmean", log_target=True
    )
