# Dragoman: `make demo` shows it at work, `make test` checks it. Both set up their own environment first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/press/sample-gazette/2015-11-24-tehran-visit.txt

.DEFAULT_GOAL := help
.PHONY: help demo test bench docs lint clean

help: ## Say what each target does
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit("Dragoman needs Python 3.11 or later; this is %s. Try: make PYTHON=python3.12 demo" % sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.run ## Set up, read one sample article, add the whole sample press, and say how to open the desk on it
	$(BIN)/dragoman read $(EXAMPLE)
	@mkdir -p out
	$(BIN)/dragoman add examples/press --store out/press.sqlite
	@echo
	@echo "The sample press is in out/press.sqlite. To look at it in a browser, start the desk:"
	@echo "    $(BIN)/dragoman serve --store out/press.sqlite"
	@echo "and open http://127.0.0.1:8321/"
	@echo "Next: $(BIN)/dragoman add examples/press, then $(BIN)/dragoman between Russia Iran (docs/guide.md)"

test: $(VENV)/.dev ## Set up and run every check: style, types, layers, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -n auto --dist loadfile

bench: $(VENV)/.dev ## Measure accuracy and speed (needs the shared data for most of it)
	for measure in seed polnear coreference actors parse events status findings speed footprint; do $(BIN)/python -m bench.$$measure || exit 1; done

docs: $(VENV)/.dev ## Build the documentation into docs/_build
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[docs]'
	$(BIN)/sphinx-build -q -W docs docs/_build

clean: ## Remove the environment and what was built
	rm -rf $(VENV) out docs/_build .pytest_cache .mypy_cache .ruff_cache
