"""What a reader sees at a glance: words beside codes, where they are, what matters first, nothing cut off."""

from __future__ import annotations

import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.knowledge.base import Knowledge
from dragoman.show.deed_words import deed_words
from dragoman.store import Filters, Store


@pytest.mark.parametrize(
    ("path", "behind"),
    [("/pair/RUS/TUR", "/pair"), ("/pair/RUS/TUR/reactions", "/pair"), ("/issue/no such thing", "/issues"),
     ("/actor?name=Putin", "/actor"), ("/contested?kind=date", "/contested")],
)  # fmt: skip
def test_the_head_says_where_a_page_lies(path: str, behind: str, desk: TestClient) -> None:
    """One of the pages in the head is marked: the page itself, or the one that it lies behind."""
    page = desk.get(path, headers={"accept": "text/html"}).text
    assert re.findall(r'<a href="([^"]*)" aria-current="(?:page|true)">', page.split("</nav>")[0]) == [behind]


def test_issues_of_the_tables_stand_before_the_words_of_articles(desk: TestClient) -> None:
    """The list's first table has the issues that the package's tables name, the second what articles name in
    their own words; together they are all."""
    labels = {issue.label for issue in Knowledge.load().issues}
    known = [one["issue"] for one in desk.get("/issues.json").json()["issues"]]
    named, own = desk.get("/issues").text.split("<h2>In the words of articles</h2>")
    shown = [re.findall(r'<a href="/issue/[^"]*"><bdi>(.*?)</bdi>', part) for part in (named, own)]
    assert [len(part) for part in shown] == [
        sum(one in labels for one in known), sum(one not in labels for one in known)
    ]  # fmt: skip
    assert set(shown[0]) <= {label.replace("'", "&#39;") for label in labels}


def test_cards_call_acts_by_plain_words(desk: TestClient, press_store: Store) -> None:
    """An event's card has the words that every list of acts has, and the code beside them."""
    document = press_store.search_articles("bomber").lines[0].document
    page = desk.get(f"/article/{document}").text
    for event in press_store.load(document).events:
        card = page.split(f'id="{event.id}"')[1].split("</section>")[0]
        code = f"{event.type} {event.mode}" if event.mode else event.type
        words = deed_words(event.type, event.mode)
        assert f'<b class="kind">{words}</b> <small class="code">{code}</small>' in card


def test_states_go_by_their_names(desk: TestClient) -> None:
    """A dossier, the list of actors and the article's own list name the state that somebody acts for."""
    assert re.search(r'class="facts">person · <a [^>]*>Russia</a>', desk.get("/actor?name=Putin").text)
    assert re.search(r"Vladimir Putin</bdi></a> <small>person, Russia;", desk.get("/actor").text)


def test_an_empty_list_of_corrections_counts_nothing(desk: TestClient) -> None:
    """Where nobody has corrected anything the page says that alone, and how it is done."""
    page = desk.get("/corrections").text
    assert "Nobody has corrected anything" in page and "0 by people" not in page


def test_what_is_nowhere_leads_to_the_search(desk: TestClient) -> None:
    """A page that there isn't names places to go on from."""
    page = desk.get("/nowhere", headers={"accept": "text/html"})
    assert page.status_code == 404 and '<a href="/search">Search</a>' in page.text


@pytest.mark.parametrize("path", ["/pair", "/pair?first=Qatar"])
def test_no_figure_is_cut_off_on_a_phone(path: str, browser: Any, made_live: str) -> None:
    """At phone width the table of pairs shows its last column whole, without scrolling in it."""
    view = browser.new_page(viewport={"width": 390, "height": 800})
    view.goto(made_live + path)
    view.wait_for_selector(".ties")
    assert view.evaluate("(() => { const s = document.querySelector('.scroll');"
                         " return s.scrollWidth - s.clientWidth; })()") <= 0  # fmt: skip
    view.close()


def test_the_search_folds_what_is_not_asked(browser: Any, live: str) -> None:
    """On a phone the first result stands in the first screen; filters that are chosen are unfolded."""
    view = browser.new_page(viewport={"width": 390, "height": 844})
    view.goto(f"{live}/search?q=bomber")
    assert view.locator(".results article").first.bounding_box()["y"] < 700
    assert not view.locator("form.filters [name=publication]").is_visible()
    view.get_by_text("By speaker, issue").click()
    view.locator("form.filters [name=publication]").fill("Specimen Wire")
    view.locator("form.filters button").click()
    view.wait_for_url("**publication=Specimen*")
    assert view.locator("form.filters [name=publication]").is_visible()
    view.close()


def test_the_first_page_begins_with_what_changed(browser: Any, live: str) -> None:
    """On a phone what changed and what is contested stand above what is merely new."""
    view = browser.new_page(viewport={"width": 390, "height": 844})
    view.goto(f"{live}/")
    heads = [one.inner_text() for one in view.locator("main h2").all()]
    assert heads[:2] == ["Who came closer, who moved apart", "What is contested"]
    assert heads[-1] == "New articles"
    view.close()


def test_copies_of_a_claim_stand_under_its_words_once(desk: TestClient) -> None:
    """Where prints of one text carry a claim, its words stand there once, with a link to each print."""
    answer = desk.get("/contested.json").json()
    page = desk.get("/contested").text
    sides = [root["claims"] for card in answer["cards"] for side in card["sides"] for root in side["by"]]
    copied = [claims for claims in sides if len({one["text"] for one in claims}) < len(claims)]
    assert copied
    shown = page.count('<p class="claim">')
    once = sum(
        sum(at == 0 or one["text"] != claims[at - 1]["text"] for at, one in enumerate(claims))
        for claims in sides
    )
    assert shown == once < sum(map(len, sides))
    for one in (claim for claims in copied for claim in claims):
        assert f'href="/article/{one["document"]}#{one["id"].split(":")[-1]}"' in page


def test_a_matrix_of_few_states_has_their_names(desk: TestClient) -> None:
    """The columns of an issue go by names where there is room for them, else by codes."""
    for one in desk.get("/issues.json").json()["issues"]:
        page = desk.get(f"/issue/{one['issue']}").text
        if one["states"] <= 6 and '<table class="matrix">' in page:
            head = page.split('<table class="matrix">')[1].split("</thead>")[0]
            assert "<abbr" not in head and head.count('<th scope="col">') == one["states"] + 1
            break
    else:
        pytest.fail("no issue has a matrix")


def test_what_is_pressed_on_a_folded_card_is_clicked(browser: Any, live: str, press_store: Store) -> None:
    """A card whose words are cut short unfolds when it is opened; what was pressed on it works the first
    time, though it moves."""
    view = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    folded = """(() => [...document.querySelectorAll('.card.statements')].findIndex((card) => {
        const words = card.querySelector('.what');
        return words.scrollHeight > words.clientHeight + 4;
    }))()"""
    for line in press_store.statements(Filters(), 1, 100).lines:
        view.goto(f"{live}/article/{line.document}")
        view.wait_for_load_state("networkidle")
        at = view.evaluate(folded)
        if at >= 0:
            break
    assert at >= 0, "no article has a card that is cut short"
    view.locator(".card.statements").nth(at).locator("button.correct").click()
    view.locator("form.correction").wait_for(state="visible")
    view.close()
