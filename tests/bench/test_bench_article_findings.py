"""The measure of findings in real articles: the annotation as it is, judged by the rules of all findings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from annotation.phrases import occurrence
from bench.article_findings import main, table
from bench.findings import Outcome, figures, judge
from bench.findings_rules import RULES
from bench.report import SHARED
from training.annotated_findings import (
    KINDS,
    AnnotatedAgreement,
    AnnotatedForecast,
    AnnotatedMembership,
    AnnotatedPosition,
    ArticleFindings,
    gold_of,
)
from training.standoff import Place

from dragoman.records import (
    Actor,
    Agreement,
    Article,
    Forecast,
    Membership,
    Paragraph,
    Position,
    Reading,
    Span,
    Versions,
)

TEXT = (
    "Norland and Sudland signed a pact on eels. Westland belongs to the Eel League.\n"
    "Estland rejects the pact. It will fail, an angler said. Prices may rise."
)


def at(phrase: str, nth: int = 1) -> Place:
    """Return where ``phrase`` stands in TEXT for the nth time."""
    span = occurrence(TEXT, [phrase, nth])
    return span.start, span.end


ARTICLE = ArticleFindings(
    "wire_2016-01-01_eels",
    TEXT,
    (AnnotatedAgreement(((at("Norland"),), (at("Sudland"),)), "signed", (at("signed a pact"),), False),),
    (AnnotatedMembership((at("the Eel League"),), (at("Westland"),), "member", at("belongs to"), False),),
    (
        AnnotatedPosition((at("Estland"),), "against", "plain", at("rejects the pact"), "the pact", False),
        AnnotatedPosition((), "against", "plain", at("angler"), "the pact", False),
    ),
    (
        AnnotatedForecast((at("an angler"),), at("It will fail"), False),
        AnnotatedForecast(None, at("Prices may rise"), False),
    ),
)


def reading(**changed: Any) -> Reading:
    """Return the reading that has all findings of TEXT right, or some of its fields changed."""
    names = ("Norland", "Sudland", "Westland", "the Eel League", "Estland", "an angler")
    actors = tuple(
        Actor(name, name, "other", None, None, None, None, False, (), (Span(*at(name)),)) for name in names
    )
    pact, seat, stand, guess, own = (
        Span(*at(phrase))
        for phrase in (
            "signed a pact", "belongs to the Eel League", "rejects the pact", "It will fail",
            "Prices may rise",
        )
    )  # fmt: skip
    found: dict[str, Any] = {
        "agreements": (
            Agreement("g1", ("Norland", "Sudland"), (), "pact", "signed", None, (), (), (), None, (pact,),
                      0.9),
        ),
        "memberships": (Membership("the Eel League", "Westland", "member", seat, None, 0.9),),
        "positions": (
            Position("Estland", "eels", "the pact", "against", None, "plain", stand, None, 0.9),
        ),
        "forecasts": (
            Forecast("an angler", guess, None, None, None, None, 0.9),
            Forecast(None, own, None, None, None, None, 0.9),
        ),
        **changed,
    }  # fmt: skip
    article = Article(text=TEXT, paragraphs=(Paragraph(Span(0, len(TEXT)), "body"),))
    return Reading(article, actors, (), Versions("0", "none", "0"), **found)


def judged(kind: str, read: Reading, article: ArticleFindings = ARTICLE) -> dict[str, int]:
    """Return what is counted of one kind, under the names ``there``, ``shown`` and ``right``."""
    counted = figures([judge(gold_of(article), read, kind)])[kind]
    headline = RULES[kind].headline
    return {
        "there": counted["gold"],
        "shown": counted[f"{headline}: predicted"],
        "right": counted[f"{headline}: right"],
    }


@pytest.mark.parametrize(
    ("kind", "there"), [("agreements", 1), ("memberships", 1), ("positions", 1), ("forecasts", 2)]
)
def test_what_is_read_right_is_right(kind: str, there: int) -> None:
    """A reading with every finding of the annotation has all of them, and shows none that isn't there."""
    assert judged(kind, reading()) == {"there": there, "shown": there, "right": there}


@pytest.mark.parametrize("kind", KINDS)
def test_silence_finds_nothing_and_shows_nothing(kind: str) -> None:
    """Without findings of a kind none is right and none is shown, and those that are there stay there."""
    counted = judged(kind, reading(**{kind: ()}))
    assert counted["there"] > 0 and (counted["shown"], counted["right"]) == (0, 0)


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        ("agreements", {"status": "rejected"}),
        ("agreements", {"parties": ("Westland", "Estland")}),
        ("memberships", {"role": "observer"}),
        ("positions", {"stance": "for"}),
        ("positions", {"actor": "Norland"}),
        ("forecasts", {"claimant": None}),
    ],
)
def test_another_label_or_actor_is_wrong(kind: str, changed: dict[str, Any]) -> None:
    """A finding on the annotated words with another status, role, stance, party or claimant isn't right."""
    first, *others = getattr(reading(), kind)
    counted = judged(kind, reading(**{kind: (replace(first, **changed), *others)}))
    assert counted["right"] == counted["there"] - 1 and counted["shown"] == counted["there"]


def test_what_may_be_left_out_counts_for_nothing() -> None:
    """An optional finding is neither missing where it isn't read nor shown too many where it is."""
    pardoned = replace(
        ARTICLE, positions=tuple(replace(one, optional=True) for one in ARTICLE.positions)
    )  # fmt: skip
    assert judged("positions", reading(), pardoned) == {"there": 0, "shown": 0, "right": 0}
    assert judged("positions", reading(positions=()), pardoned) == {"there": 0, "shown": 0, "right": 0}


def test_a_position_of_nobody_is_not_asked_for() -> None:
    """A stand that the article gives to nobody by name is optional: a reading names who holds one."""
    (held, nobodys) = gold_of(ARTICLE).findings["positions"]
    assert not held.optional and nobodys.optional


def test_the_headline_of_an_article_is_measured_too() -> None:
    """The texts have no header: what is read in the first line counts like all else."""
    assert gold_of(ARTICLE).body == 0


def test_the_table_gives_no_share_of_nothing() -> None:
    """A kind that the articles don't have is counted where it is shown, without shares of what is there."""
    empty = replace(ARTICLE, memberships=())
    outcomes: list[Outcome] = [judge(gold_of(empty), reading(), "memberships")]
    (last,) = [row for row in table(figures(outcomes)).rows if str(row[0]).endswith("*")]
    assert last[1:] == (0, 1, 0, 0.0, None, None)


def test_the_table_ends_at_the_headline() -> None:
    """Grades beyond the headline need labels that the annotation hasn't, and are left out."""
    shown = [str(row[0]) for row in table(figures([judge(gold_of(ARTICLE), reading(), "agreements")])).rows]
    assert shown[-1] == "agreements: parties and status *" and len(shown) == 3


def test_absent_articles_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the texts the command says that it skips, and ends without an error."""
    monkeypatch.setattr("bench.article_findings.DATA", SHARED / "nowhere")
    with pytest.raises(SystemExit) as ended:
        main([])
    assert not ended.value.code and capsys.readouterr().out.startswith("skipped")
