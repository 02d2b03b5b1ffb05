"""Whether an act happened where a negation denies nothing, a question asks, or somebody is kept from it."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.ingest import article_from_text


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One reader for all sentences."""
    return Reader()


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Russia did not hesitate to expel the diplomats.", "expel", "done"),
        ("India lost no time in bombing the camp.", "bombing", "done"),
        ("Poland had no choice but to arrest the envoy.", "arrest", "done"),
        ("Poland will have no choice but to arrest the envoy.", "arrest", "planned"),
        ("The navy not only seized the tanker but arrested its crew.", "arrested", "done"),
        ("Nothing stopped the junta from jailing the editor.", "jailing", "done"),
        ("The UN failed to prevent Serb forces from shelling the town.", "shelling", "done"),
        ("Ankara has not ruled out sending troops to Libya.", "sending troops", "possible"),
        ("Was it Moscow that bombed the port?", "bombed", "possible"),
        ("The minister did not say whether Laos had freed the men.", "freed", "possible"),
        ("There is no proof that Rwanda armed the rebels.", "armed", "possible"),
        ("Rebels go on shelling Goma.", "shelling", "ongoing"),
        ("The plan to annex the valley was dropped by Israel.", "annex", "negated"),
        ("Rumours that Minsk had arrested the singer spread on Monday.", "arrested", "possible"),
        ("Claims that Caracas trained the gunmen are baseless, its envoy said.", "trained", "negated"),
        ("The report could not confirm that Chad had shelled the camp.", "shelled", "possible"),
        ("It looks as if Quito has frozen the accounts.", "frozen", "possible"),
        # and what is denied stays so
        ("Not one soldier was withdrawn by Rwanda.", "withdrawn", "negated"),
        ("Russia did not expel the diplomats.", "expel", "negated"),
        ("Iran never attacked the tanker.", "attacked", "negated"),
        ("Syria refused to sign the treaty.", "sign", "negated"),
    ],
)
def test_status_by_turns_of_phrase(reader: Reader, text: str, trigger: str, status: str) -> None:
    """A turn of phrase, a question or a verb of preventing says whether an act happened; "not" denies it."""
    reading = reader.read(article_from_text(text, verbatim=True))
    found = {event.trigger.of(text): event.status for event in reading.events}
    assert found.get(trigger) == status


def test_who_keeps_another_from_an_act_denies_it(reader: Reader) -> None:
    """The act that somebody was kept from did not happen, whatever the engine thinks."""
    text = "Rome kept Tripoli from executing the men."
    reading = reader.read(article_from_text(text, verbatim=True))
    assert {event.status for event in reading.events if event.type == "ASSAULT"} <= {"negated"}
