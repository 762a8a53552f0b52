"""The five seeds ship as they were found."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
SHARED = Path(__file__).parent.parent.parent / "shared" / "corpus" / "seeds"


def test_there_are_five_seeds() -> None:
    assert len(list(SEEDS.glob("*.txt"))) == 5


@pytest.mark.skipif(not SHARED.exists(), reason="the shared corpus is not here")
def test_the_seeds_are_byte_for_byte() -> None:
    def digests(folder: Path) -> dict[str, str]:
        return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}

    assert digests(SEEDS) == digests(SHARED)
