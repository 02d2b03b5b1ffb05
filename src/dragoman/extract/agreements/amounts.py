"""Where a text names the sum of an agreement; its value comes from the article's quantities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.extract.agreements.lexicon import lexicon
from dragoman.extract.ground import Ground
from dragoman.records import Quantity, Span

_MULTIPLES = frozenset({"m", "bn", "million", "billion", "trillion"})


def money_in(ground: Ground, indices: Iterable[int]) -> Span | None:
    """Return the first sum of money among words: "$ 5 billion", "200 million euros"; None for none."""
    words, run = ground.analysis.words, list[int]()
    for index in sorted(set(indices)):
        if is_money(ground, index) or (words[index].upos == "NUM" and words[index].text[:1].isdigit()):
            if run and index != run[-1] + 1:
                if _is_sum(ground, run):
                    break
                run = []
            run.append(index)
    return ground.analysis.span(run[0], run[-1] + 1) if _is_sum(ground, run) else None


def is_money(ground: Ground, index: int) -> bool:
    """Say whether a word is a currency, its sign, or a multiple such as "billion"."""
    word = ground.analysis.words[index]
    return (
        lexicon().isa(word.lemma, "money") or lexicon().isa(word.text, "currency") or word.text[:1] in "$€£¥"
    )


def _is_sum(ground: Ground, run: Sequence[int]) -> bool:
    words = [ground.analysis.words[i] for i in run]
    figures = any(any(c.isdigit() for c in w.text) or w.upos == "NUM" for w in words)
    return figures and any(is_money(ground, i) and ground.lemma(i) not in _MULTIPLES for i in run)


def chosen(amount: Span | None, quantities: Sequence[Quantity]) -> Quantity | None:
    """Return the sum of money that stands where a draft has it, None where no quantity was found there."""
    if amount is None:
        return None
    return next((q for q in quantities if q.kind == "money" and q.span.overlaps(amount)), None)
