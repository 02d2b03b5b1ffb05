"""Paragraphs: found in every layout, and named for what they are."""

import datetime

import pytest

from dragoman.errors import NoArticle
from dragoman.ingest import article_from_text, to_original
from dragoman.ingest.byline import is_outlet
from dragoman.ingest.dates import parse_date

BODY = "The envoy said on Monday that the talks had gone well. They would go on in the spring, he added."


def _kinds(text: str) -> list[tuple[str, str]]:
    """Return kind and words of each paragraph, read verbatim."""
    article = article_from_text(text, verbatim=True)
    return [(p.kind, p.span.of(text)) for p in article.paragraphs]


def test_title_and_headings_are_told_from_the_body() -> None:
    """The first short line is the headline; crossheads, quoted ones too, are headings."""
    text = f"Talks End Well\n\n{BODY}\n\nA Long Road Ahead\n\n{BODY}\n\n’We Shall Meet Again’\n\n{BODY}"
    assert [kind for kind, _ in _kinds(text)] == ["title", "body", "heading", "body", "heading", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "“We will meet again.”",
        "“We will meet again,” he said",
        "He went on:",
        "“Will they meet again?”",
        "- gas and oil",
        "''We will meet again,'' he said, ''soon.''",
        "It failed.",
    ],
)
def test_short_paragraphs_that_are_no_headings(line: str) -> None:
    """Speech, items and short sentences stay body."""
    assert _kinds(f"Talks End Well\n\n{BODY}\n\n{line}\n\n{BODY}")[2][0] == "body"


def test_menus_and_section_names_above_the_headline() -> None:
    """A menu is furniture, and a section's name is not the headline."""
    kinds = _kinds(f"Home | World | Politics\n\nWorld\n\nTalks End Well\n\n{BODY}\n\n{BODY}")
    assert [kind for kind, _ in kinds] == ["furniture", "heading", "title", "body", "body"]


def test_bold_lines_of_markdown_are_headings() -> None:
    """The asterisks stay outside the heading's span."""
    assert _kinds(f"**Talks End Well**\n\n{BODY}\n\n**Gas.**\n\n{BODY}")[::2] == [
        ("title", "Talks End Well"),
        ("heading", "Gas."),
    ]


def test_three_short_lines_are_a_list() -> None:
    """Headings do not come three in a row."""
    text = f"Talks End Well\n\n{BODY}\n\nRussia\n\nIran\n\nTurkey\n\n{BODY}"
    assert all(kind == "body" for kind, _ in _kinds(text)[1:])


def test_a_text_of_one_paragraph_is_body() -> None:
    """A single line is no headline without an article."""
    assert _kinds("The envoy said that the talks had failed")[0][0] == "body"


def test_one_line_a_paragraph() -> None:
    """Lines that end where sentences end are paragraphs."""
    text = f"Talks End Well\n{BODY}\n“No,” he said.\n{BODY * 2}"
    assert [words for _, words in _kinds(text)] == text.split("\n")


WRAPPED = """Talks End Well

The envoy of the republic said on Monday that the talks in the capital
had gone well, and that they would be taken up again in the spring of
next year.

A second round is planned. Nobody knows where it will be held, but the
minister has offered a house by the lake, which his own party does not
like."""


def test_wrapped_lines_are_joined() -> None:
    """Lines wrapped at a fixed width make one paragraph, whose span runs over them."""
    assert [words for _, words in _kinds(WRAPPED)] == WRAPPED.split("\n\n")
    indented = WRAPPED.replace("\n\nA second", "\n    A second")
    assert len(_kinds(indented)) == 3


def test_byline_and_dateline_of_copied_text() -> None:
    """Author, outlet and date are taken from lines that lost their HTML, and the lines left out."""
    text = f"Talks End Well\n\nJane Roe | The Sample Gazette | 24 November 2015\n\n{BODY}\n\n{BODY}"
    article = article_from_text(text)
    assert (article.author, article.publication) == ("Jane Roe", "The Sample Gazette")
    assert article.published == datetime.date(2015, 11, 24)
    assert article.text.count("Jane Roe") == 0
    agency = article_from_text(f"Talks End\n\nTEHRAN, Nov 24 (Reuters) — {BODY}\n\n{BODY}")
    assert (agency.publication, agency.published) == ("Reuters", None)
    assert "TEHRAN" in agency.text


@pytest.mark.parametrize(
    ("line", "author", "publication", "published"),
    [
        ("By Jane Roe", "Jane Roe", None, None),
        ("By JANE ROE and JOHN DOE", "JANE ROE and JOHN DOE", None, None),
        ("By Jane Roe, The Sample Gazette", "Jane Roe", "The Sample Gazette", None),
        ("By Jane Roe | November 24, 2015", "Jane Roe", None, "2015-11-24"),
        ("Published: Tuesday, 24 November 2015, 14:30 GMT", None, None, "2015-11-24"),
        ("24 Nov. 2015", None, None, "2015-11-24"),
        ("New York, 24 November 2015", None, None, "2015-11-24"),
        ("By Jane Roe\n\nThe Sample Gazette", "Jane Roe", "The Sample Gazette", None),
        ("Sample Herald, 24 November 2015", None, "Sample Herald", "2015-11-24"),
    ],
)
def test_lines_under_the_headline(
    line: str, author: str | None, publication: str | None, published: str | None
) -> None:
    """The usual forms of bylines are understood."""
    article = article_from_text(f"Talks End Well\n\n{line}\n\n{BODY}\n\n{BODY}")
    found = (article.author, article.publication, article.published and str(article.published))
    assert found == (author, publication, published)
    assert line not in article.text


@pytest.mark.parametrize(
    "line", ["By Monday the talks had failed.", "Two Men and a Border", "In 2015 the war began."]
)
def test_lines_that_tell_nothing(line: str) -> None:
    """A line that only looks like a byline gives no facts and stays."""
    article = article_from_text(f"Talks End Well\n\n{line}\n\n{BODY}\n\n{BODY}")
    assert (article.author, article.publication, article.published) == (None, None, None)
    assert line in article.text


HEADED = (
    f"Title: Talks end well\nPublication: The Sample Gazette\nAuthor: Jane Roe\nDate: 2015-11-24\n\n{BODY}\n"
)


def test_a_header_is_read() -> None:
    """``Key: value`` lines become metadata; the title stays as the headline."""
    article = article_from_text(HEADED)
    assert article.text == f"Talks end well\n\n{BODY}"
    assert [p.kind for p in article.paragraphs] == ["title", "body"]
    assert (article.title, article.publication, article.author, str(article.published)) == (
        "Talks end well",
        "The Sample Gazette",
        "Jane Roe",
        "2015-11-24",
    )
    found = to_original(article, article.paragraphs[0].span)
    assert found is not None and found.of(HEADED) == "Talks end well"


def test_a_header_read_verbatim_stays() -> None:
    """Verbatim, the header's characters stay, named furniture."""
    article = article_from_text(HEADED, verbatim=True)
    assert article.text == HEADED
    assert [p.kind for p in article.paragraphs] == ["furniture", "title", "furniture", "body"]


def test_a_markdown_header_is_read() -> None:
    """The fenced form of a header is one too."""
    article = article_from_text(
        f'---\ntitle: "Talks: the end"\ndate: 2015-11-24\n---\n# Talks: the end\n\n{BODY}'
    )
    assert article.title == "Talks: the end"
    assert article.text == f"Talks: the end\n\n{BODY}"


def test_a_first_line_with_a_colon_is_no_header() -> None:
    """A headline with a colon is a headline."""
    assert article_from_text(f"Talks: the envoys part\n\n{BODY}\n\n{BODY}").title == "Talks: the envoys part"


def test_nothing_but_furniture_is_no_article() -> None:
    """A page of furniture is refused with a clear word."""
    with pytest.raises(NoArticle, match="furniture"):
        article_from_text("Leave a Reply\n\nSubscribe")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24/11/2015", "2015-11-24"),
        ("11/24/2015", "2015-11-24"),
        ("4/5/2015", None),
        ("Nov 24", None),
        ("31 February 2015", None),
        ("2015-11-24T10:00:00Z", "2015-11-24"),
        ("24th of November 2015", "2015-11-24"),
        ("may 2015", None),
        ("24.11.2015", "2015-11-24"),
    ],
)
def test_dates(text: str, day: str | None) -> None:
    """Full dates are read, doubtful ones are not."""
    found = parse_date(text)
    assert (str(found) if found else None) == day


def test_a_byline_above_the_headline() -> None:
    """A byline on the first line is not taken for the headline."""
    article = article_from_text(f"By Jane Roe\n\nTalks End Well\n\n{BODY}\n\n{BODY}")
    assert (article.title, article.author) == ("Talks End Well", "Jane Roe")


def test_outlets_and_people() -> None:
    """Outlets are told from people by the words that outlets' names are made of."""
    assert is_outlet("The Northern Herald") and is_outlet("Reuters")
    assert not is_outlet("Jane Roe") and not is_outlet("the talks in the world")
