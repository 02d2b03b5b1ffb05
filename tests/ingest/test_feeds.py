"""Feeds: entries as articles, their own text or the page they link to, and what is hostile in them."""

import time
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.ingest import SourceOptions, sources, to_original
from dragoman.ingest.containers import container_of
from dragoman.ingest.limits import FetchLimits
from dragoman.records import Span

BODY = "The envoy said on Monday that the talks had gone well, and would go on in the spring. " * 3
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
RSS = (
    HEAD + '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Sample Gazette</title>'
    "<item><title>Talks &amp; tea</title><link>https://gazette.example/talks</link>"
    "<dc:creator>Ann Example</dc:creator><pubDate>Tue, 24 Nov 2015 10:00:00 GMT</pubDate>"
    "<description>In short.</description>"
    f"<content:encoded><![CDATA[<p>{BODY}</p><script>evil()</script><p>They left &amp; slept.</p>]]>"
    "</content:encoded></item>"
    "<item><title>In short</title><description>The envoys said that they had met.</description></item>"
    "<item><title>Nothing</title></item></channel></rss>"
)
ATOM = (
    HEAD + '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Specimen Post</title><entry>'
    '<title>Talks</title><link href="https://post.example/a"/><author><name>B. Sample</name></author>'
    "<updated>2015-11-25T03:00:00Z</updated>"
    f'<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>'
)
QUICK = SourceOptions(fetch=FetchLimits(total_seconds=2, silence_seconds=1))


def outcomes(path: Path, options: SourceOptions = QUICK) -> list[str]:
    """Return each source's text, or its error."""
    found = []
    for source in sources(str(path), options):
        try:
            found.append(source.article().text)
        except InputError as error:
            assert "\n" not in str(error)
            found.append(f"! {error}")
    return found


def test_rss_entries_are_articles(tmp_path: Path) -> None:
    """Title, author, day, address and the feed's name come from the feed, the text from the entry."""
    path = tmp_path / "feed.xml"
    path.write_text(RSS)
    found = list(sources(str(path)))
    article = found[0].article()
    assert (article.title, article.author, article.publication, str(article.published), article.url) == (
        "Talks & tea", "Ann Example", "The Sample Gazette", "2015-11-24", "https://gazette.example/talks",
    )  # fmt: skip
    assert [p.span.of(article.text) for p in article.paragraphs] == [BODY.strip(), "They left & slept."]
    assert article.origin == f"{path}:1"


def test_a_summary_without_a_link_is_all_there_is(tmp_path: Path) -> None:
    """A short entry without a link is read as it is; one without anything is a failure."""
    path = tmp_path / "feed.rss"
    path.write_text(RSS)
    assert outcomes(path)[1] == "The envoys said that they had met."
    assert outcomes(path)[2].endswith("feed.rss:3: the entry has neither a text nor a link")


def test_atom(tmp_path: Path) -> None:
    """Atom's names for the same things."""
    path = tmp_path / "feed.atom"
    path.write_text(ATOM)
    (source,) = sources(str(path))
    article = source.article()
    assert (article.author, str(article.published), article.publication) == (
        "B. Sample", "2015-11-25", "The Specimen Post",
    )  # fmt: skip
    assert article.text == BODY.strip()


def test_offsets_lead_back_to_the_entry(tmp_path: Path) -> None:
    """A span of the text leads to the same words in the entry's markup."""
    path = tmp_path / "feed.atom"
    path.write_text(ATOM)
    (source,) = sources(str(path))
    article = source.article()
    span = to_original(article, Span(4, 9))
    assert span is not None and f"<p>{BODY}</p>"[span.start : span.end] == "envoy"


def test_an_entry_with_only_a_summary_is_fetched(tmp_path: Path) -> None:
    """Its link is asked; where nobody answers, that is this entry's failure and no other's."""
    path = tmp_path / "feed.xml"
    short = "<item><title>A</title><link>http://127.0.0.1:9/a</link><description>Short …</description></item>"
    path.write_text(RSS.replace("<item>", f"{short}<item>", 1))
    found = outcomes(path)
    assert found[0].startswith("! ") and "127.0.0.1:9/a" in found[0]
    assert found[1].startswith("The envoy said")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """Marks and wide encodings are seen through."""
    path = tmp_path / "feed.xml"
    path.write_bytes(RSS.replace("utf-8", encoding.removesuffix("-sig"), 1).encode(encoding))
    assert outcomes(path)[0].startswith("The envoy said")


@pytest.mark.parametrize(
    ("head", "held"),
    [
        (b"<rss version='2.0'>", "feed"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a --><feed xmlns='x'>", "feed"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "feed"),
        (b"<rdf:RDF xmlns:rdf='x'>", "feed"),
        (b"<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", "feed"),
        (b"<!doctype html><html><body><rss>", None),
        (b"<feedback>", None),
        (b"The <rss> was broken.", None),
        (b"<?xml version='1.0'?><article>", None),
        (b"WARC/1.1\r\n", "warc"),
        (b"\x1f\x8b broken", None),
        (b"", None),
    ],
)
def test_what_a_file_holds_shows_in_its_first_bytes(head: bytes, held: str | None) -> None:
    """Feeds and archives are known by their content; pages and texts about them are neither."""
    assert container_of(head) == held


ENTITIES = '<!ENTITY a0 "talks">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))


@pytest.mark.parametrize(
    "feed",
    [
        f"{HEAD}<!DOCTYPE rss [{ENTITIES}]><rss><channel><item><title>a</title>"
        "<description>&a11;</description></item></channel></rss>",
        f'{HEAD}<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hosts">]><rss><channel><item>'
        "<description>&x;</description></item></channel></rss>",
        "<rss><channel>" + "<item>" * 500_000,
        "<rss><channel><item><description>" + "<b>" * 500_000,
        "<rss><channel><item><description>" + "<b></b>" * 500_000,
        "<rss><channel>" + "<a" * 1_000_000,
        "<rss><channel><item><description><![CDATA[" + "<![CDATA[" * 100_000,
        "<rss>" + "&amp;" * 900_000,
        "<rss><!--" + "-" * 1_000_000,
        "<rss><channel></channel></rss>",
        RSS[:400],
        RSS[:-200],
        "<rss>" + "x" * 6_000_000,
    ],
    ids=lambda feed: feed[:12] + str(len(feed)),
)
def test_hostile_feeds_end_in_bounded_time(tmp_path: Path, feed: str) -> None:
    """Entity bombs, heaped tags and broken ends: one line or an article each, and no file's content."""
    path = tmp_path / "feed.xml"
    path.write_text(feed)
    start = time.monotonic()
    found = outcomes(path)
    assert found and not any("localhost" in text for text in found)
    assert max(map(len, found)) < 1_000_000 and time.monotonic() - start < 20


def test_folders_read_feeds_among_xml_files(tmp_path: Path) -> None:
    """An .xml file is read where it is a feed, and passed over where it isn't."""
    (tmp_path / "a.xml").write_text(ATOM)
    (tmp_path / "b.xml").write_text(HEAD + "<note><p>The envoy said so.</p></note>")
    assert outcomes(tmp_path) == [BODY.strip()]
