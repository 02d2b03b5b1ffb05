"""Findings annotated in articles: places are phrases, texts are checked, every fourth article is held out."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.annotated import ACTS
from training.annotated_findings import FINDINGS, KINDS, ArticleFindings, articles, main
from training.standoff import TEXTS

DATA = Path(__file__).parents[3] / "shared" / "data"
TEXT = (
    "Oslo and Lima signed a treaty on fish.\n\nPeru, a member of the Cod League, wants more boats. "
    "“They will sink,” said a waiter.\n"
)


def at(phrase: str) -> list[int]:
    """Return where a phrase first stands in TEXT."""
    start = TEXT.index(phrase)
    return [start, start + len(phrase)]


def row_of(**changed: Any) -> dict[str, Any]:
    """Return the line of an article with one finding of each kind."""
    return {
        "document": "wire_2016-01-01_fish",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "agreements": [
            {"parties": [[at("Oslo")], [at("Lima"), at("Peru")]], "status": "signed",
             "mentions": [at("signed a treaty")]}
        ],
        "memberships": [
            {"organization": [at("the Cod League")], "member": [at("Peru")], "role": "member",
             "evidence": at("a member of the Cod League")}
        ],
        "positions": [
            {"actor": [at("Peru")], "stance": "for", "firmness": "plain", "evidence": at("wants more boats"),
             "proposition": "a larger fleet"}
        ],
        "forecasts": [
            {"claimant": [at("a waiter")], "proposition": at("They will sink"), "optional": True}
        ],
        **changed,
    }  # fmt: skip


def stored(folder: Path, *rows: dict[str, Any]) -> Path:
    """Store the article's text where PolNeAR's lie, and the lines; return the lines' file."""
    (folder / TEXTS).mkdir(parents=True, exist_ok=True)
    (folder / TEXTS / "wire_2016-01-01_fish.txt").write_text(TEXT, encoding="utf-8", newline="")
    lines = folder / "findings.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return lines


def read(folder: Path, **changed: Any) -> ArticleFindings:
    """Return the article as it is read from a line with some fields changed."""
    (article,) = articles(folder, False, stored(folder, row_of(**changed)))
    return article


def test_places_are_what_they_claim(tmp_path: Path) -> None:
    """Each party has its ways of being named; members, actors, claimants and evidence are their phrases."""
    article = read(tmp_path)

    def told(places: tuple[tuple[int, int], ...] | None) -> list[str]:
        return [article.text[start:end] for start, end in places or ()]

    (pact,), (seat,), (stand,), (guess,) = (getattr(article, kind) for kind in KINDS)
    assert [told(party) for party in pact.parties] == [["Oslo"], ["Lima", "Peru"]]
    assert (told(pact.mentions), pact.status) == (["signed a treaty"], "signed")
    assert (told(seat.organization), told(seat.member), seat.role) == (["the Cod League"], ["Peru"], "member")
    assert (told(stand.actor), told((stand.evidence,))) == (["Peru"], ["wants more boats"])
    assert (stand.stance, stand.firmness, stand.proposition) == ("for", "plain", "a larger fleet")
    assert told((*guess.claimant, guess.proposition)) == ["a waiter", "They will sink"]


def test_what_may_be_left_out_says_so(tmp_path: Path) -> None:
    """A finding is sure unless its line calls it optional."""
    article = read(tmp_path)
    assert article.forecasts[0].optional
    assert not any(getattr(article, kind)[0].optional for kind in KINDS[:3])


def test_nobody_named_and_the_article_itself(tmp_path: Path) -> None:
    """A position that nobody is named for has no actor; a forecast of the article's own has no claimant."""
    position = {**row_of()["positions"][0], "actor": []}
    forecast = {**row_of()["forecasts"][0], "claimant": None}
    article = read(tmp_path, positions=[position], forecasts=[forecast])
    assert article.positions[0].actor == () and article.forecasts[0].claimant is None


def test_an_article_ends_where_its_annotation_does(tmp_path: Path) -> None:
    """What stands after ``until`` isn't part of the article, and no finding may stand there."""
    end = at("“They")[0] - 1
    article = read(tmp_path, until=end, forecasts=[])
    assert article.text == TEXT[:end]
    with pytest.raises(ValueError, match="no phrase"):
        read(tmp_path, until=end)


def test_every_fourth_article_is_held_out(tmp_path: Path) -> None:
    """Of nine lines the fourth and the eighth are held out, and the two parts make the whole."""
    lines = stored(tmp_path, *(row_of(positions=row_of()["positions"] * n) for n in range(9)))
    held, kept = ([len(a.positions) for a in articles(tmp_path, part, lines)] for part in (True, False))
    assert held == [3, 7] and kept == [0, 1, 2, 4, 5, 6, 8]


def test_absent_texts_are_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the folder of texts the error says which folder isn't there, on the command line too."""
    with pytest.raises(FileNotFoundError, match="annotated articles are absent"):
        next(articles(tmp_path, False))
    assert main(["--data", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("kind", "changed", "said"),
    [
        ("agreements", {"status": "broken"}, "no such label: broken"),
        ("agreements", {"mentions": []}, "without one of its phrases"),
        ("memberships", {"role": "founder"}, "no such label: founder"),
        ("memberships", {"member": []}, "without one of its phrases"),
        ("positions", {"stance": "glad"}, "no such label: glad"),
        ("positions", {"firmness": "loud"}, "no such label: loud"),
        ("positions", {"evidence": [4, 5]}, "no phrase"),
        ("forecasts", {"proposition": [0, len(TEXT) + 9]}, "no phrase"),
        ("forecasts", {"claimant": []}, "without one of its phrases"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, kind: str, changed: dict[str, Any], said: str) -> None:
    """An unknown label, a place beside the phrases, a finding that lacks one: ValueError with the article."""
    with pytest.raises(ValueError, match=f"wire_2016-01-01_fish: .*{said}"):
        read(tmp_path, **{kind: [{**row_of()[kind][0], **changed}]})


def test_another_text_is_refused(tmp_path: Path) -> None:
    """A text whose digest isn't the annotation's is not the one that was annotated."""
    with pytest.raises(ValueError, match="not the text that was annotated"):
        read(tmp_path, sha256="0" * 64)


@given(st.integers(-3, len(TEXT) + 3), st.integers(-3, len(TEXT) + 3))
def test_any_place_is_a_phrase_or_refused(
    tmp_path_factory: pytest.TempPathFactory, start: int, end: int
) -> None:
    """A place is read as it is where it holds a phrase without space at its ends, else it is refused."""
    folder = tmp_path_factory.mktemp("place")
    position = {**row_of()["positions"][0], "evidence": [start, end]}
    phrase = TEXT[start:end] if 0 <= start < end <= len(TEXT) else ""
    if phrase and phrase == phrase.strip():
        assert read(folder, positions=[position]).positions[0].evidence == (start, end)
    else:
        with pytest.raises(ValueError, match="no phrase"):
            read(folder, positions=[position])


@pytest.mark.skipif(not (DATA / TEXTS).is_dir(), reason="the articles are absent")
def test_the_annotation_fits_the_articles() -> None:
    """Every line of the annotation is of a text that is there, and each kind is annotated on both sides."""
    for held_out in (False, True):
        found = list(articles(DATA, held_out))
        for kind in KINDS:
            assert any(getattr(article, kind) for article in found), (held_out, kind)


def test_the_articles_are_those_of_the_acts() -> None:
    """The lines go over the articles of acts.jsonl in its order, to the same ends."""

    def heads(path: Path) -> list[tuple[Any, ...]]:
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        return [(row["document"], row["sha256"], row.get("until")) for row in rows]

    assert heads(FINDINGS) == heads(ACTS)


def test_the_annotation_quotes_nothing() -> None:
    """The lines hold names of documents, labels and numbers; a proposition is six words at most."""
    words = {"status", "role", "stance", "firmness", "proposition", "optional"}
    for line in FINDINGS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row) <= {"document", "sha256", "until", *KINDS}
        for kind in KINDS:
            for finding in row[kind]:
                text = {key for key, value in finding.items() if isinstance(value, str)}
                assert text <= words, (row["document"], text)
                if kind == "positions":
                    assert 1 <= len(finding["proposition"].split()) <= 6
