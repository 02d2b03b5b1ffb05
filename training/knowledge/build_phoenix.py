"""Restate armed groups, companies, bodies of states, and nouns for actors from the Phoenix dictionaries.

Run from the repository's root: ``python training/knowledge/build_phoenix.py ../shared/data/actors``. What
the tables by hand name is left to them, and so is every name that is one common word. Codes are CAMEO's
in the source and PLOVER's in the tables: its MED (media) is JRN, HLH is MED, INS and SEP are REB, ELI is CVL.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import simplemma

from dragoman.knowledge import Knowledge
from dragoman.knowledge.fold import fold
from dragoman.knowledge.tables import DATA, read_rows

SOURCE = "the Phoenix dictionaries (Open Event Data Alliance, MIT)"
SECTORS = {
    "GOV": "GOV", "MIL": "MIL", "REB": "REB", "CRM": "CRM", "OPP": "OPP", "BUS": "BUS", "CVL": "CVL",
    "JUD": "JUD", "COP": "COP", "LEG": "LEG", "HLH": "MED", "EDU": "EDU", "UAF": "UAF", "SPY": "SPY",
    "AGR": "AGR", "REL": "REL", "LAB": "LAB", "REF": "REF", "PTY": "PTY", "MED": "JRN", "ELI": "CVL",
    "PPL": "CVL", "ENV": "SOC", "HRI": "SOC", "NGO": "SOC", "INS": "REB", "SEP": "REB",
}  # fmt: skip
BODY = re.compile(
    r"\b(organi[sz]ation|bank|union|fund|commission|community|council|association|office|programme|program|"
    r"agency|court|league|conference|mission|committee|tribunal|force|parliament|secretariat)\b"
)
FORMS = re.compile(
    r",?\s+(inc|corporation|corp|co|company|incorporated|l\.p\.|s\.a\.|and|c|plc|ltd|limited|ag|sa|nv|se|spa|holdings?|group|the)\.?$",
    re.IGNORECASE,
)
BODIES = frozenset(
    "agency army association bank bureau cabinet church clinic college commission committee company "
    "congress corporation council court department embassy firm force government group hospital house "
    "industry institute judiciary militia ministry mosque navy office parliament party police press school "
    "senate service station temple tribunal union university".split()
)
PERSON = re.compile(
    r"(man|woman|person|er|or|ist|ian|ant|ee|eer|ess|chief|president|minister|official|head|judge|ic|ary|ard|"
    r"general|colonel|king|queen|prince|secretary|premier|monk|nun|priest|cop|spy|thief|guard|peasant)$"
)
LEAST_WORTH = 10_000_000_000


def main(source: Path) -> None:
    """Read the dictionaries under ``source`` and write both tables."""
    columns = (DATA / "organizations.csv").read_text(encoding="utf-8").split("slug,", 1)[1].splitlines()[0]
    (DATA / "world_organizations.csv").write_text("header\n", encoding="utf-8")
    (DATA / "world_agents.csv").write_text("header\n", encoding="utf-8")
    knowledge = Knowledge.load()
    rows: dict[str, list[str]] = {}
    for row in (*groups(source, knowledge), *internationals(source, knowledge)):
        rows.setdefault(row[0], row)
    what = "Armed groups, companies and bodies of several states."
    write("world_organizations", what, "slug," + columns, sorted(rows.values()))
    what = "Further nouns for kinds of actors, as in agents.csv, which outweighs them."
    write("world_agents", what, "noun,plural,sector,kind", agents(source))


def groups(source: Path, knowledge: Knowledge) -> Iterator[list[str]]:
    """Yield the armed groups of one state, with their other names.

    Those of several states are left out: the source heaps groups of their own under one.
    """
    text = (source / "Phoenix.MilNonState.actors.txt").read_text(encoding="latin-1")
    for entry in re.split(r"\n(?=[^+\s#])", text):
        code = re.search(r"\[(\w{6,})\]", entry)
        names = [
            spaced(line.split("[")[0]) for line in entry.splitlines() if not line.startswith(("#", "\t"))
        ]
        good = [name for name in dict.fromkeys(names) if usable(name, knowledge, least=2)]
        if code is None or not good:
            continue
        state, sector = code.group(1)[:3], code.group(1)[3:6]
        if sector == "REB" and knowledge.state_entity(state) is not None:
            yield [slug(good[0]), "", good[0], "group", state, "REB", ";".join(good[1:])]


def internationals(source: Path, knowledge: Knowledge) -> Iterator[list[str]]:
    """Yield large companies (of a state, or MNC) and bodies of several states."""
    for line in (source / "Phoenix.International.actors.txt").read_text(encoding="latin-1").splitlines():
        found = re.match(r"([^\[\t]+)\s*\[(\w+)\]\s*(?:#(.*))?", line)
        if found is None:
            continue
        name, code, said = spaced(found.group(1)), found.group(2), found.group(3) or ""
        worth = int("".join(re.findall(r"\d", said.split("$")[-1])) or 0) if "$" in said else 0
        if code.startswith("MNC") and (worth >= LEAST_WORTH or "SAE files" in said):
            name = FORMS.sub("", FORMS.sub("", name))
            state = code[3:6] if knowledge.state_entity(code[3:6]) is not None else ""
            if usable(name, knowledge, least=2):
                yield [slug(name), "", name, "company", state, "BUS" if state else "MNC", ""]
        elif code.startswith("IGO") and BODY.search(name.lower()) and usable(name, knowledge, least=2):
            yield [slug(name), "", name, "organization", "", "IGO", ""]


def spaced(name: str) -> str:
    """Return a dictionary's name as written in prose: no underscores, no brackets, small joining words."""
    name = re.sub(r"\(.*?\)", " ", name.lstrip("+")).replace("_", " ")
    words = [word if len(word) < 4 and "." in word else word.capitalize() for word in name.split()]
    text = " ".join(
        word.lower() if word in ("Of", "The", "For", "And", "In", "De", "La", "Al") else word
        for word in words
    )
    return re.sub(r"-(\w)", lambda m: "-" + m.group(1).upper(), text[:1].upper() + text[1:])


def usable(name: str, knowledge: Knowledge, least: int) -> bool:
    """Say whether a name is long enough, no common word, and not yet in the tables by hand."""
    words = fold(name).split()
    if not least <= len(words) <= 6 or not re.fullmatch(r"[A-Za-z.'&\- ]+", name) or knowledge.title(name):
        return False
    generic = (
        all(knowledge.sector_of_noun(word) or simplemma.is_known(word, "en") for word in words)
        and len(words) < 3
    )
    place = knowledge.state_of_city(name) or knowledge.state_of_region(name)
    return not (generic or place or knowledge.lookup(name))


def slug(name: str) -> str:
    """Return a key for a name."""
    return "phoenix-" + fold(name).replace(" ", "-")


def agents(source: Path) -> Iterator[list[str]]:
    """Yield nouns, their plurals and sectors, without what our own table has."""
    own = {form for row in read_rows(DATA / "agents.csv") for form in row[:2]}
    seen: set[str] = set()
    for line in (source / "Phoenix.agents.txt").read_text(encoding="latin-1").splitlines():
        found = re.match(r"([A-Z][A-Z_' !\-]*?)_?\s*(?:\{([A-Z_' \-]+)\})?\s*\[~([A-Z]{3})([A-Z]*)", line)
        if found is None or found.group(3) not in SECTORS or re.search(r"MINIST\b|MINSTER", line):
            continue
        stems = found.group(1), found.group(2) or ""
        for noun, plural in persons(*stems):
            if noun not in own and noun not in seen and len(noun) > 3:
                seen.add(noun)
                person = PERSON.search(noun) and noun.split()[-1] not in BODIES
                kind = "person" if person else "organization" if noun.split()[-1] in BODIES else "group"
                sector = "JRN" if found.group(4).startswith("MED") else SECTORS[found.group(3)]
                yield [noun, plural, sector, kind]


def persons(noun: str, plural: str) -> Iterator[tuple[str, str]]:
    """Yield singular and plural of a noun, men and women where the source stands for both."""
    for one, many in (
        (("man", "men"), ("woman", "women"), ("person", "persons")) if "!" in noun else (("", ""),)
    ):
        single = fold(noun.replace("!PERSON!", one.upper()).replace("_", " "))
        several = fold(plural.replace("_", " ")) if plural else pluralized(single, one, many)
        yield single, several


def pluralized(single: str, one: str, many: str) -> str:
    """Return the plural of a noun, none for what is plural already."""
    if single.endswith("s") and not single.endswith(("ss", "us")):
        return ""
    if one and single.endswith(one):
        return single[: -len(one)] + many
    if single.endswith("y") and single[-2:-1] not in "aeiou":
        return single[:-1] + "ies"
    return single + ("es" if single.endswith(("s", "x", "ch", "sh")) else "s")


def write(name: str, what: str, columns: str, rows: object) -> None:
    """Write a table under a comment that says where it comes from."""
    with (DATA / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(f"# {what} Built by training/knowledge/build_phoenix.py from {SOURCE}.\n{columns}\n")
        csv.writer(out, lineterminator="\n").writerows(rows)  # type: ignore[arg-type]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
