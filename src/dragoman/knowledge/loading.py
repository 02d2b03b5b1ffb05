"""Loading the built-in tables into one index. The columns of each table stand in its header line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from dragoman.knowledge.fold import fits_abbreviation, fold, has_capital, is_abbreviation
from dragoman.knowledge.records import Entity, Tenure
from dragoman.knowledge.surfaces import SurfaceIndex
from dragoman.knowledge.tables import parse_date, parse_list, read_rows
from dragoman.knowledge.titles import Titles, load_agents, load_titles
from dragoman.records import ActorKind

PEOPLE_TABLES = (
    ("people.csv", "tenures.csv"),
    ("world_people.csv", "world_tenures.csv"),
    ("past_people.csv", "past_tenures.csv"),
)


@dataclass
class Tables:
    """All tables while they are put together; ``Knowledge`` alone holds them afterwards."""

    entities: dict[str, Entity]
    states: dict[str, str]
    """ISO3 → entity key."""
    state_words: dict[str, str | None]
    """Folded name, adjective or demonym → ISO3; None where two states share it."""
    state_abbreviations: set[str]
    """The folded forms among ``state_words`` that must be cased like abbreviations."""
    surfaces: SurfaceIndex
    tenures: dict[str, list[Tenure]]
    prominence: dict[str, int]
    titles: Titles
    agents: dict[str, tuple[str | None, ActorKind]]

    def state_of(self, word: str) -> str | None:
        """Return the ISO3 code that a capitalized name, adjective or demonym stands for."""
        if not has_capital(word):
            return None
        folded = fold(word)
        if folded in self.state_abbreviations and not fits_abbreviation(word):
            return None
        return self.state_words.get(folded)


def key_of(slug: str, wikidata: str) -> str:
    """Return an entity's key: its Wikidata item where that is known, else the tables' own slug."""
    return f"wikidata:{wikidata}" if wikidata else f"dragoman:{slug}"


def load_tables(folder: Path) -> Tables:
    """Read every built-in table of a folder."""
    ambiguous = [fold(row[0]) for row in read_rows(folder / "ambiguous.csv")]
    tables = Tables({}, {}, {}, set(), SurfaceIndex(ambiguous), {}, {}, cast(Titles, None), {})
    tables.titles = load_titles(folder / "titles.yaml", tables.state_of)
    tables.agents = load_agents(folder / "world_agents.csv") | load_agents(folder / "agents.csv")
    _load_countries(tables, folder / "countries.csv")
    keys = dict(_load_organizations(tables, folder / "organizations.csv"))
    keys.update(_load_organizations(tables, folder / "world_organizations.csv"))
    _load_seats(tables, folder / "seats.csv", keys)
    for people, tenures in PEOPLE_TABLES:
        keys.update(_load_people(tables, folder / people))
        _load_tenures(tables, folder / tenures, keys)
    sort_tenures(tables)
    return tables


def _load_countries(tables: Tables, path: Path) -> None:
    for row in read_rows(path):
        iso3, wikidata, name = row[0], row[4], row[5]
        aliases = (row[6], *parse_list(row[7])) if row[6] and row[6] != name else parse_list(row[7])
        key = key_of(iso3, wikidata)
        tables.entities[key] = Entity(key, name, "state", iso3, None, aliases)
        tables.states[iso3] = key
        tables.surfaces.add(name, key, "name")
        for alias in aliases:
            tables.surfaces.add(alias, key, "alias")
        demonyms = (*parse_list(row[8]), *parse_list(row[9]))
        for demonym in demonyms:
            tables.surfaces.add(demonym, key, "demonym")
        for capital in parse_list(row[10]):
            tables.surfaces.add(capital, key, "capital")
        for word in (name, *aliases, *demonyms):
            folded = fold(word)
            if is_abbreviation(word):
                tables.state_abbreviations.add(folded)
            known = tables.state_words.setdefault(folded, iso3)
            if known != iso3:
                tables.state_words[folded] = None


def _load_organizations(tables: Tables, path: Path) -> Iterator[tuple[str, str]]:
    """Read organizations, yielding each one's slug and key."""
    for slug, wikidata, name, kind, state, sector, aliases in read_rows(path):
        key = key_of(slug, wikidata)
        others = parse_list(aliases)
        tables.entities[key] = Entity(key, name, cast(ActorKind, kind), state or None, sector or None, others)
        tables.surfaces.add(name, key, "name")
        for alias in others:
            tables.surfaces.add(alias, key, "alias")
        yield slug, key


def _load_seats(tables: Tables, path: Path, keys: dict[str, str]) -> None:
    """Read seats of power: each stands for a state (ISO3) or for an organization (its slug)."""
    for seat, target in read_rows(path):
        tables.surfaces.add(seat, tables.states.get(target) or keys[target], "seat")


def _load_people(tables: Tables, path: Path) -> Iterator[tuple[str, str]]:
    """Read people, yielding each one's slug and key."""
    for slug, wikidata, name, state, sector, prominence, surname, aliases in read_rows(path):
        key = key_of(slug, wikidata)
        entity = Entity(key, name, "person", state or None, sector or None, parse_list(aliases))
        tables.entities[key] = entity
        tables.prominence[key] = int(prominence)
        tables.surfaces.add_person(entity, surname)
        yield slug, key


def _load_tenures(tables: Tables, path: Path, keys: dict[str, str]) -> None:
    for slug, office, of, title, start, end in read_rows(path):
        holder, body = keys[slug], keys.get(of, of)
        if not title:
            title = tables.titles.display(office, _place(tables, body))
        sector = tables.titles.sectors.get(office) or tables.entities[holder].sector or "GOV"
        tenure = Tenure(holder, office, body, title, parse_date(start), parse_date(end), sector)
        tables.tenures.setdefault(holder, []).append(tenure)


def sort_tenures(tables: Tables) -> None:
    """Put each holder's offices in order, the latest begun first."""
    for held in tables.tenures.values():
        held.sort(key=lambda tenure: tenure.start or date.min, reverse=True)


def _place(tables: Tables, body: str) -> str:
    """Return the name of a state, with its article where English wants one, or of an organization."""
    entity = tables.entities.get(tables.states.get(body, body))
    name = entity.name if entity is not None else body
    return f"the {name}" if name.startswith("United ") or name.endswith(("lands", "Republic")) else name
