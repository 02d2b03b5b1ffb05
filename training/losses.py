"""The loss of each head, masked to the layers that a window's corpus has."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.event_losses import event_losses
from training.examples import NAMES, NO_NAME_OF_OURS
from training.finding_losses import finding_losses
from training.model import OUTPUTS, Engine

NEVER = -1e4
_LOOSE = [n for n, label in enumerate(NAMES) if label == "O" or label.endswith("-other")]


def losses(engine: Engine, batch: Batch, outputs: tuple[Tensor, ...]) -> dict[str, Tensor]:
    """Return the mean loss of each head that has labels in this batch."""
    sentence, upos, names, roles, arcs, rel_dep, rel_head, sources, cues, antecedents = outputs[:10]
    found: dict[str, Tensor] = {}
    tree = [b for b, e in enumerate(batch.examples) if e.document.heads is not None]
    if tree:
        found |= _tree_losses(engine, batch, tree, (sentence, upos, arcs, rel_dep, rel_head))
    labels = _labels(batch, "names")
    if labels is not None:
        weight = batch.examples[0].document.names_weight
        found["names"] = weight * names_loss(names.flatten(0, 1), labels.flatten())
    labels = _labels(batch, "roles")
    if labels is not None:
        found["roles"] = crf_loss(engine.transitions, roles, labels, batch.valid)
        for name, scores in (("sources", sources), ("cues", cues)):
            if (loss := _link_loss(batch, scores, name)) is not None:
                found[name] = loss
    if (loss := _antecedent_loss(batch, antecedents)) is not None:
        found["antecedents"] = loss
    named = dict(zip(OUTPUTS, outputs, strict=True))
    if batch.examples[0].document.acts is not None:
        found |= event_losses(batch, named)
    found |= finding_losses(batch, named)
    if batch.examples[0].document.pair is not None:
        found["pair"] = pair_loss(batch, named["pair"])
    return found


def names_loss(scores: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy of labels [N] under scores [N, T]; NO_NAME_OF_OURS is O or a name of another kind."""
    known = labels >= 0
    loose = labels == NO_NAME_OF_OURS
    likely = scores.log_softmax(-1)
    lost = -likely[known].gather(1, labels[known][:, None]).sum()
    lost = lost - likely[loose][:, _LOOSE].logsumexp(-1).sum()
    return lost / (known | loose).sum().clamp(min=1)


def pair_loss(batch: Batch, scores: Tensor, smoothing: float = 0.1) -> Tensor:
    """Marginal cross-entropy over the types that are right for each pair [B, 17], with label smoothing."""
    right = torch.zeros(scores.shape, dtype=torch.bool)
    for b, example in enumerate(batch.examples):
        assert example.document.pair is not None
        right[b, list(example.document.pair.types)] = True
    likely = scores.log_softmax(-1)
    marginal = likely.masked_fill(~right, NEVER).logsumexp(-1)
    return -((1 - smoothing) * marginal + smoothing * likely.mean(-1)).mean()


def _labels(batch: Batch, layer: str) -> Tensor | None:
    rows = [getattr(e.document, layer) for e in batch.examples]
    if all(row is None for row in rows):
        return None
    labels = torch.full(batch.starts.shape, -100, dtype=torch.long)
    for b, (row, e) in enumerate(zip(rows, batch.examples, strict=True)):
        if row is not None:
            labels[b, : len(e.window.starts)] = torch.tensor(row[e.window.first : e.window.last])
    return labels


def _tree_losses(
    engine: Engine, batch: Batch, rows: list[int], outputs: tuple[Tensor, ...]
) -> dict[str, Tensor]:
    sentence, upos, arcs, rel_dep, rel_head = outputs
    b_index, i_index, heads, relations, tags, starts = [], [], [], [], [], []
    same = torch.zeros(arcs.shape, dtype=torch.bool)
    for b in rows:
        w, doc = batch.examples[b].window, batch.examples[b].document
        assert doc.heads and doc.deprels and doc.upos and doc.sentence_starts is not None
        number, numbers = 0, []
        for i in range(w.first, w.last):
            number += i in doc.sentence_starts
            numbers.append(number)
            head = doc.heads[i] - w.first
            starts.append(float(i in doc.sentence_starts))
            tags.append(doc.upos[i])
            b_index.append(b)
            i_index.append(i - w.first)
            heads.append(head if 0 <= head < w.last - w.first else -100)
            relations.append(doc.deprels[i])
        n = torch.tensor(numbers)
        same[b, : len(numbers), : len(numbers)] = n[:, None] == n[None, :]
    b_at, i_at, head_at = torch.tensor(b_index), torch.tensor(i_index), torch.tensor(heads)
    scores = arcs.masked_fill(~same, NEVER)[b_at, i_at]
    known = head_at >= 0
    gold = engine.relations(rel_dep[b_at, i_at][known], rel_head[b_at[known], head_at[known]])
    return {
        "sentence": functional.binary_cross_entropy_with_logits(sentence[b_at, i_at], torch.tensor(starts)),
        "upos": functional.cross_entropy(upos[b_at, i_at], torch.tensor(tags)),
        "arcs": functional.cross_entropy(scores, head_at, ignore_index=-100),
        "rels": functional.cross_entropy(gold, torch.tensor(relations)[known]),
    }


def _link_loss(batch: Batch, scores: Tensor, layer: str) -> Tensor | None:
    """Cross-entropy over the words of the window; a partner outside the window counts as none."""
    b_at, i_at, target = [], [], []
    for b, e in enumerate(batch.examples):
        for word, partner in getattr(e.document, layer).items():
            i, j = word - e.window.first, partner - e.window.first
            if 0 <= i < len(e.window.starts):
                b_at.append(b)
                i_at.append(i)
                target.append(j if partner >= 0 and 0 <= j < len(e.window.starts) else i)
    if not b_at:
        return None
    masked = scores.masked_fill(~batch.valid[:, None, :], NEVER)[torch.tensor(b_at), torch.tensor(i_at)]
    return functional.cross_entropy(masked, torch.tensor(target))


def _antecedent_loss(batch: Batch, scores: Tensor) -> Tensor | None:
    """Marginal log-likelihood of all antecedents in the window; none in it: the mention itself."""
    b_at, i_at, weights, gold, allowed = [], [], [], [], []
    width = batch.starts.shape[1]
    for b, e in enumerate(batch.examples):
        doc, first, n = e.document, e.window.first, len(e.window.starts)
        if doc.candidates is None:
            continue
        candidates = torch.zeros(width, dtype=torch.bool)
        candidates[:n] = torch.tensor(doc.candidates[first : e.window.last])
        for word, before in doc.antecedents.items():
            i = word - first
            if not 0 <= i < n:
                continue
            row = torch.zeros(width, dtype=torch.bool)
            inside = [j - first for j in before if j - first >= 0]
            row[inside or [i]] = True
            may = candidates & (torch.arange(width) < i)
            may[i] = True
            b_at.append(b)
            i_at.append(i)
            gold.append(row)
            allowed.append(may | row)
            weights.append(doc.antecedents_weight)
    if not b_at:
        return None
    s = scores[torch.tensor(b_at), torch.tensor(i_at)]
    total = s.masked_fill(~torch.stack(allowed), NEVER).logsumexp(-1)
    right = s.masked_fill(~torch.stack(gold), NEVER).logsumexp(-1)
    return ((total - right) * torch.tensor(weights)).mean()


def crf_loss(transitions: Tensor, scores: Tensor, labels: Tensor, valid: Tensor) -> Tensor:
    """Negative log-likelihood per word of a linear-chain CRF; [B, W, T] scores, [B, W] labels."""
    gold = labels.clamp(min=0)
    mask = valid & (labels >= 0)
    m = mask.float()
    emitted = (scores.gather(2, gold[:, :, None]).squeeze(2) * m).sum(1)
    moved = (transitions[gold[:, :-1], gold[:, 1:]] * m[:, 1:]).sum(1)
    alpha = scores[:, 0]
    for t in range(1, scores.shape[1]):
        step = torch.logsumexp(alpha[:, :, None] + transitions, 1) + scores[:, t]
        alpha = torch.where(mask[:, t, None], step, alpha)
    return ((alpha.logsumexp(1) - emitted - moved) * m[:, 0]).sum() / m.sum().clamp(min=1)
