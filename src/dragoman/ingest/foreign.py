"""Recognizes a text that is not in English, and names its language.

A text full of English function words is English, and costs nothing to recognize. Only where they are
missing is py3langid asked, over the languages of the world's press; and it is believed only for
running text, since lists of names and figures have no language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from dragoman.errors import ForeignLanguage
from dragoman.ingest.wordlists import words_of

LANGUAGES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "ca": "Catalan",
    "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "ku": "Kurdish",
    "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_SAMPLE = 6_000
_FEWEST_LETTERS = 40
_SURE = 0.9


def check_english(passages: Iterable[str]) -> None:
    """Raise ForeignLanguage where the passages are surely in another language than English.

    ``passages`` are the article's running paragraphs; the first 6,000 characters are looked at. Fewer
    than 40 letters are given the benefit of the doubt.
    """
    sample = ""
    for passage in passages:
        sample += passage[: _SAMPLE - len(sample)] + "\n"
        if len(sample) >= _SAMPLE:
            break
    letters = [char for char in sample if char.isalpha()]
    if len(letters) < _FEWEST_LETTERS or _reads_as_english(sample):
        return
    if not _is_running_text(sample, letters):
        return
    code, probability = _identifier().classify(sample)
    if code != "en" and probability >= _SURE:
        raise ForeignLanguage(f"this text is in {LANGUAGES[code]}; Dragoman reads English only")


def _reads_as_english(sample: str) -> bool:
    """Say whether English function words make up a fair share of the words, as no other language has."""
    words = re.findall(r"[^\W\d_]+", sample.lower())
    hits = [word for word in words if word in words_of("english_words.txt")]
    return len(set(hits)) >= min(3, 1 + len(words) // 20) and len(hits) >= 0.08 * len(words)


def _is_running_text(sample: str, letters: list[str]) -> bool:
    """Say whether the sample is sentences and not a list: words in lower case, or another script."""
    if sum(not char.isascii() and ord(char) >= 0x370 for char in letters) > 0.5 * len(letters):
        return True
    words = re.findall(r"[^\W\d_]+", sample)
    return len(words) >= 8 and sum(word.islower() for word in words) >= 0.4 * len(words)


@cache
def _identifier() -> Any:
    """Load py3langid's model once, over our languages only."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.labels)
    identifier.set_languages([code for code in LANGUAGES if code in known])
    return identifier
