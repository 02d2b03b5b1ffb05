"""Furniture and notes: what the patterns must and must not match."""

import pytest

from dragoman.ingest import article_from_text
from dragoman.ingest.patterns import packaged_patterns

FURNITURE = [
    "Be the first to comment",
    "Leave a Reply",
    "About this publication",
    "Share this",
    "Share on Facebook",
    "Read more: Envoys meet again",
    "Subscribe to our newsletter",
    "Subscribe",
    "Related articles",
    "Advertisement",
    "ADVERTISEMENT",
    "[Advertisement]",
    "Photo: Jane Roe/Getty Images",
    "Jane Roe via Getty Images",
    "(AP Photo/Jane Roe)",
    "Follow us on Twitter",
    "Follow Jane Roe on Twitter @janeroe.",
    "This site uses cookies to improve your visit.",
    "Cookie Policy",
    "© 2015 The Sample Gazette",
    "Copyright 2015 The Sample Gazette. All rights reserved.",
    "All rights reserved.",
    "Sign up",
    "Sign up for our daily briefing",
    "Comments (3)",
    "12 comments",
    "Comments",
    "Loading…",
    "Loading...",
    "Print / Email",
    "Print",
    "Translated by Jane Roe",
    "* * *",
    "—",
    "Tags: Geneva, talks",
    "Posted in World",
    "3 min read",
    "Get the news delivered to your inbox",
    "https://example.org/talks",
    "Like us on Facebook",
    "Most read",
    "You may also like",
    "Continue reading",
    "Your email address will not be published. Required fields are marked",
    "Page 2 of 3",
    "Privacy Policy",
    "Editor's picks",
    "Click here to subscribe",
    "Save this article",
    "Article continues below",
    "No comments on Envoys meet in Geneva",
    "2 hours ago",
    "Story continues below advertisement",
]
TEXT = [
    "Leave a reply to the embassy, the note said, or face the consequences.",
    "Leave a reply to the embassy,",
    "Be the first to comment on the deal was the minister’s aim.",
    "Share the burden, minister tells neighbours",
    "Subscribe to the plan or leave, envoys told",
    "Comments by the minister anger the neighbours",
    "Comments on the deal came from all sides.",
    "Read more books, the minister told the pupils.",
    "Register to vote, minister tells students",
    "Sign the treaty, envoys urge",
    "Photo shows the minister with the envoys.",
    "Follow the money, says the auditor",
    "Support our troops, the minister said.",
    "Video shows attack on convoy",
    "Live fire drills begin near the border",
    "Opinion: The talks will fail",
    "Advertisement spending fell by a tenth, the agency said.",
    "Join the talks, envoys urge neighbours",
    "More sanctions to come",
    "More talks in the spring",
    "The minister was the first to comment.",
    "“Print this,” the minister said.",
    "About the talks he said nothing.",
    "Print the truth, he said.",
    "Related talks were held in the capital.",
    "Home and abroad, the deal is disputed.",
    "Report: Envoys to meet again",
    "Tag along, the envoy was told.",
    "2 hours ago, the talks broke down.",
    "The envoys met 12 hours ago.",
    "Source: minister to quit",
    "Top envoy to quit",
    "Next steps",
    "“No.”",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_recognized(line: str) -> None:
    """A line that belongs to the page is furniture."""
    assert packaged_patterns().furniture_reach(line) is not None


@pytest.mark.parametrize("line", TEXT)
def test_text_is_no_furniture(line: str) -> None:
    """A sentence or a headline that holds the same words is none."""
    assert packaged_patterns().furniture_reach(line) is None


NOTES = [
    "*Editor’s note: The SBC is an abbreviation for the Sample Border Commission.",
    "Editor's note: Names changed.",
    "Correction: An earlier version misstated the date.",
    "This article was updated on Monday to add a reply.",
    "An earlier version of this story said that the envoy was ill.",
    "[1] See the treaty, article 5.",
    "† Not in force.",
    "(Reporting by Jane Roe; Editing by John Doe)",
    "* The SBC is the border commission.",
    "The views expressed here are the author’s own.",
    "Translator’s note: The word also means peace.",
    "(The SBC stands for the Sample Border Commission.)",
    "Note: All figures are in euros.",
]
NO_NOTES = [
    "Editors note that sales fell.",
    "Correction of the border was agreed, officials said.",
    "This article of the treaty is disputed, the envoy said.",
    "The story was told by the minister.",
    "[The minister] said that he would go.",
    "(The minister had said so before.)",
    "Notes were exchanged on Monday.",
    "The views of the envoys differ.",
]


@pytest.mark.parametrize("line", NOTES)
def test_notes_are_recognized(line: str) -> None:
    """A paragraph about the article, or one that explains a word of it, is a note."""
    assert packaged_patterns().is_note(line)


@pytest.mark.parametrize("line", NO_NOTES)
def test_text_is_no_note(line: str) -> None:
    """A sentence that only begins alike is none."""
    assert not packaged_patterns().is_note(line)


def test_what_follows_a_comment_section_is_furniture() -> None:
    """Readers' comments under the article are not the article's statements."""
    body = "The envoy said that the talks had gone well and would go on in the spring. " * 5
    text = f"Talks end well\n\n{body}\n\n3 comments\n\nNonsense, says I.\n\nThe envoy lies, and he knows it."
    kinds = [p.kind for p in article_from_text(text, verbatim=True).paragraphs]
    assert kinds == ["title", "body", "furniture", "furniture", "furniture"]


def test_a_comment_count_above_the_article_does_not_swallow_it() -> None:
    """ "3 comments" under the headline is furniture alone."""
    body = "The envoy said that the talks had gone well and would go on in the spring. " * 5
    article = article_from_text(f"Talks end well\n\n3 comments\n\n{body}\n\nHe left.")
    assert [p.kind for p in article.paragraphs] == ["title", "body", "body"]


def test_headlines_under_related_articles_are_furniture() -> None:
    """A list of links goes, the text that resumes after it stays."""
    body = "The envoy said that the talks had gone well and would go on in the spring."
    text = f"Talks end\n\n{body}\n\nRelated articles\n\nEnvoys meet again\n\nGas prices fall\n\n{body}"
    assert article_from_text(text).text == f"Talks end\n\n{body}\n\n{body}"
