"""States as other data sets number them: Correlates of War, Gleditsch and Ward, Wikidata."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.knowledge.tables import DATA, parse_date, read_rows


@dataclass(frozen=True, slots=True)
class StateCodes:
    """What a state is elsewhere: ISO 3166-1 alpha-2 code, numbers in COW and Gleditsch-Ward, Wikidata item.

    Each is None where there is none: the state was not in that list on the day, or never is.
    """

    iso2: str | None
    cow: int | None
    gw: int | None
    wikidata: str | None


def state_codes(iso3: str, on: date | None = None) -> StateCodes | None:
    """Return the codes of a state (ISO3) on a day, today's where ``on`` is None; None for no state.

    Germany is 260 in both lists in 1985; in 2015 it is 255 for COW and 260 for Gleditsch and Ward.
    """
    standing = _standing().get(iso3)
    if standing is None:
        return None
    dated = _dated()
    numbers = {
        system: _number(dated[iso3, system], on) if (iso3, system) in dated else number
        for system, number in (("cow", standing.cow), ("gw", standing.gw))
    }
    return StateCodes(standing.iso2, numbers["cow"], numbers["gw"], standing.wikidata)


def _number(terms: list[tuple[int, date | None, date | None]], on: date | None) -> int | None:
    """Return the number that holds on a day: the last one where no day is given."""
    day = on or date.max
    for number, start, end in terms:
        if (start is None or start <= day) and (end is None or day < end):
            return number
    return None


@cache
def _standing() -> dict[str, StateCodes]:
    return {
        row[0]: StateCodes(row[1] or None, _int(row[2]), _int(row[3]), row[4] or None)
        for row in read_rows(DATA / "countries.csv")
    }


@cache
def _dated() -> dict[tuple[str, str], list[tuple[int, date | None, date | None]]]:
    terms: dict[tuple[str, str], list[tuple[int, date | None, date | None]]] = {}
    for iso3, system, code, start, end in read_rows(DATA / "state_codes.csv"):
        terms.setdefault((iso3, system), []).append((int(code), parse_date(start), parse_date(end)))
    return terms


def _int(text: str) -> int | None:
    return int(text) if text else None
