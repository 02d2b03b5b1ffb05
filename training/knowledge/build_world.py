"""Restate heads of all states, and cabinets, as the tables ``world_people`` and ``world_tenures``.

Run from the repository's root: ``python training/knowledge/build_world.py ../shared/data/actors``.
People whom ``people.csv`` already names, by item or by name, are left to it.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.knowledge import Knowledge
from dragoman.knowledge.fold import fold
from dragoman.knowledge.tables import DATA

# Offices of cabinets that foreign news speaks of; other portfolios are left out.
WANTED = {
    "president", "vice president", "prime minister", "deputy prime minister", "first deputy prime minister",
    "foreign minister", "defence minister", "finance minister", "economy minister", "energy minister",
    "oil minister", "interior minister", "king", "queen", "emperor", "emir", "sultan", "supreme leader",
    "central banker", "security adviser", "security council secretary", "speaker of parliament",
    "upper house speaker", "chief of the general staff", "attorney general", "secretary-general",
}  # fmt: skip
HEADS = {"president", "prime minister", "king", "queen", "emperor", "emir", "sultan", "supreme leader"}
# States whose heads readers everywhere know by the surname alone.
WIDELY_READ_OF = {
    "AUS", "BRA", "CAN", "DEU", "FRA", "GBR", "IND", "ISR", "ITA", "JPN", "KOR", "MEX", "POL",
    "TUR", "UKR", "USA",
}  # fmt: skip
SHARED_HEADS = {"AND", "BIH", "CHE", "SMR"}
FAMILY_FIRST = {"CHN", "PRK", "KOR", "VNM", "TWN", "HKG", "MAC"}
NO_FAMILY_NAME = {"MMR", "BTN", "IDN"}
COMMENT = """\
# {what} Built by training/knowledge/build_world.py: facts of Wikidata (CC0) by way of
# every-politician-scrapers/world-leaders-2021 (heads as of 2022) and peppercatorg/site-build (cabinets in
# office on 31 January 2025); months of heads from REIGN (Bell 2016, OEF Research). Columns as in {same}.
"""


@dataclass(frozen=True)
class Term:
    """One office of one person as the sources give it."""

    item: str
    name: str
    state: str
    office: str
    start: str
    end: str


def main(source: Path) -> None:
    """Read the sources under ``source`` and write both tables."""
    for name, header in (("people", "slug,wikidata,name"), ("tenures", "slug,office,of")):
        (DATA / f"world_{name}.csv").write_text(header + "\n", encoding="utf-8")
    knowledge = Knowledge.load()
    months = reign_months(source / "reign_leaders_1945_2021.csv")
    terms: dict[tuple[str, str, str], Term] = {}
    for term in [*heads(source, knowledge, months), *cabinets(source, knowledge)]:
        if not is_known(term, knowledge) and term.start != term.end:
            terms.setdefault((term.item, term.state, term.office), term)
    write(sorted(ended(terms.values(), knowledge), key=lambda t: (fold(t.name), t.item, t.start, t.office)))


def heads(
    source: Path, knowledge: Knowledge, months: dict[tuple[str, str, str], tuple[str, str]]
) -> Iterator[Term]:
    """Yield heads of state and government as of 2022."""
    for table in ("heads_wikidata_2022.csv", "heads_wikipedia_2022.csv"):
        with (source / table).open(encoding="utf-8") as lines:
            for row in list(csv.reader(lines))[1:]:
                title = re.sub(r" of the People's Republic of China| \(1949–\)", "", row[3])
                reading = knowledge.title(title)
                state = (reading.state if reading else None) or knowledge.state_of(
                    re.sub(r" \(.*", "", row[1])
                )
                name = re.sub(r" \(.*", "", row[5])
                if reading is None or state is None or reading.office not in HEADS or not row[6]:
                    continue
                start, end = months.get((state, fold(name).split()[-1], row[6]), (row[6], row[7]))
                yield Term(row[4], name, state, reading.office, start, end if row[7] else "")


def cabinets(source: Path, knowledge: Knowledge) -> Iterator[Term]:
    """Yield the wanted offices of national cabinets in office on 31 January 2025."""
    for line in (source / "peppercat_leaders_2025-01-31.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        state = knowledge.state_of(entry["jurisdiction"])
        if state is None or not entry["wikidata"] or not entry["since"]:
            continue
        if knowledge.state_of(entry["jurisdiction"]) and "(US)" in entry["jurisdiction"]:
            continue
        for position in entry["position"].split("<br />"):
            reading = knowledge.title(position)
            if reading is not None and reading.office in WANTED:
                yield Term(entry["wikidata"], entry["name"], state, reading.office, entry["since"], "")


def reign_months(path: Path) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Return (ISO3, folded surname, year of start) → (start, end) to the month from REIGN."""
    by_cow: dict[str, str] = {}
    with (DATA / "countries.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            by_cow.setdefault(row["cow"], row["iso3"])
    found = {}
    with path.open(encoding="utf-8", errors="replace") as lines:
        for row in csv.DictReader(lines):
            surname = fold(re.sub(r" \(.*", "", row["leader"]).split(",")[0])
            if surname and row["syear"] and row["ccode"] in by_cow:
                start = f"{row['syear']}-{int(row['smonth']):02}"
                end = f"{row['eyear']}-{int(row['emonth']):02}" if row["eyear"] else ""
                found[by_cow[row["ccode"]], surname.split()[-1], row["syear"]] = (start, end)
    return found


def ended(terms: Iterable[Term], knowledge: Knowledge) -> Iterator[Term]:
    """Close the terms of heads that another head's term follows, where one person at a time holds the office.

    A term known to the year or month begins when the hand-made table's predecessor ends, if then.
    """
    starts: dict[tuple[str, str], set[str]] = {}
    ends: dict[tuple[str, str], set[str]] = {}
    for term in (terms := list(terms)):
        begun = starts.setdefault((term.office, term.state), set())
        begun.add(term.start)
        for holder in knowledge.holders(term.office, term.state):
            for tenure in knowledge.tenures(holder.key):
                if tenure.office == term.office and tenure.organization_or_state == term.state:
                    begun.add(str(tenure.start))
                    ends.setdefault((term.office, term.state), set()).add(str(tenure.end))
    for term in terms:
        later = sorted(start for start in starts[term.office, term.state] if start[:7] > term.start[:7])
        left = sorted(ends.get((term.office, term.state), ()))
        term = replace(term, start=next((end for end in left if end.startswith(term.start)), term.start))
        alone = term.office in HEADS and term.state not in SHARED_HEADS
        yield replace(term, end=later[0]) if alone and later and not term.end else term


def is_known(term: Term, knowledge: Knowledge) -> bool:
    """Say whether the tables by hand already name this person."""
    if knowledge.entity(f"wikidata:{term.item}") is not None or knowledge.title(term.name) is not None:
        return True
    found = knowledge.lookup(term.name)
    return any(c.matched_as in ("name", "alias", "spelling") and c.entity.state == term.state for c in found)


def write(terms: list[Term]) -> None:
    """Write one row a person and one row an office."""
    people: dict[str, list[str]] = {}
    tenures = []
    for term in terms:
        slug = next((row[0] for row in people.values() if row[1] == term.item), "")
        slug = slug or f"{fold(term.name).replace(' ', '-')}-{term.item.lower()}"
        prominence = "2" if term.office in HEADS and term.state in WIDELY_READ_OF else "1"
        row = people.setdefault(slug, [slug, term.item, term.name, term.state, "GOV", "1", surname(term), ""])
        row[5] = max(row[5], prominence)
        row[7] = row[7] or ("" if term.name == row[2] else term.name)
        tenures.append([slug, term.office, term.state, "", term.start, term.end])
    write_table("people", "Heads and ministers of all states.", people.values())
    write_table("tenures", "Their offices.", tenures)


def write_table(name: str, what: str, rows: object) -> None:
    """Write one of the two tables under its header."""
    header = (DATA / f"{name}.csv").read_text(encoding="utf-8")
    columns = next(line for line in header.splitlines() if not line.startswith("#"))
    with (DATA / f"world_{name}.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(COMMENT.format(what=what, same=f"{name}.csv") + columns + "\n")
        csv.writer(out, lineterminator="\n").writerows(rows)  # type: ignore[arg-type]


def surname(term: Term) -> str:
    """Return the surname where it isn't the last word: family name first, or a monarch's whole name."""
    if term.state in FAMILY_FIRST:
        return term.name.split()[0]
    if term.state in NO_FAMILY_NAME or " of " in term.name or " " not in term.name or "," in term.name:
        return term.name
    return ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
