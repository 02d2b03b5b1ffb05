"""Events told by many, and articles on one story: what joins them, what parts them, and order."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from dragoman.records import Actor, Article, DateMention, Event, Paragraph, Reading, Span, Status, Versions
from dragoman.resolve import Outline, Telling, outline, shared_events, stories
from dragoman.resolve.events import likeness
from dragoman.resolve.outlines import Side

DAY = date(2015, 11, 24)


def side(*keys: str, state: str | None = None) -> Side:
    """Build one side of an event."""
    return Side(frozenset(keys), frozenset({state} if state else ()))


RUSSIA, PUTIN = side("wikidata:Q159", state="RUS"), side("wikidata:Q7747", state="RUS")
TURKEY, IRAN = side("wikidata:Q43", state="TUR"), side("wikidata:Q794", state="IRN")
NOBODY = side()
BASE = Telling("one", "e1", "SANCTION", RUSSIA, TURKEY, DAY, DAY, DAY, "done", 0.9)


def told(article: str, **changes: object) -> Telling:
    """Tell the same event in another article."""
    return replace(BASE, article=article, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"type": "COERCE"},
        {"actors": PUTIN},
        {"first": None, "last": None},
        {"first": DAY + timedelta(1), "last": DAY + timedelta(1)},
        {"first": DAY - timedelta(3), "last": DAY + timedelta(3)},
        {"status": "ongoing"},
        {"status": "planned"},
        {"recipients": NOBODY},
    ],
    ids=str,
)
def test_tellings_of_one_event(changes: dict[str, object]) -> None:
    """Other words, a leader for his state, a day's difference, no day at all: one event still."""
    (event,) = shared_events([BASE, told("two", **changes)])
    assert len(event.tellings) == event.origins == 2
    assert event.reasons[0]


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "AID"},
        {"actors": IRAN},
        {"actors": TURKEY, "recipients": RUSSIA},
        {"first": DAY + timedelta(2), "last": DAY + timedelta(2)},
        {"first": None, "last": None, "published": DAY + timedelta(3)},
        {"first": None, "last": None, "published": None},
        {"status": "negated"},
        {"status": "planned", "first": None, "last": None},
        {"type": "COERCE", "first": None, "last": None},
        {"actors": PUTIN, "first": None, "last": None},
        {"article": "one", "event": "e2"},
    ],
    ids=str,
)
def test_tellings_of_two_events(changes: dict[str, object]) -> None:
    """Other acts, actors, days and statuses, and two events that one article keeps apart, stay apart."""
    assert len(shared_events([BASE, replace(BASE, **{"article": "two", **changes})])) == 2  # type: ignore[arg-type]


def test_a_meeting_may_be_told_from_either_side() -> None:
    """Who meets whom is a matter of words."""
    one = told("one", type="CONSULT")
    assert likeness(one, told("two", type="CONSULT", actors=TURKEY, recipients=RUSSIA)) is not None


def test_plans_without_a_day_are_not_joined() -> None:
    """Two articles that see Russia agree to something some day need not mean the same thing."""
    plans = [told(name, status="planned", first=None, last=None) for name in ("one", "two")]
    assert len(shared_events(plans)) == 2


def test_a_chain_of_likenesses_joins_nothing_that_differs() -> None:
    """Three days in a row: the first and the third are never one event."""
    days = [DAY + timedelta(i) for i in range(3)]
    events = shared_events([told(str(i), first=day, last=day) for i, day in enumerate(days)])
    assert sorted(len(event.tellings) for event in events) == [1, 2]


def test_copies_count_as_one_origin() -> None:
    """A text printed three times tells an event three times, from one origin."""
    tellings = [told(name) for name in ("one", "two", "three", "four")]
    (event,) = shared_events(tellings, {"one": "one", "two": "one", "three": "one"})
    assert len(event.tellings) == 4 and event.origins == 2


def test_events_do_not_depend_on_order() -> None:
    """Any order, and twice over, gives the same events with the same ids."""
    dice = random.Random(3)
    tellings = [
        told(
            f"a{i}",
            type=dice.choice(["SANCTION", "COERCE", "CONSULT"]),
            actors=dice.choice([RUSSIA, PUTIN, IRAN]),
            first=(day := DAY + timedelta(dice.randrange(4))),
            last=day,
        )
        for i in range(40)
    ]
    expected = shared_events(tellings)
    assert sum(len(event.tellings) for event in expected) == 40
    for seed in range(5):
        random.Random(seed).shuffle(tellings)
        assert shared_events(tellings + tellings[:7]) == expected


def article(name: str, actors: str, title: str, days: int = 0, telling: Telling | None = None) -> Outline:
    """Build an article's outline: actors by one letter each."""
    acts = (replace(telling, article=name),) if telling else ()
    weights = tuple((f"person:{letter}", 1.0) for letter in sorted(actors))
    return Outline(name, DAY + timedelta(days), weights, frozenset(title.split()), acts)


def test_articles_on_one_story() -> None:
    """Shared actors, an event and words of the title join; each article but the first says why."""
    visit = replace(BASE, type="CONSULT", recipients=IRAN)
    outlines = [
        article("a", "pk", "putin tehran visit", 0, visit),
        article("b", "pkz", "tehran visit putin guest", 1, visit),
        article("c", "xy", "grain prices harvest"),
        article("d", "xyw", "harvest grain fear", 2),
    ]
    found = stories(outlines)
    assert sorted(story.articles for story in found) == [("a", "b"), ("c", "d")]
    assert "shared: " in found[0].reasons[0]
    assert stories(outlines[::-1] + outlines) == found


def test_what_all_articles_name_joins_nothing() -> None:
    """A capital that everybody names weighs little beside the actors of the story itself."""
    outlines = [
        article(f"a{i}", "m" + letters, f"title{i}") for i, letters in enumerate(("ab", "cd", "ef", "gh"))
    ]
    assert len(stories(outlines)) == 4


def test_the_same_actors_weeks_later_are_another_story() -> None:
    """Beyond seven days from a story's articles nothing joins it."""
    outlines = [article("a", "pk", "visit tehran"), article("b", "pk", "visit tehran", 8)]
    assert len(stories(outlines)) == 2


def test_copies_are_on_one_story_as_one_origin() -> None:
    """Copies go with their original unscored, and count once."""
    outlines = [
        article("a", "pk", "visit"),
        article("b", "z", "other words", 1),
        article("c", "pk", "visit", 1),
    ]
    (story,) = stories(outlines, {"a": "a", "b": "a"})
    assert story.articles == ("a", "b", "c") and story.origins == 2


def test_an_outline_follows_the_reading() -> None:
    """Refs before names, members for what they make, nothing for the anonymous; long dates say nothing."""
    text = "Putin and Erdogan met experts on Monday and this year."

    def actor(id: str, name: str, **facts: object) -> Actor:
        given: dict[str, object] = {
            "kind": "person", "state": None, "sector": None, "role": None, "ref": None, "anonymous": False,
            "aliases": (), "mentions": (Span(0, 5),), **facts,
        }  # fmt: skip
        return Actor(id=id, name=name, **given)  # type: ignore[arg-type]

    def event(id: str, day: str, status: Status = "done") -> Event:
        return Event(
            id,
            "CONSULT",
            None,
            (),
            ("a3",),
            ("a4",),
            Span(18, 21),
            Span(0, 54),
            day,
            None,
            status,
            (),
            None,
            0.8,
        )

    reading = Reading(
        Article(text, (Paragraph(Span(0, len(text)), "body"),), title="Leaders met in Ankara", published=DAY),
        (
            actor("a1", "Putin", ref="wikidata:Q7747", state="RUS"),
            actor("a2", "Erdogan  R.", state="TUR"),
            actor("a3", "both leaders", members=("a1", "a2")),
            actor("a4", "experts", anonymous=True),
        ),
        (),
        Versions("0", "0", "0"),
        events=(event("e1", "d1"), event("e2", "d2")),
        dates=(
            DateMention("d1", DAY, DAY, Span(30, 36)),
            DateMention("d2", date(2015, 1, 1), date(2015, 12, 31), Span(44, 53)),
        ),
    )
    found = outline(reading)
    assert [key for key, _ in found.actors] == ["person:erdogan r.", "wikidata:Q7747"]
    assert found.title == {"leaders", "ankara"}
    first, second = found.tellings
    assert first.actors == Side(frozenset({"person:erdogan r.", "wikidata:Q7747"}), frozenset({"RUS", "TUR"}))
    assert first.recipients == NOBODY and (first.first, second.first) == (DAY, None)


def test_a_mutual_act_is_one_whoever_is_named_first() -> None:
    """All who take part count: "A agreed with B and C" is one with "A, B and C agreed"."""
    three = Side(
        frozenset({"wikidata:Q159", "wikidata:Q794", "wikidata:Q43"}), frozenset({"RUS", "IRN", "TUR"})
    )
    others = Side(frozenset({"wikidata:Q794", "wikidata:Q43"}), frozenset({"IRN", "TUR"}))
    joint = replace(BASE, type="AGREE", actors=three, recipients=NOBODY)
    (event,) = shared_events([joint, replace(joint, article="two", actors=RUSSIA, recipients=others)])
    assert len(event.tellings) == 2
    two = replace(joint, article="two", actors=side(state="RUS"), recipients=side(state="SYR"))
    assert len(shared_events([joint, two])) == 2


def test_a_group_of_powers_has_the_states_of_its_members() -> None:
    """ "Six powers" are the six beside Iran, and nobody where that isn't named; "P5+1" is enough."""

    def states(name: str, beside: str | None) -> frozenset[str]:
        actors = [Actor("a1", name, "group", None, None, None, None, False, (), (Span(0, 3),))]
        if beside:
            actors.append(Actor("a2", "Iran", "state", beside, None, None, None, False, (), (Span(4, 8),)))
        text = "abc defg said so"
        event = Event(
            "e1", "AGREE", None, (), ("a1",), (), Span(9, 13), Span(0, 16), None, None, "done", (), None, 0.9
        )
        article = Article(text, (Paragraph(Span(0, 16), "body"),))
        reading = Reading(article, tuple(actors), (), Versions("1", "2", "3"), events=(event,))
        return outline(reading).tellings[0].actors.states

    six = {"CHN", "DEU", "FRA", "GBR", "RUS", "USA"}
    assert states("the six world powers", "IRN") == six
    assert states("six powers", "CHL") == states("six powers", None) == frozenset()
    assert states("P5+1", None) == six
