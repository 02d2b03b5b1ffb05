"""The losses of the finding heads: which words show a finding, which label it has, who holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch, Example
from training.event_losses import FUNCTION_WORDS
from training.examples import FINDINGS, TAGS, Finding

LINKS = 0.25
"""Weight of the links from evidence to phrases, summed over the words of a window."""
LINK_HEADS = {"position": ("holders",), "agreement": ("parties",), "membership": ("members", "bodies")}
"""The heads that link a kind's evidence to who holds it and, where there is one, to the body."""
_Phrases = tuple[tuple[int, ...], ...] | None


@dataclass(slots=True)
class Evidence:
    """Words of a window that show findings of one kind and label, with all their holders."""

    kind: str
    label: int | None
    words: list[int]
    holders: set[int] | None
    bodies: set[int] | None = field(default=None)


def slices() -> dict[str, tuple[slice, slice]]:
    """Return where the tags and where the labels of each kind stand among the scores of a word."""
    found, at = {}, 0
    for kind, labels in FINDINGS.items():
        tags = slice(at, at + len(TAGS))
        at = tags.stop + len(labels)
        found[kind] = (tags, slice(tags.stop, at))
    return found


def evidence(example: Example) -> Iterator[Evidence]:
    """Yield the evidence of a window; findings that share most of their words are shown by one piece."""
    base, last = example.window.first, example.window.last
    for kind in FINDINGS:
        taken: dict[int, Evidence] = {}
        found: list[Evidence] = []
        own = [f for f in example.document.findings or () if f.kind == kind and base <= f.first < last]
        for finding in sorted(own, key=lambda f: (f.first - f.last, f.first)):
            words = [w - base for w in range(finding.first, min(finding.last, last))]
            inside = [taken[w] for w in words if w in taken]
            if 2 * len(inside) > len(words):
                _join(inside[0], finding, base)
                continue
            free = [w for w in words if w not in taken]
            one = Evidence(
                kind, finding.label, free, _words(finding.holders, base), _words(finding.bodies, base)
            )
            taken |= dict.fromkeys(free, one)
            found.append(one)
        yield from found


def _words(phrases: _Phrases, base: int) -> set[int] | None:
    return None if phrases is None else {w - base for phrase in phrases for w in phrase}


def _join(one: Evidence, finding: Finding, base: int) -> None:
    """Add a finding's holders to the evidence that shows it too."""
    for side in ("holders", "bodies"):
        more, known = _words(getattr(finding, side), base), getattr(one, side)
        if more is not None:
            setattr(one, side, more | (known or set()))


def finding_losses(batch: Batch, outputs: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the losses of tags and labels [B, W, 27], and of links [B, W, W]; {} where nothing is known."""
    known = [b for b, example in enumerate(batch.examples) if example.document.findings is not None]
    if not known:
        return {}
    rows = [(b, one) for b in known for one in evidence(batch.examples[b])]
    losses = {"tags": _tag_loss(batch, outputs["findings"], rows, known)}
    labels = _label_loss(batch, outputs["findings"], rows)
    if labels is not None:
        losses["labels"] = labels
    for kind, heads in LINK_HEADS.items():
        for head, side in zip(heads, ("holders", "bodies"), strict=False):
            linked = [(b, one) for b, one in rows if one.kind == kind and getattr(one, side) is not None]
            if linked:
                losses[head] = _link_loss(batch, outputs[head], linked, side)
    return losses


def _tag_loss(batch: Batch, scores: Tensor, rows: list[tuple[int, Evidence]], known: list[int]) -> Tensor:
    """Cross-entropy of every word's tag, by kind; doubtful words don't count."""
    total = scores.new_zeros(())
    for kind, (tags, _) in slices().items():
        targets = torch.zeros(batch.starts.shape, dtype=torch.long)
        weights = torch.zeros(batch.starts.shape)
        weights[known] = 1.0
        for b in known:
            base = batch.examples[b].window.first
            for of, word in batch.examples[b].document.doubtful:
                if of == kind and 0 <= word - base < targets.shape[1]:
                    weights[b, word - base] = 0.0
        for b, one in rows:
            if one.kind == kind:
                for place in one.words:
                    before = place - 1 in one.words
                    targets[b, place] = TAGS.index("I" if before else "B")
                    weights[b, place] = 1.0
        lost = functional.cross_entropy(scores[..., tags].transpose(1, 2), targets, reduction="none")
        weights = weights * batch.valid
        total = total + (lost * weights).sum() / weights.sum().clamp(min=1)
    return 3 * total


def _telling(batch: Batch, b: int, one: Evidence) -> list[int]:
    """Return the words of a piece of evidence that say something, or all where none does."""
    example = batch.examples[b]
    told = [
        w for w in one.words if example.document.words[w + example.window.first].lower() not in FUNCTION_WORDS
    ]
    return told or one.words


def _label_loss(batch: Batch, scores: Tensor, rows: list[tuple[int, Evidence]]) -> Tensor | None:
    lost = []
    for kind, (_, labels) in slices().items():
        own = [(b, w, one.label) for b, one in rows if one.kind == kind and one.label is not None
               for w in _telling(batch, b, one)]  # fmt: skip
        if own:
            b, i, targets = (torch.tensor(column) for column in zip(*own, strict=True))
            lost.append(functional.cross_entropy(scores[b, i][:, labels], targets))
    return torch.stack(lost).sum() if lost else None


def _link_loss(batch: Batch, scores: Tensor, rows: list[tuple[int, Evidence]], side: str) -> Tensor:
    """Binary cross-entropy of every word of the window as part of a phrase that is linked to."""
    places = [(b, w, getattr(one, side)) for b, one in rows for w in _telling(batch, b, one)]
    labels = torch.zeros(len(places), scores.shape[-1])
    for n, (_, _, words) in enumerate(places):
        for word in words:
            if 0 <= word < labels.shape[1]:
                labels[n, word] = 1.0
    b, i = torch.tensor([p[0] for p in places]), torch.tensor([p[1] for p in places])
    lost = functional.binary_cross_entropy_with_logits(scores[b, i], labels, reduction="none")
    return LINKS * (lost * batch.valid[b]).sum() / len(places)
