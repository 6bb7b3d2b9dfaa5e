"""What every test shares: a copy of the data to change, and a closed network."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

import tests.closed.sitecustomize  # noqa: F401 - closes the network to the tests themselves

ROOT = Path(__file__).parent.parent

# Machines that run tests are busy: a slow example is no failure, and a failure comes back.
settings.register_profile("tests", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("tests")


@pytest.fixture
def data_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of data/ that a test may change; INDICATORS_DATA names it."""
    copy = tmp_path / "data"
    shutil.copytree(ROOT / "data", copy)
    monkeypatch.setenv("INDICATORS_DATA", str(copy))
    return copy
