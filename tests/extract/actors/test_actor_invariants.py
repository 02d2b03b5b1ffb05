"""What holds for every article: each phrase has one actor, spans lie in the text, nothing is random."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_articles import Small, small
from small_knowledge import SmallKnowledge

from dragoman.extract.actors import about, find_actors
from dragoman.records import Analysis, Article, NameSpan, Paragraph, Sentence, Span, StatementDraft, Word

_FORMS = (
    "Ana Torres he who the president experts Moscow said we and ’s , “ both leaders Russian in they Ledger "
    "its one official"
).split()
_CLASSES = "PROPN NOUN PRON DET VERB ADP ADJ PUNCT CCONJ NUM".split()
_RELATIONS = "nsubj obj conj appos flat compound nmod:poss acl:relcl det amod case".split()


@st.composite
def _articles(draw: st.DrawFn) -> Small:
    """Any words under any tree, with any names and any sources: what a bad parse may look like."""
    seed = random.Random(draw(st.integers(0, 10**6)))
    text, words, sentences = "", list[Word](), list[Sentence]()
    for number in range(seed.randint(1, 4)):
        base, size = len(words), seed.randint(1, 9)
        for offset in range(size):
            form = seed.choice(_FORMS)
            above = -1 if offset == 0 else base + seed.randrange(offset)
            words.append(
                Word(len(words), len(text), len(text) + len(form), form, form.lower(), seed.choice(_CLASSES),
                     above, "root" if above < 0 else seed.choice(_RELATIONS), number)
            )  # fmt: skip
            text += form + " "
        sentences.append(Sentence(base, len(words), 0))
    names = []
    for word in words[:: seed.randint(1, 3)]:
        if word.text[0].isupper() and (not names or names[-1].last <= word.index):
            names.append(NameSpan(word.index, word.index + 1, seed.choice(["person", "place", "other"]), 0.9))
    article = Small(
        Article(text, (Paragraph(Span(0, len(text)), "body"),), publication=seed.choice([None, "Ledger"])),
        Analysis(tuple(words), tuple(sentences), tuple(names)),
    )
    for _ in range(seed.randint(1, 6)):
        first, last = (seed.randrange(len(text)) for _ in range(2))
        source = Span(min(first, last), max(first, last) + 1)
        piece = seed.choice(words)
        article.drafts.append(
            StatementDraft(source, (), (Span(piece.start, len(text)),), (source,), "direct", "assertion",
                           "affirms", None, 0.5)
        )  # fmt: skip
    return article


@settings(max_examples=150, deadline=None)
@given(_articles())
def test_every_phrase_has_an_actor_and_every_mention_lies_in_the_text(article):
    """Whatever the tree says: all phrases are answered, ids run in text order, mentions are sorted."""
    found = article.read()
    ids = [actor.id for actor in found.actors]
    assert ids == [f"a{n}" for n in range(1, len(ids) + 1)]
    assert set(found.by_span) == {d.source for d in article.drafts}
    assert set(found.by_span.values()) <= set(ids)
    for actor in found.actors:
        assert actor.name and list(actor.mentions) == sorted(set(actor.mentions)) and actor.mentions
        assert all(0 <= m.start < m.end <= len(article.article.text) for m in actor.mentions)
        assert not (actor.anonymous and actor.ref) and set(actor.members) <= set(ids)
    assert [a.mentions[0] for a in found.actors] == sorted(a.mentions[0] for a in found.actors)


@settings(max_examples=30, deadline=None)
@given(_articles())
def test_the_same_article_gives_the_same_actors(article):
    """No clock, no memory of earlier articles, no order of sets."""
    assert article.read() == article.read()


def test_an_empty_article_has_no_actors():
    """Nothing in, nothing out."""
    article = Article("", ())
    found = find_actors(article, Analysis((), ()), SmallKnowledge(), [])
    assert found.actors == () and found.by_span == {}


def test_about_lists_those_mentioned_in_the_content_without_the_source():
    """Actors of the content in text order; possessives count, adjectives don't, nor does the speaker."""
    article = small(
        """
        Petr:P:3:nsubj Novak:P:1:flat said:V:0:root \
        Iran:P:6:nmod/poss ’s:T:4:case talks:N:12:nsubj \
        with:I:8:case Russia:P:6:nmod and:C:11:cc \
        Turkish:A:11:amod gas:N:8:conj please:V:3:ccomp Novak:P:12:obj
        """,
        {"Petr Novak": "person", "Novak": "person", "Iran": "place", "Russia": "place"},
    ).say("Petr Novak", "Iran’s talks with Russia and Turkish gas please Novak")
    found = article.read()
    names = {a.id: a.name for a in found.actors}
    content, source = article.drafts[0].content, found.by_span[article.drafts[0].source]
    listed = about(article.article, article.analysis, found, content, source)
    assert [names[i] for i in listed] == ["Iran", "Russia"]
    assert len(about(article.article, article.analysis, found, content)) == 3


@pytest.mark.parametrize("copies", [100])
def test_time_grows_with_the_text_and_not_faster(copies):
    """A long article costs no more a word than a short one, within a generous factor."""
    import time

    line = "Petr:P:3:nsubj Novak:P:1:flat said:V:0:root he:R:5:nsubj agreed:V:3:ccomp\n"
    took = []
    for count in (copies, copies * 16):
        article = small(line * count, {"Petr Novak": "person"})
        article.say("Petr Novak", "he agreed").say("he", "agreed")
        start = time.perf_counter()
        article.read()
        took.append((time.perf_counter() - start) / count)
    assert took[1] < took[0] * 8
