"""Dragoman's errors, one small tree.

::

    DragomanError
    ├── InputError            the source could not be turned into an article
    │   ├── NotText           binary, or in no encoding that could be read
    │   ├── TooLarge          over the size that is read at a sitting
    │   ├── NoArticle         empty, or nothing left once page furniture is out
    │   ├── ForeignLanguage   another language than English, named in the message
    │   └── FetchFailed       a URL that did not answer, or answered with no article
    ├── KnowledgeError        a row of the user's own tables is wrong (file and line are named)
    ├── ModelError            the packaged model is missing or does not fit this version
    ├── RelationsError        acts, scales or weights that closeness cannot be measured from
    │   └── NotATable         a table of events that cannot be brought in: columns or rows are wrong
    ├── DestinationError      an export cannot be written where it was to go
    ├── CorrectionError       a finding cannot be corrected as it is asked
    ├── ServeError            the desk cannot be served where it was asked to
    └── StoreError            the store cannot be opened, or doesn't hold what is asked for
        ├── NoStore           there is none where one is looked for
        └── NewerStore        a later version of Dragoman made it

Each message is one line, says what is wrong and where, and what can be done.
"""


class DragomanError(Exception):
    """Whatever Dragoman raises on purpose."""


class InputError(DragomanError):
    """A source could not be turned into an article."""


class NotText(InputError):
    """The bytes are binary, or in no encoding that could be read."""


class TooLarge(InputError):
    """The source is larger than Dragoman reads at a sitting."""


class NoArticle(InputError):
    """The source is empty, or holds no running text."""


class ForeignLanguage(InputError):
    """The text is in another language than English."""


class FetchFailed(InputError):
    """A URL could not be fetched within the bounds of time, size and redirects."""


class KnowledgeError(DragomanError):
    """A row of a user's own table is wrong; the message names the file and the line."""


class ModelError(DragomanError):
    """The packaged model is missing, or was made for another version."""


class CorrectionError(DragomanError):
    """A finding cannot be corrected as it is asked; the message says what a person may ask."""


class ServeError(DragomanError):
    """The desk cannot listen where it was asked to."""


class StoreError(DragomanError):
    """The store cannot be opened, or does not hold what is asked for."""


class NoStore(StoreError):
    """There is no store where one is looked for."""


class NewerStore(StoreError):
    """The store was made by a later version of Dragoman, whose tables this one doesn't know."""


class RelationsError(DragomanError):
    """Acts, a scale, weights or dates that closeness cannot be measured from; the message says which."""


class NotATable(RelationsError):
    """A table of events cannot be brought in; the message names the file, the line, and what is wanted."""


class DestinationError(DragomanError):
    """An export cannot be written where it was to go; the message says why, and what can be done."""
