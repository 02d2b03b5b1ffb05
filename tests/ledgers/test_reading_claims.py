"""Claims read out of an article, and the disputes that follow from them."""

from __future__ import annotations

from quoted import HERE, Event, Quantity, at, reading

from dragoman.ledgers.reading_claims import Where, claims_of
from dragoman.records import Reading
from dragoman.relations.disputes.contested import Card, contested


def cards(*readings: Reading) -> tuple[Card, ...]:
    """Return the disputes of some articles, each a print of its own."""
    return contested(
        [
            claim
            for n, one in enumerate(readings)
            for claim in claims_of(one, Where(f"print {n}", f"outlet {n}"))
        ]
    )


def sides(card: Card) -> list[list[str]]:
    """Return the names of each side's roots."""
    return [[root.claimant.name for root in side.roots] for side in card.sides]


TANKS = "Then an official said that ten tanks had crossed the river. Moscow denied it."
SAID = ("an official", "said", "that ten tanks had crossed the river")
DENIED = ("Moscow", "denied", "it")


def test_a_denial_of_it_is_of_the_claim_just_before() -> None:
    """The denial's evidence is its whole sentence; every span gives the text that it claims."""
    text = TANKS
    one = reading(text, SAID, DENIED)
    (card,) = cards(one)
    assert sides(card) == [["an official"], ["Moscow"]]
    for claim in (c for side in card.sides for c in side.claims):
        assert claim.report.span is not None and claim.report.span.of(text) == claim.text
    assert card.sides[1].claims[0].text == "Moscow denied it"


def test_a_sentence_between_the_two_makes_it_doubtful() -> None:
    """ "It" may then be what that sentence tells, and nothing is said."""
    text = "Kiev said that ten tanks had crossed the river. A bridge fell. Moscow denied it."
    said = (("Kiev", "said", "that ten tanks had crossed the river"), ("Moscow", "denied", "it"))
    assert cards(reading(text, *said)) == ()


def test_nobody_denies_himself_nor_what_is_only_asked() -> None:
    """A denial of one's own words, or of a question, is no dispute."""
    own = "Kiev said that ten tanks had crossed the river. Kiev denied it."
    assert (
        cards(
            reading(own, ("Kiev", "said", "that ten tanks had crossed the river"), ("Kiev", "denied", "it"))
        )
        == ()
    )
    asked = "Kiev said that judges were studying whether tanks had crossed. Moscow denied it."
    said = ("Kiev", "said", "that judges were studying whether tanks had crossed")
    assert cards(reading(asked, said, ("Moscow", "denied", "it"))) == ()


def test_whoever_goes_on_for_the_same_state_is_on_its_side() -> None:
    """ "Washington denied it. The minister said …": one side, two roots."""
    text = "Kiev said that the treaty grants a loan. Washington denied it. The minister "
    text += "insisted that the text is silent."
    (card,) = cards(
        reading(text, ("Kiev", "said", "that the treaty grants a loan"), ("Washington", "denied", "it"),
                ("The minister", "insisted", "that the text is silent"))
    )  # fmt: skip
    assert sides(card) == [["Kiev"], ["Washington", "The minister"]] and card.kind == "meaning"


def test_whose_claim_is_denied_is_read_from_the_denial() -> None:
    """ "Moscow's claim that …" is Moscow's; "reports that …" are nobody's who is named."""
    text = "Kiev rejected Moscow's claim that rebels hold the mine."
    one = reading(text, ("Kiev", "rejected", "Moscow's claim that rebels hold the mine"))
    moscow = reading("Moscow said so.", ("Moscow", "said", "so")).actors[0]
    moscow = type(moscow)(
        "a2", "Moscow", "state", "RUS", None, None, "made:rus", False, (), (at(text, "Moscow"),)
    )
    (card,) = cards(reading(text, ("Kiev", "rejected", "Moscow's claim that rebels hold the mine"),
                            actors=(*one.actors, moscow)))  # fmt: skip
    assert sides(card) == [["Moscow"], ["Kiev"]]
    (card,) = cards(reading("Kiev rejected reports that rebels hold the mine.",
                            ("Kiev", "rejected", "reports that rebels hold the mine")))  # fmt: skip
    assert sides(card) == [["reports"], ["Kiev"]]


def test_articles_meet_in_the_words_of_a_denial() -> None:
    """What one article tells and another's source denies in the same words is one dispute."""
    here = reading(
        "Kiev said that the army had shelled the market.",
        ("Kiev", "said", "that the army had shelled the market"),
    )
    there = reading("Moscow denied that its army had shelled a market.",
                    ("Moscow", "denied", "that its army had shelled a market"))  # fmt: skip
    assert sides(cards(here, there)[0]) == [["Kiev"], ["Moscow"]]


def test_forecasts_wishes_and_unsure_statements_claim_nothing() -> None:
    """Only what is asserted or denied, and surely read, is a claim."""
    text = "Kiev said that ten tanks had crossed the river. Moscow denied it."
    for facts in ({"force": "prediction"}, {"force": "demand"}, {"confidence": 0.2}):
        said = ("Kiev", "said", "that ten tanks had crossed the river", facts)
        assert cards(reading(text, said, ("Moscow", "denied", "it"))) == ()


def test_an_estimate_can_be_rejected_though_it_is_foretold() -> None:
    """The figure is what is disputed."""
    text = "Kiev expects that repairs will cost 7 million. Moscow rejected that estimate."
    cost = Quantity("q1", "money", 7e6, "USD", False, at(text, "7 million"))
    said = ("Kiev", "expects", "that repairs will cost 7 million", {"force": "prediction"})
    (card,) = cards(reading(text, said, ("Moscow", "rejected", "that estimate"), quantities=(cost,)))
    assert card.kind == "quantity" and card.sides[0].value == "7 million"


def test_the_article_claims_only_what_no_one_says_in_it() -> None:
    """An act inside a statement, or in its cue, is the source's; one outside is the article's own."""
    text = "Kiev said that it shelled Moscow. Kiev warned Moscow on Friday."
    inside = Event("e1", "ASSAULT", None, (), ("a1",), ("a2",), at(text, "shelled"),
                   at(text, "it shelled Moscow"), None, None, "done", (), None, 0.9)  # fmt: skip
    outside = Event("e2", "THREATEN", None, (), ("a1",), ("a2",), at(text, "warned"),
                    at(text, "Kiev warned Moscow"), None, None, "done", (), None, 0.9)  # fmt: skip
    one = reading(
        text, ("Kiev", "said", "that it shelled Moscow"), ("Moscow", "on", "Friday"), events=(inside, outside)
    )
    voiced = [claim for claim in claims_of(one, HERE) if claim.claimant.voice]
    assert [claim.text for claim in voiced] == ["Kiev warned Moscow"]
    assert voiced[0].report.root == "sample gazette"


def test_claims_are_the_same_whenever_they_are_read() -> None:
    """Reading out is a pure function, in text order, with ids that are the findings'."""
    one = reading(TANKS, SAID, DENIED)
    found = claims_of(one, HERE)
    assert found == claims_of(one, HERE)
    assert [claim.id for claim in found] == [f"{one.id[:12]}:s1", f"{one.id[:12]}:s2"]
