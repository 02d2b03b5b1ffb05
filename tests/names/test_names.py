"""What a name is made of, and where its spellings are looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.names import Parts, block_of, coarse, is_name, parts_of, plain


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Mr. Example", Parts((), "example")),
        ("President Ana Example", Parts(("ana",), "example")),
        ("Ann R. Sample Jr.", Parts(("ann", "r"), "sample", "jr")),
        ("Bashar al-Specimen", Parts(("bashar",), "specimen")),
        ('Robert "Bobby" Sample', Parts(("robert",), "sample")),
        ("Mr.", Parts((), "mr")),
    ],
)
def test_a_name_in_parts(name: str, parts: Parts) -> None:
    """Forms of address, particles and quoted nicknames fall away; what tells father from son is kept."""
    assert parts_of(name) == parts


@pytest.mark.parametrize("name", ["Example", "the White Hall", "Пример", "iSample", "Bank of Sampleland"])
def test_names(name: str) -> None:
    """A name's last word begins with a capital, or is in letters of no case."""
    assert is_name(name)


@pytest.mark.parametrize(
    "name", ["she", "the court", "The", "Officials", "the Sample campaign", "rival Ann Sample", "", "—"]
)
def test_what_is_no_name(name: str) -> None:
    """Pronouns, kinds, a capital at a sentence's beginning, phrases with a name in them."""
    assert not is_name(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Khamenei", "Хаменеи"), ("Khamenei", "Khamene’i"), ("Zarif", "Sarif"), ("Netanyahu", "Netanyahou"),
     ("Qaddafi", "Gaddafi"), ("Yevgeny Primer", "Евгений Пример")],
)  # fmt: skip
def test_spellings_of_a_surname_share_a_block(one: str, other: str) -> None:
    """In any of the usual transcriptions, and in its own letters."""
    assert block_of("person", one) == block_of("person", other) is not None


def test_a_body_and_its_abbreviation_share_a_block() -> None:
    """Joining words don't count; a state's court is not looked for beside a person."""
    assert block_of("organization", "World Example Fund") == block_of("other", "W.E.F.")
    assert block_of("organization", "League of Sample Towns") == block_of("organization", "LST")
    assert block_of("organization", "Sample Court") != block_of("person", "Ann Court")


@given(st.text(max_size=40))
def test_no_text_breaks_a_name(text: str) -> None:
    """Whatever stands there, there is an answer; folded words are plain ASCII."""
    block_of("person", text), block_of("other", text)
    parts = parts_of(text)
    assert all(word.isascii() for word in (*plain(text), *parts.given, parts.surname))


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_a_coarse_sound_is_settled(word: str) -> None:
    """What sounds alike is never empty and never longer than the word."""
    assert 0 < len(coarse(word)) <= len(word)
