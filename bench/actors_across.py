"""Actors across articles: who is the same in PolNeAR's development articles, by B-cubed.

Gold: bench/gold/actors_across, every place of the 100 most frequent names with the one who is meant there.
Each article is read verbatim, dated as its name says, all are put into a store, and the names brought to
their actors; a place belongs to the curated actor of whose mention it is part, or stays alone where there is
none. B-cubed (Bagga and Baldwin 1998) takes, for each place, the share of its cluster that is right and the
share of its identity that is found, and the mean of both over all places; F1 is that of the means. Counted
over all places; over one place for each article and identity, which the few whom everybody names outweigh
less; and over the places of names that several bear. Beside it, on the same readings: the store's namings
before anybody resolved them, and equal strings.

    python -m bench.actors_across [--errors N] [--json OUT]
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import dragoman
from bench.gold import FOLDER
from bench.overlap import jaccard
from bench.polnear import POLNEAR
from bench.report import Cell, Table, need, parser, publish, read_verbatim
from dragoman.curating import Curator
from dragoman.records import Reading, Span
from dragoman.store import Store, open_store
from dragoman.store.naming import naming_of

GOLD = FOLDER / "actors_across" / "polnear_dev.jsonl"
TARGET = 92.0

Clusters = Mapping[tuple[str, Span], Hashable]


@dataclass(frozen=True, slots=True)
class Place:
    """A name where it stands, and the one who is meant."""

    document: str
    span: Span
    name: str
    identity: str

    @property
    def key(self) -> tuple[str, Span]:
        """Where it stands."""
        return self.document, self.span


class WrongGold(ValueError):
    """The article isn't the one that the offsets belong to."""


def read_gold(texts: Path, path: Path = GOLD) -> list[Place]:
    """Read the places; WrongGold where an article of ``texts`` has another digest."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = (texts / f"{row['document']}.txt").read_bytes()
        if hashlib.sha256(article).hexdigest() != row["sha256"]:
            raise WrongGold(f"{row['document']} is another text than was annotated")
        found += [Place(row["document"], Span(s, e), name, who) for s, e, name, who in row["names"]]
    return found


def b_cubed(places: Sequence[Place], clusters: Clusters) -> tuple[float, float, float]:
    """Return precision, recall and F1 in percent over some places."""
    system: Counter[Hashable] = Counter(clusters[place.key] for place in places)
    gold = Counter(place.identity for place in places)
    both: Counter[tuple[Hashable, str]] = Counter((clusters[place.key], place.identity) for place in places)
    if not places:
        return 100.0, 100.0, 100.0
    precision = sum(n * n / system[cluster] for (cluster, _), n in both.items()) / len(places)
    recall = sum(n * n / gold[identity] for (_, identity), n in both.items()) / len(places)
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)


def once_each(places: Sequence[Place]) -> list[Place]:
    """Return the first place of each identity in each article."""
    first: dict[tuple[str, str], Place] = {}
    for place in places:
        first.setdefault((place.document, place.identity), place)
    return list(first.values())


def borne_by_several(places: Sequence[Place]) -> list[Place]:
    """Return the places of names that mean more than one."""
    meant: dict[str, set[str]] = defaultdict(set)
    for place in places:
        meant[place.name].add(place.identity)
    return [place for place in places if len(meant[place.name]) > 1]


def mentioned(reading: Reading, span: Span) -> str | None:
    """Return the id of the actor of whose mention a place is part: of several, the closest one."""
    best: tuple[float, str] | None = None
    for actor in reading.actors:
        for mention in actor.mentions if not actor.members else ():
            if mention.start < span.end and span.start < mention.end:
                likeness = jaccard(frozenset(range(*mention)), frozenset(range(*span)))
                best = max(best or (0.0, ""), (likeness, actor.id))
    return best[1] if best else None


def answers(
    places: Sequence[Place], readings: Mapping[str, Reading], store: Store
) -> tuple[Clusters, Clusters, Clusters]:
    """Return the clusters that curated actors, the store's namings and equal strings make of the places."""
    curated: dict[tuple[str, Span], Hashable] = {}
    named: dict[tuple[str, Span], Hashable] = {}
    ids = {name: store.curated_ids(reading.id) for name, reading in readings.items()}
    for place in places:
        reading = readings[place.document]
        actor = mentioned(reading, place.span)
        if actor is None:
            curated[place.key] = named[place.key] = place.key
            continue
        found = ids[place.document].get(actor)
        curated[place.key] = found[0] if found else (place.document, actor)
        named[place.key] = naming_of(reading.actor(actor), reading.id)
    return curated, named, {place.key: place.name for place in places}


def rows(places: Sequence[Place], told: Sequence[tuple[str, Clusters]]) -> Iterable[tuple[Cell, ...]]:
    """Yield a row for each way of counting and each way of clustering."""
    counted = (
        ("all places", list(places)),
        ("once an article", once_each(places)),
        ("names of several", borne_by_several(places)),
    )
    for title, some in counted:
        for way, clusters in told:
            yield (title, way, len(some), *b_cubed(some, clusters))


def errors(places: Sequence[Place], clusters: Clusters, most: int) -> Iterable[str]:
    """Yield what costs most: identities over several clusters, clusters over several identities."""
    pairs = Counter((clusters[place.key], place.identity, place.name) for place in places)
    usual: dict[Hashable, str] = {}
    for (cluster, identity, _), _ in sorted(pairs.items(), key=lambda item: (item[1], str(item[0]))):
        usual[cluster] = identity
    home: dict[str, Hashable] = {}
    for (cluster, identity, _), _ in sorted(pairs.items(), key=lambda item: (item[1], str(item[0]))):
        home[identity] = cluster
    wrong = [
        (times, f"{times:4} {name!r} meant as {identity} is in {cluster} of {usual[cluster]}")
        for (cluster, identity, name), times in pairs.items()
        if usual[cluster] != identity or home[identity] != cluster
    ]
    yield from (line for _, line in sorted(wrong, reverse=True)[:most])


def read_all(texts: Path, documents: Iterable[str]) -> dict[str, Reading]:
    """Read the articles verbatim."""
    found = {}
    for name in documents:
        day = date.fromisoformat(name.split("_")[1])  # the day is part of the article's name
        reading = dragoman.read(texts / f"{name}.txt", verbatim=True, published=day)
        assert reading.text == read_verbatim(texts / f"{name}.txt")
        found[name] = reading
    return found


def main() -> None:
    """Measure and print."""
    options = parser(__doc__)
    options.add_argument("--errors", type=int, metavar="N", default=0, help="list the N dearest errors")
    asked = options.parse_args()
    texts = need(POLNEAR / "dev" / "text")
    places = read_gold(texts)
    readings = read_all(texts, dict.fromkeys(place.document for place in places))
    with TemporaryDirectory() as folder, open_store(f"{folder}/bench.sqlite", create=True) as store:
        for reading in readings.values():
            store.add(reading)
        Curator(store).settle()
        curated, named, strings = answers(places, readings, store)
    told = (("curated actors", curated), ("references and equal names", named), ("equal strings", strings))
    table = Table(
        f"actors across articles, B-cubed (target F1 {TARGET:.0f} over all places)",
        ("counted", "by", "places", "precision", "recall", "F1"),
        tuple(rows(places, told)),
    )
    figures = {f"{row[0]}: {row[1]}": {"places": row[2], "f1": row[5]} for row in table.rows}
    publish([table], dict(figures), asked.json)
    for line in errors(places, curated, asked.errors):
        print(line)


if __name__ == "__main__":
    main()
