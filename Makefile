# The commands of the project. `make help` lists them; everything they install goes into .venv.
PYTHON ?= python3
PORT ?= 8501
JOBS ?= 2
PASSAGES ?= 10000 100000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install -qq
BENCHMARKS := accuracy verdicts agreeing repair speed peers search

.DEFAULT_GOAL := help
.PHONY: help run test lint audit format bench bench-app bench-bulk browser clean

help: ## show this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1\t\2/p' Makefile | expand -t 16

run: $(VENV)/run.stamp ## install what the app needs and serve it on localhost:8501 (PORT=… for another)
	@echo "指标有据 → http://localhost:$(PORT)  (Ctrl-C stops it; PORT=… serves elsewhere)"
	@exec $(BIN)/streamlit run app.py --server.address localhost --server.port $(PORT) --server.headless true

test: lint audit browser ## lint and audit, then every test, in a real browser too
	@$(BIN)/python -m pytest -n $(JOBS) --dist worksteal

lint: $(VENV)/dev.stamp ## format check, linter, strict types
	@$(BIN)/ruff format --check --quiet . || { echo "ruff format: the files below need \`make format\`"; $(BIN)/ruff format --check .; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@echo "lint: clean"

audit: $(VENV)/dev.stamp ## packages that do not fit together, and known vulnerabilities where the index tells
	@$(BIN)/python -m pip --disable-pip-version-check check
	@$(BIN)/python -m tests.audit

format: $(VENV)/dev.stamp ## rewrite the Python files in the house format
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format .

bench: $(VENV)/bench.stamp ## measure the engine: accuracy, verdicts, repair, speed, other tools
	@status=0; for name in $(BENCHMARKS); do \
	    echo "== $$name"; $(BIN)/python -m tests.benchmarks.$$name || status=1; done; exit $$status

bench-app: browser ## measure the check page, the app beside a bare Streamlit app, and its load
	@$(BIN)/python -m tests.benchmarks.page
	@$(BIN)/python -m tests.benchmarks.app
	@$(BIN)/python -m tests.benchmarks.app --replicas

bench-bulk: $(VENV)/dev.stamp ## measure the check of a corpus (PASSAGES="10000 100000 1000000")
	@$(BIN)/python -m tests.benchmarks.bulk --passages $(PASSAGES)
	@$(BIN)/python -m tests.benchmarks.bulk.corpus

browser: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.proxy

clean: ## remove .venv and every cache
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is younger than the requirements it stands for, so a second call installs nothing.
$(VENV)/run.stamp: requirements.txt | $(BIN)/pip
	@echo "Installing requirements.txt into $(VENV) …"
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt requirements.txt | $(BIN)/pip
	@echo "Installing requirements-dev.txt into $(VENV) …"
	@$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/run.stamp

$(VENV)/bench.stamp: requirements-bench.txt requirements-dev.txt requirements.txt | $(BIN)/pip
	@echo "Installing requirements-bench.txt into $(VENV) …"
	@$(PIP) -r requirements-bench.txt
	@touch $@ $(VENV)/dev.stamp $(VENV)/run.stamp

$(BIN)/pip:
	@command -v $(PYTHON) >/dev/null || { \
	    echo "$(PYTHON) is not installed. On Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "Python 3.11 or newer is needed and $(PYTHON) is $$($(PYTHON) --version). Name another: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "$(PYTHON) cannot make a virtual environment. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
