"""Who did what to whom, and did it happen: PLOVER events from trees, tables and decision rules."""

from __future__ import annotations

from itertools import groupby

from dragoman.extract.events.coding import drafted
from dragoman.extract.events.complements import without_undone
from dragoman.extract.events.constructions import constructions
from dragoman.extract.events.finishing import finished
from dragoman.extract.events.learned import agreed, learned_drafts, with_others
from dragoman.extract.events.promises import with_promises
from dragoman.extract.events.rulings import ruled
from dragoman.extract.events.triggers import triggers
from dragoman.extract.events.verdicts import names_something
from dragoman.extract.ground import Ground
from dragoman.knowledge.base import Knowledge
from dragoman.records import Analysis, Article, EventDraft

__all__ = ["event_drafts", "finished"]


def event_drafts(article: Article, analysis: Analysis, knowledge: Knowledge) -> list[EventDraft]:
    """Return the events of an article in text order, their actors still phrases of the text."""
    ground = Ground.of(analysis, knowledge)
    coded = [
        (t, draft)
        for t in triggers(ground)
        if (draft := drafted(ground, t)) is not None
        and not (draft.type == "CONSULT" and names_something(ground, t.head))
    ]
    by_rule = {
        sentence: ruled(with_promises(ground, list(several)))
        for sentence, several in groupby(coded, key=lambda pair: analysis.words[pair[0].head].sentence)
    }
    told = {i for trigger, _ in coded for i in range(trigger.words[0], trigger.words[-1] + 1)}
    by_engine = learned_drafts(ground, told)
    by_construction = constructions(ground)
    found: list[EventDraft] = []
    for number, sentence in enumerate(analysis.sentences):
        if article.is_read(sentence.paragraph):
            rules, engine = by_rule.get(number, []), by_engine.get(number, [])
            by_words = agreed(rules, engine) if analysis.acts_known else rules
            found += without_undone(ground, with_others(by_words, by_construction.get(number, [])))
    return found
