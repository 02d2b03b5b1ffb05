"""Events in real articles: the held-out quarter of those that are annotated, against their annotation.

An act is found where an event of its type has a trigger, or a further mention, that overlaps the act's, or
tells of it in the same clause; acts and mentions are paired one to one. A mention without a partner is shown
and not there, unless it stands on a word of which the annotation isn't sure. Actors and recipients are right
where a mention of each overlaps the annotated phrase; a side that the annotation leaves open counts as right.
The texts belong to their publishers: without ../shared there is nothing to read.

    python -m bench.article_events [--errors] [--json OUT]

``--errors`` lists what is missing, wrong or not there: these articles are for development.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from training.annotated import AnnotatedAct, AnnotatedArticle, articles
from training.standoff import TEXTS

import dragoman
from bench.events import Outcome, Verdict, by_status, by_type, required, roles_met, told
from bench.newswire import GoldEvent, GoldRole, GoldSentence
from bench.overlap import pairing
from bench.report import SHARED, Cell, Table, need, parser, publish, share
from dragoman.records import Event, Reading, Span

DATA = SHARED / "data"


def gold_of(article: AnnotatedArticle) -> GoldSentence:
    """Return an annotated article as the measure of events takes it; the day is that of its name."""
    published = article.name.split("_")[1]
    return GoldSentence(article.name, article.text, published, tuple(map(_event, article.acts)))


def _event(act: AnnotatedAct) -> GoldEvent:
    actors, recipients = (
        tuple(GoldRole(Span(*place), None) for place in side) for side in (act.actors, act.recipients)
    )
    return GoldEvent(
        types=(act.type,), mode=act.mode, actors=actors, recipients=recipients, trigger=Span(*act.trigger),
        statuses=(act.status,), statement=False, optional=False,
    )  # fmt: skip


def tellings(reading: Reading) -> list[Event]:
    """Return one event for each place that tells of one, so that every mention is judged by itself."""
    found = []
    for event in reading.events:
        found.append(replace(event, mentions=()))
        found += [replace(event, trigger=span, span=span, mentions=()) for span in event.mentions]
    return found


def judge(article: AnnotatedArticle, reading: Reading) -> Outcome:
    """Pair what the reading tells of with the article's acts, and judge each pair."""
    gold, shown = gold_of(article), tellings(reading)
    scores, verdicts = {}, {}
    for i, act in enumerate(gold.events):
        for j, event in enumerate(shown):
            touching = event.trigger.overlaps(act.trigger)
            if event.type in act.types and (touching or event.span.overlaps(act.trigger)):
                verdicts[i, j] = verdict = _verdict(act, event, reading)
                scores[i, j] = 8.0 * touching + 2 * verdict.source + verdict.target + verdict.status
    pairs = pairing(scores)
    unsure = [Span(*place) for place in article.unsure]
    return Outcome(
        gold,
        tuple(verdicts[i, pairs[i]] if i in pairs else Verdict(a, None) for i, a in enumerate(gold.events)),
        tuple(
            event
            for j, event in enumerate(shown)
            if j not in pairs.values() and not any(event.trigger.overlaps(span) for span in unsure)
        ),
    )


def _verdict(act: GoldEvent, event: Event, reading: Reading) -> Verdict:
    source, target = roles_met(act, event, reading, by_state=False)
    return Verdict(
        act, event, source, target,
        trigger=event.trigger.overlaps(act.trigger), status=event.status in act.statuses,
    )  # fmt: skip


def figures(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """Count what the summary shows."""
    found = [verdict for verdict in required(outcomes) if verdict.predicted]
    spurious = [(outcome, event) for outcome in outcomes for event in outcome.spurious]
    return {
        "articles": len(outcomes),
        "words": sum(len(outcome.sentence.text.split()) for outcome in outcomes),
        "gold": len(required(outcomes)),
        "type": len(found),
        "source": sum(verdict.source for verdict in found),
        "triple": sum(verdict.source and verdict.target for verdict in found),
        "status": sum(verdict.status for verdict in found),
        "shown": len(found) + len(spurious),
        "spurious": len(spurious),
        "of another type": sum(
            any(event.trigger.overlaps(act.trigger) for act in outcome.sentence.events)
            for outcome, event in spurious
        ),
    }


def summary(c: dict[str, int]) -> Table:
    """Lay out the totals, and what is shown and not there in a thousand words."""
    rows: list[tuple[Cell, ...]] = [
        ("type: of the acts there", c["type"], c["gold"], share(c["type"], c["gold"])),
        ("type and actors", c["source"], c["gold"], share(c["source"], c["gold"])),
        ("type, actors, recipients", c["triple"], c["gold"], share(c["triple"], c["gold"])),
        ("type: of the acts shown", c["type"], c["shown"], share(c["type"], c["shown"])),
        ("status: of found", c["status"], c["type"], share(c["status"], c["type"])),
        ("not there: of another type", c["of another type"], c["spurious"],
         share(c["of another type"], c["spurious"])),
    ]  # fmt: skip
    title = (
        f"Events, {c['articles']} held-out articles, {c['words']} words: in a thousand words "
        f"{1000 * c['gold'] / max(1, c['words']):.1f} acts are there, "
        f"{1000 * c['spurious'] / max(1, c['words']):.1f} are shown that are not"
    )
    return Table(title, ("", "right", "of", "%"), tuple(rows))


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the held-out articles, print the tables, and the faults where they are asked for."""
    options = parser(__doc__)
    options.add_argument("--errors", action="store_true", help="list the faults, article by article")
    chosen = options.parse_args(arguments)
    need(DATA / TEXTS)
    outcomes = []
    for article in articles(DATA, held_out=True):
        published = gold_of(article).published
        outcomes.append(judge(article, dragoman.read(article.text, verbatim=True, published=published)))
    counted = figures(outcomes)
    publish([summary(counted), by_type(outcomes), by_status(outcomes)], dict(counted), chosen.json)
    if chosen.errors:
        for outcome in outcomes:
            print("\n".join([f"\n{outcome.sentence.id}", *told(outcome)]))


if __name__ == "__main__":
    main()
