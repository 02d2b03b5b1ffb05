"""The pinned files: scales, CAMEO codes, weights, and what a user may put in their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.relations.presses import act

from dragoman.errors import RelationsError
from dragoman.knowledge.codebook import codebook
from dragoman.relations import Reference, read_scale, read_weights, scale, scales, weigh, weights
from dragoman.relations.imported.foreign_codes import cameo_codes


def test_every_scale_scores_every_type() -> None:
    """Types and modes of the codebook have a score on each scale, of the same sign as PLOVER's."""
    for one in scales():
        for entry in codebook().types:
            score = one.score(entry.type)
            if entry.type != "REQUEST":
                assert (score > 0) == (entry.score > 0), (one.name, entry.type)
        for mode in codebook().modes:
            assert -1 <= one.score(mode.type, mode.mode) <= 1
    assert [one.name for one in scales()] == ["plover", "cameo_icews", "ordinal"]


def test_the_headline_scale_is_the_codebooks() -> None:
    """PLOVER's scale is the codebook's scores over ten, ACCUSE below zero."""
    for entry in codebook().types:
        assert scale().score(entry.type) == pytest.approx(entry.score / 10)
    for mode in codebook().modes:
        assert scale().score(mode.type, mode.mode) == pytest.approx(
            codebook().score(mode.type, mode.mode) / 10
        )
    assert scale().score("ACCUSE") == -0.3


def test_files_are_pinned() -> None:
    """A changed scale has another digest: whoever changes a score changes this test on purpose."""
    assert {one.name: one.digest[:12] for one in scales()} == {
        "plover": "84fba13e5a01", "cameo_icews": "cafa372177e1", "ordinal": "30d508f9c07b"
    }  # fmt: skip


def test_cameo_codes_follow_the_rulings() -> None:
    """Sanctions are SANCTION, verdicts convictions, apologies concessions; speech is nothing."""
    codes = cameo_codes()
    assert codes["163"] == ("SANCTION", "discontinue")
    assert codes["116"] == ("SANCTION", "convict")
    assert codes["055"] == ("CONCEDE", None) == codes["55"]
    assert codes["04"] == ("CONSULT", None)
    assert not {"010", "01", "020", "02", "10", "19"} & set(codes)


def test_a_scale_of_ones_own(tmp_path: Path) -> None:
    """A user's file is read with its version; a wrong line is named; what it lacks is said when asked for."""
    path = tmp_path / "mine.tsv"
    path.write_text("# version: mine/3\nAID\t\t10\nAID\tarms\t2\n", encoding="utf-8")
    mine = read_scale(path)
    assert (mine.name, mine.version, mine.score("AID", "arms"), mine.score("AID")) == (
        "mine",
        "mine/3",
        0.2,
        1.0,
    )
    with pytest.raises(RelationsError, match="no score for ASSAULT"):
        weigh([act(1, "ASSAULT")], None, mine)
    path.write_text("AID\t\tmuch\n", encoding="utf-8")
    with pytest.raises(RelationsError, match=r"mine\.tsv, line 1"):
        read_scale(path)
    path.write_text("AID\t\t70\n", encoding="utf-8")
    with pytest.raises(RelationsError, match="not between -10 and 10"):
        read_scale(path)


def test_weights_of_ones_own(tmp_path: Path) -> None:
    """What a user gives takes the place of ours, the rest stays; unknown names and wrong values are named."""
    path = tmp_path / "w.yaml"
    path.write_text("omega: 3\nfamilies: {Organ: 0.4}\n", encoding="utf-8")
    own = read_weights(path)
    assert (own.omega, own.families, own.gamma) == (3.0, {"Organ": 0.4}, weights().gamma)
    assert own.digest != weights().digest
    wrong = {"omgea: 3": "no weight 'omgea'", "omega: high": "must be a number", "typical: 0": "above 0",
             "- 3": "names and numbers", "{": "not well formed"}  # fmt: skip
    for text, told in wrong.items():
        path.write_text(text, encoding="utf-8")
        with pytest.raises(RelationsError, match=told):
            read_weights(path)


def test_a_partys_own_organ_is_believed_less(tmp_path: Path) -> None:
    """A family's reliability from the user's file lowers belief in what it alone tells."""
    path = tmp_path / "w.yaml"
    path.write_text("families: {Gazette: 0.4}\n", encoding="utf-8")
    assert weigh([act(1, "AID")], read_weights(path)).belief[0] == pytest.approx(0.4)
    assert weigh([act(1, "AID")]).belief[0] == pytest.approx(0.7)


def test_a_reference_can_be_kept() -> None:
    """What to_dict makes, from_dict reads; anything else is refused with a word."""
    frozen = weigh([act(1, "AID", issues=(("gas", 0.5),)), act(2, "ACCUSE", 9)]).reference
    again = Reference.from_dict(frozen.to_dict())
    assert again == frozen and again.digest == frozen.digest
    with pytest.raises(RelationsError, match="no reference"):
        Reference.from_dict({"first": 1})
