"""One reading → the claims in it: each statement, each act that the article tells itself, each agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from dragoman.language.lemmas import lemma
from dragoman.ledgers.answering import answered, whole
from dragoman.ledgers.figures import amount_of
from dragoman.ledgers.parties import Named
from dragoman.ledgers.pointing import claimed_by_others, pointing, sentences_between
from dragoman.ledgers.wording import clause, content_words, negated, words
from dragoman.records import Agreement, Attributed, Event, Reading, Span, Statement
from dragoman.records.span import hull
from dragoman.relations.acts import Report
from dragoman.relations.disputes.claims import Claim, Claimant, Deal, Deed
from dragoman.relations.disputes.rivals import sides_of
from dragoman.store.ids import SHOWN

CLAIMS = ("assertion", "denial")
"""Forces of statements that claim something of the world; what is foretold, wanted or promised does not."""

SURE = 0.4
"""Statements below this confidence are left out. All three are priors."""
ACT_SURE = 0.6
"""So sure an act must be that a statement tells of."""
TOLD_SURE = 0.75
"""So sure an act must be that the article tells in its own voice, for which nobody but the outlet stands."""


@dataclass(frozen=True, slots=True)
class Where:
    """What the store knows of a document: the first print of its text, its outlet family, its story."""

    copy: str
    family: str
    story: str | None = None


def claims_of(reading: Reading, where: Where) -> tuple[Claim, ...]:
    """Return the claims of a reading in text order."""
    return tuple(sorted(ClaimReader(reading, where).claims(), key=lambda claim: claim.order))


class ClaimReader:
    """Reads the claims out of one reading."""

    def __init__(self, reading: Reading, where: Where) -> None:
        """Take a reading, and what the store knows of its document."""
        self._reading = reading
        self._where = where
        self._named = Named(reading, where.copy, where.family)
        self._days = {one.id: one for one in reading.dates}
        self._statements = {one.id: one for one in reading.statements}
        self._states = {span for actor in reading.actors if actor.kind == "state" for span in actor.mentions}

    def claims(self) -> Iterator[Claim]:
        """Yield all claims: of statements, of those that they report, of the article, and of agreements."""
        said = [s for s in self._reading.statements if self._is_claim(s) or self._estimates(s)]
        told = {s.id: self._said(s) for s in said}
        yield from answered(self._reading, said, told)
        for statement in said:
            yield from self._reported(statement, told[statement.id])
        for event in self._reading.events:
            if self._is_told(event):
                yield self._told(event)
        for agreement in self._reading.agreements:
            if agreement.mentions and agreement.instrument and (agreement.statement or "") in ("", *told):
                yield self._agreed(agreement, agreement.instrument)

    def _agreed(self, agreement: Agreement, instrument: str) -> Claim:
        """Return the claim of an agreement; who tells of one with a single other is himself a party to it."""
        by, depth = self._by(agreement.statement)
        parties = self._named.party(agreement.parties)
        if len(parties.states) == 1 and by.state:
            parties = replace(parties, states=parties.states | {by.state})
        deal = Deal(parties, instrument, agreement.status)
        span = agreement.mentions[0]
        return self._claim(
            agreement.id, by, span, agreement.confidence, depth, deal=deal, states=parties.states
        )

    def _is_claim(self, statement: Statement) -> bool:
        """Say whether a statement, and each that it stands in, claims something, and is surely read."""
        if statement.force not in CLAIMS or statement.confidence < SURE:
            return False
        above = self._statements.get(statement.parent or "")
        return above is None or self._is_claim(above)

    def _estimates(self, statement: Statement) -> bool:
        """Say whether a statement foretells or thinks with a figure, which somebody may turn against."""
        spans = [quantity.span for quantity in self._reading.quantities]
        own = any(_inside(span, statement.content) for span in spans)
        thought = statement.force in ("prediction", "opinion") and statement.confidence >= SURE
        return thought and own and statement.parent is None

    def _is_told(self, event: Event) -> bool:
        """Say whether the article surely tells an act in its own voice, outside all that others say."""
        said = [span for s in self._reading.statements for span in (*s.content, *s.cue)]
        sure = event.statement is None and event.confidence >= TOLD_SURE
        apart = not any(event.span.overlaps(span) for span in said)
        return sure and apart and bool(event.actors and event.recipients)

    def _by(self, statement: str | None) -> tuple[Claimant, int]:
        """Return who claims what a statement tells, and how long the chain is from there to the page."""
        if statement is None:
            return self._named.article, 1
        said = self._statements[statement]
        depth = 1 + len(said.via) + (1 if said.parent else 0)
        return self._named.claimant(said.source), depth

    def _said(self, statement: Statement) -> Claim:
        """Return the claim of one statement."""
        text = " ".join(span.of(self._reading.text) for span in statement.content)
        rejects = statement.polarity == "rejects"
        by, depth = self._by(statement.id)
        turns = pointing(text, rejects) is not None
        denies = rejects or turns
        claims = self._is_claim(statement) and not turns
        sides = tuple((matter, 1 - s if denies else s) for matter, s in sides_of(text)) if claims else ()
        span = whole(statement) if turns else hull(statement.content)
        found = self._claim(
            statement.id, by, span, statement.confidence, depth,
            affirms=not denies, rivals=sides, deeds=self._deeds(statement.id) if claims else (),
            states=self._states_of(statement), issues=statement.issues,
            contents=() if turns else statement.content, of_text=_of_text(text), manifold=_manifold(text),
        )  # fmt: skip
        return found if claims or turns else replace(found, words=frozenset())

    def _reported(self, statement: Statement, denial: Claim) -> Iterator[Claim]:
        """Yield what others claim, as a denial tells it: "Putin's claim that …", "reports that …"."""
        text = " ".join(span.of(self._reading.text) for span in statement.content)
        if statement.polarity != "rejects":
            return
        start = statement.content[0].start
        owner, noun = self._owner(start), claimed_by_others(text)
        if owner is None and noun is None:
            return
        by = owner or Claimant(noun or "others", f"{self._where.copy}:{noun}", anonymous=True)
        depth = denial.report.depth + 1
        yield self._claim(
            f"{statement.id}#claimed", by, hull(statement.content), statement.confidence, depth,
            deeds=denial.deeds, states=denial.states, issues=denial.issues, contents=statement.content,
            rivals=tuple((matter, 1 - side) for matter, side in denial.rivals), of_text=denial.of_text,
        )  # fmt: skip

    def _owner(self, start: int) -> Claimant | None:
        """Return whose claim it is that a content begins with: "Putin's claim that …"."""
        text = self._reading.text
        for actor in self._reading.actors:
            for mention in actor.mentions:
                if start <= mention.start <= start + 6 and text[mention.end : mention.end + 1] in ("'", "’"):
                    following = text[mention.end :].split()[:3]
                    if any(word.strip(".,").lower() in words()["claim_nouns"] for word in following):
                        return self._named.claimant(Attributed(actor.id, mention))
        return None

    def _told(self, event: Event) -> Claim:
        """Return the claim of an act that the article tells in its own voice."""
        deed = self._deed(event)
        return self._claim(
            event.id, self._named.article, event.span, event.confidence, 1, deeds=(deed,), of_event=event,
            states=deed.actors.states | deed.recipients.states, contents=(event.span,),
        )  # fmt: skip

    def _deeds(self, statement: str) -> tuple[Deed, ...]:
        events = [e for e in self._reading.events if e.statement == statement and e.confidence >= ACT_SURE]
        return tuple(self._deed(event) for event in events)

    def _deed(self, event: Event) -> Deed:
        verb = event.trigger.of(self._reading.text).split()
        place = event.place
        return Deed(
            event.type, lemma(verb[0].lower(), "VERB") if verb else "", self._named.party(event.actors),
            self._named.party(event.recipients), place.name.casefold() if place else None,
            place.state if place else None, place is not None and place.span in self._states,
            event.status == "negated", event.status in ("done", "ongoing", "negated"),
        )  # fmt: skip

    def _states_of(self, statement: Statement) -> frozenset[str]:
        actors = [self._reading.actor(identifier) for identifier in statement.about]
        deeds = self._deeds(statement.id)
        told = {state for deed in deeds for state in deed.actors.states | deed.recipients.states}
        return frozenset(told | {actor.state for actor in actors if actor.state})

    def _claim(
        self, identifier: str, by: Claimant, span: Span, confidence: float, depth: int, *,
        affirms: bool = True, contents: Iterable[Span] = (), of_event: Event | None = None,
        deeds: tuple[Deed, ...] = (), states: frozenset[str] = frozenset(), issues: tuple[str, ...] = (),
        rivals: tuple[tuple[str, int], ...] = (), of_text: bool = False, manifold: bool = False,
        deal: Deal | None = None,
    ) -> Claim:  # fmt: skip
        reading, contents = self._reading, tuple(contents)
        text = " ".join(part.of(reading.text) for part in contents)
        first, last = self._when((span,) if of_event or deal else contents, of_event)
        amounts = [amount_of(q, reading.text) for q in reading.quantities if _inside(q.span, contents)]
        report = Report(
            reading.id, reading.article.publication, self._where.family, self._where.copy,
            reading.article.published, by.key, depth, probability=confidence, span=span,
        )  # fmt: skip
        return Claim(
            f"{reading.id[:SHOWN]}:{identifier}", by, report, span.of(reading.text), affirms,
            content_words(text), self._names(contents), states, issues, first, last, deeds,
            tuple(one for one in amounts if one is not None), deal, rivals,
            of_text=of_text, manifold=manifold, negated=negated(text), story=self._where.story,
        )  # fmt: skip

    def _names(self, contents: tuple[Span, ...]) -> frozenset[str]:
        """Return the words of names in some spans: those with a capital that don't begin a sentence there."""
        found = ""
        for part in contents:
            told = part.of(self._reading.text).split()
            found += " ".join(word for word in told[1:] if word[:1].isupper()) + " "
        return content_words(found)

    def _when(self, spans: Iterable[Span], event: Event | None) -> tuple[date | None, date | None]:
        """Return the days that are given: the event's own, or the only date in what is said."""
        if event is not None:
            one = self._days.get(event.date or "")
            return (one.start, one.end) if one else (None, None)
        inside = [one for one in self._reading.dates if _inside(one.span, spans) and one.start and one.end]
        return (inside[0].start, inside[0].end) if len(inside) == 1 else (None, None)


def _inside(span: Span, spans: Iterable[Span]) -> bool:
    return any(one.contains(span) for one in spans)


def _of_text(text: str) -> bool:
    """Say whether a content tells what a text or a talk says: its subject is one, among the first words."""
    told = clause(text).split()[:5]
    return any(word in words()["texts"] for word in told[1:]) and told[0] in _OPENING


def _manifold(text: str) -> bool:
    """Say whether a content tells several things: one more "that", or a new sentence."""
    return " and that " in f" {clause(text)}" or sentences_between(text) > 0 or ";" in text


_OPENING = frozenset("the this that its their his her our a an no".split())
