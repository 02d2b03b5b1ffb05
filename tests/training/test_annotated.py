"""Acts annotated in articles: offsets become words, texts are checked, unsure words teach neither way."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.annotated import (
    ACTS,
    NEWSWIRE,
    articles,
    documents,
    main,
    own,
    sentence_documents,
    sentences,
)
from training.examples import EVENTS, MODES, STATUSES
from training.standoff import TEXTS

from training import findings

DATA = Path(__file__).parents[3] / "shared" / "data"
TEXT = (
    "Oslo rebuked Lima.\n\nThe envoy of Peru left early, and nobody knew why.\n"
    "“Perhaps he was hungry,” said a waiter.\n"
)


def row_of(text: str = TEXT, **changed: Any) -> dict[str, Any]:
    """Return the line of an article in which Oslo rebukes Lima, and an envoy's leaving may mean something."""
    return {
        "document": "wire_2016-01-01_an-envoy",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "events": [
            {"type": "ACCUSE", "mode": "disapprove", "status": "done", "trigger": [5, 12],
             "actors": [[0, 4]], "recipients": [[13, 17]]}
        ],
        "unsure": [[TEXT.index("left"), TEXT.index("left") + 4]],
        **changed,
    }  # fmt: skip


def stored(folder: Path, *rows: dict[str, Any]) -> Path:
    """Store the article's text where PolNeAR's lie, and the lines; return the lines' file."""
    (folder / TEXTS).mkdir(parents=True, exist_ok=True)
    (folder / TEXTS / "wire_2016-01-01_an-envoy.txt").write_text(TEXT, encoding="utf-8", newline="")
    lines = folder / "acts.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return lines


def test_offsets_become_words(tmp_path: Path) -> None:
    """Triggers, actors, recipients and unsure words are the words that their characters touch."""
    (doc,) = documents(tmp_path, False, stored(tmp_path, row_of()))
    assert doc.acts is not None and not doc.acts_partial
    (act,) = doc.acts
    told = [[doc.words[i] for i in phrase] for phrase in (act.trigger, *act.actors, *act.recipients)]
    assert told == [["rebuked"], ["Oslo"], ["Lima"]]
    assert (EVENTS[act.type], STATUSES[act.status]) == ("ACCUSE", "done")
    assert [doc.words[i] for i in doc.unsure] == ["left"]


def test_paragraphs_are_lines(tmp_path: Path) -> None:
    """Each line that isn't blank is a paragraph, and the paragraphs hold all words in their order."""
    (doc,) = documents(tmp_path, False, stored(tmp_path, row_of()))
    assert [doc.words[first] for first, _ in doc.paragraphs] == ["Oslo", "The", "“"]
    assert [i for first, last in doc.paragraphs for i in range(first, last)] == list(range(len(doc.words)))


def test_an_article_ends_where_its_annotation_does(tmp_path: Path) -> None:
    """What stands after ``until`` isn't read: nobody has said what it tells of."""
    end = TEXT.index("\n“")
    (doc,) = documents(tmp_path, False, stored(tmp_path, row_of(until=end)))
    assert doc.words[-1] == "." and "waiter" not in doc.words


def test_every_fourth_article_is_held_out(tmp_path: Path) -> None:
    """Of nine lines the fourth and the eighth are held out, and the two parts make the whole."""
    lines = stored(tmp_path, *(row_of(events=row_of()["events"] * n) for n in range(9)))
    held, kept = ([len(a.acts) for a in articles(tmp_path, part, lines)] for part in (True, False))
    assert held == [3, 7] and kept == [0, 1, 2, 4, 5, 6, 8]


def test_absent_texts_are_told_in_one_line(tmp_path: Path) -> None:
    """Without the folder of texts the error says which folder isn't there."""
    with pytest.raises(FileNotFoundError, match="annotated articles are absent"):
        next(articles(tmp_path, False))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"sha256": "0" * 64}, "not the text that was annotated"),
        ({"unsure": [[4, 5]]}, "no phrase"),
        ({"unsure": [[0, len(TEXT) + 9]]}, "no phrase"),
        ({"events": [{**row_of()["events"][0], "type": "NONE"}]}, "no such type"),
        ({"events": [{**row_of()["events"][0], "status": "maybe"}]}, "no such type or status"),
        ({"events": [{**row_of()["events"][0], "mode": "beat"}]}, "has no mode beat"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, changed: dict[str, Any], said: str) -> None:
    """Another text, an offset beside the phrases, a label that doesn't exist: ValueError with the article."""
    with pytest.raises(ValueError, match=f"wire_2016-01-01_an-envoy: .*{said}"):
        list(articles(tmp_path, False, stored(tmp_path, row_of(**changed))))


@given(st.integers(0, len(TEXT.rstrip()) - 1), st.integers(1, 40))
def test_any_phrase_becomes_the_words_it_touches(start: int, length: int) -> None:
    """The words of a place cover its characters, spaces and line ends aside, and none lies apart."""
    from training.plover import touched

    from dragoman.language.tokenizer import words_of

    words = words_of(TEXT, 0, len(TEXT))
    end = min(start + length, len(TEXT))
    found = [words[i] for i in touched(words, start, end)]
    assert all(first < end and last > start for _, first, last in found)
    covered = {i for _, first, last in found for i in range(first, last)}
    assert all(i in covered for i in range(start, end) if not TEXT[i].isspace())


def test_unsure_words_have_no_weight(tmp_path: Path) -> None:
    """The loss of triggers is the same whatever is believed of an unsure word, and isn't for another word."""
    torch = pytest.importorskip("torch", reason="the train extra is not installed")
    from training.batches import Example, collate
    from training.event_losses import event_losses

    from dragoman.language.windows import windows_of

    (doc,) = documents(tmp_path, False, stored(tmp_path, row_of()))
    (window,) = windows_of([[7]] * len(doc.words), doc.words, doc.paragraphs)
    batch = collate([Example(window, doc)])
    size = len(doc.words)

    def lost(word: int) -> float:
        outputs = {
            name: torch.zeros(1, size, n) for name, n in (("statuses", len(STATUSES)), ("modes", len(MODES)))
        }
        outputs |= {side: torch.zeros(1, size, size) for side in ("actors", "recipients")}
        outputs["triggers"] = torch.zeros(1, size, len(EVENTS))
        outputs["triggers"][0, word, 3] = 5.0
        return float(event_losses(batch, outputs)["triggers"])

    left, nobody = doc.words.index("left"), doc.words.index("nobody")
    untouched = lost(left)
    assert untouched == pytest.approx(3 * float(torch.log(torch.tensor(float(len(EVENTS))))))
    assert lost(nobody) > untouched


SENTENCE = "Lima freed two Chilean divers, and Santiago thanked it."
FREED = {"type": "RETREAT", "mode": "release", "status": "done", "trigger": [5, 10], "actors": [[0, 4]],
         "recipients": [[11, 29]]}  # fmt: skip


def wired(folder: Path, *changes: dict[str, Any]) -> Path:
    """Store two records and a line of annotation for each of ``changes``; return the folder."""
    (folder / NEWSWIRE).parent.mkdir(parents=True, exist_ok=True)
    records = [{"id": f"W-{n}", "text": SENTENCE, "event": "RETREAT"} for n in range(2)]
    (folder / NEWSWIRE).write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    digest = hashlib.sha256(SENTENCE.encode()).hexdigest()
    rows = [
        {"id": "W-1", "sha256": digest, "events": [FREED], "unsure": [[44, 51]], **row} for row in changes
    ]
    lines = folder / "newswire_some.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def test_a_sentence_is_a_document_of_one_paragraph(tmp_path: Path) -> None:
    """A sentence's acts and unsure words are the words that their characters touch; the record names it."""
    wired(tmp_path, {})
    (doc,) = sentence_documents(tmp_path, False, tmp_path)
    (act,) = doc.acts or ()
    told = [[doc.words[i] for i in phrase] for phrase in (act.trigger, *act.actors, *act.recipients)]
    assert told == [["freed"], ["Lima"], ["two", "Chilean", "divers"]]
    assert [doc.words[i] for i in doc.unsure] == ["thanked"]
    assert (doc.id, doc.paragraphs, doc.acts_partial) == ("newswire/W-1", [(0, len(doc.words))], False)


def test_every_tenth_sentence_is_held_out(tmp_path: Path) -> None:
    """Of 21 lines the tenth and the twentieth are held out, and the two parts make the whole."""
    wired(tmp_path, *({"events": [FREED] * n} for n in range(21)))
    held, kept = ([len(s.acts) for s in sentences(tmp_path, part, tmp_path)] for part in (True, False))
    assert held == [9, 19] and sorted(held + kept) == list(range(21))


def test_absent_sentences_are_told_in_one_line(tmp_path: Path) -> None:
    """Without the file of sentences the error says which file isn't there."""
    with pytest.raises(FileNotFoundError, match="annotated sentences are absent: no file"):
        next(sentences(tmp_path, False, tmp_path))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"id": "W-7"}, "W-7: not the text that was annotated"),
        ({"sha256": "0" * 64}, "W-1: not the text that was annotated"),
        ({"unsure": [[4, 5]]}, "W-1: .* is no phrase"),
        ({"events": [{**FREED, "mode": "strike"}]}, "W-1: RETREAT has no mode strike"),
    ],
)
def test_a_sentence_that_cannot_be_is_refused(tmp_path: Path, changed: dict[str, Any], said: str) -> None:
    """A record that isn't there, another text, no phrase, no such label: ValueError with the record's id."""
    wired(tmp_path, changed)
    with pytest.raises(ValueError, match=said):
        list(sentences(tmp_path, False, tmp_path))


def test_checking_says_what_is_absent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command ends with 1 and one line where the texts aren't there."""
    assert main(["--data", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(not (DATA / NEWSWIRE).is_file(), reason="the sentences are absent")
def test_the_annotation_fits_the_sentences() -> None:
    """Every line is of a record that is there, none twice, and no word is both an act's and unsure."""
    found = [doc for held_out in (False, True) for doc in sentence_documents(DATA, held_out)]
    assert len({doc.id for doc in found}) == len(found)
    for doc in found:
        assert not {word for act in doc.acts or () for word in act.trigger} & doc.unsure, doc.id


@pytest.mark.skipif(not (DATA / TEXTS).is_dir(), reason="the articles are absent")
def test_the_annotation_fits_the_articles() -> None:
    """Every line of the annotation is of a text that is there, and no word is both an act's and unsure."""
    for held_out in (False, True):
        for doc in documents(DATA, held_out):
            told = {word for act in doc.acts or () for word in act.trigger}
            assert not told & doc.unsure, doc.id


@pytest.mark.parametrize(
    "path", [ACTS, *sorted(ACTS.parent.glob("newswire_*.jsonl"))], ids=lambda path: path.stem
)
def test_the_annotation_quotes_nothing(path: Path) -> None:
    """The lines hold names of documents, labels and numbers: no text of the publishers."""
    allowed = {"id", "document", "sha256", "until", "events", "unsure"}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row) <= allowed and len(row["sha256"]) == 64
        for event in row["events"]:
            assert set(event) == {"type", "mode", "status", "trigger", "actors", "recipients"}
            places = [event["trigger"], *event["actors"], *event["recipients"]]
            assert all(isinstance(i, int) for place in places for i in place)


def test_own_articles_are_found_by_folder_and_name(tmp_path: Path) -> None:
    """What is annotated over the project's own articles is read beside them, and checked the same way."""
    (tmp_path / "bonds").mkdir()
    (tmp_path / "bonds" / "an-envoy.txt").write_text(TEXT, encoding="utf-8", newline="")
    lines = tmp_path / "own_bonds.jsonl"
    lines.write_text(json.dumps(row_of(document="bonds/an-envoy")) + "\n", encoding="utf-8")
    (name,) = found = own(tmp_path, tmp_path)
    assert name == "bonds/an-envoy"
    assert [found[name].text[slice(*act.trigger)] for act in found[name].acts] == ["rebuked"]
    (tmp_path / "bonds" / "an-envoy.txt").write_text(TEXT + "!", encoding="utf-8", newline="")
    with pytest.raises(ValueError, match="not the text"):
        own(tmp_path, tmp_path)


def test_own_articles_carry_their_acts_beside_their_findings() -> None:
    """Every article whose acts are annotated becomes a document that has them, on words of its body."""
    annotated = own()
    documents_with = [d for held in (False, True) for d in findings.documents(held) if d.acts is not None]
    assert len(documents_with) == len(annotated) > 0
    assert sum(len(d.acts or ()) for d in documents_with) == sum(len(a.acts) for a in annotated.values())
    assert all(act.trigger for d in documents_with for act in d.acts or ())
