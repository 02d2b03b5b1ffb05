"""Names: full name and surname, spellings, families, short forms, capitals, titles."""

import pytest
from small_articles import small


def test_surname_takes_up_the_full_name_and_the_title_is_no_part_of_the_name():
    """A surname later in the text is the same actor; the mention is the name without its title."""
    article = (
        small(
            """
        Deputy:P:4:compound Energy:P:4:compound Minister:P:4:compound Anton:P:6:nsubj \
        Belov:P:4:flat announced:V:0:root a:D:8:det loan:N:6:obj
        The:D:2:det loan:N:3:nsubj helps:V:0:root ,:.:5:punct Belov:P:6:nsubj said:V:3:parataxis
        """,
            {"Anton Belov": "person", "Belov": "person"},
        )
        .say("Deputy Energy Minister Anton Belov", "a loan")
        .say("Belov@2", "The loan helps")
    )
    found = article.read()
    actor = article.who("Belov@2", found)
    assert actor.name == "Anton Belov"
    assert found.by_span[article.span("Deputy Energy Minister Anton Belov")] == actor.id
    assert [m.of(article.article.text) for m in actor.mentions] == ["Anton Belov", "Belov"]
    assert actor.role == "Deputy Energy Minister" and actor.sector == "GOV" and actor.aliases == ("Belov",)


def test_two_spellings_of_one_surname_are_one_actor():
    """A letter's difference doesn't make a second person, but another given name does."""
    tree = """
        Oleg:P:3:nsubj Vorontsenko:P:1:flat spoke:V:0:root
        Vorontsanko:P:2:nsubj agreed:V:0:root
        Pavel:P:3:nsubj Vorontsenko:P:1:flat left:V:0:root
        """
    names = {"Oleg Vorontsenko": "person", "Vorontsanko": "person", "Pavel Vorontsenko": "person"}
    found = small(tree, names).read()
    assert [(a.name, len(a.mentions)) for a in found.actors] == [
        ("Oleg Vorontsenko", 2), ("Pavel Vorontsenko", 1),
    ]  # fmt: skip


def test_members_of_a_family_are_kept_apart():
    """Here "Mrs." and "Mr." choose the bearer; a bare surname goes to the nearest before it."""
    article = (
        small(
            """
        Ana:P:3:nsubj Torres:P:1:flat met:V:0:root Juan:P:3:obj Torres:P:4:flat
        Mrs.:P:2:compound Torres:P:3:nsubj spoke:V:0:root
        Mr.:P:2:compound Torres:P:3:nsubj left:V:0:root
        """,
            {"Ana Torres": "person", "Juan Torres": "person", "Torres": "person"},
        )
        .say("Mrs. Torres", "spoke")
        .say("Mr. Torres", "left")
    )
    assert article.who("Mrs. Torres").name == "Ana Torres"
    assert article.who("Mr. Torres").name == "Juan Torres"


def test_a_capital_acts_as_subject_but_is_a_place_after_in():
    """Moscow as a subject is Russia; Vienna after "in" is no actor at all."""
    article = small(
        """
        Moscow:P:2:nsubj agreed:V:0:root in:I:4:case Vienna:P:2:obl
        Russia:P:3:nsubj also:B:3:advmod signed:V:0:root
        Talks:N:4:nsubj with:I:3:case Tehran:P:1:nmod began:V:0:root in:I:6:case Tehran:P:4:obl
        """,
        {"Moscow": "place", "Vienna": "place", "Russia": "place", "Tehran": "place"},
    )
    found = article.read()
    assert [(a.name, a.kind, len(a.mentions)) for a in found.actors] == [
        ("Russia", "state", 2), ("Iran", "state", 1),
    ]  # fmt: skip
    assert found.actors[0].ref == "wikidata:Q159" and found.actors[0].aliases == ("Moscow",)


def test_an_abbreviation_that_a_note_explains_is_the_same_body():
    """A footnote's long form and the short form in the text are one actor."""
    article = small(
        """
        The:D:2:det NTB:P:3:nsubj grows:V:0:root
        NTB:P:2:nsubj means:V:0:root Northern:P:5:compound Trade:P:5:compound Bloc:P:2:obj
        """,
        {"NTB": "organization", "Northern Trade Bloc": "organization"},
        expansions=[("NTB", "Northern Trade Bloc")],
    )
    found = article.read()
    assert [(a.name, a.aliases) for a in found.actors] == [("Northern Trade Bloc", ("NTB",))]


def test_a_paper_is_met_again_by_the_last_word_of_its_name():
    """Here "The Ledger" takes up "The Harbour Street Ledger"; an adjective is no mention of a state."""
    article = (
        small(
            """
        The:D:4:det Harbour:P:4:compound Street:P:4:compound Ledger:P:5:nsubj reported:V:0:root \
        talks:N:5:obj
        The:D:2:det Ledger:P:4:nsubj then:B:4:advmod quoted:V:0:root Russian:A:6:amod officials:N:4:obj
        """,
            {"Harbour Street Ledger": "organization", "Ledger": "organization", "Russian": "other"},
        )
        .say("The Harbour Street Ledger", "talks")
        .say("The Ledger", "Russian officials")
    )
    found = article.read()
    assert len(found.actors) == 1 and found.actors[0].kind == "publication"


def test_an_apposition_behind_a_name_gives_role_state_and_sector():
    """Here "a former French diplomat" tells role, state and sector of one whom the tables don't know."""
    article = small(
        """
        Luc:P:8:nsubj Arnaud:P:1:flat ,:.:7:punct a:D:7:det former:A:7:amod French:A:7:amod \
        diplomat:N:1:appos says:V:0:root it:R:10:nsubj ends:V:8:ccomp
        """,
        {"Luc Arnaud": "person"},
    ).say("Luc Arnaud , a former French diplomat".replace(" ,", ","), "it ends")
    actor = article.read().actors[0]
    assert (actor.name, actor.sector, actor.anonymous) == ("Luc Arnaud", "GOV", False)
    assert actor.role == "former French diplomat"
    assert actor.ref is None and actor.link_confidence == 0.0


def test_a_title_that_contradicts_the_tables_stops_the_link():
    """A namesake with another office or state isn't linked: a wrong link is worse than none."""
    linked = small(
        "President:P:2:compound Hassan:P:4:nsubj Rouhani:P:2:flat spoke:V:0:root",
        {"Hassan Rouhani": "person"},
    ).read()
    other = small(
        "Turkish:A:3:amod singer:N:3:compound Hassan:P:5:nsubj Rouhani:P:3:flat sang:V:0:root",
        {"Hassan Rouhani": "person"},
    ).read()
    assert linked.actors[0].ref == "wikidata:Q348144" and linked.actors[0].state == "IRN"
    assert other.actors[0].ref is None and other.actors[0].link_confidence == 0.0


@pytest.mark.parametrize(
    "tree",
    [
        "Senator:P:2:nmod Tora:P:4:nsubj Lund:P:4:nsubj spoke:V:0:root",
        "Senator:P:2:nmod Tora:P:4:nsubj Lund:P:2:flat spoke:V:0:root",
        "Senator:P:3:compound Tora:P:3:compound Lund:P:4:nsubj spoke:V:0:root",
    ],
)
def test_two_halves_of_a_name_are_one_person(tree: str):
    """Where the engine takes given name and surname for two names, the tree shows one person."""
    found = small(tree, {"Tora": "person", "Lund": "person"}).read()
    assert [(actor.name, actor.kind) for actor in found.actors] == [("Tora Lund", "person")]


@pytest.mark.parametrize(
    ("tree", "names"),
    [
        ("Ann:P:2:nsubj told:V:0:root Lund:P:2:obj Hale:P:6:nsubj would:X:6:aux stay:V:2:ccomp", "Ann"),
        ("The:D:4:det Lund:P:4:compound Hale:P:4:compound debate:N:5:nsubj helped:V:0:root", None),
    ],
)
def test_two_persons_side_by_side_stay_two(tree: str, names: str | None):
    """ "She told Lund Hale would stay", "the Lund Hale debate": two do two things, or stand apart."""
    first = [names] if names else []
    found = small(tree, dict.fromkeys((*first, "Lund", "Hale"), "person")).read()
    assert [actor.name for actor in found.actors] == [*first, "Lund", "Hale"]
