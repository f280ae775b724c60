# Needs Python 3.11 or later and make; everything else goes into $(VENV).
# Packages come from where pip and uv are configured to look (environment, pip.conf, uv.toml).

VENV ?= .venv
BASE_PYTHON ?= $(shell command -v python3.11 || command -v python3)
UV_VERSION = 0.13.9
PYTHON = $(VENV)/bin/python
UV = $(VENV)/bin/uv
INSTALLED = $(VENV)/.installed
# An environment of its own: what is compiled never lies beside the source.
COMPILED = var/compiled
# What `make compiled` made is used from then on, until a source changes: then the source is, and nothing is stale.
UNCHANGED = $(shell test -e $(COMPILED)/.installed && test -z "$$(find flows schemas warehouse pyproject.toml \
    -type f ! -name '*.pyc' -newer $(COMPILED)/.installed -print -quit)" && echo yes)
CROSSFOOT = $(if $(UNCHANGED),$(COMPILED),$(VENV))/bin/crossfoot
SAMPLES = flows/samples/articles
SAMPLE_WAREHOUSE = var/samples.duckdb
SAMPLE_RUN = var/samples.ran
SAMPLE_QUERY = select published_on, publisher, figure, quote from figure_details order by published_on, char_start limit 8

.PHONY: help install run test lint format types tests soak wheel compiled lock scores bench clean

help:
	@echo "make run      install, run the pipeline on the sample articles, show what contradicts, ask the warehouse"
	@echo "make test     everything that CI runs: lint, types, tests, the built wheel in an empty environment"
	@echo "make tests    the tests alone;  make lint, make types, make wheel: the other parts alone"
	@echo "make soak     what takes too long for every change: kills, readers during publishes, huge and damaged inputs"
	@echo "make format   let ruff format and mend"
	@echo "make scores   how well figures are read, against reference readings where there are some"
	@echo "make compiled build a wheel with the extraction compiled to C, in $(COMPILED), where there is a C compiler"
	@echo "make bench    how fast, pure and compiled"
	@echo "make lock     pin the dependencies anew;  make clean: remove what make made"

install: $(INSTALLED)

# uv installs in 5 s what pip installs in 45 s, but knows nothing of pip's configuration: so pip is the second try.
$(INSTALLED): requirements.lock pyproject.toml
	@test -n "$(BASE_PYTHON)" || { echo "Python 3.11 or later is needed; there is no python3" >&2; exit 2; }
	@$(BASE_PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Python 3.11 or later is needed; $(BASE_PYTHON) is older (set BASE_PYTHON=...)" >&2; exit 2; }
	@$(PYTHON) -c '' 2>/dev/null || $(BASE_PYTHON) -m venv --clear $(VENV)
	@echo "installing the locked dependencies into $(VENV)" >&2
	@test -x $(UV) || $(PYTHON) -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION) || true
	@$(UV) pip install --quiet --python $(PYTHON) --require-hashes -r requirements.lock || \
	    $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# The run itself is made once, and again when articles, settings or program changed; what it found is shown
# every time. A run with open findings fails with exit code 1. The samples contradict each other, so here it has to.
run: $(SAMPLE_RUN)
	@test -e $(SAMPLE_RUN).new || echo '$$ crossfoot findings --warehouse $(SAMPLE_WAREHOUSE)'
	@test -e $(SAMPLE_RUN).new || $(CROSSFOOT) findings --warehouse $(SAMPLE_WAREHOUSE) || true
	@rm -f $(SAMPLE_RUN).new
	@echo
	@echo 'The run failed (exit code 1) because articles contradict each other, as it should. The figures are loaded:'
	@echo
	@echo '$$ crossfoot sql --warehouse $(SAMPLE_WAREHOUSE) "$(SAMPLE_QUERY)"'
	@$(CROSSFOOT) sql --warehouse $(SAMPLE_WAREHOUSE) "$(SAMPLE_QUERY)"

$(SAMPLE_RUN): $(INSTALLED) $(wildcard $(SAMPLES)/*) $(shell find flows schemas warehouse -name '*.py' -o -name '*.sql' -o -name '*.csv')
	@mkdir -p $(@D)
	@echo '$$ crossfoot run --warehouse $(SAMPLE_WAREHOUSE) $(SAMPLES)'
	@PREFECT_HOME=$(CURDIR)/var/prefect $(CROSSFOOT) run --warehouse $(SAMPLE_WAREHOUSE) $(SAMPLES); code=$$?; \
	if [ $$code -ne 1 ]; then \
	    echo "make run: expected exit code 1 (the sample articles contradict each other), got $$code" >&2; exit 1; \
	fi
	@touch $@ $@.new

test: lint types tests wheel

lint: $(INSTALLED)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

format: $(INSTALLED)
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

types: $(INSTALLED)
	$(VENV)/bin/mypy

# A file stays in one process: its server, its browser and its warehouse are started once. Byte code is kept whatever
# the environment says: tests start a hundred processes, and each would compile all that it imports anew.
tests: $(INSTALLED)
	PYTHONDONTWRITEBYTECODE= $(PYTHON) -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder $(PYTEST_ARGUMENTS)

# Kills, floods and waits for many minutes: before a release, not for every change.
soak: $(INSTALLED)
	$(PYTHON) -m pytest -m soak $(PYTEST_ARGUMENTS)

wheel: $(INSTALLED)
	PYTHON=$(PYTHON) UV=$(UV) .ci/wheel

compiled: $(COMPILED)/.installed

$(COMPILED)/.installed: $(INSTALLED) pyproject.toml .ci/compile schemas/identity.py $(wildcard flows/extraction/*.py flows/extraction/*/*.py)
	@PYTHON=$(PYTHON) UV=$(UV) COMPILED=$(COMPILED) .ci/compile

# A lock names no index: where packages come from is the machine's configuration. uv.lock would name one.
# Needs an environment with uv (make install, or any: make lock UV=uv).
lock:
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --upgrade --group dev pyproject.toml -o requirements.lock
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --constraint requirements.lock pyproject.toml -o requirements-run.lock

scores: $(INSTALLED)
	@$(PYTHON) tests/benchmarks/scores.py
	@$(PYTHON) tests/benchmarks/planted.py

bench: $(INSTALLED) compiled
	@$(PYTHON) tests/benchmarks/bench_extract.py --compiled $(COMPILED)/bin/python
	@$(PYTHON) tests/benchmarks/bench_checks.py
	@$(PYTHON) tests/benchmarks/bench_linear.py
	@$(PYTHON) tests/benchmarks/bench_start.py

clean:
	rm -rf var dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	rm -rf .venv
