"""The PLOVER codebook: complete, free of contradictions, and the only source of codes."""

from importlib.resources import files
from typing import get_args

from dragoman.knowledge.codebook import codebook
from dragoman.records import EventType


def test_every_type_has_one_entry():
    """The sixteen types of the records are those of the codebook, each once."""
    assert sorted(entry.type for entry in codebook().types) == sorted(get_args(EventType))


def test_modes_and_contexts_are_complete_and_defined():
    """There are 67 modes over eleven types and 37 contexts, none twice, all with a definition."""
    book = codebook()
    assert len({(mode.type, mode.mode) for mode in book.modes}) == len(book.modes) == 67
    assert len({mode.type for mode in book.modes}) == 11
    assert len(dict(book.contexts)) == len(book.contexts) == 37
    assert all(mode.definition for mode in book.modes) and all(text for _, text in book.contexts)


def test_scores_have_the_sign_of_their_quad():
    """Cooperation scores above zero, conflict at or below; a request for help is the one kind exception."""
    book = codebook()
    for entry in book.types:
        assert (entry.score > 0) == ("cooperation" in entry.quad), entry
    for mode in book.modes:
        if mode.score is not None and (mode.type, mode.mode) != ("REQUEST", "assist"):
            assert (mode.score > 0) == ("cooperation" in book.type(mode.type).quad), mode


def test_a_mode_without_score_takes_its_type_s():
    """Vandalism has no score in the manual, so it counts as a protest."""
    assert codebook().score("PROTEST", "vandalize") == codebook().score("PROTEST") == -5


def test_every_ruling_has_its_reason():
    """A ruling without a reason could not be argued with."""
    rulings = codebook().rulings
    assert len({r.id for r in rulings}) == len(rulings) > 10
    assert all(r.question and r.ruling and r.reason for r in rulings)


def test_the_trigger_table_uses_codes_of_the_book_alone():
    """Types, modes and contexts of the extraction tables are all in the codebook."""
    book = codebook()
    modes = {(mode.type, mode.mode) for mode in book.modes}
    folder = files("dragoman.extract.events") / "data"
    for line in (folder / "triggers.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            _, _, kind, mode, *_ = line.split("\t")
            assert (kind, mode) in modes if mode else kind in get_args(EventType), line
    for line in (folder / "contexts.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            assert line.split("\t")[0] in dict(book.contexts), line
