"""Whom a reader has in mind: the one who leads the sentence and the paragraph, not whoever spoke last."""

from datetime import date

from small_articles import small
from small_knowledge import SmallKnowledge

from dragoman.extract.actors.lexicon import load_lexicon
from dragoman.records import Antecedent

_CAREFUL = """
“:.:4:punct Talks:N:4:nsubj may:X:4:aux help:V:7:ccomp ”:.:4:punct a:D:7:det diplomat:N:8:nsubj said:V:0:root
--
Boris:P:5:nsubj Lampov:P:1:flat was:X:5:cop more:B:5:advmod careful:A:0:root
He:R:2:nsubj doubted:V:0:root it:R:2:obj
"""


def test_he_is_the_subject_of_the_sentence_before_in_his_paragraph():
    """A new paragraph's subject comes before the one who spoke last in the paragraph above."""
    article = small(_CAREFUL, {"Boris Lampov": "person"})
    article.say("a diplomat", "“Talks may help”", form="direct").say("He", "it")
    assert article.who("He").name == "Boris Lampov"


def test_the_scholar_is_the_one_person_of_the_paragraph():
    """A description takes up the only person named in its paragraph, whoever spoke before."""
    last = "The:D:2:det scholar:N:3:nsubj doubted:V:0:root it:R:3:obj"
    table = _CAREFUL.replace("He:R:2:nsubj doubted:V:0:root it:R:2:obj", last)
    article = small(table, {"Boris Lampov": "person"})
    article.say("a diplomat", "“Talks may help”", form="direct").say("The scholar", "it")
    assert article.who("The scholar").name == "Boris Lampov"


def test_the_scholar_is_not_whom_he_speaks_of():
    """Somebody who is only mentioned in what "the scholar" says can't be the scholar."""
    article = small(
        """
        “:.:3:punct Karl:P:3:nsubj Brandt:P:2:flat left:V:7:ccomp ”:.:3:punct the:D:7:det \
        scholar:N:8:nsubj said:V:0:root
        """,
        {"Karl Brandt": "person"},
    ).say("the scholar", "“Karl Brandt left”", form="direct")
    assert article.who("the scholar").name == "the scholar"


def test_a_pope_is_no_leader_of_another_kind():
    """The engine's link doesn't join two unnamed ones whose nouns say different things."""
    article = (
        small(
            """
        The:D:2:det chancellor:N:3:nsubj warned:V:0:root of:I:5:case war:N:3:obl
        The:D:2:det pope:N:3:nsubj hoped:V:0:root for:I:5:case peace:N:3:obl
        """,
            antecedents={6: (Antecedent(1, 0.9),)},
        )
        .say("The chancellor", "of war")
        .say("The pope", "for peace")
    )
    found = article.read()
    assert article.who("The chancellor", found).id != article.who("The pope", found).id


class _Leaders(SmallKnowledge):
    """Tables in which one state alone has a president on the day."""

    def states_with(self, office: str, on: date | None = None) -> tuple[str, ...]:
        """Say that only Venezuela has presidents."""
        return ("VEN",) if office == "president" else ()


def test_an_office_that_one_state_has_needs_no_state():
    """Here "The president" without a name or state is the only one whom the tables know that day."""
    article = small(
        "The:D:2:det president:N:3:nsubj warned:V:0:root of:I:5:case war:N:3:obl",
        published=date(2015, 11, 24),
    ).say("The president", "of war")
    assert article.who("The president", article.read(_Leaders())).name == "Nicolás Maduro"
    assert article.who("The president").name == "The president"


def test_a_given_name_is_no_plural_of_a_role_noun():
    """Singulars are looked up by real endings only: Boris is not several boys."""
    lexicon = load_lexicon()
    assert lexicon.role("Boris") is None
    assert lexicon.role("secretaries") == lexicon.role("secretary")


_QUESTION = """
Doubts:N:2:nsubj beset:V:0:root Dana:P:2:obj Low:P:3:flat when:B:8:advmod a:D:7:det farmer:N:8:nsubj \
asked:V:2:advcl:ask if:S:11:mark prices:N:11:nsubj rose:V:8:ccomp
“:.:3:punct Yes:N:3:nsubj indeed:B:5:ccomp ”:.:3:punct she:R:6:nsubj replied:V:0:root:reply
"""


def test_nobody_replies_to_his_own_question():
    """Who asked last isn't she who replies; with another verb she may be, as the one who spoke last."""
    article = small(_QUESTION, {"Dana Low": "person"})
    article.say("a farmer", "if prices rose", cue="asked")
    article.say("she", "“Yes indeed”", form="direct", cue="replied")
    assert article.who("she").name == "Dana Low"
    warning = _QUESTION.replace("asked:V:2:advcl:ask", "warned:V:2:advcl:warn")
    warned = small(warning, {"Dana Low": "person"})
    warned.say("a farmer", "if prices rose", cue="warned")
    warned.say("she", "“Yes indeed”", form="direct", cue="replied")
    assert warned.who("she").name == "a farmer"


_ANYONE = """
Doubts:N:2:nsubj beset:V:0:root Boris:P:2:obj Lampov:P:3:flat whether:S:9:mark a:D:7:det farmer:N:9:nsubj \
should:X:9:aux vote:V:2:ccomp
He:R:2:nsubj concluded:V:0:root that:S:5:mark it:R:5:nsubj matters:V:2:ccomp
"""


def test_he_is_not_anyone_of_a_kind():
    """ "A farmer should vote" speaks of no farmer whom "he" could take up; "a farmer did vote" does."""
    article = small(_ANYONE, {"Boris Lampov": "person"})
    article.say("a farmer", "vote").say("He", "that it matters")
    assert article.who("He").name == "Boris Lampov"
    one = small(_ANYONE.replace("should:X", "did:X"), {"Boris Lampov": "person"})
    one.say("a farmer", "vote").say("He", "that it matters")
    assert one.who("He").name == "a farmer"


_LONG_SPEECH = """
Dana:P:3:nsubj Low:P:1:flat spoke:V:0:root
--
“:.:2:punct Rain:N:3:nsubj fell:V:0:root
{}Grain:N:2:nsubj grew:V:0:root ”:.:2:punct {}
"""


def test_however_long_the_words_are_whoever_says_them_stays_as_near():
    """ "“…,” she said" behind seven sentences is she who was named right before the first of them."""
    said = "she:R:5:nsubj said:V:2:parataxis"
    table = _LONG_SPEECH.format("Hay:N:2:nsubj dried:V:0:root\n" * 6, said)
    article = small(table, {"Dana Low": "person"})
    whole = article.article.text
    article.say("she", whole[whole.index("“") : whole.index("”") + 1], form="direct")
    assert article.who("she").name == "Dana Low"


def test_a_pronoun_that_says_none_of_the_words_before_it_is_far_from_what_stands_above():
    """Behind seven sentences of the article's own, "she" takes up nobody."""
    table = _LONG_SPEECH.format("Hay:N:2:nsubj dried:V:0:root\n" * 6, "").replace("“:.:2:punct ", "")
    table = table.replace("Rain:N:3", "Rain:N:2").replace(" ”:.:2:punct", "")
    article = small(table + "she:R:2:nsubj said:V:0:root so:B:2:advmod", {"Dana Low": "person"})
    article.say("she", "so")
    assert article.who("she").name != "Dana Low"
