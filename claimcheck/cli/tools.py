"""Opening an index with the encoder and segmenter that it was built with."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.manners import say
from claimcheck.errors import EncoderMismatch, InputError

if TYPE_CHECKING:
    from claimcheck.embed import Encoder, Engine
    from claimcheck.index import Toolchain
    from claimcheck.nli import Nli
    from claimcheck.pipeline import Checker

# What a person says to leave language inference out.
NO_NLI = "none"
# A model that is loaded for the first time after a start takes seconds.
_LOADING = "Loading the encoder {} ..."


def load_named_encoder(model: str | None) -> Encoder:
    """Load an encoder, the default one for None, saying so on a terminal."""
    from claimcheck.embed import DEFAULT_MODEL, load_encoder

    with _status(_LOADING.format(model or DEFAULT_MODEL)):
        return load_encoder(model or DEFAULT_MODEL)


def load_named_nli(model: str) -> Nli | None:
    """Load an NLI model, saying so on a terminal where it isn't the one that comes along."""
    if model == NO_NLI:
        return None
    from claimcheck.nli import DEFAULT_NLI, load_nli

    if model == DEFAULT_NLI:
        return load_nli()
    with _status(f"Loading the NLI model {model} ..."):
        return load_nli(model)


def required_nli(model: str) -> Nli:
    """Load an NLI model. Raises UsageError for none."""
    if nli := load_named_nli(model):
        return nli
    raise click.UsageError("Without an NLI model there is nothing to evaluate.")


@contextmanager
def open_checker(
    folder: Path, model: str | None, k: int, nli_model: str = NO_NLI
) -> Iterator[Checker]:
    """Open an index for reading, with its own encoder; refuse another one."""
    from claimcheck.embed import find_model
    from claimcheck.index import IndexReader
    from claimcheck.pipeline import Checker
    from claimcheck.segment import find_segmenter

    index = IndexReader.open(folder, warn=say)
    wanted = model or index.manifest.model
    index.manifest.refuse_other_encoder(find_model(wanted).identity)
    segmenter = find_segmenter(index.manifest.segmenter)
    nli = load_named_nli(nli_model)
    yield Checker(index, load_named_encoder(wanted), segmenter, k, nli)


def toolchain(folder: Path, model: str | None, segmenter: str, engine: str | None) -> Toolchain:
    """Return what makes claims and vectors; the encoder is loaded when it is first needed.

    Raises InputError for an unknown engine, EncoderMismatch for another than the index's.
    """
    from claimcheck.embed import DEFAULT_MODEL, find_model
    from claimcheck.index import Toolchain, known_manifest
    from claimcheck.segment import find_segmenter

    known = known_manifest(folder)
    chosen = model or (known.model if known else DEFAULT_MODEL)
    indexed_with = known.engine if known else None
    wanted = _engine(engine, indexed_with) if engine else indexed_with
    files = find_model(chosen)
    source = str(Path(chosen).resolve()) if Path(chosen).is_dir() else chosen
    return Toolchain(
        find_segmenter(segmenter), files.identity, source, lambda: _load_bulk(chosen, wanted)
    )


def _engine(name: str, known: Engine | None) -> Engine:
    from claimcheck.embed import Engine

    if name not in list(Engine):
        raise InputError(f"There is no engine {name!r}.", f"Choose from: {', '.join(Engine)}.")
    if known and name != known:
        raise EncoderMismatch(
            f"This index was built with the engine {known}, not with {name}.",
            "Leave --engine out, or build another index with --index DIR.",
        )
    return Engine(name)


def _load_bulk(model: str, engine: Engine | None) -> Encoder:
    from claimcheck.embed import load_bulk_encoder

    return load_bulk_encoder(model, engine, say)


@contextmanager
def _status(message: str) -> Iterator[None]:
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(message):
        yield
