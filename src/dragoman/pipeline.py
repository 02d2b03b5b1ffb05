"""The whole way on one page: Article → analysis → statements → actors → Reading.

Ingest stands before it, show and the command line behind it; each stage exports one verb.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version

from dragoman.extract.actors import ActorIndex, about, find_actors
from dragoman.extract.agreements import agreement_drafts, agreements_of
from dragoman.extract.dates import find_dates
from dragoman.extract.events import event_drafts, finished
from dragoman.extract.forecasts import find_forecasts
from dragoman.extract.memberships import membership_drafts, memberships_of
from dragoman.extract.positions import find_positions, position_drafts
from dragoman.extract.quantities import find_quantities
from dragoman.extract.statements import find_statements, looks_like_publication
from dragoman.knowledge.base import Knowledge
from dragoman.language import Engine
from dragoman.records import (
    Analysis,
    Article,
    Attributed,
    Reading,
    Span,
    Statement,
    StatementDraft,
    Versions,
)


class Reader:
    """Reads articles with one engine and one set of knowledge tables; both are loaded once.

    A reading depends on the article, the model and the tables alone: same input, same output.
    """

    def __init__(self, knowledge: Knowledge | None = None, engine: Engine | None = None) -> None:
        self.knowledge = knowledge or Knowledge.load()
        self.engine = engine or Engine()
        self.versions = Versions(version("dragoman"), self.engine.version, self.knowledge.version)

    def read(self, article: Article) -> Reading:
        """Return all that Dragoman finds in one article."""
        return self.interpret(article, self.engine.analyze(article))

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Read articles one after another, lazily."""
        return map(self.read, articles)

    def interpret(self, article: Article, analysis: Analysis) -> Reading:
        """Return the reading of an article whose analysis is given, by our engine or another's."""
        knowledge = self.knowledge.of_article(article.text)
        drafts = find_statements(article, analysis, self.is_publication)
        acts = event_drafts(article, analysis, knowledge)
        pacts = agreement_drafts(article, analysis, knowledge)
        belonging = membership_drafts(article, analysis, knowledge)
        stances = position_drafts(article, analysis, knowledge, drafts)
        asked = [span for act in acts for span in (*act.actors, *act.recipients)]
        asked += [span for pact in pacts for span in pact.parties]
        asked += [span for one in belonging for span in (one.organization, one.member)]
        asked += [one.holder for one in stances if one.holder is not None]
        index = find_actors(article, analysis, knowledge, drafts, asked)
        statements = tuple(
            _statement(number, draft, article, analysis, index, knowledge)
            for number, draft in enumerate(drafts, 1)
        )
        who = (index.actors, index.by_span)
        dates = find_dates(article, analysis)
        quantities = find_quantities(article, analysis, dates)
        events = finished(article, acts, analysis, who, statements, dates, quantities, knowledge)
        agreements = agreements_of(pacts, who, statements, events, quantities)
        memberships = memberships_of(belonging, who, statements)
        positions = find_positions(stances, article, analysis, index, statements, knowledge)
        forecasts = find_forecasts(article, analysis, statements, index, dates)
        return Reading(
            article, index.actors, statements, self.versions, events, agreements, memberships,
            positions=positions, forecasts=forecasts, quantities=quantities, dates=dates,
        )  # fmt: skip

    def is_publication(self, phrase: str) -> bool:
        """Say whether a phrase names an outlet, by the tables or by its words."""
        known = self.knowledge.lookup(phrase, None)
        if known and known[0].confidence >= 0.6:
            return known[0].entity.kind == "publication"
        return looks_like_publication(phrase)


def _statement(
    number: int,
    draft: StatementDraft,
    article: Article,
    analysis: Analysis,
    index: ActorIndex,
    knowledge: Knowledge,
) -> Statement:
    source = _attributed(draft.source, index) if draft.source else None
    content = " ".join(span.of(article.text) for span in draft.content)
    speaker = None if source is None else source.actor
    chain = (_attributed(span, index) for span in draft.via)
    return Statement(
        id=f"s{number}",
        source=source,
        via=tuple(link for link in chain if link.actor != speaker),  # nobody hands on his own words
        cue=draft.cue,
        content=draft.content,
        form=draft.form,
        force=draft.force,
        polarity=draft.polarity,
        about=about(article, analysis, index, draft.content, source.actor if source else None),
        issues=knowledge.issues_of(content),
        parent=None if draft.parent is None else f"s{draft.parent + 1}",
        confidence=round(draft.confidence, 3),
    )


def _attributed(span: Span, index: ActorIndex) -> Attributed:
    return Attributed(index.by_span[span], span)
