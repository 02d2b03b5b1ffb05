"""PDF: lines to paragraphs, hyphens mended, heads left out, the way back kept, bad files refused."""

import time
from pathlib import Path

import pytest

from dragoman.errors import InputError, NoArticle, NotText, TooLarge
from dragoman.ingest import SizeLimits, article_from_bytes, original_position, sources, to_original
from dragoman.records import Article
from pdf_writer import column, written

FIRST = [
    "The minister said on Monday that the nego-",
    "tiations had gone on along well-",
    "known lines, and that nobody had walked out.",
    "   The envoys of both sides will meet again in the spring,",
    "a spokesman said. The well-known palace was closed.",
]


def read(data: bytes, **limits: int) -> Article:
    """Return the article of a PDF."""
    return article_from_bytes(data, name="press.pdf", sizes=SizeLimits(**limits))


def paragraphs(article: Article) -> list[str]:
    """Return the paragraphs as they stand in the text."""
    return [paragraph.span.of(article.text) for paragraph in article.paragraphs]


def test_lines_become_paragraphs() -> None:
    """Lines are joined; an indent, a gap and a line left short after a full stop end a paragraph."""
    lines = [
        *column(["Talks in the palace went on for a long day, as the host said, and"], top=740),
        *column(["the guests agreed."], top=726),
        *column(["The second paragraph begins after a line left short, without any"], top=712),
        *column(["indent, and it ends here, at the very end of a line, a full line."], top=698),
        *column(["The third one has an indent, and nothing else that would set it"], left=90, top=684),
        *column(["apart from the others."], top=670),
        *column(["After a gap the fourth one comes."], top=640),
    ]
    found = paragraphs(read(written([lines])))
    assert [text.split()[0] + " " + text.split()[1] for text in found] == [
        "Talks in",
        "The second",
        "The third",
        "After a",
    ]
    assert found[0].endswith("as the host said, and the guests agreed.")


def test_hyphens_at_line_ends_are_mended() -> None:
    """A hyphen set for want of room goes; one that the text has elsewhere in the line stays."""
    text = read(written([column(FIRST)])).text
    assert "negotiations had gone" in text
    assert "along well-known lines" in text


@pytest.mark.parametrize(
    ("end", "begin", "joined"),
    [
        ("the govern-", "ment of the day", "government"),
        ("the Franco-", "German border", "Franco-German"),
        ("the Covid-", "era rules", "Covidera"),
        ("the T-", "72 tanks", "T-72"),
        ("rules of co-opera-", "tion", "co-operation"),
    ],
)
def test_which_hyphens_stay(end: str, begin: str, joined: str) -> None:
    """Before a capital or a figure a hyphen stays; else it goes, unless the text knows the word with it."""
    text = read(written([column([f"The minister spoke of {end}", f"{begin} on Monday, he said."])])).text
    assert joined in text


def test_running_heads_and_page_numbers_are_left_out() -> None:
    """What stands at the margin of most pages, figures aside, is furniture; the text runs on over it."""
    pages = []
    for number, topic in enumerate(("gas", "grain", "fish", "arms"), 1):
        body = [
            f"On the day of {topic} the envoys met in the palace and talked about the prices that",
            f"neither side would name, and so the evening came without a word about {topic} and",
        ]
        pages.append(
            [
                (72, 770, 9, f"The Specimen Gazette, issue {number}"),
                *column(body, top=720),
                (300, 30, 9, f"- {number} -"),
            ]
        )
    article = read(written(pages))
    assert "Gazette" not in article.text and "- 2 -" not in article.text
    assert "about gas and On the day of grain" in article.text.replace("\n", " ")


def test_offsets_lead_back_to_the_pages_text() -> None:
    """Each character traces back to itself in the pages' text; a mended word covers both its parts."""
    article = read(written([column(FIRST[:3])]))
    assert article.offsets is not None
    raw = "\n".join(FIRST[:3])
    for position, char in enumerate(article.text):
        back = original_position(article.offsets, position)
        if back is not None:
            assert raw[back] == char or (raw[back] == "\n" and char == " ")
    start = article.text.index("negotiations")
    span = to_original(article, type(article.paragraphs[0].span)(start, start + len("negotiations")))
    assert span is not None and raw[span.start : span.end] == "nego-\ntiations"


def test_a_title_counts_only_where_the_page_shows_it() -> None:
    """Programs put the name of a file or a template into a PDF's title."""
    page = column(["Envoys agree on prices", "", "The envoys said on Monday that the prices were agreed."])
    assert read(written([page], title="Envoys agree on prices")).title == "Envoys agree on prices"
    assert read(written([page], title="Microsoft Word - draft7.doc")).title != "Microsoft Word - draft7.doc"


def test_a_pdf_is_known_by_its_content(tmp_path: Path) -> None:
    """The name doesn't matter; verbatim reading is refused."""
    path = tmp_path / "article.txt"
    path.write_bytes(written([column(FIRST)]))
    (source,) = sources(str(path))
    assert "negotiations" in source.article().text
    with pytest.raises(NotText, match="verbatim"):
        article_from_bytes(path.read_bytes(), name=None, verbatim=True)


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (written([[], []]), NoArticle, "pictures without text"),
        (written([column(FIRST)])[:300], NotText, "broken"),
        (b"%PDF-1.7\n" + b"\0" * 100_000, NotText, "broken"),
        (written([column(["A line."])] * 501), TooLarge, "501 pages"),
    ],
    ids=["scanned", "cut", "zeros", "pages"],
)
def test_pdfs_that_hold_no_article(data: bytes, error: type[InputError], message: str) -> None:
    """Scanned, broken and endless ones are refused by one line each, in bounded time."""
    start = time.monotonic()
    with pytest.raises(error, match=message) as caught:
        read(data)
    assert "\n" not in str(caught.value) and time.monotonic() - start < 15


def test_a_pdf_that_unpacks_without_end_is_refused() -> None:
    """A page whose stream unpacks to far more than there is room for ends within its bounds."""
    import zlib

    packed = zlib.compress(b"BT /F1 9 Tf (talks) Tj ET " * 5_000_000, 1)
    plain = written([[(0, 0, 1, "x" * 1000)]])
    stream = plain[plain.index(b"<< /Length") : plain.index(b"endstream")]
    bomb = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\n" % (len(packed), packed)
    start = time.monotonic()
    try:
        read(plain.replace(stream, bomb), pdf_seconds=3)
    except InputError as error:
        assert "\n" not in str(error)
    assert time.monotonic() - start < 15


def test_characters_are_bounded() -> None:
    """More text than is read as one article is refused."""
    with pytest.raises(TooLarge):
        read(written([column(FIRST)] * 3), pdf_characters=200)
