"""Questions about kept disputes and forecasts: pages, filters and counts, as of all that is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from accounts import DAY, accounts
from test_compared import add

from dragoman.ledgers.card_lines import CardLine, card_line
from dragoman.ledgers.forecasting import Wanted, forecasts
from dragoman.ledgers.gathering import Asked, disputes
from dragoman.ledgers.kept.disputed import Sought, disputed, every_dispute
from dragoman.ledgers.kept.foreseen import Foreseen
from dragoman.ledgers.rulings import rule, rulings, standing
from dragoman.relations.predictions.forecasts import STATES
from dragoman.store import Store

TODAY = DAY + timedelta(30)


@pytest.fixture
def full(make: Callable[[], Store]) -> Store:
    """A store with some accounts, in each of the two databases."""
    store = make()
    add(store, [one for seed in (1, 10) for one in accounts(seed, stories=5)])
    return store


def days(card: CardLine) -> Iterator[date]:
    """Yield the days on which a dispute's claims were printed."""
    claims = (claim for side in card.sides for root in side.by for claim in root.claims)
    return (claim.published for claim in claims if claim.published)


SOUGHT = (
    Sought(), Sought(kind="polarity"), Sought(frozenset({"RUS"})), Sought(frozenset({"RUS", "UKR"})),
    Sought(since=DAY + timedelta(10)), Sought(kind="polarity", until=DAY),
    Sought(issue="gas"),
)  # fmt: skip


def passes(card: CardLine, sought: Sought) -> bool:
    """Say whether a dispute is asked for."""
    first, last = sought.since or date.min, sought.until or date.max
    everything = sought.since is None and sought.until is None
    told = everything or any(first <= day <= last for day in days(card))
    of_kind = sought.kind in (None, card.kind) and (sought.issue is None or sought.issue in card.issues)
    return sought.states <= set(card.states) and of_kind and told


def test_a_page_of_disputes_is_what_the_filter_leaves(full: Store) -> None:
    """All pages together are the disputes that pass, those first seen last first; all are counted."""
    cards = [card_line(card) for card in disputes(full, Asked())]
    assert len(cards) > 3
    for sought in SOUGHT:
        wanted = [card for card in cards if passes(card, sought)]
        with full.reading() as connection:
            pages = [disputed(connection, sought, page, 3) for page in range(1, len(wanted) // 3 + 2)]
            every = list(every_dispute(connection, sought))
        shown = [line for page in pages for line in page.lines]
        assert sorted(map(repr, shown)) == sorted(map(repr, wanted)) == sorted(map(repr, every))
        seen = [card.first_seen or date.min for card in shown]
        assert seen == sorted(seen, reverse=True)
        assert all(page.total == len(wanted) for page in pages)
        assert dict(pages[0].kinds) == Counter(card.kind for card in wanted)


def test_the_ledger_is_that_of_all_articles(full: Store) -> None:
    """Rows, states and proposals are those of all articles at once; filters leave as much."""
    every = forecasts(full, today=TODAY)
    assert len(every) > 3 and any(row.proposals for row in every)
    rule(full, every[0].id, "true", None, "me")
    rule(full, every[1].id, "void", None, "me")
    ruled = standing(rulings(full))
    with full.reading() as connection:
        ledger = Foreseen(connection, ruled, TODAY, None)
        for wanted in (
            Wanted(), Wanted(by="Ana Specimen"), Wanted(by="RUS"), Wanted(about="Kiev"), Wanted(about="UKR"),
            *(Wanted(state=state) for state in STATES), Wanted(by="Kiev", about="Moscow", state="due"),
        ):  # fmt: skip
            found = ledger.every(wanted.by, wanted.about, wanted.state)
            assert found == forecasts(full, wanted, TODAY)


def test_pages_of_the_ledger_begin_with_what_is_due(full: Store) -> None:
    """All pages together are all rows: those that wait for a ruling, then the others, the latest first."""
    every = forecasts(full, today=TODAY)
    rule(full, every[-1].id, "false", None, "me")
    ruled = standing(rulings(full))
    every = forecasts(full, today=TODAY)
    with full.reading() as connection:
        ledger = Foreseen(connection, ruled, TODAY)
        pages = [ledger.page(None, None, None, page, 2) for page in range(1, len(every) // 2 + 2)]
        due = ledger.page(None, None, "due", 1, 100)
        last = ledger.due(3)
    shown = [row for page in pages for row in page.rows]
    assert sorted(row.id for row in shown) == sorted(row.id for row in every)
    order = [(row.state != "due", -(row.first.report.day or date.min).toordinal(), row.id) for row in shown]
    assert order == sorted(order)
    assert all(page.total == len(every) for page in pages)
    assert dict(pages[0].states) == {name: sum(row.state == name for row in every) for name in STATES}
    assert [row.id for row in due.rows] == [row.id for row in shown if row.state == "due"]
    wanted = sorted((row.first.last or date.min for row in due.rows), reverse=True)
    assert [row.first.last or date.min for row in last] == wanted[:3]
    assert [row.id for row in pages[0].resolved] == [every[-1].id]
