"""Actor: the dossier of one of the archive's actors, or who there is to choose from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Path, Query

from dragoman.errors import StoreError
from dragoman.store import Store
from dragoman.store.answers import PositionLine, StatementLine
from dragoman.store.curated import Curated, CuratedName
from dragoman.store.dossier import Dossier, Office
from dragoman.store.ledger import Judgement
from dragoman.store.quoting import Quoting
from dragoman.web.views import View, store_of

LISTED = 30
COUNTED = 1_500
"""Whom an actor speaks about and who quotes it is counted over so many of its latest statements."""
TOLD = 60
"""So many positions are shown, those told last."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an actor stands on a proposition, told by day; ``changed`` where the stance was once another."""

    issue: str
    proposition: str
    changed: bool
    told: tuple[PositionLine, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """An office on the time line: where it begins, and how long it is, in hundredths of the whole."""

    office: Office
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class ActorView:
    """All that the archive tells of an actor; None and empty where nobody is asked for.

    ``others`` are those who go by the same name, or, where nobody is asked for, those who are named most.
    ``names`` are the names that are taken for the actor's, each with its score and reason.
    """

    asked: str | None
    dossier: Dossier | None
    stands: tuple[Stand, ...]
    quoted: tuple[Quoting, ...]
    names: tuple[CuratedName, ...]
    judgements: tuple[Judgement, ...]
    others: tuple[Curated, ...]

    @property
    def counted(self) -> int | None:
        """Over how many of the latest statements company is counted; None where over all."""
        return COUNTED if self.dossier and self.dossier.statements > COUNTED else None

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The offices that have days, for the time line."""
        return bars_of(self.dossier.offices) if self.dossier else ()


def actor_named(
    name: Annotated[str | None, Query(max_length=200, description="a name, or an id")] = None,
    store: Store = Depends(store_of),
) -> ActorView:
    """Return whoever is called so and is named in most articles; without a name, whom there is to ask for."""
    if not (name or "").strip():
        return ActorView(None, None, (), (), (), (), store.actors(size=LISTED))
    asked = str(name)
    others = store.actors(asked, size=10)
    if not others:  # no name ("the court"), or one that nobody has been given yet
        return _view(store, asked, store.who(asked)[0], ())
    return _view(store, asked, store.dossier(others[0].id, COUNTED), others[1:])


def actor_with_id(
    identifier: Annotated[str, Path(max_length=200, description="such as wikidata:Q7747 or actor:…")],
    store: Store = Depends(store_of),
) -> ActorView:
    """Return the dossier of an actor by its id over all articles."""
    if ":" not in identifier:
        raise StoreError(f"{identifier!r} is no id: ask for names by /actor?name=…")
    return _view(store, identifier, store.dossier(identifier, COUNTED), ())


def _view(store: Store, asked: str, found: Dossier, others: tuple[Curated, ...]) -> ActorView:
    if found.id is None:
        return ActorView(asked, found, stands_of(found.positions), (), (), (), others)
    portrait = store.actor(found.id)
    told = stands_of(store.stood(found.id, TOLD))
    return ActorView(
        asked, found, told, store.quoted(found.id, COUNTED), portrait.names, portrait.judgements, others
    )  # fmt: skip


def stands_of(told: tuple[PositionLine, ...]) -> tuple[Stand, ...]:
    """Gather positions by proposition, each by day; those that changed come first, then those told last."""
    gathered: dict[tuple[str, str], list[PositionLine]] = defaultdict(list)
    for line in told:
        gathered[line.issue, line.proposition].append(line)
    made = []
    for (issue, proposition), lines in gathered.items():
        lines.sort(key=lambda line: (line.published or date.max, line.id))
        sides = {line.leaning or line.stance for line in lines} - {"neutral"}
        made.append(Stand(issue, proposition, len(sides) > 1, tuple(lines)))
    last = {stand.proposition: stand.told[-1].published or date.min for stand in made}
    return tuple(sorted(made, key=lambda s: (s.changed, last[s.proposition], s.proposition), reverse=True))


def bars_of(offices: tuple[Office, ...]) -> tuple[Bar, ...]:
    """Place offices on a line from the first day to the last, the earliest first; a day is a sliver."""
    dated = [(one, one.first_day, one.last_day) for one in offices if one.first_day and one.last_day]
    if not dated:
        return ()
    first = min(begin for _, begin, _ in dated)
    whole = max((max(end for _, _, end in dated) - first).days, 1)
    bars = [
        Bar(
            one,
            round((begin - first).days / whole * 99, 2),
            max(1.0, round((end - begin).days / whole * 99, 2)),
        )
        for one, begin, end in dated
    ]
    return tuple(sorted(bars, key=lambda bar: (bar.x, -bar.width, bar.office.role)))


def _title(answer: ActorView) -> str:
    return answer.dossier.name if answer.dossier else "Actors"


def _latest(answer: ActorView) -> tuple[StatementLine, ...]:
    return answer.dossier.latest if answer.dossier else ()


ACTOR_NAMED = View(
    "/actor", "actor.html", actor_named, ActorView, StatementLine, _latest, _title,
    "The dossier of whoever is called so",
)  # fmt: skip
ACTOR = View(
    "/actor/{identifier}", "actor.html", actor_with_id, ActorView, StatementLine, _latest, _title,
    "The dossier of an actor by its id",
)  # fmt: skip
