"""How the program behaves towards a person and a shell."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from ferry import Run

from claimcheck.cli import main
from claimcheck.cli.manners import wants_colour

PROGRAM = [sys.executable, "-m", "claimcheck"]
SAMPLE = Path(__file__).parents[2] / "corpora" / "sample"
HEAVY = ("torch", "numpy", "sqlite_utils", "onnxruntime", "rich.progress", "sentence_transformers")


def commands(group: click.Group, path: str = "claimcheck") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


def test_help_is_instant() -> None:
    """Processor time, which does not depend on what else the machine is doing."""

    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*PROGRAM, "--help"], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(3)) < 0.3


def test_help_imports_nothing_heavy() -> None:
    code = f"""
import sys
from claimcheck.cli import main
main(["--help"], standalone_mode=False)
print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


@pytest.mark.parametrize(("path", "command"), list(commands(main)))
def test_every_command_shows_an_example(path: str, command: click.Command, run: Run) -> None:
    help_text = run(*path.split()[1:], "--help").stdout
    assert f"\n  {path} " in help_text or f" | {path} " in help_text or f"\n  {path}\n" in help_text
    assert command.short_help


def test_a_slip_in_a_command_gets_the_right_one(run: Run) -> None:
    result = run("lokup", "x")
    assert result.exit_code == 2
    assert result.stderr.endswith("Error: No such command 'lokup'. Did you mean 'lookup'?\n")


@pytest.mark.parametrize("command", ["index", "claims", "report"])
def test_an_empty_path_is_not_the_current_folder(command: str, run: Run) -> None:
    result = run(command, "")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, "Error: The path is empty.")


def test_a_dash_is_standard_input() -> None:
    story = SAMPLE / "incoming" / "putin-xi.txt"
    with story.open("rb") as stdin:
        piped = subprocess.run([*PROGRAM, "claims", "-"], stdin=stdin, capture_output=True)
    named = subprocess.run([*PROGRAM, "claims", story], capture_output=True)
    assert (piped.returncode, piped.stderr, piped.stdout) == (0, b"", named.stdout)


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    line = json.dumps({"id": 7, "text": "The dam has held since Tuesday. " * 20})
    lines.write_text(f"{line}\n" * 300, "utf-8")
    command = f"'{sys.executable}' -m claimcheck claims --batch '{lines}' | head -1 | cut -c 1-8"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ('{"id": 7\n', "")


def test_ctrl_c_while_indexing_says_how_to_go_on(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "index", "-", "--index", tmp_path / "index"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        while not (tmp_path / "index" / "writer.txt").exists():
            assert process.poll() is None
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        assert process.stderr
        said = process.stderr.read()
    assert (process.returncode, said) == (
        130,
        "0 given = 0 indexed + 0 unchanged + 0 skipped; 0 claims added.\n"
        "Interrupted; the index is sound. Run the same command again to go on.\n",
    )


def test_a_full_disk_is_said_in_words() -> None:
    with Path("/dev/full").open("wb") as full:
        story = SAMPLE / "incoming" / "putin-xi.txt"
        done = subprocess.run(
            [*PROGRAM, "claims", story], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert (done.returncode, done.stderr) == (
        1,
        "Error: The system says: No space left on device.\n"
        "  Next: Check the disk space and the permissions, then run the same command again.\n",
    )


def test_data_is_utf_8_whatever_the_locale() -> None:
    done = subprocess.run(
        [*PROGRAM, "claims", "--batch", "-"],
        input=b'{"text": "Caf\xc3\xa9 owners \xe2\x80\x9cprotested\xe2\x80\x9d on Monday."}',
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
    )
    claims = json.loads(done.stdout.decode("utf-8"))["claims"]
    assert [claim["text"] for claim in claims] == ["Café owners “protested” on Monday."]


def test_a_progress_bar_leaves_the_data_alone() -> None:
    watched, bar = pty.openpty()
    seen: list[bytes] = []

    def watch() -> None:
        # A terminal that nobody reads fills up, and then the program waits.
        with contextlib.suppress(OSError):
            while piece := os.read(watched, 100_000):
                seen.append(piece)

    watching = threading.Thread(target=watch)
    watching.start()
    line = b'{"id": 1, "text": "is it so?"}\n'
    done = subprocess.run(
        [*PROGRAM, "claims", "--batch", "-"], input=line, stdout=subprocess.PIPE, stderr=bar
    )
    os.close(bar)
    watching.join()
    os.close(watched)
    assert (done.stdout, b"answering" in b"".join(seen)) == (b'{"id": 1, "claims": []}\n', True)


def test_no_progress_bar_in_a_log(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    result = run("claims", "--batch", "-", stdin='{"text": "is it so?"}')
    assert (result.stdout, result.stderr) == ('{"id": null, "claims": []}\n', "")


@pytest.mark.parametrize(
    ("settings", "colour"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_no_color_overrules(
    settings: dict[str, str], colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert wants_colour() is colour
