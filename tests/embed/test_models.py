"""Which model files are trusted, and what a fingerprint depends on."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.embed import DEFAULT_MODEL, ModelFiles, find_model, load_encoder
from claimcheck.errors import ModelError

TRANSFORMER = "sentence_transformers.models.Transformer"


@pytest.fixture(scope="module")
def default() -> ModelFiles:
    """The default model."""
    return find_model(DEFAULT_MODEL)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder that looks like a small model."""
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "modules.json").write_text(json.dumps([{"type": TRANSFORMER, "path": ""}]))
    return tmp_path


def _refusal(model: str) -> str:
    with pytest.raises(ModelError) as caught:
        find_model(model)
    assert caught.value.hint
    return caught.value.message


def test_other_weights_in_the_default_package_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("claimcheck.embed.models._DEFAULT_WEIGHTS_SHA256", "ab" * 32)
    assert _refusal(DEFAULT_MODEL) == (
        "The weights of all-MiniLM-L6-v2 are not the official ones: "
        "sha256 53aa51172d14…, expected abababababab…."
    )


def test_a_missing_default_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.embed.models._DEFAULT_PACKAGE", "no_such_package")
    assert "is not installed" in _refusal(DEFAULT_MODEL)


def test_a_copy_of_the_default_has_its_fingerprint(default: ModelFiles, tmp_path: Path) -> None:
    copy = find_model(str(shutil.copytree(default.folder, tmp_path / "mine")))
    assert (copy.identity.name, copy.identity.fingerprint) == (
        "mine",
        default.identity.fingerprint,
    )


def test_one_other_bit_in_the_weights_is_another_fingerprint(
    default: ModelFiles, tmp_path: Path
) -> None:
    folder = shutil.copytree(default.folder, tmp_path / "mine")
    with (folder / "model.safetensors").open("r+b") as file:
        file.seek(50_000_000)
        byte = file.read(1)[0]
        file.seek(50_000_000)
        file.write(bytes([byte ^ 1]))
    assert find_model(str(folder)).identity.fingerprint != default.identity.fingerprint


@pytest.mark.parametrize(
    ("name", "decides"),
    [("tokenizer.json", True), ("1_Pooling/config.json", True), ("README.md", False)],
)
def test_a_fingerprint_covers_what_decides_a_vector(model: Path, name: str, decides: bool) -> None:
    before = find_model(str(model)).identity.fingerprint
    (model / name).parent.mkdir(exist_ok=True)
    (model / name).write_text("{}")
    assert (find_model(str(model)).identity.fingerprint != before) is decides


def test_a_model_of_pickles_is_refused(model: Path) -> None:
    (model / "model.safetensors").rename(model / "pytorch_model.bin")
    assert _refusal(str(model)) == (
        f"The model '{model}' has no .safetensors weights; other formats can run code."
    )


def test_an_empty_folder_is_no_model(tmp_path: Path) -> None:
    assert "has no .safetensors weights" in _refusal(str(tmp_path))


def test_a_model_with_code_of_its_own_is_refused(model: Path) -> None:
    modules = [{"type": TRANSFORMER}, {"type": "custom_st.Pooling"}]
    (model / "modules.json").write_text(json.dumps(modules))
    assert _refusal(str(model)) == (
        f"The model '{model}' needs code of its own (custom_st.Pooling), which is never run."
    )


@pytest.mark.parametrize(
    "text", ["{", '{"type": "x"}', '["x"]', "[{}]", "7", "\udcff"], ids=lambda text: ascii(text)
)
def test_a_broken_list_of_modules_is_refused(model: Path, text: str) -> None:
    (model / "modules.json").write_text(text, "utf-8", "surrogateescape")
    assert _refusal(str(model)) == f"{model / 'modules.json'} is no list of a model's modules."


def test_files_that_cannot_be_loaded_are_a_model_error(model: Path) -> None:
    with pytest.raises(ModelError) as caught:
        load_encoder(str(model))
    assert caught.value.message.startswith(f"The model in {model} cannot be loaded")


@pytest.mark.parametrize("name", ["no-such/model", "no such model", "nothing/at/all"])
def test_an_unknown_name_without_a_network_is_told_at_once_and_quietly(name: str) -> None:
    """In a process of its own, so that everything it prints is seen."""
    code = (
        "import sys; from claimcheck.embed import find_model; "
        "from claimcheck.errors import ModelError\n"
        "try: find_model(sys.argv[1])\nexcept ModelError as error: print(error.message)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, name],
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    assert done.stderr == ""
    assert done.stdout.startswith(f"There is no model {name!r}: no such folder")
