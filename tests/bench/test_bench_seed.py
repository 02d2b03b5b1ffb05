"""The judge of the seed article: perfect is full marks, each fault costs what it should."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench.gold import GOLD_SEED, GoldSource, GoldStatement, WrongText, read_statements
from bench.report import SKIPPED, read_verbatim
from bench.seed import ARTICLE, errors, figures, judge, tables
from readings import full, place, reading

from dragoman.records import Actor, Attributed, Reading, Span, Statement


def gold() -> list[GoldStatement]:
    """Return the gold of TEXT."""

    def row(
        number: int, source: GoldSource, content: Span, via: tuple[GoldSource, ...] = ()
    ) -> GoldStatement:
        return GoldStatement(f"g{number}", source, via, (), (content,), "assertion", "affirms", None, "said")

    ferry = GoldSource("The Daily Ferry", place("the Daily Ferry"))
    return [
        row(1, GoldSource("Ana Duval", place("Ana Duval")), place("that the bridge is open")),
        row(2, GoldSource("Ana Duval", place("she")), place("“We repaired it twice,”")),
        row(3, GoldSource("mayor", place("the mayor"), anonymous=True), place("to pay"), (ferry,)),
        row(4, GoldSource("experts", place("Experts"), anonymous=True), place("it", 2)),
    ]


def test_a_perfect_reading_has_everything() -> None:
    """All found, all sources and the chain right, nothing spurious."""
    counted = figures(judge(gold(), full()))
    assert counted["said"] == {"gold": 4, "found": 4, "strict": 4, "source": 4, "nested": 0, "parent": 0}
    assert counted["chains"] == {"gold": 1, "right": 1, "invented": 0}
    assert counted["spurious"] == {"statements": 0}


def test_a_missing_statement_is_missed() -> None:
    """Without its first statement a reading finds three of four, and its sources follow."""
    whole = full()
    outcome = judge(gold(), replace(whole, statements=whole.statements[1:]))
    assert figures(outcome)["said"]["found"] == figures(outcome)["said"]["source"] == 3
    assert "missed" in errors(outcome, whole)


def test_the_wrong_person_is_found_but_not_right() -> None:
    """A statement given to another actor counts as found only; an unnamed source too."""
    whole = full()
    first, *rest = whole.statements
    wrong = replace(first, source=Attributed("a4", first.source.span))  # type: ignore[union-attr]
    counted = figures(judge(gold(), replace(whole, statements=(wrong, *rest))))
    assert (counted["said"]["found"], counted["said"]["source"]) == (4, 3)


def test_an_unnamed_source_linked_to_someone_is_wrong() -> None:
    """Experts that are given a reference to the outside world are no longer unnamed."""
    whole = full()
    linked = tuple(replace(a, ref="wikidata:Q1") if a.id == "a4" else a for a in whole.actors)
    assert figures(judge(gold(), replace(whole, actors=linked)))["said"]["source"] == 3


def test_a_statement_with_no_pair_is_spurious() -> None:
    """What the gold doesn't have counts as made up, and a chain that it doesn't have as invented."""
    whole = full()
    chained = replace(whole.statements[0], via=(Attributed("a3", place("the Daily Ferry")),))
    extra = replace(whole.statements[0], id="s9", content=(place("the mayor"),))
    counted = figures(judge(gold(), replace(whole, statements=(chained, *whole.statements[1:], extra))))
    assert counted["spurious"]["statements"] == 1
    assert counted["chains"] == {"gold": 1, "right": 1, "invented": 1}


def test_half_of_the_characters_is_enough_and_less_is_not() -> None:
    """The extent is right from a Jaccard of a half on; the strict row asks for 0.8."""
    whole = full()
    for cut, found, strict in ((2, 4, 4), (8, 4, 3), (14, 3, 3)):
        first = whole.statements[0]
        short = replace(first, content=(Span(first.content[0].start + cut, first.content[0].end),))
        counted = figures(judge(gold(), replace(whole, statements=(short, *whole.statements[1:]))))
        assert (counted["said"]["found"], counted["said"]["strict"]) == (found, strict), cut


def test_the_table_shows_the_shares() -> None:
    """The printed table has the issue's rows."""
    text = tables(figures(judge(gold(), full())))[0].text()
    assert "found with the right extent" in text and "100.0" in text


def test_the_gold_is_tied_to_its_text() -> None:
    """A text with another digest is refused rather than judged by wrong offsets."""
    with pytest.raises(WrongText):
        read_statements(GOLD_SEED, "another text")


def test_the_gold_of_the_seed_article_is_sound() -> None:
    """Spans lie inside the text, in order, and parents hold their children."""
    if not ARTICLE.exists():
        pytest.skip(SKIPPED)
    text = ARTICLE.open(encoding="utf-8", newline="").read()
    statements = {s.id: s for s in read_statements(GOLD_SEED, text)}
    assert sum(s.tier == "said" for s in statements.values()) == 64
    assert sum(bool(s.via) for s in statements.values()) == 9
    for s in statements.values():
        assert list(s.content) == sorted(s.content)
        for span in (*s.content, *s.cue, *([s.source.span] if s.source and s.source.span else [])):
            assert 0 <= span.start < span.end <= len(text)
            assert not span.of(text)[0].isspace() and not span.of(text)[-1].isspace()
        if s.parent:
            assert any(p.contains(s.content[0]) for p in statements[s.parent].content)


def _echo(text: str, gold: tuple[GoldStatement, ...]) -> Reading:
    """Return the reading that says just what the gold says."""
    actors: dict[str, Actor] = {}

    def attributed(source: GoldSource) -> Attributed:
        members = tuple(attributed(GoldSource(name, source.span)).actor for name in source.members)
        key = f"{source.actor} {source.span}" if source.anonymous else source.actor
        if key not in actors:
            actors[key] = Actor(
                f"a{len(actors)}", source.actor, "other", None, None, None, None, source.anonymous, (), (),
                members=members,
            )  # fmt: skip
        return Attributed(actors[key].id, source.span or Span(0, 1))

    statements = [
        Statement(
            s.id, attributed(s.source) if s.source else None, tuple(attributed(v) for v in s.via),
            s.cue, s.content, "indirect", "assertion", "affirms", (), (), s.parent, 1.0,
        )
        for s in gold
    ]  # fmt: skip
    return reading(list(actors.values()), statements, text)


def test_the_gold_judged_by_itself_has_full_marks() -> None:
    """A reading that repeats the gold finds all, and each source, parent and chain is right."""
    if not ARTICLE.exists():
        pytest.skip(SKIPPED)
    text = read_verbatim(ARTICLE)
    gold = read_statements(GOLD_SEED, text)
    counted = figures(judge(gold, _echo(text, gold)))
    for tier in ("said", "held", "optional"):
        own = counted[tier]
        assert own["found"] == own["strict"] == own["source"] == own["gold"]
        assert own["parent"] == own["nested"]
    assert counted["chains"] == {"gold": 9, "right": 9, "invented": 0}
    assert counted["spurious"] == {"statements": 0}
