"""Pronouns, nominals, collectives and unnamed sources: each phrase gets the right actor, or its own."""

from small_articles import small
from small_knowledge import SmallKnowledge

from analysis_table import analysis_from_table, article_from_text
from dragoman.extract.actors import find_actors
from dragoman.records import Span

_MEETING = """
President:P:2:compound Vladimir:P:4:nsubj Putin:P:2:flat met:V:0:root Venezuelan:A:6:amod \
President:P:7:compound Nicolás:P:4:obj Maduro:P:7:flat
Talks:N:2:nsubj help:V:0:root ,:.:2:punct said:V:2:parataxis the:D:7:det Venezuelan:A:7:amod \
leader:N:4:nsubj
He:R:2:nsubj added:V:0:root that:S:5:mark gas:N:5:nsubj matters:V:2:ccomp
"""
_PEOPLE = {"Vladimir Putin": "person", "Nicolás Maduro": "person"}


def test_a_leader_named_by_his_country_and_he_after_him():
    """A phrase like "the Venezuelan leader" is that state's president; "He added" goes on with him."""
    article = small(_MEETING, _PEOPLE)
    article.say("the Venezuelan leader", "Talks help").say("He", "that gas matters")
    found = article.read()
    assert article.who("the Venezuelan leader", found).name == "Nicolás Maduro"
    assert article.who("He", found).name == "Nicolás Maduro"


def test_a_pronoun_is_never_one_whom_it_only_speaks_of():
    """Here "He said that Maduro ..." isn't said by Maduro."""
    article = small(
        """
        Igor:P:3:nsubj Sokolov:P:1:flat arrived:V:0:root
        He:R:2:nsubj said:V:0:root that:S:5:mark Anton:P:5:nsubj agreed:V:2:ccomp
        """,
        {"Igor Sokolov": "person", "Anton": "person"},
    ).say("He", "that Anton agreed")
    assert article.who("He").name == "Igor Sokolov"


def test_gender_rules_a_pronoun_out_but_is_not_reported():
    """Here "She" skips the man who spoke last; where nobody fits it stays open as an actor of its own."""
    article = (
        small(
            """
        Maria:P:3:nsubj Lindt:P:1:flat met:V:0:root Karl:P:3:obj Brandt:P:4:flat
        Brandt:P:2:nsubj hoped:V:0:root for:I:4:case peace:N:2:obl
        She:R:2:nsubj doubted:V:0:root it:R:2:obj
        """,
            {"Maria Lindt": "person", "Karl Brandt": "person", "Brandt": "person"},
        )
        .say("Brandt@2", "for peace")
        .say("She", "it")
    )
    assert article.who("She").name == "Maria Lindt"
    alone = small(
        "Karl:P:3:nsubj Brandt:P:1:flat left:V:0:root\nShe:R:2:nsubj doubted:V:0:root it:R:2:obj",
        {"Karl Brandt": "person"},
    ).say("She", "it")
    assert alone.who("She").name == "She" and not alone.who("She").aliases


def test_who_is_the_head_of_its_relative_clause():
    """Here "officials who fear" : the source "who" is those officials, unnamed."""
    article = small(
        """
        The:D:2:det report:N:3:nsubj angered:V:0:root officials:N:3:obj:official who:R:6:nsubj \
        fear:V:4:acl/relcl unrest:N:6:obj
        """
    ).say("who", "unrest")
    actor = article.who("who")
    assert actor.anonymous and actor.kind == "group"
    assert [m.of(article.article.text) for m in actor.mentions] == ["officials", "who"]


def test_i_and_we_in_a_quotation_are_its_speaker():
    """A belief inside a quotation, "we think", belongs to the one who speaks."""
    article = small(
        """
        “:.:3:punct We:R:3:nsubj think:V:7:ccomp it:R:5:nsubj works:V:3:ccomp ”:.:3:punct \
        said:V:0:root Petr:P:7:nsubj Novak:P:8:flat
        """,
        {"Petr Novak": "person"},
    )
    article.say("Petr Novak", "We think it works", form="direct").say("We", "it works", parent=0)
    assert article.who("We").name == "Petr Novak"


def test_this_source_and_the_expert_take_up_the_one_who_was_speaking():
    """Here "This source" is the last speaker; "the expert" the last one called so."""
    article = (
        small(
            """
        Ilya:P:3:nsubj Gromov:P:1:flat noted:V:0:root ,:.:3:punct an:D:6:det analyst:N:1:appos \
        ,:.:6:punct a:D:9:det rise:N:3:obj
        This:D:2:det source:N:3:nsubj stressed:V:0:root growth:N:3:obj
        Gas:N:2:nsubj sells:V:0:root ,:.:2:punct the:D:5:det expert:N:6:nsubj concluded:V:2:parataxis
        """,
            {"Ilya Gromov": "person"},
        )
        .say("Ilya Gromov", "a rise")
        .say("This source", "growth")
        .say("the expert", "Gas sells")
    )
    found = article.read()
    assert article.who("This source", found).name == "Ilya Gromov"
    assert article.who("the expert", found).name == "Ilya Gromov"


def test_the_expert_after_one_expert_is_that_unnamed_one():
    """An unnamed expert who is still speaking keeps apart from the named one before."""
    article = (
        small(
            """
        Ilya:P:3:nsubj Gromov:P:1:flat noted:V:0:root a:D:5:det rise:N:3:obj
        One:#:2:nummod expert:N:3:nsubj concluded:V:0:root prices:N:5:nsubj fell:V:3:ccomp
        Gas:N:2:nsubj sells:V:0:root ,:.:2:punct the:D:5:det expert:N:6:nsubj added:V:2:parataxis
        """,
            {"Ilya Gromov": "person"},
        )
        .say("Ilya Gromov", "a rise")
        .say("One expert", "prices fell")
        .say("the expert", "Gas sells")
    )
    found = article.read()
    actor = article.who("the expert", found)
    assert actor == article.who("One expert", found)
    assert actor.anonymous and actor.name == "One expert" and actor.ref is None


def test_unnamed_sources_stay_apart_from_each_other_and_from_named_ones():
    """Two "officials" of different states, and "another official", are different actors with states."""
    article = (
        small(
            """
        A:D:4:det senior:A:4:amod Turkish:A:4:amod official:N:5:nsubj said:V:0:root no:B:5:obj
        Another:D:2:det official:N:3:nsubj hoped:V:0:root so:B:3:obj
        American:A:2:amod officials:N:3:nsubj:official agreed:V:0:root fully:B:3:advmod
        """
        )
        .say("A senior Turkish official", "no")
        .say("Another official", "so")
        .say("American officials", "fully")
    )
    found = article.read()
    assert [(a.name, a.state, a.anonymous) for a in found.actors] == [
        ("A senior Turkish official", "TUR", True), ("Another official", None, True),
        ("American officials", "USA", True),
    ]  # fmt: skip
    assert found.actors[0].sector == "GOV"


def test_the_papers_sources_are_one_unnamed_group_and_them_takes_them_up():
    """The same owner's "sources" are met again, and "according to them" is they, not the paper."""
    article = small(
        """
        The:D:4:det Harbour:P:4:compound Street:P:4:compound Ledger:P:6:nmod/poss ’s:T:4:case \
        sources:N:7:nsubj:source expect:V:0:root talks:N:7:obj
        The:D:2:det Ledger:P:4:nmod/poss ’s:T:2:case sources:N:5:nsubj:source insist:V:0:root \
        on:I:7:case it:R:5:obl
        According:V:3:case to:I:1:fixed them:R:6:obl ,:.:3:punct prices:N:6:nsubj fell:V:0:root
        """,
        {"Harbour Street Ledger": "organization", "Ledger": "organization"},
    )
    article.say("The Harbour Street Ledger’s sources", "talks", via=["Harbour Street Ledger"])
    article.say("The Ledger’s sources", "on it", via=["Ledger@2"]).say("them", "prices fell")
    found = article.read()
    group = article.who("The Ledger’s sources", found)
    assert group == article.who("The Harbour Street Ledger’s sources", found) == article.who("them", found)
    assert group.anonymous and group.kind == "group"
    assert article.who("Ledger@2", found).kind == "publication" != group.kind


def test_both_leaders_and_compounds_are_collectives_with_members():
    """Here "Both leaders" after two presidents, and "Moscow and Tehran", list whom they are made of."""
    article = (
        small(
            """
        President:P:2:compound Vladimir:P:4:nsubj Putin:P:2:flat met:V:0:root \
        President:P:6:compound Hassan:P:4:obj Rouhani:P:6:flat
        Both:D:2:det leaders:N:3:nsubj:leader want:V:0:root peace:N:3:obj
        Moscow:P:4:nsubj and:C:3:cc Tehran:P:1:conj want:V:0:root gas:N:4:obj
        They:R:2:nsubj hope:V:0:root so:B:2:advmod
        """,
            {"Vladimir Putin": "person", "Hassan Rouhani": "person", "Moscow": "place", "Tehran": "place"},
        )
        .say("Both leaders", "peace")
        .say("Moscow and Tehran", "gas")
        .say("They", "so")
    )
    found = article.read()
    names = {a.id: a.name for a in found.actors}
    both, capitals = article.who("Both leaders", found), article.who("Moscow and Tehran", found)
    assert [names[m] for m in both.members] == ["Vladimir Putin", "Hassan Rouhani"]
    assert [names[m] for m in capitals.members] == ["Russia", "Iran"]
    assert article.who("They", found) == capitals


def test_the_publication_is_the_outlet_named_before_and_our_newspaper_is_the_own_one():
    """A definite "publication" is the paper quoted before; "our newspaper" prints the article."""
    article = small(
        """
        The:D:3:det Harbour:P:3:compound Ledger:P:4:nsubj reported:V:0:root talks:N:4:obj
        The:D:2:det publication:N:3:nsubj expects:V:0:root war:N:3:obj
        Our:R:2:nmod/poss newspaper:N:3:nsubj doubts:V:0:root that:R:3:obj
        """,
        {"Harbour Ledger": "organization"},
        publication="The Coastal Observer",
    )
    article.say("The Harbour Ledger", "talks").say("The publication", "war").say("Our newspaper", "that")
    found = article.read()
    assert article.who("The publication", found).name == "Harbour Ledger"
    assert article.who("Our newspaper", found).name == "The Coastal Observer"


def test_the_iranian_side_and_the_russians_are_states_but_russians_are_people():
    """A delegation stands for its state; a nation's people without "the" are a group of their own."""
    article = (
        small(
            """
        The:D:3:det Iranian:A:3:amod side:N:4:nsubj refused:V:0:root it:R:4:obj
        The:D:2:det Russians:P:3:nsubj agreed:V:0:root so:B:3:advmod
        Most:A:2:amod Russians:P:3:nsubj doubt:V:0:root that:R:3:obj
        """
        )
        .say("The Iranian side", "it")
        .say("The Russians", "so")
        .say("Most Russians", "that")
    )
    found = article.read()
    assert (article.who("The Iranian side", found).name, article.who("The Russians", found).name) == (
        "Iran",
        "Russia",
    )
    people = article.who("Most Russians", found)
    assert people.kind == "group" and people.ref is None


def test_an_office_that_nobody_in_the_text_holds_is_looked_up_by_date_or_left_open():
    """Here "the Iranian president" is whom the tables give for that day; "the mayor" stays a description."""
    article = (
        small(
            """
        The:D:3:det Iranian:A:3:amod president:N:4:nsubj promised:V:0:root gas:N:4:obj
        The:D:2:det mayor:N:3:nsubj refused:V:0:root it:R:3:obj
        """
        )
        .say("The Iranian president", "gas")
        .say("The mayor", "it")
    )
    found = article.read()
    assert article.who("The Iranian president", found).ref == "wikidata:Q348144"
    mayor = article.who("The mayor", found)
    assert (mayor.name, mayor.ref, mayor.anonymous) == ("The mayor", None, False)


def test_the_staff_of_a_state_is_its_own():
    """The phrase "Its spokeswoman" takes the state of whose she is; "Its critics" stand apart."""
    article = small(
        """
        Iran:P:2:nsubj protested:V:0:root
        Its:R:2:nmod/poss spokeswoman:N:3:nsubj said:V:0:root no:D:3:obj
        Iran:P:2:nsubj protested:V:0:root
        Its:R:2:nmod/poss critics:N:3:nsubj:critic said:V:0:root yes:N:3:obj
        """,
        {"Iran": "place"},
    )
    article.say("Its spokeswoman", "no").say("Its critics", "yes")
    found = article.read()
    assert article.who("Its spokeswoman", found).state == "IRN"
    assert article.who("Its critics", found).state is None


def test_a_surname_of_two_parts_is_no_full_name():
    """The name "Reyes-Calder" alone is the one whose full name ends so; another's stays his own."""
    article = small(
        """
        Pia:P:3:nsubj Reyes-Calder:P:1:flat spoke:V:0:root
        Reyes-Calder:P:2:nsubj left:V:0:root home:N:2:obj
        Reyes-Moor:P:2:nsubj left:V:0:root town:N:2:obj
        """,
        {"Pia Reyes-Calder": "person", "Reyes-Calder": "person", "Reyes-Moor": "person"},
    )
    article.say("Reyes-Calder@2", "home").say("Reyes-Moor", "town")
    found = article.read()
    assert article.who("Reyes-Calder@2", found).name == "Pia Reyes-Calder"
    assert article.who("Reyes-Moor", found).name == "Reyes-Moor"


def test_a_prime_minister_is_not_the_minister():
    """Here "the minister" isn't the prime minister, the only other one spoken of; "the premier" is she."""
    tree = """
        The:D:3:det prime:A:3:amod minister:N:4:nsubj spoke:V:0:root
        The:D:2:det {}:N:3:nsubj mentioned:V:0:root money:N:3:obj
        """
    article = small(tree.format("minister")).say("The prime minister", "spoke").say("The minister", "money")
    found = article.read()
    assert article.who("The minister", found).id != article.who("The prime minister", found).id
    article = small(tree.format("premier")).say("The prime minister", "spoke").say("The premier", "money")
    found = article.read()
    assert article.who("The premier", found).id == article.who("The prime minister", found).id


def test_she_behind_whose_minister_spoke_is_the_minister():
    """One brought in by a state ("Iran's minister left") can be "she" of the next sentence."""
    article = small(
        """
        Iran:P:3:nmod/poss ’s:T:1:case minister:N:4:nsubj left:V:0:root
        She:R:2:nsubj declared:V:0:root peace:N:2:obj
        """,
        {"Iran": "place"},
    ).say("She", "peace")
    assert article.who("She").state == "IRN"


def test_the_president_is_not_the_late_one():
    """Where a president in office and a late one were spoken of, "the president" is the former of the two."""
    tree = """
        The:D:2:det president:N:3:nsubj answered:V:0:root no:N:3:obj
        A:D:3:det {}:A:3:amod president:N:4:nsubj said:V:0:root yes:N:4:obj
        The:D:2:det president:N:3:nsubj promised:V:0:root bread:N:3:obj
        """
    article = small(tree.format("late"))
    article.say("The president", "no").say("A late president", "yes").say("The president@2", "bread")
    found = article.read()
    assert article.who("The president@2", found).id == article.who("The president", found).id
    article = small(tree.format("young"))
    article.say("The president", "no").say("A young president", "yes").say("The president@2", "bread")
    found = article.read()
    assert article.who("The president@2", found).id == article.who("A young president", found).id


def test_a_name_is_whole_with_the_part_behind_its_hyphen():
    """Where the engine names half of "Reyes-Calder", the name is all of it."""
    text = "Pia Reyes-Calder left."
    table = "Pia PROPN 5 nsubj\nReyes PROPN 1 flat\n- PUNCT 4 punct\nCalder PROPN 2 flat\nleft VERB 0 root"
    analysis = analysis_from_table(text, table, names="0 2 person")
    index = find_actors(article_from_text(text), analysis, SmallKnowledge(), (), [Span(0, 16)])
    assert [actor.name for actor in index.actors] == ["Pia Reyes-Calder"]
