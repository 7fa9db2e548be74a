# Minutebook: `make ingest` and `make test` set up all they need; only Python ≥ 3.11 and make are asked for.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RAW ?= data/raw
DB ?= data/processed/decisions.db
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help install install-dev ingest test lint types evaluate train bench bench-search docs step torture fuzz fuzz-steady nightly audit lock clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' | expand -t 14

$(VENV)/installed: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps -e .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@

install: $(VENV)/installed ## Set up the environment (.venv) from the lock, hashes checked
install-dev: $(VENV)/installed-dev ## The same with the tools for tests, lint and types

ingest: install ## Read RAW (default data/raw) into DB (default data/processed/decisions.db)
	$(BIN)/minutebook ingest "$(RAW)" --db "$(DB)" --workers $(WORKERS)

test: install-dev ## Run all tests
	$(BIN)/python -m pytest -n auto

lint: install-dev ## Check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install-dev ## Check types
	$(BIN)/mypy

evaluate: install-dev ## Score our own gold pages by field and rule; write docs/accuracy.md and what ingest copies
	$(BIN)/python -m pipeline.evaluate
	$(BIN)/minutebook schema --markdown > docs/data-dictionary.md
	$(BIN)/python -m pipeline.export.codebook > docs/codebook.md

train: install-dev ## Train models on our own gold and sentences, compare them with the rules; write docs/models.md
	$(BIN)/python -c "import price_parser" 2>/dev/null || $(BIN)/python -m pip install --quiet --only-binary :all: ".[compare]" || true
	$(BIN)/python -m pipeline.train

bench: install-dev ## Measure speed and memory as ratios to a floor of the same run
	$(BIN)/python -m pipeline.bench

bench-search: install-dev ## Time search and pages over ROWS made-up resolutions (default 1,000,000: minutes, 2.6 GB)
	$(BIN)/python -m pipeline.bench.asking $(ROWS)

docs: install ## Write the generated documents anew
	$(BIN)/minutebook schema --markdown > docs/data-dictionary.md
	$(BIN)/python -m pipeline.export.codebook > docs/codebook.md
	$(BIN)/python -m pipeline.reference > docs/cli.md
	$(BIN)/python .ci/licences.py

step: install ## Write the migration step that a change of schemas/ asks for: make step NAME=what_changed
	$(BIN)/python -m pipeline.migrate_draft "$(NAME)"

torture: install-dev ## Ingest 10,000 hostile files and tell what became of them
	$(BIN)/python -m tests.torture --files 10000

FUZZ_SECONDS ?= 120
fuzz: install-dev ## Fuzz readers, rules and checks, seeded, FUZZ_SECONDS in all (default 120)
	$(BIN)/python -c "import atheris" 2>/dev/null || $(BIN)/python -m pip install --quiet --only-binary :all: ".[fuzz]"
	$(BIN)/python -m tests.fuzz --seconds $(FUZZ_SECONDS)

fuzz-steady: install-dev ## Fuzz with a fixed sequence of inputs, two minutes of one core: for every change
	$(BIN)/python -m tests.fuzz --steady --seconds 120 --jobs 2

nightly: install-dev ## All tests at their nightly size, torture and an hour of fuzzing
	MINUTEBOOK_LEVEL=nightly $(BIN)/python -m pytest -n 2 --timeout 7200
	$(MAKE) fuzz FUZZ_SECONDS=3600

audit: install ## Look the locks up in a list of known vulnerabilities (needs a network)
	test -x $(VENV)/audit/bin/pip-audit || $(PYTHON) -m venv $(VENV)/audit
	$(VENV)/audit/bin/python -m pip install --quiet pip-audit || echo "NOT AUDITED: pip-audit cannot be installed here"
	$(BIN)/python .ci/audit.py $(VENV)/audit/bin/pip-audit

lock: ## Resolve the dependencies again (needs a package index)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --only-binary :all: --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --only-binary :all: --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements-dev.lock

clean: ## Remove the environment, caches and products
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find data/processed -type f ! -name .gitkeep -delete
