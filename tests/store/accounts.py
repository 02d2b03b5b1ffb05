"""Readings for what is compared: articles that tell one story against each other, deny, foretell and copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from dragoman.records import (
    Actor,
    Agreement,
    Article,
    Attributed,
    DateMention,
    Event,
    Forecast,
    Paragraph,
    Quantity,
    Reading,
    Span,
    Statement,
    Versions,
)

DAY = date(2015, 11, 24)
WHO = (
    ("Kiev", "state", "UKR", "made:ukr"), ("Moscow", "state", "RUS", "made:rus"),
    ("Ana Specimen", "person", "USA", None), ("Otto Sample", "person", "DEU", "made:otto"),
    ("an official", "person", "UKR", None), ("villagers", "group", None, None),
)  # fmt: skip
THINGS = "bridge convoy village depot column harbour".split()
DEEDS = (("destroyed", "ASSAULT"), ("shelled", "ASSAULT"), ("left", "RETREAT"), ("signed", "AGREE"))


@dataclass
class Draft:
    """An article as it is written: text that grows, and what stands where in it."""

    random: Random
    text: str = ""
    mentions: dict[int, list[Span]] = field(default_factory=dict)
    found: dict[str, list[Any]] = field(default_factory=dict)

    def put(self, words: str, behind: str = " ") -> Span:
        """Write some words; return where they stand."""
        start = len(self.text)
        self.text += words + behind
        return Span(start, start + len(words))

    def name(self, behind: str = " ") -> Attributed:
        """Write somebody's name."""
        who = self.random.randrange(len(WHO))
        span = self.put(WHO[who][0], behind)
        self.mentions.setdefault(who, []).append(span)
        return Attributed(f"a{who + 1}", span)

    def add(self, kind: str, make: Callable[[int], Any]) -> None:
        """Add a finding, which is given its number."""
        several = self.found.setdefault(kind, [])
        several.append(make(len(several) + 1))


def accounts(seed: int, stories: int = 4) -> list[Reading]:
    """Return articles on some stories: each told by several papers, some of which copy another."""
    random = Random(seed)
    made: list[Reading] = []
    for story in range(stories):
        things = random.sample(THINGS, 2)
        day = DAY + timedelta(random.randrange(40))
        for paper in range(random.randint(1, 4)):
            draft = Draft(random)
            for _ in range(random.randint(2, 5)):
                random.choice((_said, _said, _denied, _it, _figure, _told, _foretold, _agreed))(draft, things)
            when = None if random.random() < 0.1 else day + timedelta(random.randrange(5))
            made.append(_reading(draft, when, f"Paper {paper}", f"Story {story}"))
            if random.random() < 0.4:
                later = None if when is None else when + timedelta(random.randrange(3))
                made.append(_copy(made[-1], later, f"Echo {paper}"))
    return list({one.id: one for one in made}.values())


def _state(draft: Draft, source: Attributed, cue: Span, content: Span, **facts: Any) -> None:
    """Add a statement, an assertion that affirms unless facts say otherwise, and end its paragraph."""
    draft.put(".", "\n\n")
    base = Statement(
        "s0", source, (), (cue,), (content,), "indirect", "assertion", "affirms", (), (), None, 0.9
    )
    draft.add("statements", lambda n: replace(base, id=f"s{n}", **facts))


def _act(
    draft: Draft, kind: str, sides: tuple[Attributed, Attributed], spans: tuple[Span, Span], **facts: Any
) -> None:
    """Add an act by somebody on somebody, with its trigger and its span."""
    one, other = ((side.actor,) for side in sides)
    base = Event("e0", kind, None, (), one, other, *spans, None, None, "done", (), None, 0.9)  # type: ignore[arg-type]
    draft.add("events", lambda n: replace(base, id=f"e{n}", **facts))


def _content(draft: Draft, things: list[str], event: bool) -> Span:
    """Write what somebody says: who did what to what; with ``event`` it is found as an act, too."""
    verb, kind = draft.random.choice(DEEDS)
    negation = draft.random.choice(("", "", "not "))
    draft.put("that")
    start, actor = len(draft.text), draft.name()
    draft.put(f"had {negation}", "")
    trigger = draft.put(verb)
    draft.put(f"the old {draft.random.choice(things)}")
    recipient = draft.name("")
    span = Span(start, len(draft.text))
    if event:
        statement = f"s{len(draft.found.get('statements', ())) + 1}"
        status = "negated" if negation else "done"
        _act(draft, kind, (actor, recipient), (trigger, span), statement=statement, status=status)
    return span


def _said(draft: Draft, things: list[str], cue: str = "said", **facts: Any) -> None:
    source, told = draft.name(), draft.put(cue)
    _state(draft, source, told, _content(draft, things, draft.random.random() < 0.5), **facts)


def _denied(draft: Draft, things: list[str]) -> None:
    _said(draft, things, "denied", force="denial", polarity="rejects")


def _it(draft: Draft, things: list[str]) -> None:
    """Write a claim and, right behind it, a denial that points back."""
    _said(draft, things)
    source, cue = draft.name(), draft.put("denied")
    _state(draft, source, cue, draft.put("it", ""), force="denial", polarity="rejects")


def _figure(draft: Draft, things: list[str]) -> None:
    """Write how many died."""
    source, cue = draft.name(), draft.put("said")
    draft.put("that")
    start, count = len(draft.text), draft.random.choice((3, 7, 12, 36))
    figure = draft.put(str(count))
    draft.put(f"soldiers died at the {things[0]} of the old {things[1]}", "")
    draft.add("quantities", lambda n: Quantity(f"q{n}", "count", float(count), "soldier", False, figure))
    _state(draft, source, cue, Span(start, len(draft.text)))


def _told(draft: Draft, things: list[str]) -> None:
    """Write an act that the article tells in its own voice."""
    verb, kind = draft.random.choice(DEEDS)
    start = len(draft.text)
    actor, trigger = draft.name(), draft.put(verb)
    draft.put(f"the {things[0]} of")
    recipient = draft.name("")
    status = draft.random.choice(("done", "done", "negated"))
    _act(draft, kind, (actor, recipient), (trigger, Span(start, len(draft.text))), status=status)
    draft.put(".", "\n\n")


def _foretold(draft: Draft, things: list[str]) -> None:
    """Write what somebody predicts, some with a day by which."""
    _said(draft, things[:1], "predicted", force="prediction")
    said = draft.found["statements"][-1]
    by = DAY + timedelta(draft.random.randrange(60))
    draft.add("dates", lambda n: DateMention(f"d{n}", by, by, said.cue[0]))
    when = draft.random.choice((None, f"d{len(draft.found['dates'])}"))
    one = Forecast(said.source.actor, said.content[0], None, None, when, said.id, 0.8)
    draft.add("forecasts", lambda n: one)


def _agreed(draft: Draft, things: list[str]) -> None:
    """Write how far an agreement has come."""
    start, one = len(draft.text), draft.name()
    draft.put(f"reached a credit line for the {things[0]} with")
    parties = (one.actor, draft.name("").actor)
    span, status = Span(start, len(draft.text)), draft.random.choice(("signed", "proposed", "rejected"))
    base = Agreement("g0", parties, (span,), "credit line", status, None, (), (), (), None, (span,), 0.9)  # type: ignore[arg-type]
    draft.add("agreements", lambda n: replace(base, id=f"g{n}"))
    draft.put(".", "\n\n")


def _reading(draft: Draft, day: date | None, paper: str, title: str) -> Reading:
    spans, start = [], 0
    for part in draft.text.strip().split("\n\n"):
        spans.append(Paragraph(Span(start, start + len(part)), "body"))
        start += len(part) + 2
    article = Article(
        draft.text.strip(), tuple(spans), title, paper, None, day, origin=f"{paper}/{title}/{len(draft.text)}"
    )
    actors = tuple(
        Actor(f"a{n}", name, kind, state, None, None, ref, name.startswith("an "), (),  # type: ignore[arg-type]
              tuple(draft.mentions.get(n - 1, ())))
        for n, (name, kind, state, ref) in enumerate(WHO, 1)
    )  # fmt: skip
    found = {kind: tuple(several) for kind, several in draft.found.items()}
    statements = found.pop("statements", ())
    return Reading(article, actors, statements, Versions("0", "by hand", "0"), **found)


def _copy(one: Reading, day: date | None, paper: str) -> Reading:
    article = replace(
        one.article,
        text=f"{one.text} ({paper})",
        published=day,
        publication=paper,
        origin=f"{paper}/{one.id}",
    )
    return replace(one, article=article)
