"""What the model is built of: an encoder layer, scores for pairs of words, a head for marked pairs.

Shapes: B windows, L pieces, W words of the longest window, D = WIDTH.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.examples import EVENTS

WIDTH, ATTENTION_HEADS, INNER = 384, 12, 1536


class Layer(nn.Module):
    """One BERT encoder layer."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Map [B, L, D] to [B, L, D]; ``mask`` is additive, [B, 1, 1, L]."""
        b, n, _ = x.shape
        qkv = self.qkv(x).view(b, n, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).permute(2, 0, 3, 1, 4)
        q, k, v = qkv[0], qkv[1], qkv[2]
        weights = (q @ k.transpose(-1, -2)) * (WIDTH // ATTENTION_HEADS) ** -0.5 + mask
        mixed = (weights.softmax(-1) @ v).permute(0, 2, 1, 3).reshape(b, n, WIDTH)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Pairs(nn.Module):
    """A biaffine score for every ordered pair of words: [B, W, D] → [B, W, W]."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__()
        self.left = nn.Linear(WIDTH, size)
        self.right = nn.Linear(WIDTH, size)
        self.mix = nn.Linear(size, size)
        self.bias = nn.Linear(size, 1)
        self.self_score = nn.Linear(WIDTH, 1)
        self.drop = nn.Dropout(dropout)

    def forward(self, words: Tensor, eye: Tensor) -> Tensor:
        """Score word j as the partner of word i at [b, i, j]; the diagonal stands for "none"."""
        left = self.drop(functional.gelu(self.left(words)))
        right = self.drop(functional.gelu(self.right(words)))
        scores = self.mix(left) @ right.transpose(1, 2) * right.shape[-1] ** -0.5 + self.bias(
            right
        ).transpose(1, 2)
        return scores * (1 - eye) + self.self_score(words) * eye


class MarkedPair(nn.Module):
    """What passes from the marked actor to the marked recipient of a window."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.nobody = nn.Parameter(torch.zeros(2, WIDTH))
        self.hidden = nn.Linear(3 * WIDTH, WIDTH)
        self.types = nn.Linear(WIDTH, len(EVENTS))
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, marks: Tensor) -> Tensor:
        """Score the types [B, 17] by the pieces x [B, L, D] and their marks [B, L]: 1 actor, 2 recipient."""
        ends = [x[:, 0]]
        for side in (0, 1):
            here = (marks == side + 1).to(x.dtype)[:, :, None]
            count = here.sum(1)
            ends.append((x * here).sum(1) / count.clamp(min=1) + (count == 0).to(x.dtype) * self.nobody[side])
        found = functional.gelu(self.hidden(self.drop(torch.cat(ends, 1))))
        return self.types(self.drop(found))
