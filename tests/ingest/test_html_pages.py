"""Pages: main text and metadata, with offsets that lead back to the source."""

import pytest

from dragoman.errors import NoArticle, NotText
from dragoman.ingest import article_from_bytes, article_from_html, to_original
from dragoman.records import Span

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Envoys agree on terms &amp; dates - The Sample Gazette</title>
<meta property="og:site_name" content="The Sample Gazette"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2015-11-24T10:00:00Z">
<script>var x = "The envoys of two states met on Monday";</script></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Envoys agree on terms &amp; dates</h1>
<p>The envoys of two states met on Monday &mdash; and, according to an official, agreed on
a <b>time</b>table for talks that should bring peace to the region.</p>
<h2>A Long Road Ahead</h2>
<p>&ldquo;We have come far,&rdquo; said one of them, who asked not to be named. The Sample Border
Commission (SBC) would pay for the meeting, he added, while others doubted that it could.</p>
<p>Nobody knows whether the talks will go on, analysts contend, since both sides have other plans.</p>
<p>Share this</p></article>
<footer>© 2015 The Sample Gazette. All rights reserved. <a href="/s">Subscribe</a></footer></body></html>"""


def test_a_page_becomes_an_article() -> None:
    """Headline, text, metadata and expansions are there; navigation and footer are not."""
    article = article_from_html(PAGE)
    assert article.title == "Envoys agree on terms & dates"
    assert (article.publication, article.author) == ("The Sample Gazette", "Jane Roe")
    assert str(article.published) == "2015-11-24"
    assert [p.kind for p in article.paragraphs] == ["title", "body", "heading", "body", "body"]
    for word in ("Subscribe", "Home", "Share", "var x"):
        assert word not in article.text
    assert [e.short.of(article.text) for e in article.expansions] == ["SBC"]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("timetable", "time</b>table"),
        ("“We have come far,”", "&ldquo;We have come far,&rdquo;"),
        ("terms & dates", "terms &amp; dates"),
        ("Border Commission", "Border\nCommission"),
        ("Monday", "Monday"),
    ],
)
def test_offsets_lead_back_to_the_source(words: str, source: str) -> None:
    """A span's original is where the words stand in the page, entities and tags included."""
    article = article_from_html(PAGE)
    start = article.text.index(words)
    found = to_original(article, Span(start, start + len(words)))
    assert found is not None and found.of(PAGE) == source
    if words == "Monday":
        assert found.start > PAGE.index("<article>")


def test_the_charset_of_a_page() -> None:
    """The head's charset counts, and the sender's before it."""
    page = PAGE.replace("utf-8", "windows-1251").replace("Jane Roe", "Jane Roé")
    article = article_from_bytes(
        PAGE.encode("cp1252", "replace"), name=None, content_type="text/html; charset=cp1252"
    )
    assert article.title == "Envoys agree on terms & dates"
    assert (
        article_from_bytes(page.encode("cp1251", "replace"), name="x.html").publication
        == "The Sample Gazette"
    )


def test_no_date_is_made_up() -> None:
    """A page without a date has none."""
    bare = PAGE.replace('<meta property="article:published_time" content="2015-11-24T10:00:00Z">', "")
    bare = bare.replace("© 2015 ", "")
    assert article_from_html(bare).published is None


def test_a_page_cannot_be_read_verbatim() -> None:
    """Verbatim is for text; a file named .txt is read as text whatever it holds."""
    with pytest.raises(NotText, match="verbatim"):
        article_from_bytes(PAGE.encode(), name="x.html", verbatim=True)
    assert article_from_bytes(PAGE.encode(), name="x.txt", verbatim=True, any_language=True).text == PAGE


def test_a_page_without_text() -> None:
    """A page that holds nothing to read is refused."""
    with pytest.raises(NoArticle):
        article_from_html("<html><body><nav><a href='/'>Home</a></nav></body></html>")


def test_a_text_named_as_text_but_html_is_read_as_html() -> None:
    """Saved pages are recognized by their first tag."""
    assert article_from_bytes(PAGE.encode(), name="saved").title == "Envoys agree on terms & dates"
