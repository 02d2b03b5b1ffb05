"""Makes the reading that has every finding of an annotated article right, to hold the measure to its word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotation.findings import (
    GoldAgreement,
    GoldArticle,
    GoldDate,
    GoldForecast,
    GoldMembership,
    GoldPosition,
    GoldQuantity,
    Who,
)

from dragoman.records import (
    Actor,
    Agreement,
    Article,
    Attributed,
    DateMention,
    Forecast,
    Membership,
    Paragraph,
    Position,
    Quantity,
    Reading,
    Span,
    Statement,
    Versions,
)


class Maker:
    """Turns gold findings into records, with an actor for each phrase that names one."""

    def __init__(self, article: GoldArticle) -> None:
        self.article = article
        self.actors: dict[str, Actor] = {}
        self.statements: list[Statement] = []

    def reading(self, *, optional: bool = True) -> Reading:
        """Return the reading, with or without the optional findings."""
        kinds: dict[str, list[Any]] = {kind: [] for kind in self.article.findings}
        for kind, findings in self.article.findings.items():
            for gold in findings:
                if optional or not gold.optional:
                    kinds[kind].append(self.record(gold))
        text = self.article.text
        article = Article(text=text, paragraphs=(Paragraph(Span(0, len(text)), "body"),))
        found = {kind: tuple(items) for kind, items in kinds.items()}
        return Reading(
            article, tuple(self.actors.values()), tuple(self.statements), Versions("0", "none", "0"), **found
        )

    def record(self, gold: Any) -> Any:
        """Return the record that is right for one gold finding."""
        if isinstance(gold, GoldAgreement):
            return Agreement(
                "g",
                self.ids(gold.parties),
                (),
                gold.instruments[0],
                gold.statuses[0],
                self.named("quantities", gold.amount),
                gold.purpose,
                gold.open_points,
                (),
                None,
                gold.spans,
                1.0,
            )
        if isinstance(gold, GoldMembership):
            organization, member = self.ids((gold.organization, gold.member))
            return Membership(organization, member, gold.roles[0], gold.spans[0], None, 1.0)
        if isinstance(gold, GoldPosition):
            statement = self.statement(gold.says) if gold.says else None
            return Position(
                self.id(gold.actor),
                "issue",
                gold.proposition,
                gold.stances[0],
                gold.condition,
                gold.firmness[0],
                gold.spans[0],
                statement,
                1.0,
            )
        if isinstance(gold, GoldForecast):
            claimant = self.id(gold.claimant) if gold.claimant else None
            return Forecast(
                claimant,
                gold.spans[0],
                gold.condition,
                gold.probability,
                self.named("dates", gold.horizon),
                None,
                1.0,
            )
        if isinstance(gold, GoldQuantity):
            return Quantity(
                identified("quantities", gold.spans[0]),
                gold.kinds[0],
                gold.values[0],
                gold.units[0] or None,
                False,
                gold.spans[0],
                gold.upper,
            )
        assert isinstance(gold, GoldDate)
        return DateMention(identified("dates", gold.spans[0]), *gold.ranges[0], gold.spans[0])

    def ids(self, several: Sequence[Who]) -> tuple[str, ...]:
        """Return an actor's id for each."""
        return tuple(self.id(who) for who in several)

    def id(self, who: Who) -> str:
        """Return the id of the actor whom the first phrase names."""
        first = who[0]
        identifier = f"a:{first.text}:{first.span.start if first.span else ''}"
        mentions = (first.span,) if first.span else ()
        self.actors[identifier] = Actor(
            identifier, first.text, "other", None, None, None, None, False, (), mentions
        )
        return identifier

    def statement(self, who: Who) -> str:
        """Return the id of a new statement with that source."""
        assert who[0].span
        source, place = Attributed(self.id(who), who[0].span), who[0].span
        identifier = f"s{len(self.statements) + 1}"
        self.statements.append(
            Statement(identifier, source, (), (place,), (place,), "indirect", "assertion", "affirms", (), (),
                      None, 1.0)
        )  # fmt: skip
        return identifier

    def named(self, kind: str, span: Span | None) -> str | None:
        """Return the id of the quantity or date that stands at ``span``, None where none does."""
        if span is None:
            return None
        places = [gold.spans[0] for gold in self.article.findings[kind]]
        return next((identified(kind, place) for place in places if place.overlaps(span)), None)


def identified(kind: str, span: Span) -> str:
    """Return the id of the quantity or the date at a span."""
    return f"{kind}:{span.start}"
