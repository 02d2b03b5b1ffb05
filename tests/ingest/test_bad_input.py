"""Bad input: one clear line or an article, in bounded time."""

import random
import time

import pytest

from dragoman.errors import ForeignLanguage, InputError, NoArticle, NotText, TooLarge
from dragoman.ingest import SizeLimits, article_from_bytes, article_from_html, article_from_text

WORDS = "The minister said that the talks had failed. "


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NoArticle),
        (b" \n\r\n\t", NoArticle),
        (b"\xef\xbb\xbf", NoArticle),
        (b"talks\0fail", NotText),
        (b"%PDF-1.4 ...", NotText),
        (b"PK\x03\x04 ...", NotText),
        (bytes(range(256)) * 20, NotText),
        (random.Random(1).randbytes(5000), NotText),
        (b"\xff\xfe\x00\xd8", NotText),
        (b"...", NoArticle),
    ],
)
def test_bytes_that_hold_no_article(data: bytes, error: type[InputError]) -> None:
    """Empty and binary sources are refused by one line each."""
    with pytest.raises(error) as caught:
        article_from_bytes(data, name="x.txt")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]
)
def test_encodings(encoding: str) -> None:
    """The encodings that articles come in are read."""
    text = "The “talks” went on, and the café was closed, the envoy’s friends said."
    assert article_from_bytes(text.encode(encoding), name=None).text == text


def test_a_byte_order_mark_counts_in_verbatim_offsets() -> None:
    """Verbatim, the mark is the first character."""
    article = article_from_bytes(b"\xef\xbb\xbfThe talks went on.", name="x.txt", verbatim=True)
    assert article.text[0] == "\ufeff"
    assert article.paragraphs[0].span.start == 1


def test_size_is_bounded() -> None:
    """A source over the limit is refused by its size."""
    with pytest.raises(TooLarge, match="larger than"):
        article_from_bytes(b"a" * 101, name=None, sizes=SizeLimits(text_bytes=100))


@pytest.mark.parametrize(
    "text",
    [
        WORDS * 40_000,
        ("“" + WORDS) * 10_000,
        "A" * 1_000_000,
        "The a" + " " * 1_000_000 + "b",
        "The a" + "\u0301\u0316" * 300_000,
        "The \u202emin\u2066ister\u2069 said שלום that " * 20_000,
        "\n" * 500_000 + "b",
        "AB, " * 100_000,
        "(" * 500_000,
        "Aa of " * 100_000,
        "*a" * 300_000,
        "The cat\n" * 20_000,
        "((ABC " * 100_000,
    ],
    ids=lambda text: text[:8].encode("unicode_escape").decode(),
)
@pytest.mark.parametrize("verbatim", [True, False])
def test_endless_and_twisted_texts_take_bounded_time(text: str, verbatim: bool) -> None:
    """Each ends in an article or in one line, within seconds."""
    start = time.monotonic()
    try:
        article_from_text(text, verbatim=verbatim)
    except InputError as error:
        assert "\n" not in str(error)
    assert time.monotonic() - start < 15


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 100_000 + "talks",
        "<html>" + "<b>" * 200_000,
        "<html><body><p " + 'a="' + "x" * 2_000_000 + '">The talks.</p>',
        "<html><body>" + "&amp;" * 500_000,
        "<html><body><p>" + "<" * 300_000,
        "<html><!--" + "-" * 500_000,
        "<html><script>" * 50_000,
        '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>&b;</p>',
        "<html>" + "<p " * 100_000,
        "<html><body>",
        "<html><body><p>\x01\x02</p>",
    ],
    ids=lambda page: page[:20],
)
def test_html_bombs_take_bounded_time(page: str) -> None:
    """A page made to break parsers ends in one line or in an article, within seconds."""
    start = time.monotonic()
    try:
        article_from_html(page, any_language=True)
    except InputError as error:
        assert "\n" not in str(error)
    assert time.monotonic() - start < 15


def test_a_page_over_the_limit_is_refused() -> None:
    """The page's own, smaller limit holds."""
    with pytest.raises(TooLarge):
        article_from_html("<html>" + "x" * 100, sizes=SizeLimits(html_bytes=100))


FOREIGN = {
    "French": "Le président a déclaré lundi que les négociations avaient échoué et que son pays refusait.",
    "German": "Der Minister sagte am Montag, dass die Gespräche gescheitert seien und er nun gehe.",
    "Russian": "Министр заявил в понедельник, что переговоры провалились и что его страна не уступит.",
    "Turkish": "Bakan pazartesi günü görüşmelerin başarısız olduğunu ve ülkesinin bekleyeceğini söyledi.",
    "Dutch": "De minister zei maandag dat de gesprekken waren mislukt en dat zijn land niet zou toegeven.",
    "Chinese": "部长星期一表示，会谈已经失败，他的国家不会让步。"
    "双方将在春天再次会面，并讨论天然气的价格以及边境问题。",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_named_and_refused(language: str) -> None:
    """A text in another language is refused by its English name, and passes on request."""
    with pytest.raises(ForeignLanguage, match=f"this text is in {language}; Dragoman reads English only"):
        article_from_text(FOREIGN[language])
    assert article_from_text(FOREIGN[language], any_language=True).text


@pytest.mark.parametrize(
    "text",
    [
        "Nein.",
        "Kyiv Moskva Tehran Ankara",
        "Ivanov, Petrov, Sidorov, Müller, Dupont, García, Rossi, Khamenei, Rouhani",
        "12 345 678 90 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28",
        "Putin in Tehran: gas, oil, arms, Syria",
        "Talks fail; minister resigns amid protests over gas prices, officials say",
        "Talks end. Le ministre a dit “non” aux Américains, and the envoys left for the airport.",
    ],
)
def test_short_texts_lists_and_quotations_pass(text: str) -> None:
    """Names, figures, headlines and a foreign quotation do not make a text foreign."""
    assert article_from_text(text).text
