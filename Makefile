# Needs only make and Python 3.11 or newer. The longer steps are scripts in .ci/.

.DEFAULT_GOAL := build
.NOTPARALLEL:
.PHONY: build test browser bench format lock upgrade dist clean help

ARGS ?=
BIN := .venv/bin

build: ## install what is missing, then build the documents into build/ (options: make build ARGS="--language ru")
	@.ci/system-packages build
	@.ci/environment build
	@echo "==> Documents: curriculum build" $(ARGS)
	@$(BIN)/curriculum build $(ARGS)
	@echo "==> Done: the documents are in $$PWD/build (index.html leads to them)"

test: ## install what is missing, then style, types, contracts and tests (make test ARGS="-k timetable")
	@.ci/system-packages test
	@.ci/environment test
	@echo "==> Style: ruff"
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@echo "==> Types: mypy"
	@$(BIN)/mypy
	@echo "==> Import contracts: lint-imports"
	@$(BIN)/lint-imports
	@echo "==> Tests and coverage: pytest"
	@$(BIN)/pytest -n auto --dist loadgroup --cov --cov-report=term $(ARGS)

browser: ## install what is missing (also Chromium), then look at the HTML pages in a real browser
	@.ci/system-packages browser
	@.ci/environment browser
	@echo "==> Pages in a browser: axe, narrow screens, keyboard, search, paper"
	@$(BIN)/pytest -o python_files='check_*.py' $(ARGS) tests/browser

bench: ## install what is missing, then measure us beside other programs; half an hour (make bench ARGS=--scale)
	@.ci/system-packages bench
	@.ci/environment bench || .ci/environment build
	@BENCH_PEERS=$(if $(findstring --peers=none,$(ARGS)),none,all) .ci/peers
	@echo "==> Side by side: python -m bench" $(ARGS)
	@$(BIN)/python -m bench $(ARGS)

format: ## put the Python files into the house style
	@.ci/environment test
	@$(BIN)/ruff check --fix-only
	@$(BIN)/ruff format

lock: ## remake the locks after a change in pyproject.toml, keeping versions that still fit
	@.ci/lock

upgrade: ## remake the locks with the newest versions that fit
	@.ci/lock --upgrade

dist: ## build the wheel and the source archive into dist/
	@.ci/environment build
	@$(BIN)/python -m hatchling build

clean: ## remove what was built and the caches (.venv stays)
	@rm -rf build dist .bench .curriculum .coverage .coverage.* .hypothesis .import_linter_cache
	@rm -rf .mypy_cache .pytest_cache .ruff_cache
	@find curriculum_cli tests -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## say what can be done here
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18
