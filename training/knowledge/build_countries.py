"""Restate facts on countries from the shared sources as ``countries.csv`` of the knowledge tables.

Run from the repository's root: ``python training/knowledge/build_countries.py ../shared/data/actors``.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TARGET = HERE.parent.parent / "src/dragoman/knowledge/data/countries.csv"
COLUMNS = (
    "iso3", "iso2", "cow", "gw", "wikidata", "name", "official", "aliases", "adjectives", "people",
    "capitals", "from", "until",
)  # fmt: skip
COMMENT = """\
# Countries and territories: codes, names, adjectives, nouns for their people, capitals; historic states last.
# Built by training/knowledge/build_countries.py. Facts restated from mledoze/countries (ODbL 1.0: names,
# demonyms, capitals), OpenEventData CountryInfo (CC BY-SA: COW codes), Wikidata by way of
# every-politician-scrapers (CC0: item ids) and our own compilation. Lists are separated by
# semicolons. gw: Gleditsch-Ward code.
"""
# mledoze's code for Kosovo, and names under which heads_wikidata keeps states.
ISO = {"UNK": "XKX"}
WIKIDATA_NAMES = {
    "People's Republic of China": "CHN", "Republic of Ireland": "IRL", "The Gambia": "GMB",
    "The Bahamas": "BHS",
    "Kingdom of the Netherlands": "", "Kingdom of Denmark": "", "Cape Verde": "CPV", "Czech Republic": "CZE",
    "Federated States of Micronesia": "FSM", "State of Palestine": "PSE", "East Timor": "TLS",
    "Democratic Republic of the Congo": "COD", "Republic of the Congo": "COG", "São Tomé and Príncipe": "STP",
    "Turkey": "TUR", "Ivory Coast": "CIV", "Myanmar": "MMR",
}  # fmt: skip
# COW numbers that CountryInfo leaves out (COW state system membership list).
MISSING_COW = {"USA": "2", "BRN": "835", "GNB": "404", "PNG": "910", "SSD": "626", "TLS": "860"}


def main(source: Path) -> None:
    """Read the sources under ``source`` and write the table."""
    countries: list[dict[str, Any]] = json.loads(
        (source / "mledoze_countries.json").read_text(encoding="utf-8")
    )
    cow = cow_codes(source / "CountryInfo.120116.txt")
    items = wikidata_items(source / "heads_wikidata_2022.csv", countries)
    overrides = {row["iso3"]: row for row in read(HERE / "country_overrides.csv")}
    rows = [row_of(entry, cow, items, overrides) for entry in countries]
    rows.sort(key=lambda row: row["iso3"])
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        out.write(COMMENT)
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        writer.writerows(read(HERE / "historic_states.csv"))


def read(path: Path) -> list[dict[str, str]]:
    """Read a CSV with comment lines."""
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def cow_codes(path: Path) -> dict[str, str]:
    """Return ISO3 → COW number from CountryInfo."""
    text = path.read_text(encoding="latin-1")
    codes = dict(MISSING_COW)
    for block in text.split("<Country>")[1:]:
        iso = re.search(r"<CountryCode>(\w{3})<", block)
        number = re.search(r"<COW-Numeric>(\d+)<", block)
        if iso and number and int(number.group(1)):
            codes[iso.group(1)] = str(int(number.group(1)))
    return codes


def wikidata_items(path: Path, countries: list[dict[str, Any]]) -> dict[str, str]:
    """Return ISO3 → Wikidata item, matched by the country's common or official name."""
    names = dict(WIKIDATA_NAMES)
    for entry in countries:
        for name in (entry["name"]["common"], entry["name"]["official"]):
            names.setdefault(name, entry["cca3"])
    return {names[row["country"]]: row["countryid"] for row in read(path) if names.get(row["country"])}


def row_of(
    entry: dict[str, Any], cow: dict[str, str], items: dict[str, str], overrides: dict[str, dict[str, str]]
) -> dict[str, str]:
    """Return one country's row, with what the overrides add or replace."""
    iso3 = ISO.get(entry["cca3"], entry["cca3"])
    over = overrides.get(iso3, {})
    name = over.get("name") or entry["name"]["common"]
    demonym = entry["demonyms"]["eng"]["m"]
    adjectives = re.split(r", | or ", demonym) if demonym and own_demonym(entry) else []
    sovereign = entry["independent"] or iso3 in ("XKX", "PSE", "TWN")
    adjectives = merged(adjectives, over.get("adjectives", ""))
    people = merged([], over.get("people", "")) or plurals(adjectives)
    number = cow.get(iso3) if sovereign else ""
    if over.get("gw") and not number:
        number = {"340": "345", "678": "679", "970": "946", "971": "970", "972": "955", "973": "947"}.get(
            over["gw"], over["gw"]
        )
    official = entry["name"]["official"]
    aliases = [alias for alias in merged([], over.get("aliases", "")) if alias not in (name, official)]
    return {
        "iso3": iso3,
        "iso2": "XK" if iso3 == "XKX" else entry["cca2"],
        "cow": number or "",
        "gw": over.get("gw") or number or "",
        "wikidata": over.get("wikidata") or items.get(entry["cca3"], ""),
        "name": name,
        "official": official if official != name else "",
        "aliases": ";".join(aliases),
        "adjectives": ";".join(adjectives),
        "people": ";".join(people),
        "capitals": ";".join(merged(entry["capital"] if sovereign else [], over.get("capitals", ""))),
        "from": "",
        "until": "",
    }


def own_demonym(entry: dict[str, Any]) -> bool:
    """Say whether the demonym belongs to this country rather than to the one that governs it."""
    return bool(entry["independent"]) or entry["demonyms"]["eng"]["m"] not in (
        "French", "Dutch", "American", "Norwegian", "Indian", "Channel Islander", "Virgin Islander",
        "American Islander",
    )  # fmt: skip


def merged(values: list[str], over: str) -> list[str]:
    """Add the override's values, or put them in the place of the others where it begins with "="."""
    extra = [part.strip() for part in over.removeprefix("=").split(";") if part.strip()]
    return list(dict.fromkeys(extra if over.startswith("=") else [*values, *extra]))


def plurals(adjectives: list[str]) -> list[str]:
    """Return the nouns for a people: regular plurals, or the adjective itself where it ends in a hiss."""
    return [word if word.endswith(("ese", "ish", "ch", "ss")) else word + "s" for word in adjectives]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
