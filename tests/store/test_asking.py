"""Questions to the store, on articles written for them; the same answers from both databases."""

from __future__ import annotations

from datetime import date

import pytest
from bench.generated import World

from dragoman.errors import StoreError
from dragoman.store import EventFilters, Filters, Store
from dragoman.store.answers import Line
from press import ECHO, LETTER, echo, letter


@pytest.fixture
def archive(store: Store) -> Store:
    """A store of two articles."""
    store.add(letter())
    store.add(echo())
    return store


def texts(lines: tuple[Line, ...]) -> list[str]:
    """Return the evidence of some lines, cut from the articles."""
    whole = {letter().id: LETTER, echo().id: ECHO}
    for line in lines:
        assert whole[line.document][line.snippet_start :].startswith(line.snippet)
        assert line.start <= line.snippet_start and line.document.startswith(line.id.partition(":")[0])
    return [whole[line.document][line.start : line.end] for line in lines]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("grain", ["the grain deal stands", "Vladimir Primer doubts the grain deal"]),
        ("GRAIN stands", ["the grain deal stands"]),
        ("Владимир", ["Vladimir Primer doubts the grain deal"]),
        ('"credit line"', ["the credit line is open"]),
        ('"line credit"', []),
        ("cred*", ["the credit line is open"]),
        ("cred", []),
        ("deal grain doubts", ["Vladimir Primer doubts the grain deal"]),
    ],
)
def test_words_are_found_in_any_script(archive: Store, words: str, found: list[str]) -> None:
    """All words must be there; phrases in their order; beginnings only with a star; hits are exact."""
    page = archive.search_statements(words)
    assert sorted(texts(page.lines)) == sorted(found)
    assert page.total == len(found) and page.complete
    for line in page.lines:
        assert line.hits and all(line.start <= a < b <= line.end for a, b in line.hits)


def test_articles_are_found_by_romanized_and_original_spelling(archive: Store) -> None:
    """Primer finds Пример and the other way round, in articles and their titles."""
    for words in ("Primer", "Пример", "prim*"):
        assert {line.title for line in archive.search_articles(words).lines} == {"The letter", "The echo"}
    assert [line.title for line in archive.search_articles("letter").lines] == ["The letter"]
    (line,) = archive.search_articles("Пример Ornek").lines
    assert [LETTER[a:b] for a, b in line.hits] == ["Пример", "Örnek", "Ornek"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(by="Ornek"), ["the grain deal stands"]),
        (Filters(by="Örnek"), ["the grain deal stands"]),
        (Filters(by="TUR"), ["the grain deal stands"]),
        (Filters(via="Specimen Wire"), ["the grain deal stands"]),
        (Filters(about="Primer"), ["Vladimir Primer doubts the grain deal", "the grain deal stands"]),
        (Filters(about="made:1", until=date(2015, 12, 31)), ["the grain deal stands"]),
        (Filters(issue="grain"), ["the grain deal stands"]),
        (Filters(type="AGREE", status="planned"), ["the grain deal stands"]),
        (Filters(type="AGREE", status="done"), []),
        (
            Filters(publication="Later Post"),
            ["the credit line is open", "Vladimir Primer doubts the grain deal"],
        ),
        (Filters(by="Ornek", about="Primer", via="Specimen Wire", issue="grain"), ["the grain deal stands"]),
        (Filters(by="Ornek", publication="Later Post"), []),
        (Filters(since=date(2016, 1, 6)), []),
    ],
)  # fmt: skip
def test_filters(archive: Store, filters: Filters, found: list[str]) -> None:
    """Each filter leaves what it names, alone and with others; with words added, those among them."""
    assert texts(archive.statements(filters).lines) == found
    grain = [text for text in found if "grain" in text]
    assert sorted(texts(archive.search_statements("grain", filters).lines)) == sorted(grain)
    titles = {line.title for line in archive.search_articles("grain", filters).lines}
    assert titles == {"The letter" if text.startswith("the grain") else "The echo" for text in found}


def test_the_way_by_the_index_and_the_way_by_reading_agree(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Few statements are read, more are listed, many looked up: all give the same lines in one order."""
    world = World(people=20, words=60)
    for reading in world.readings(15):
        store.add(reading)
    word, name = world.words[0], world.people[0].name
    year = {"since": date(2008, 1, 1), "until": date(2014, 6, 1)}
    for filters in (
        Filters(by=name), Filters(by=name, about=name), Filters(issue="gas", **year), Filters(**year),
        Filters(publication=world.publications[0]), Filters(publication=world.publications[0], **year),
        Filters(via=name, type="CONSULT"),
    ):  # fmt: skip
        read = store.search_statements(word, filters, size=500)
        with monkeypatch.context() as context:
            context.setattr("dragoman.store.selecting.FEW", 0)
            assert store.search_statements(word, filters, size=500) == read
            context.setattr("dragoman.store.selecting.LISTED", 0)
            context.setattr("dragoman.store.selecting.TRIED", 0)
            assert store.search_statements(word, filters, size=500) == read
        assert filters.type or read.total > 5 or filters.about


def test_pages_are_parts_of_the_whole(store: Store) -> None:
    """Pages follow one another without a gap or an overlap, and all know the total."""
    world = World(people=20, words=60)
    for reading in world.readings(6):
        store.add(reading)
    whole = store.search_statements(world.words[0], size=1000)
    pages = [store.search_statements(world.words[0], page=n, size=7) for n in range(1, whole.total // 7 + 2)]
    assert tuple(line for page in pages for line in page.lines) == whole.lines
    assert {page.total for page in pages} == {whole.total}


def test_unnamed_sources_are_never_one(archive: Store) -> None:
    """Two anonymous experts are two, and no name means either."""
    with pytest.raises(StoreError, match="nobody in the store"):
        archive.statements(Filters(by="experts"))


def test_a_name_that_nobody_has_is_one_line_with_a_hint(archive: Store) -> None:
    """The message names what was asked and who begins alike."""
    with pytest.raises(
        StoreError, match=r"called 'Primerov'; perhaps .*Prim|called 'Primerov'; perhaps .*Прим"
    ):
        archive.who("Primerov")


def test_events_by_pair_days_type_and_status(archive: Store) -> None:
    """A state's name or code means who acts for it; days are the event's own, else the publication's."""
    meeting, signing = ["met Jale Örnek"], ["signed a grain deal"]
    asked = [
        (EventFilters("RUS", "TUR"), meeting),
        (EventFilters("TUR", "RUS"), []),
        (EventFilters("Primer"), meeting),
        (EventFilters("Primer", "Ornek", until=date(2015, 11, 20)), meeting),
        (EventFilters("RUS", "TUR", since=date(2015, 11, 21)), []),
        (EventFilters("Exampleland", "XSA"), signing),
        (EventFilters(type="AGREE"), signing),
        (EventFilters(status="done"), meeting),
        (EventFilters(recipient="Ornek", type="CONSULT", status="done"), meeting),
        (EventFilters(), [*signing, *meeting]),
    ]
    for filters, found in asked:
        assert texts(archive.events(filters).lines) == found, filters
    (line,) = archive.events(EventFilters("RUS")).lines
    assert (line.first_day, line.last_day, line.actor_states) == (
        date(2015, 11, 20),
        date(2015, 11, 21),
        ("RUS",),
    )


def test_agreements_and_members(archive: Store) -> None:
    """Parties in any order; an organization's members with their role."""
    (deal,) = archive.agreements(("Sampleland", "XEX")).lines
    assert (deal.instrument, deal.status, deal.subject) == ("deal", "signed", "grain")
    assert deal.parties == ("Exampleland", "Sampleland")
    assert archive.agreements(("Sampleland", "Primer")).lines == ()
    (member,) = archive.members("specimen league").lines
    assert (member.member, member.role) == ("Sampleland", "member")
    assert archive.members("Specimen League", "former").total == 0


def test_a_dossier_brings_spellings_offices_and_company_together(archive: Store) -> None:
    """One reference is one dossier, whatever the script; offices have their days."""
    (one,) = archive.who("Пример")
    assert {counted.name for counted in one.spellings} == {
        "Владимир Пример",
        "Пример",
        "Vladimir Primer",
        "Primer",
    }
    assert [(office.role, office.first_day) for office in one.offices] == [
        ("minister", date(2016, 1, 5)), ("envoy", date(2015, 11, 24)),
    ]  # fmt: skip
    assert (one.documents, one.statements) == (2, 0)
    assert {counted.name for counted in one.spoken_of_by} == {"Jale Örnek", "experts"}
    (other,) = archive.who("Ornek")
    assert [counted.name for counted in other.via] == ["Specimen Wire"]
    assert [(position.proposition, position.stance) for position in other.positions] == [
        ("the deal holds", "for")
    ]


def test_a_citation_names_evidence_and_versions(archive: Store) -> None:
    """Words, characters, article and the three versions; the document itself can be cited too."""
    (line,) = archive.statements(Filters(by="Ornek")).lines
    found = archive.cite(line.id)
    assert found.quote == "the grain deal stands" == LETTER[found.start : found.end]
    for part in ("The letter", "Sample Gazette", "2015-11-24", "by hand", "2016.5", line.id, letter().id):
        assert part in found.text
    assert archive.cite(letter().id).quote == LETTER
    for wrong in (f"{letter().id[:12]}:s9", "ffffffffffff:s1", "nonsense"):
        with pytest.raises(StoreError):
            archive.cite(wrong)
