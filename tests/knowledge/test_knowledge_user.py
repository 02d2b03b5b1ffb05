"""A user's own actors and propositions: they extend and override, and wrong rows are named."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge import Knowledge

HEADER = "name,kind,state,sector,wikidata,aliases,office,start,end\n"
ISSUES = "- id: {id}\n  label: Water of the Nile\n  keywords: ['Nile & dam*']\n"


def loaded(tmp_path: Path, text: str) -> Knowledge:
    """The tables with a user's actors over them."""
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    return Knowledge.load(actors=path)


def test_new_actors_are_found(tmp_path: Path) -> None:
    """A person with an office, a body with an abbreviation, and comments and empty lines between."""
    rows = (
        HEADER + "# our desk's list\n\n"
        '"Zara Quill",person,NOR,GOV,,"Z. Quill",foreign minister,2014-02,2016\n'
        "Zara Quill,person,NOR,GOV,,,energy minister,2016,\n"
        "North Sea Bureau,organization,,IGO,Q99999999,NSB,,,\n"
    )
    knowledge = loaded(tmp_path, rows)
    person = knowledge.lookup("Quill", date(2015, 1, 1))[0]
    assert person.entity.name == "Zara Quill" and person.confidence > 0.8 and person.entity.ref is None
    assert knowledge.holders("foreign minister", "NOR", date(2015, 1, 1))[0] == person.entity
    assert [t.office for t in knowledge.tenures(person.entity.key)] == ["energy minister", "foreign minister"]
    assert knowledge.lookup("NSB")[0].entity.ref == "wikidata:Q99999999"
    assert knowledge.lookup("nsb") == ()
    assert knowledge.version.endswith("+own")


def test_known_actors_are_overridden(tmp_path: Path) -> None:
    """A row about a known actor changes its filled cells, keeps the others and adds aliases."""
    knowledge = loaded(tmp_path, "name,kind,sector,wikidata,aliases\nV. V. Putin,person,CVL,Q7747,VVP\n")
    entity = knowledge.entity("wikidata:Q7747")
    assert entity is not None and (entity.name, entity.sector, entity.state) == ("V. V. Putin", "CVL", "RUS")
    assert knowledge.lookup("VVP")[0].entity == entity == knowledge.lookup("Vladimir Putin")[0].entity
    named = loaded(tmp_path, "name,kind,aliases\nGazprom,company,the gas giant of Saint Petersburg\n")
    gazprom = named.lookup("Gazprom")[0].entity
    assert gazprom.ref == "wikidata:Q102673" and gazprom.state == "RUS"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("name,kind,colour\nA B,person,red\n", 1, "unknown column 'colour'"),
        ("name,state\nA B,RUS\n", 1, "no column 'kind'"),
        ("name,kind,kind\nA B,person,person\n", 1, "occurs twice"),
        (HEADER + "A B,human,,,,,,,\n", 2, "unknown kind 'human'"),
        (HEADER + ",person,,,,,,,\n", 2, "no name"),
        (HEADER + "# note\n\nA B,person,RU,,,,,,\n", 4, "unknown state 'RU'"),
        (HEADER + "A B,person,,PRESS,,,,,\n", 2, "unknown sector 'PRESS'"),
        (HEADER + "A B,person,,,7747,,,,\n", 2, "bad Wikidata id"),
        (HEADER + "A B,person,,,,,mayor,1 May 2015,\n", 2, "bad date '1 May 2015'"),
        (HEADER + "A B,person,,,,,mayor,2015-13,\n", 2, "bad date '2015-13'"),
        (HEADER + "A B,person,,,,,mayor,2016,2015\n", 2, "ends before it starts"),
        (HEADER + "A B,person,,,,,,2015,2016\n", 2, "dates without an office"),
        (HEADER + "A B,person,,,,,,,\nC D,person,,,,,,,\nA B,person,,,,,,,\n", 4, "occurs twice"),
        (HEADER + "A, B,person,,,,,,,\n", 2, "10 cells under 9 columns"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, text: str, line: int, problem: str) -> None:
    """The error is one line with the file, the line, what is wrong and what to do."""
    with pytest.raises(KnowledgeError) as caught:
        loaded(tmp_path, text)
    message = str(caught.value)
    assert f"own.csv, line {line}: " in message and problem in message
    assert "; " in message and "\n" not in message


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file and bytes in no encoding are named, too."""
    path = tmp_path / "own.csv"
    with pytest.raises(KnowledgeError, match=r"own\.csv"):
        Knowledge.load(actors=path)
    path.write_bytes(b"name,kind\n\xff\xfe\x00,person\n")
    with pytest.raises(KnowledgeError, match="UTF-8"):
        Knowledge.load(actors=path)
    with pytest.raises(KnowledgeError):
        Knowledge.load(propositions=tmp_path / "none.yaml")


def test_propositions_extend_and_override(tmp_path: Path) -> None:
    """A new issue is found after the built-in ones, and one with a known id takes its place."""
    path = tmp_path / "issues.yaml"
    path.write_text(ISSUES.format(id="nile"), encoding="utf-8")
    knowledge = Knowledge.load(propositions=path)
    assert knowledge.issues_of("a dam on the Nile's upper course") == ("nile",)
    path.write_text(ISSUES.format(id="refugees"), encoding="utf-8")
    knowledge = Knowledge.load(propositions=path)
    assert knowledge.issues_of("refugees") == () and knowledge.issues_of("damming the Nile") == ("refugees",)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("- id: a\n  label: b\n  keywords: [x\n- id: c\n", 4, "not YAML"),
        ("id: a\n", 1, "not a list"),
        ("- id: a\n  label: b\n", 1, "no keywords"),
        ("- id: a\n  label: b\n  keywords: x\n", 3, "keywords is not a list"),
        ("- id: a\n  label: b\n  keywords: [x]\n  stance: for\n", 4, "unknown field 'stance'"),
        ("- id: a\n  label: b\n  keywords: [x, '']\n", 3, "empty keyword"),
        (ISSUES.format(id="a") + ISSUES.format(id="a"), 4, "occurs twice"),
        ("- just text\n", 1, "not a proposition"),
    ],
)
def test_a_wrong_proposition_is_named(tmp_path: Path, text: str, line: int, problem: str) -> None:
    """Errors in the YAML name file, line, what is wrong and what to do."""
    path = tmp_path / "issues.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        Knowledge.load(propositions=path)
    message = str(caught.value)
    assert f"issues.yaml, line {line}: " in message and problem in message and "\n" not in message
