"""Words → word pieces: the encoder's own vocabulary, applied to each word by itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

MAX_WORD_PIECES = 16
UNKNOWN = 100


class Pieces:
    """Splits words with a ``tokenizer.json``; each distinct word is split once per instance."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._seen: dict[str, tuple[int, ...]] = {}

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """Return for each word its piece ids: at least one, at most MAX_WORD_PIECES."""
        new = sorted({word for word in words if word not in self._seen})
        if len(self._seen) > 200_000:
            self._seen.clear()
            new = sorted(set(words))
        for word, encoding in zip(
            new,
            self._tokenizer.encode_batch_fast([w[:200] for w in new], add_special_tokens=False),
            strict=True,
        ):
            self._seen[word] = tuple(encoding.ids[:MAX_WORD_PIECES]) or (UNKNOWN,)
        return [self._seen[word] for word in words]
