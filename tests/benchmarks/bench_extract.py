"""Measure the extraction side by side with a bare regex and with quantulum3, on the same articles.

    python tests/benchmarks/bench_extract.py [--articles 1000] [--compiled PYTHON] [--no-install]

One process each, CPU time only. The extraction is measured as source and, with the interpreter of the
environment that `make compiled` makes, compiled. The articles are those of ``../shared/corpus`` where it
lies beside the repository, else the shipped samples, repeated. quantulum3 lives in an environment of its own
under ``build/``; where it cannot be installed it is skipped with a word. It reads a part of the articles,
since it needs a tenth of a second for one.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import venv
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "articles.jsonl.gz"
QUANTULUM = ROOT / "build" / "quantulum3"
SLOW_PART = 20

_MEASURE = """
import json, resource, sys, time
begun = time.process_time()
{setup}
start_up = time.process_time() - begun
texts = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
for text in [*texts[:3], {foreign!r}]:
    read(text)
begun = time.process_time()
found = sum(read(text) for text in texts)
spent = time.process_time() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps(dict(articles=len(texts), found=found, seconds=spent, start_up=start_up, peak_mb=peak)))
"""
# Read before the clock runs, like the first articles: what a reader loads once in its life (rules, and for a
# text that is not plainly English a model of languages: half a second) is no cost of an article.
FOREIGN = "Die Zahl der verkauften Autos stieg im vergangenen Jahr um zwölf Prozent auf 31 700 Stück."
_ALL_FIELDS = """
from flows.extraction import rows
from schemas.reference import load_reference
if rows.__file__.endswith(".py") != {is_pure}:
    sys.exit("this is not the build that was to be measured: " + rows.__file__)
reference = load_reference()
rows.extract("The firm said that it sold five cars in Peru.", reference)
read = lambda text: len(rows.extract(text, reference)["figures"])
"""
PURE = "crossfoot, pure, all fields"
COMPILED = "crossfoot, compiled, all fields"
NUMBERS = "crossfoot, pure, numbers only"
REGEX = "a bare regex for numbers"
RIVAL = "quantulum3"
CONTENDERS = {
    PURE: _ALL_FIELDS.format(is_pure=True),
    COMPILED: _ALL_FIELDS.format(is_pure=False),
    NUMBERS: """
from flows.extraction.text.document import tokenise
from flows.extraction.numbers.number_reader import read_numbers
from schemas.reference import load_reference
reference = load_reference()
read = lambda text: len(read_numbers(tokenise(text), [], [], reference)[0])
""",
    # What a person writes who wants every number with its currency, magnitude, percent sign and unit, and
    # the numbers in words. It says neither what they count nor what they mean.
    REGEX: r"""
import re
small = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
scale = "hundred|thousand|million|billion|trillion|dozen|lakh|crore"
part = "half|halves|thirds?|quarters?|fifths?|tenths?"
number = re.compile(
    r"(?P<currency>US\$|A\$|C\$|HK\$|[$£€¥]|(?:USD|EUR|GBP|JPY|Rs\.?)\s)?\s?"
    r"(?P<number>[-+]?(?:\d+(?:[.,]\d+)*|\.\d+)"
    rf"|\b(?:{small}|{scale}|{part}|an?\s(?={scale}|{part}))(?:[\s-](?:and\s)?(?:{small}|{scale}|{part}))*\b)"
    rf"(?:[\s-]?(?P<magnitude>{scale}|mln|bln|bn|mn|[kmb])\b)?"
    r"(?:[\s-]?(?P<unit>%|percent(?:age\spoints?)?|per\scent|pct|basis\spoints?|dollars?|dlrs|cents?|euros?"
    r"|pounds?|pence|yen|yuan|rupees|kg|kilograms?|grams?|tonnes?|tons?|km/h|mph|km|kilomet(?:er|re)s?"
    r"|met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|mm|cm|lit(?:er|re)s?|gallons?|barrels?|ounces?|acres?"
    r"|hectares?|years?|months?|weeks?|days?|hours?|minutes?|seconds?|degrees?|[kMG]Wh?|times|people)\b)?",
    re.IGNORECASE,
)
read = lambda text: sum(1 for _ in number.finditer(text))
""",
    RIVAL: """
from quantulum3 import parser
read = lambda text: len(parser.parse(text))
""",
}
_EMPTY = "import bisect, csv, dataclasses, decimal, fractions, functools, hashlib, importlib.resources"


def measure(python: str, setup: str, path: Path, source: Path | None = None) -> dict[str, float] | None:
    """Return what one contender needs for the texts of `path`, None where it cannot run.

    `source` is what it imports besides what its environment holds. Modules are compiled to byte code
    beforehand, as they are where they were installed: the start counts importing.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(path.parent / "compiled")
    environment["PYTHONPATH"] = str(source or "")
    arguments = ["-c", _MEASURE.format(setup=setup, foreign=FOREIGN), str(path)]
    # From elsewhere, since an interpreter imports first from where it stands.
    run = partial(
        subprocess.run, cwd=path.parent, env=environment, capture_output=True, text=True, check=False
    )
    run([python, "-c", "import sys\n" + setup])
    done = run([python, *arguments])
    if done.returncode:
        print(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no reason given")
        return None
    result: dict[str, float] = json.loads(done.stdout)
    return result


def quantulum_python(*, install: bool) -> str | None:
    """Return the interpreter of quantulum3's own environment, made if it may be and is not there."""
    python = QUANTULUM / "bin" / "python"
    if python.is_file():
        return str(python)
    if not install:
        return None
    venv.create(QUANTULUM, with_pip=True)
    done = subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", "quantulum3", "setuptools"],
        check=False,
        capture_output=True,
    )
    return str(python) if done.returncode == 0 else None


def texts(count: int) -> list[str]:
    """Return `count` texts, of the corpus or of the samples."""
    if CORPUS.is_file():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for _, line in zip(range(count), lines, strict=False)]
    samples = [
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "flows/samples/articles").glob("*.txt"))
    ]
    return [samples[index % len(samples)] for index in range(count)]


def write(folder: Path, name: str, contents: list[str]) -> Path:
    """Write texts as JSON lines and return the file."""
    path = folder / name
    path.write_text("".join(json.dumps(text) + "\n" for text in contents), encoding="utf-8")
    return path


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=1000)
    options.add_argument("--no-install", action="store_true")
    options.add_argument("--compiled", type=Path, help="the interpreter that has the compiled wheel")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        contents = texts(chosen.articles)
        size = sum(map(len, contents)) / len(contents) / 1000
        whole = write(Path(folder), "all.jsonl", contents)
        part = write(Path(folder), "part.jsonl", contents[::SLOW_PART])
        print(f"{len(contents)} articles of {size:.2f} kB in the mean")
        rates: dict[str, float] = {}
        for name, setup in CONTENDERS.items():
            python: str | None = sys.executable
            if name == RIVAL:
                python = quantulum_python(install=not chosen.no_install)
            elif name == COMPILED:
                built = chosen.compiled
                python = str(built.absolute()) if built is not None and built.is_file() else None
            if python is None:
                print(f"{name:32s} skipped: its environment is not there")
                continue
            result = measure(
                python, setup, part if name == RIVAL else whole, ROOT if name in (PURE, NUMBERS) else None
            )
            if result is None:
                print(f"{name:32s} skipped: it does not run")
                continue
            rates[name] = result["articles"] / result["seconds"]
            print(
                f"{name:32s} {rates[name]:8.1f} articles / CPU-s   {1000 / rates[name]:8.3f} ms each   "
                f"{result['found'] / result['articles']:5.1f} found   start {result['start_up']:.3f} s   "
                f"peak {result['peak_mb']:.0f} MB"
            )
        for ours in (PURE, COMPILED):
            for other in (REGEX, RIVAL):
                if ours in rates and other in rates:
                    ratio = rates[ours] / rates[other]
                    print(f"{ours}, against {other}: {ratio:.2f} times its articles per CPU-second")
        empty = measure(
            sys.executable, _EMPTY + "\nread = len", write(Path(folder), "none.jsonl", contents[:3])
        )
        if empty is not None:
            print(f"start of an empty process with the same standard library: {empty['start_up']:.3f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
