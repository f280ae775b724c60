"""The largest hostile inputs, each made, read and deleted: in time, within a gigabyte."""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.soak

GENERATOR = Path(__file__).parents[3] / "shared" / "tools" / "badfiles.py"
SECONDS = float(os.environ.get("CROSSFOOT_BIG_SECONDS", "30"))
GIGABYTE = 1 << 30
# What becomes of each: the reason of its reject; "read": articles.
CASES = {
    "line_1gb.txt": "too_large",
    "line_1gb.jsonl": "too_large",
    "sparse_50gb.txt": "too_large",
    "gz_10gb.jsonl.gz": "bomb",
    "warc_10gb.warc.gz": "bomb",
    "feed_200k.xml": "too_large",
    "html_50mb.html": "too_large",
    "html_deep_1m.html": "too_complex",
    "laughs_lol12.xml": "entities",
    "csv_quote_500mb.csv": "bad_row",
    "many_files": "read",
}
READ = """
import json, sys
from collections import Counter
from flows import sources
from flows.sources import Options, Refused
items = sources.read(sys.argv[1], Options())
print(json.dumps(Counter(i.reason if isinstance(i, Refused) else "read" for i in items)))
"""


@pytest.mark.skipif(not GENERATOR.exists(), reason="the generator of bad files is not there")
@pytest.mark.parametrize("name", CASES)
def test_a_huge_input_is_read_or_refused_in_time_and_within_a_gigabyte(name: str, tmp_path: Path) -> None:
    made = subprocess.run([sys.executable, str(GENERATOR), "big", name, str(tmp_path)], capture_output=True)
    assert made.returncode == 0, made.stderr
    try:
        start = time.monotonic()
        reading = subprocess.run(
            [sys.executable, "-c", READ, str(tmp_path / name)], capture_output=True, text=True, check=True
        )
        seconds = time.monotonic() - start
    finally:
        shutil.rmtree(tmp_path)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(name, reading.stdout.strip(), f"{seconds:.1f} s, peak so far {peak >> 20} MB")
    assert CASES[name] in json.loads(reading.stdout)
    assert seconds < SECONDS
    assert peak < GIGABYTE
