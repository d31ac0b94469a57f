"""The errors a person can meet.

ClaimcheckError
├── InputError          the input cannot be used as it is
├── IndexTrouble        every trouble with a built index
│   ├── IndexMissing    no index at that place
│   ├── IndexDamaged    the truth itself (the SQLite file) is damaged or foreign
│   ├── IndexLocked     another process is writing
│   └── EncoderMismatch the index was built with another encoder or segmenter
└── ModelError          a model cannot be found, or is not the one it should be
"""


class ClaimcheckError(Exception):
    """What went wrong, with the value, and what to do next.

    `message` says what and names the value; `hint` is the next command or step.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(ClaimcheckError):
    """The input cannot be used as it is."""


class IndexTrouble(ClaimcheckError):
    """Something about a built index; never raised itself."""


class IndexMissing(IndexTrouble):
    """There is no index at the place named."""


class IndexDamaged(IndexTrouble):
    """The SQLite file is damaged, foreign, or written by a newer version."""


class IndexLocked(IndexTrouble):
    """Another process is writing to the index."""


class EncoderMismatch(IndexTrouble):
    """The index was built with another encoder or segmenter than the one asked for."""


class ModelError(ClaimcheckError):
    """A model cannot be found, or is not the one it should be."""
