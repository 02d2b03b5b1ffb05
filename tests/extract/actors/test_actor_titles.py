"""Titles and what stands before a noun: which one of several is meant, and what must not be guessed."""

import pytest
from small_articles import small


@pytest.mark.parametrize(
    ("tree", "title"),
    [
        ("Secretary:P:4:compound of:I:3:case State:P:1:nmod Ann:P:6:nsubj Reed:P:4:flat spoke:V:0:root",
         "Secretary of State"),
        ("Former:A:3:amod French:A:3:amod senator:N:4:compound Ann:P:6:nsubj "
         "Reed:P:4:flat spoke:V:0:root",
         "Former French senator"),
        ("The:D:2:det refugees:N:3:nsubj:refugee thank:V:0:root "
         "President:P:5:compound Ann:P:3:obj Reed:P:5:flat",
         "President"),
    ],
)  # fmt: skip
def test_a_title_is_read_whole_and_no_more(tree, title):
    """A title keeps its preposition and adjectives, and stops before other phrases."""
    actor = small(tree, {"Ann Reed": "person"}).read().actors[0]
    assert (actor.name, actor.role) == ("Ann Reed", title)


def test_a_list_of_names_before_a_name_is_no_title():
    """Two people side by side aren't each other's titles."""
    found = small(
        "Bo:P:3:nsubj Lund:P:1:flat met:V:0:root Ann:P:3:obj Reed:P:4:flat",
        {"Bo Lund": "person", "Ann Reed": "person"},
    ).read()
    assert [(a.name, a.role) for a in found.actors] == [("Bo Lund", None), ("Ann Reed", None)]


_SENATORS = """
Ormond:P:2:compound Sen.:P:3:compound Ann:P:6:nsubj Reed:P:3:flat ,:.:3:punct spoke:V:0:root
Her:R:2:nmod/poss rival:N:7:nsubj ,:.:2:punct Bo:P:2:appos Lund:P:4:flat ,:.:2:punct left:V:0:root
The:D:3:det {} senator:N:4:nsubj agreed:V:0:root fully:B:4:advmod
"""


def test_a_place_before_the_noun_must_be_known_of_the_one_meant():
    """Nobody is "the Westland senator" only because a senator spoke; it stays open."""
    article = small(_SENATORS.format("Westland:P:3:compound"), {"Ann Reed": "person", "Bo Lund": "person"})
    article.say("The Westland senator", "fully")
    actor = article.who("The Westland senator")
    assert actor.name == "The Westland senator" and actor.ref is None


def test_the_opinion_or_report_of_someone_speaks_for_its_owner():
    """ "in Novak's opinion" and "the ministry's report" have Novak and the ministry as their sources."""
    article = (
        small(
            """
        In:I:4:case Novak:P:4:nmod/poss ’s:T:2:case opinion:N:7:obl ,:.:4:punct it:R:7:nsubj works:V:0:root
        The:D:2:det ministry:N:4:nmod/poss ’s:T:2:case report:N:5:nsubj shows:V:0:root gains:N:5:obj
        """,
            {"Novak": "person"},
        )
        .say("Novak ’s opinion".replace(" ’", "’"), "it works")
        .say("The ministry’s report", "gains")
    )
    found = article.read()
    assert article.who("Novak’s opinion", found).name == "Novak"
    assert article.who("The ministry’s report", found).kind == "government"


def test_two_countries_and_both_sides_are_the_last_two_states():
    """ "the two countries" after two states are they; after one state nothing is guessed."""
    two = small(
        """
        Russia:P:2:nsubj met:V:0:root Iran:P:2:obj
        The:D:3:det two:#:3:nummod countries:N:4:nsubj:country want:V:0:root peace:N:4:obj
        """,
        {"Russia": "place", "Iran": "place"},
    ).say("The two countries", "peace")
    found = two.read()
    names = {a.id: a.name for a in found.actors}
    assert [names[m] for m in two.who("The two countries", found).members] == ["Russia", "Iran"]
    one = small(
        """
        Russia:P:2:nsubj spoke:V:0:root
        The:D:3:det two:#:3:nummod countries:N:4:nsubj:country want:V:0:root peace:N:4:obj
        """,
        {"Russia": "place"},
    ).say("The two countries", "peace")
    assert one.who("The two countries").members == ()


def test_a_surname_with_another_title_or_gender_is_not_the_one_named_before():
    """After a man of that name, "Mrs. Rouhani" is someone else, and is not linked to him either."""
    article = small(
        """
        President:P:2:compound Hassan:P:4:nsubj Rouhani:P:2:flat spoke:V:0:root
        Mrs.:P:2:compound Rouhani:P:3:nsubj left:V:0:root
        """,
        {"Hassan Rouhani": "person", "Rouhani": "person"},
    ).say("Mrs. Rouhani", "left")
    found = article.read()
    assert len(found.actors) == 2
    assert found.actors[0].ref == "wikidata:Q348144" and article.who("Mrs. Rouhani", found).ref is None


def test_an_interview_with_a_paper_or_a_report_by_an_agency_leads_to_the_outlet():
    """A chain's "an interview with the Ledger" is the paper; a poll "of voters" is no voter."""
    article = (
        small(
            """
        Ann:P:3:nsubj Reed:P:1:flat told:V:0:root it:R:3:obj in:I:7:case an:D:7:det interview:N:3:obl \
        with:I:10:case Harbour:P:10:compound Ledger:P:7:nmod
        A:D:2:det poll:N:5:nsubj of:I:4:case voters:N:2:nmod:voter shows:V:0:root gains:N:5:obj
        """,
            {"Ann Reed": "person", "Harbour Ledger": "organization"},
        )
        .say("Ann Reed", "it", via=["an interview with Harbour Ledger"])
        .say("A poll of voters", "gains")
    )
    found = article.read()
    assert article.who("an interview with Harbour Ledger", found).name == "Harbour Ledger"
    assert article.who("A poll of voters", found).kind == "other"


def test_a_bad_tree_still_finds_the_noun_and_its_determiner():
    """Where the tree hangs "One" and "expert" on a wrong head, the phrase is still one unnamed person."""
    article = small(
        """
        One:#:3:nummod expert:N:3:compound concludes:N:0:root “:.:5:punct gas:N:3:dep sells:V:5:dep
        """
    ).say("One expert", "gas sells")
    actor = article.who("One expert")
    assert (actor.name, actor.kind, actor.anonymous) == ("One expert", "person", True)


def test_names_without_a_label_are_found_by_their_capitals_and_titles():
    """With no names from the engine, a title still makes a person and the tables a state."""
    found = small(
        """
        Deputy:P:4:compound Energy:P:4:compound Minister:P:4:compound Anton:P:6:nsubj Belov:P:4:flat \
        met:V:0:root Belov:P:6:obj in:I:9:case Iran:P:6:obl
        """
    ).read()
    assert [(a.name, a.kind, len(a.mentions)) for a in found.actors] == [
        ("Anton Belov", "person", 2), ("Iran", "state", 1),
    ]  # fmt: skip


def test_an_honorific_behind_a_given_name_is_part_of_the_name():
    """ "Hassan Sheikh Mohamud" is one name; of "Sheikh Hassan Mohamud" the first word is a title."""
    whole = small(
        "Hassan:P:4:nsubj Sheikh:P:1:flat Mohamud:P:1:flat left:V:0:root",
        {"Hassan Sheikh Mohamud": "person"},
    ).read()
    assert [a.name for a in whole.actors] == ["Hassan Sheikh Mohamud"]
    titled = small(
        "Sheikh:P:4:nsubj Hassan:P:1:flat Mohamud:P:1:flat left:V:0:root",
        {"Sheikh Hassan Mohamud": "person"},
    ).read()
    assert [a.name for a in titled.actors] == ["Hassan Mohamud"]


@pytest.mark.parametrize(
    "tree",
    [
        "Harper:P:4:nsubj adviser:N:4:nsubj Dana:P:4:nsubj Low:P:3:flat said:V:0:root so:B:5:advmod",
        "Harper:P:5:nsubj adviser:N:3:nmod Dana:P:1:flat Low:P:3:flat said:V:0:root so:B:5:advmod",
        "Harper:P:2:compound adviser:N:5:nsubj Dana:P:2:appos Low:P:3:flat said:V:0:root so:B:5:advmod",
    ],
)
def test_the_one_whose_name_closes_the_phrase_speaks_whatever_the_tree_says(tree):
    """Of "Harper adviser Dana Low" it is Low who speaks: Harper only says whose adviser she is."""
    article = small(tree, {"Harper": "person", "Dana Low": "person"}).say("Harper adviser Dana Low", "so")
    assert article.who("Harper adviser Dana Low").name == "Dana Low"


def test_a_name_without_a_noun_before_it_or_behind_a_link_is_no_closing_name():
    """In "Harper and adviser Dana Low" two speak, and "the adviser of Dana Low" isn't Low."""
    both = small(
        "Harper:P:6:obj and:C:4:cc adviser:N:4:compound Dana:P:1:conj Low:P:4:flat said:V:0:root so:B:6:dep",
        {"Harper": "person", "Dana Low": "person"},
    ).say("Harper and adviser Dana Low", "so")
    assert len(both.who("Harper and adviser Dana Low").members) == 2
    hers = small(
        "the:D:2:det adviser:N:6:nsubj of:I:4:case Dana:P:2:nmod Low:P:4:flat said:V:0:root so:B:6:advmod",
        {"Dana Low": "person"},
    ).say("the adviser of Dana Low", "so")
    assert hers.who("the adviser of Dana Low").name != "Dana Low"


@pytest.mark.parametrize("link", ["who", "which", ","])
def test_a_description_ends_where_a_clause_begins(link):
    """Of "Dana Low, the head of the board who resigned" the role is "head of the board", clause apart."""
    article = small(
        f"""
        Dana:P:11:nsubj Low:P:1:flat ,:.:5:punct the:D:5:det head:N:1:appos of:I:8:case the:D:8:det \
        board:N:5:nmod {link}:R:8:dep resigned:V:8:acl/relcl said:V:0:root so:B:11:advmod
        """,
        {"Dana Low": "person"},
    ).say("Dana Low", "so")
    assert article.who("Dana Low").role == "head of the board"
