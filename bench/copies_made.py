"""Articles made from a seed, some of them copies of others, and which of what.

Stories are invented from a seed (``bench.stories``), each told by several papers in words of their
own, and half the sample press is taken as it is (the other half by the other seed). Copies are made
by what editors do: cuts, dropped paragraphs, exchanged words, a new first paragraph, corrections, own
paragraphs, other quotation marks, agencies' heads and feet, other titles. What must not be taken for
copies: one story told independently with the same quotations, a wire quoted at length, a brief that
stands whole inside a digest, daily bulletins that differ in their figures.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bench.report import EXAMPLES, read_verbatim
from bench.stories import Story, agency_head, bulletin, facts, headline, own, printed, story, told

PRINTS_OF_PRESS = (
    ("ankara-specimen/2015-11-24-bomber.txt", "specimen-wire/2015-11-24-bomber.txt"),
    ("exemplar-herald/2015-11-23-putin-khamenei.txt", "specimen-wire/2015-11-23-putin-khamenei.txt"),
)
"""Pairs of the sample press that were written as copies of one another."""


@dataclass(frozen=True)
class Made:
    """An article that was made: ``text_of`` names the text that it is a print of."""

    id: str
    text: str
    published: date
    publication: str
    text_of: str
    how: str
    story: str


class Desk:
    """Makes the articles of one seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.made: list[Made] = []

    def add(self, lines: Sequence[str], day: date, paper: str, text_of: str | None, how: str, of: str) -> str:
        """Keep an article; return its id."""
        name = f"m{len(self.made):05d}"
        text = "\n\n".join(lines)
        self.made.append(Made(name, text, day, paper, text_of or name, how, of))
        return name

    def tell(self, number: int) -> None:
        """Make one story's articles: a wire, its prints, and what only looks like them."""
        dice, plot = self.dice, story(self.dice)
        papers = dice.sample(facts()["publications"], 6)
        wire, name = dice.choice(facts()["wires"]), f"s{number}"
        body = told(plot, dice, dice.randrange(8, 19))
        head = agency_head(plot.slots["city"], wire, dice)
        first = self.add(
            [headline(plot, dice), head + body[0], *body[1:]], plot.day, wire, None, "wire", name
        )
        self._prints(body, plot, papers[:3], first, wire, name)
        other = [headline(plot, dice), *told(plot, dice, dice.randrange(8, 19))]
        self.add(other, self._day(plot), papers[3], None, "told independently", name)
        self.add(self._quoting(body, plot), self._day(plot), papers[4], None, "quotes the wire", name)

    def _prints(
        self, body: list[str], plot: Story, papers: Sequence[str], first: str, wire: str, name: str
    ) -> None:
        """Print a text in up to three papers; the last one may print the one before it."""
        dice, source = self.dice, body
        for paper in papers[: dice.choice((0, 1, 1, 2, 3))]:
            copy = printed(source, plot, dice)
            if dice.random() < 0.5:
                copy[0] = agency_head(plot.slots["city"], wire, dice) + copy[0]
            lines = [headline(plot, dice), *copy] if dice.random() < 0.8 else copy
            self.add(lines, self._day(plot), paper, first, "print", name)

    def _quoting(self, body: list[str], plot: Story) -> list[str]:
        """Write an own article that takes a paragraph or two of a wire."""
        taken = self.dice.sample(body[1:], min(len(body) - 1, self.dice.choice((1, 1, 2))))
        lines = [*own(plot, self.dice, 4), *told(plot, self.dice, 7)]
        for paragraph in taken:
            lines.insert(self.dice.randrange(1, len(lines)), paragraph)
        return [headline(plot, self.dice), *lines]

    def digest(self, number: int) -> None:
        """Make two briefs, and a digest that holds both whole."""
        dice, plots = self.dice, [story(self.dice) for _ in range(2)]
        plots[1] = replace(plots[1], day=plots[0].day)
        briefs = [told(plot, dice, dice.choice((3, 4, 5))) for plot in plots]
        for index, (plot, brief) in enumerate(zip(plots, briefs, strict=True)):
            head = agency_head(plot.slots["city"], facts()["wires"][index], dice)
            lines = [headline(plot, dice), head + brief[0], *brief[1:]]
            self.add(lines, plot.day, facts()["wires"][index], None, "brief", f"d{number}.{index}")
        lines = [*own(plots[0], dice, 3), *briefs[0], *own(plots[1], dice, 2), *briefs[1]]
        paper = dice.choice(facts()["publications"])
        self.add(["The day in brief", *lines], self._day(plots[0]), paper, None, "digest", f"d{number}.2")

    def bulletins(self, number: int) -> None:
        """Make three days' bulletins in the same words."""
        plot = story(self.dice)
        for after in range(3):
            day = plot.day + timedelta(days=after)
            named = replace(plot, day=day, slots=plot.slots | {"day": day.strftime("%A")})
            paper = facts()["publications"][number % 8]
            self.add(bulletin(named, self.dice), day, paper, None, "bulletin", f"b{number}.{after}")

    def press(self, parity: int) -> None:
        """Take every second article of the sample press, and print half of them once more."""
        origin = dict(PRINTS_OF_PRESS)
        ids: dict[str, str] = {}
        paths = sorted(
            EXAMPLES.glob("*/*.txt"), key=lambda p: (str(p.relative_to(EXAMPLES)) in origin, str(p))
        )
        for index, path in enumerate(paths):
            name = str(path.relative_to(EXAMPLES))
            if index % 2 != parity and not any(name in pair for pair in PRINTS_OF_PRESS):
                continue
            lines = [line for line in read_verbatim(path).split("\n\n")[1:] if line.strip()]
            day, paper = date.fromisoformat(path.name[:10]), path.parent.name
            of = ids.get(origin.get(name, ""))
            ids[name] = self.add(lines, day, paper, of, "press", f"p{index}")
            if self.dice.random() < 0.5 and of is None:
                plot = replace(story(self.dice), day=day)
                copy = printed(lines, plot, self.dice)
                self.add(copy, self._day(plot), "Evening Instance", ids[name], "print", f"p{index}")

    def _day(self, plot: Story) -> date:
        return plot.day + timedelta(days=self.dice.choice((0, 0, 1, 2)))


def made(seed: int, stories: int) -> list[Made]:
    """Return the articles of a seed, in no order."""
    desk = Desk(seed)
    for number in range(stories):
        desk.tell(number)
    for number in range(stories // 6):
        desk.digest(number)
        desk.bulletins(number)
    desk.press(seed % 2)
    desk.dice.shuffle(desk.made)
    return desk.made
