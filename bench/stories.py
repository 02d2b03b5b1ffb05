"""Invented stories, told by several papers, and what editors do to a text before they print it.

Everything follows from a seed. ``Story`` draws the facts; ``told`` makes an article of them, in words of
its own each time; ``printed`` makes a copy of a text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_SLOT = re.compile(r"\[(\w+(?: \w+)?)\]")


@cache
def facts() -> dict[str, Any]:
    """Return what stories are made of."""
    read: dict[str, Any] = yaml.safe_load((HERE / "story_facts.yaml").read_text(encoding="utf-8"))
    return read


@cache
def sentences() -> dict[str, tuple[str, ...]]:
    """Return the sentences of each part of an article."""
    found: dict[str, list[str]] = {}
    for line in (HERE / "story_sentences.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            part, sentence = line.split("\t")
            found.setdefault(part, []).append(sentence)
    return {part: tuple(lines) for part, lines in found.items()}


@dataclass(frozen=True)
class Story:
    """The facts of one story, the same for all that tell of it."""

    day: date
    slots: dict[str, str]


def story(dice: random.Random) -> Story:
    """Draw a story."""
    drawn = facts()
    x, y, z = dice.sample(drawn["countries"], 3)
    a, b, c = dice.sample(drawn["people"], 3)
    city, city2 = dice.sample(drawn["cities"], 2)
    quotes = dice.sample(drawn["quotes"], 3)
    slots = {
        "X": x, "Y": y, "Z": z, "A": a, "B": b, "C": c, "city": city, "city2": city2,
        "office A": dice.choice(drawn["offices"]), "office B": dice.choice(drawn["offices"]),
        "longer": dice.choice(["two hours longer", "longer", "a day longer"]),
        "quote1": quotes[0], "quote2": quotes[1], "quote3": quotes[2],
    }  # fmt: skip
    for slot, kind in (("place", "places"), ("body", "bodies"), ("topic", "topics"), ("month", "months")):
        slots[slot] = dice.choice(drawn[kind])
    day = date(2016, 1, 1) + timedelta(days=dice.randrange(700))
    return Story(day, slots | {"day": day.strftime("%A"), "sum": dice.choice(drawn["sums"])})


def told(plot: Story, dice: random.Random, size: int) -> list[str]:
    """Tell a story in ``size`` sentences of its own choice, two or three a paragraph."""
    parts = sentences()
    said = dice.sample(parts["said"], min(len(parts["said"]), max(1, size // 3)))
    rest = dice.sample(parts["fact"], min(len(parts["fact"]), max(1, size - len(said) - 2)))
    body = [*said, *rest]
    dice.shuffle(body)
    chosen = [dice.choice(parts["lead"]), *body, dice.choice(parts["close"])]
    return _paragraphs([written(sentence, plot, dice) for sentence in chosen], dice)


def own(plot: Story, dice: random.Random, size: int) -> list[str]:
    """Write ``size`` sentences that only one paper has."""
    chosen = dice.sample(sentences()["own"], size)
    return _paragraphs([written(sentence, plot, dice) for sentence in chosen], dice)


def written(sentence: str, plot: Story, dice: random.Random) -> str:
    """Make one sentence: choices drawn, slots filled."""
    while _CHOICE.search(sentence):
        sentence = _CHOICE.sub(lambda m: dice.choice(m[1].split("|")), sentence, count=1)
    figures = lambda m: plot.slots.get(m[1]) or str(dice.randrange(3, 900))  # noqa: E731
    filled = re.sub(r" {2,}", " ", _SLOT.sub(figures, sentence))
    return filled[0].upper() + filled[1:]


def bulletin(plot: Story, dice: random.Random) -> list[str]:
    """Write a bulletin of figures, in the same words every day."""
    return [written(sentence, plot, dice) for sentence in sentences()["bulletin"]]


def _paragraphs(lines: Sequence[str], dice: random.Random) -> list[str]:
    found: list[str] = []
    position = 0
    while position < len(lines):
        step = dice.choice((1, 2, 2, 3))
        found.append(" ".join(lines[position : position + step]))
        position += step
    return found


def headline(plot: Story, dice: random.Random) -> str:
    """Write a headline."""
    forms = ("[X] and [Y] at odds over [topic]", "In [city], a word on [topic]", "[A] meets [B]: [topic]",
             "What [Y] wants: [topic]", "[topic] on the table in [city]")  # fmt: skip
    return written(dice.choice(forms), plot, dice)


def agency_head(city: str, wire: str, dice: random.Random) -> str:
    """Write an agency's dateline."""
    short = "".join(word[0] for word in wire.split())
    return dice.choice(
        (f"{city.upper()} ({wire}) — ", f"{city.upper()}, Nov. 3 ({short}) - ", f"{city} ({wire}): ")
    )


def printed(paragraphs: Sequence[str], plot: Story, dice: random.Random) -> list[str]:
    """Return a copy: one to three of the things that editors do."""
    copy = list(paragraphs)
    for change in dice.sample(_CHANGES, dice.choice((1, 1, 2, 2, 3))):
        copy = change(copy, plot, dice)
    return copy


def _cut(text: list[str], plot: Story, dice: random.Random) -> list[str]:
    """Cut from below: 15 to 65 percent of the paragraphs."""
    return text[: max(2, round(len(text) * dice.uniform(0.35, 0.85)))]


def _drop(text: list[str], plot: Story, dice: random.Random) -> list[str]:
    """Drop paragraphs in the middle."""
    gone = (
        set(dice.sample(range(1, len(text)), min(len(text) // 3, dice.choice((1, 2)))))
        if len(text) > 3
        else set()
    )
    return [paragraph for i, paragraph in enumerate(text) if i not in gone]


def _edit(text: list[str], plot: Story, dice: random.Random) -> list[str]:
    """Exchange words here and there."""
    rate, words = dice.uniform(0.3, 1.0), facts()["synonyms"]
    swap = lambda m: words[m[0]] if dice.random() < rate else m[0]  # noqa: E731
    return [re.sub(r"\b(?:" + "|".join(words) + r")\b", swap, paragraph) for paragraph in text]


def _rewrite(text: list[str], plot: Story, dice: random.Random) -> list[str]:
    """Put the first paragraph in words of one's own."""
    return [written(dice.choice(sentences()["lead"]), plot, dice), *text[1:]]


def _correct(text: list[str], plot: Story, dice: random.Random) -> list[str]:
    """Correct a figure or two, and say so."""
    body, left = "\n\n".join(text), dice.choice((1, 2))
    body = re.sub(r"\b\d{1,3}\b", lambda m: str(int(m[0]) + 7), body, count=left)
    return [
        *body.split("\n\n"),
        f"Correction: an earlier version of this report gave a wrong number for {plot.slots['place']}.",
    ]


def _extend(text: list[str], plot: Story, dice: random.Random) -> list[str]:
    """Add paragraphs of one's own, less than the text had."""
    return [*text, *own(plot, dice, dice.choice((1, 2, 3)))]


def _reset(text: list[str], plot: Story, dice: random.Random) -> list[str]:
    """Exchange quotation marks and dashes, break paragraphs elsewhere."""
    plain = [p.translate(str.maketrans("“”’—", '""\'-')) for p in text]
    return re.split(r"(?<=[.”\"]) (?=[A-Z])", " ".join(plain)) if dice.random() < 0.3 else plain


def _foot(text: list[str], plot: Story, dice: random.Random) -> list[str]:
    """Add an agency's last lines."""
    ends = ("(Reporting by {C} in {city}; editing by the desk)", "© Specimen Wire. All rights reserved.",
            "Specimen Wire contributed to this report.")  # fmt: skip
    return [*text, dice.choice(ends).format(**plot.slots)]


_CHANGES: tuple[Callable[[list[str], Story, random.Random], list[str]], ...] = (
    _cut, _cut, _drop, _edit, _edit, _rewrite, _correct, _extend, _reset, _foot,
)  # fmt: skip
