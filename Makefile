# Everything a person or CI does, in one place. Paths are relative, so a folder with a space works.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
SOURCES := matcher embeddings service data benchmarks tests

.DEFAULT_GOAL := help
.PHONY: help demo test test-browser test-crash shots bench-load bench-pages bench-quality bench-speed bench-fairness bench-robustness bench-smoke train-mentions check format tables docs clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

# torch goes first and by its pinned name, so that no other package can ask for a CUDA build.
$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) install -q "$$(grep '^torch==' constraints.txt)"
	$(PIP) install -q -c constraints.txt -e '.[openvino]'
	touch $@

$(VENV)/installed-test: $(VENV)/installed
	$(PIP) install -q -c constraints.txt -e '.[openvino,postgresql,bench,browser,test,check]'
	touch $@

demo: $(VENV)/installed ## rank the shipped sample CVs against a sample role
	$(BIN)/rolematch demo

test: $(VENV)/installed-test ## run the tests
	$(BIN)/python -m pytest -n 2

test-browser: $(VENV)/installed-test ## run the tests of the pages in Chromium, which must be installed
	$(BIN)/python -m pytest -m browser tests/browser

test-crash: $(VENV)/installed-test ## kill the server ten times in a batch of 500 CVs, on either database
	ROLEMATCH_TEST_CRASH_CVS=500 ROLEMATCH_TEST_CRASH_KILLS=10 $(BIN)/python -m pytest -s tests/crash

shots: $(VENV)/installed-test ## take the pictures of the pages in docs/screens anew
	$(BIN)/python -m tests.browser.shots

bench-load: $(VENV)/installed-test ## put 32 clients on a service with 5,000 candidates, and keep the figures
	$(BIN)/python -m benchmarks.load --write

# DATASETS: folders of test collections, CASES: files of labelled cases, both besides the shipped ones.
bench-quality: $(VENV)/installed-test ## rank test collections and judge cases beside the baselines
	$(BIN)/python -m benchmarks.quality $(if $(DATASETS),--dataset $(DATASETS)) $(if $(CASES),--cases $(CASES)) --write

bench-speed: $(VENV)/installed-test ## measure commands, backends and growing pools, and keep the figures
	$(BIN)/python -m benchmarks.speed --write
	$(BIN)/python -m tests.documented

bench-smoke: $(VENV)/installed-test ## a little of every benchmark, some minutes; keeps nothing
	$(BIN)/python -m benchmarks.quality --smoke
	$(BIN)/python -m benchmarks.speed --small
	$(BIN)/python -m benchmarks.fairness --smoke
	$(BIN)/python -m benchmarks.robustness --smoke

bench-fairness: $(VENV)/installed-test ## judge every sample CV as somebody else's, and keep the figures
	$(BIN)/python -m benchmarks.fairness --write

bench-robustness: $(VENV)/installed-test ## other files, damage, attacks, a hundred runs: keep the figures
	$(BIN)/python -m benchmarks.robustness --write

bench-pages: $(VENV)/installed-test ## turn pages in Chromium over 5,000 candidates, and keep the figures
	$(BIN)/python -m benchmarks.pages --write

train-mentions: $(VENV)/installed ## train anew what says what the mentions of a CV are: half an hour
	$(BIN)/python -m benchmarks.train_mentions --write

check: $(VENV)/installed-test ## ruff, mypy --strict, hadolint and the import rules, as CI runs them
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/hadolint Dockerfile
	$(BIN)/python -m pytest -q tests/test_imports.py

format: $(VENV)/installed-test ## put the code into the house style
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

tables: $(VENV)/installed-test ## write the first migration anew after a change of the tables
	$(BIN)/python -m service.store.migrations.make

docs: $(VENV)/installed-test ## write the tables of the documents anew, from the code
	$(BIN)/python -m tests.documented

clean: ## remove what make made
	rm -rf $(VENV) build dist
