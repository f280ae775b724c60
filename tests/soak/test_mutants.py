"""Two hundred thousand damaged inputs through readers and extraction: read or refused, none raises."""

import os
from collections import Counter
from pathlib import Path

import pytest
from mutating import mutant

from flows import sources
from flows.extraction.rows import extract
from flows.sources import Options, Refused
from schemas.reference import load_reference

pytestmark = pytest.mark.soak

MUTANTS = int(os.environ.get("CROSSFOOT_MUTANTS", "200000"))
REFERENCE = load_reference()
FIRST = int(os.environ.get("CROSSFOOT_MUTANTS_FROM", "0"))


def outcomes(seed: int, folder: Path) -> list[str]:
    """Return what became of a mutant: kinds of items, and what broke."""
    ending, content = mutant(seed)
    file = folder / f"a.{ending}"
    file.write_bytes(content)
    found = []
    try:
        for item in sources.read(str(file), Options()):
            if isinstance(item, Refused):
                found.append(item.reason)
                if "the parser failed" in item.detail:
                    found.append(f"parser of .{ending}: {item.detail}")
            else:
                extract(item.text, REFERENCE, title=item.title, published=item.published)
                found.append("read")
    except Exception as fault:
        found.append(f"BROKE: seed {seed}, .{ending}: {type(fault).__name__}: {fault}")
    finally:
        file.unlink()
    return found or [f"BROKE: seed {seed}, .{ending}: neither read nor refused"]


def test_no_damage_raises(tmp_path: Path) -> None:
    counts: Counter[str] = Counter()
    for seed in range(FIRST, FIRST + MUTANTS):
        counts.update(outcomes(seed, tmp_path))
    print(*(f"{count:>8,} {name}" for name, count in counts.most_common()), sep="\n")
    assert counts["read"] > MUTANTS // 10
    assert [name for name in counts if name.startswith("BROKE")] == []
