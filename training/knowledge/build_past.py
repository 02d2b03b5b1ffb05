"""Restate officials of 1990 to 2011 as ``past_people`` and ``past_tenures``.

Run from the repository's root: ``python training/knowledge/build_past.py ../shared/data/actors``. People
whom the other tables name are left to them.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from build_world import FAMILY_FIRST, NO_FAMILY_NAME
from build_world import HEADS as HEAD_OFFICES

from dragoman.knowledge import Knowledge
from dragoman.knowledge.fold import fold
from dragoman.knowledge.tables import DATA

SOURCE = "OpenEventData CountryInfo (CC BY-SA)"
HEADS = {"presidents": "president", "president": "president", "prime ministers": "prime minister",
         "prime minister": "prime minister", "premiers": "prime minister", "chancellors": "prime minister",
         "kings": "king", "sultans": "sultan", "emirs": "emir"}  # fmt: skip
# Of cabinets those alone whom foreign news names often.
WANTED = {
    *HEAD_OFFICES,
    "vice president",
    "foreign minister",
    "defence minister",
    "interior minister",
    "finance minister",
}
FIRST_YEAR = "1990"
SMALL = frozenset(
    {
        "al",
        "bin",
        "ibn",
        "de",
        "da",
        "do",
        "dos",
        "del",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "el",
        "ul",
        "ben",
    }
)


@dataclass(frozen=True)
class Term:
    """One office of one person; ``start`` and ``end`` to the month, empty where the source has none."""

    names: tuple[str, ...]
    state: str
    office: str
    start: str
    end: str


def main(source: Path) -> None:
    """Read CountryInfo under ``source`` and write both tables."""
    for name in ("past_people.csv", "past_tenures.csv"):
        (DATA / name).write_text("header\n", encoding="utf-8")
    knowledge = Knowledge.load()
    blocks = (source / "CountryInfo.120116.txt").read_text(encoding="latin-1").split("<Country>")[1:]
    terms = [term for block in blocks for term in (*heads(block), *ministers(block, knowledge))]
    write_people(apart([term for term in terms if not is_known(term, knowledge)], knowledge))


def state_of(block: str) -> str:
    """Return the ISO3 code of a country's block."""
    found = re.search(r"<CountryCode>(\w{3})<", block)
    return found.group(1) if found else ""


def between(block: str, tag: str) -> str:
    """Return what stands inside one tag of a block."""
    found = re.search(rf"<{tag}>(.*?)</{tag}>", block, re.DOTALL)
    return found.group(1) if found else ""


def heads(block: str) -> Iterator[Term]:
    """Yield the heads of state and government of a country."""
    office = ""
    for line in between(block, "Leaders").splitlines():
        tag = re.match(r"\s*<(/?)([^>]+)>", line)
        if tag:
            office = "" if tag.group(1) else HEADS.get(tag.group(2).lower(), "")
        elif office and (names := names_of(line)):
            for start, end in spans_of(line):
                yield Term(names, state_of(block), office, start, end)


def ministers(block: str, knowledge: Knowledge) -> Iterator[Term]:
    """Yield the wanted offices of a country's cabinets; of several offices on a line, one span each."""
    for line in between(block, "Government").splitlines():
        entry, _, said = line.partition("#")
        titles = [title.strip().strip('"') for title in said.split(" & ")]
        spans = list(spans_of(entry))
        if len(titles) != len(spans) or not (names := names_of(entry)):
            continue
        for title, (start, end) in zip(titles, spans, strict=True):
            reading = knowledge.title(title.replace(' "Acting"', ""))
            if reading is not None and reading.office in WANTED:
                yield Term(names, state_of(block), reading.office, start, end)


def names_of(line: str) -> tuple[str, ...]:
    """Return a person's names as written in prose, the first one first."""
    text = line.split("[")[0].strip()
    parts = re.findall(r"\{([^}]*)\}", text) or [text]
    names = [" ".join(cased(word) for word in part.replace("_", " ").split()) for part in parts]
    good = [name for name in names if len(name.split()) > 1 and re.fullmatch(r"[A-Za-z.'\- ]+", name)]
    return tuple(dict.fromkeys(good))


def cased(word: str) -> str:
    """Return a word of a name with its capitals, particles small."""
    if word.lower() in SMALL:
        return word.lower()
    return re.sub(
        r"[A-Za-z]+", lambda m: m.group().lower() if m.group() == "AL" else m.group().capitalize(), word
    )


def spans_of(line: str) -> Iterator[tuple[str, str]]:
    """Yield the spans of a line as (start, end); what begins before the source is known has no start."""
    for inside in re.findall(r"\[([^\]]*)\]", line):
        if re.match(r"[BD]:", inside):
            continue
        days = re.findall(r"(?<!\d)(\d{4})(\d{2})\d{2}(?!\d)", inside)
        if "<" in inside and days:
            yield "", "-".join(days[0])
        elif days and (len(days) > 1 or ">" in inside):
            yield "-".join(days[0]), "-".join(days[1]) if len(days) > 1 else ""


def is_known(term: Term, knowledge: Knowledge) -> bool:
    """Say whether the term is too old or without an end in sight, or the tables name its holder."""
    if (term.end or "9999") < FIRST_YEAR or not (term.start or term.end):
        return True
    found = (c for name in term.names for c in knowledge.lookup(name))
    if any(c.matched_as in ("name", "alias", "spelling") for c in found):
        return True
    surname = fold(term.names[0]).split()[-1]
    held = knowledge.holders(term.office, term.state)
    return any(fold(holder.name).split()[-1] == surname for holder in held)


def apart(terms: list[Term], knowledge: Knowledge) -> Iterator[Term]:
    """Yield the terms with those of heads cut where another head's begins, the tables by hand first.

    A head's term that lies inside a known one is left out.
    """
    last: dict[tuple[str, str, str], str] = {}
    taken: set[tuple[str, str, str]] = set()
    for term in terms:
        place = term.office, term.state, term.start
        last[place] = max(last.get(place, ""), term.end or "2011-02")
    for term in terms:
        if term.office not in HEAD_OFFICES:
            yield term
            continue
        place = term.office, term.state
        begun = [start for office, state, start in last if (office, state) == place]
        held = held_by_known(place, knowledge)
        start = max(
            [term.start, *(stop for begin, stop in held if begin <= term.start + "-31" and term.start < stop)]
        )
        end = min([term.end or "2011-02", *(day for day in (*begun, *(b for b, _ in held)) if day > start)])
        shorter = (term.end or "2011-02") < last[*place, term.start]
        if term.start and start < end and not shorter and (*place, term.start) not in taken:
            taken.add((*place, term.start))
            yield replace(term, start=start, end=end)


def held_by_known(place: tuple[str, str], knowledge: Knowledge) -> list[tuple[str, str]]:
    """Return (start, end) of all terms of an (office, state) in the other tables."""
    return [
        (str(tenure.start or ""), str(tenure.end or "9999"))
        for holder in knowledge.holders(*place)
        for tenure in knowledge.tenures(holder.key)
        if (tenure.office, tenure.organization_or_state) == place
    ]


def write_people(terms: Iterable[Term]) -> None:
    """Write one row a person and one row an office; who was in office in 2011 is given till then."""
    people: dict[tuple[str, str], list[str]] = {}
    tenures = []
    for term in terms:
        name, aliases = term.names[0], term.names[1:]
        slug = f"{fold(name).replace(' ', '-')}-{term.state.lower()}"
        surname = (
            name.split()[0] if term.state in FAMILY_FIRST else name if term.state in NO_FAMILY_NAME else ""
        )
        people.setdefault(
            (slug, term.state), [slug, "", name, term.state, "GOV", "1", surname, ";".join(aliases)]
        )
        tenures.append([slug, term.office, term.state, "", term.start, term.end or "2011-02"])
    what = "Officials of 1990 to 2011 whom the other tables don't name."
    write("past_people", what, "slug,wikidata,name,state,sector,prominence,surname,aliases", people.values())
    write("past_tenures", "Their offices.", "slug,office,of,title,start,end", tenures)


def write(name: str, what: str, columns: str, rows: object) -> None:
    """Write a table under a comment that says where it comes from."""
    with (DATA / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(
            f"# {what} Built by training/knowledge/{Path(sys.argv[0]).name} from {SOURCE}.\n{columns}\n"
        )
        csv.writer(out, lineterminator="\n").writerows(rows)  # type: ignore[arg-type]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
