# Every check has one command here, and CI (.ci/run) runs the same commands.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --quiet --no-input
# Passed on to the tool, for instance: make test ARGS="-k span", make lock ARGS=--upgrade.
ARGS   ?=

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The server that ci-setup starts. "none" leaves the tests on PostgreSQL out, and lists them.
export DETENTE_TEST_POSTGRES ?= postgresql://postgres@127.0.0.1:54329/postgres

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check docs bench bench-reading gallery golden torture wheel lock ci-setup clean

help:  ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: $(VENV)/.runtime  ## Read the shipped example and write brief.html
	@$(BIN)/detente brief examples/f35/*.txt -o brief.html

# A file's tests stay together, for what they read once. A process takes up to 2.5 GB.
test: $(VENV)/.dev  ## Run the tests
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile $(ARGS)

check: $(VENV)/.dev  ## Lint, format, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.dev  ## Check the documentation against the program: links, commands, codes, words
	@$(BIN)/python -m pytest tests/docs $(ARGS)

bench: $(VENV)/.dev  ## Measure; ratios side by side, never a gate
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python "$$script" $(ARGS) || exit 1; done

bench-reading: $(VENV)/.dev  ## Measure the reader on our own sentences, and on the articles DETENTE_GOLD names
	@$(BIN)/python benchmarks/reading/bench_reading.py $(ARGS)
	@$(BIN)/python benchmarks/reading/bench_spans.py
	@$(BIN)/python benchmarks/reading/bench_events.py $(if $(DETENTE_GOLD),--gold "$(DETENTE_GOLD)")
	@$(BIN)/python benchmarks/reading/bench_attitudes.py

bench-drafting: $(VENV)/.dev  ## Measure drafts against analysts' models of the open disputes; ARGS=--edits tries edits too
	@$(BIN)/python benchmarks/drafting/bench_drafting.py $(ARGS)

golden: $(VENV)/.dev  ## Write the golden files anew; then review the diff
	@$(BIN)/python -m pytest tests/golden --regenerate $(ARGS)
	@echo "Written. Read the diff before you commit it: git diff tests/golden"

gallery: $(VENV)/.dev  ## Write the briefs in docs/gallery anew, with pictures of them
	@$(BIN)/python docs/gallery/make_gallery.py $(ARGS)

torture: $(VENV)/.dev  ## Run the property tests and the faults at full length
	@$(BIN)/python -m pytest tests/property --hypothesis-profile=torture $(ARGS)
	@$(BIN)/python tests/torture/matrix.py $(ARGS)

wheel: $(VENV)/.dev  ## Build the wheel into dist/
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist

ci-setup:  ## Install what tests need: PostgreSQL, which is started, and Chromium
	@.ci/postgres
	@.ci/browser

clean:  ## Remove what these targets made
	rm -rf $(VENV) build dist brief.html .mypy_cache .ruff_cache .pytest_cache .hypothesis \
	  .import_linter_cache .benchmarks

# --- The environment: made once, and again when a lock changes -------------------------------

$(VENV)/.made: requirements.lock requirements-dev.lock
	@found=`$(PYTHON) -c 'import sys; print(sys.version.split()[0])' 2>/dev/null` || true; \
	case "$$found" in \
	  3.11.* | 3.12.* | 3.13.*) ;; \
	  "") echo "There is no working '$(PYTHON)' here. Detente needs Python 3.11 to 3.13:" \
	        "install one, or name it: make PYTHON=python3.12" >&2; exit 1 ;; \
	  *) echo "Detente needs Python 3.11 to 3.13, and '$(PYTHON)' is $$found." \
	       "Name another one: make PYTHON=python3.12" >&2; exit 1 ;; \
	esac
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.made pyproject.toml
	@echo "Installing the locked dependencies into $(VENV); the first time takes a minute or two." >&2
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

# After the runtime and not beside it: two pips in one environment would meet.
$(VENV)/.dev: $(VENV)/.runtime
	@echo "Installing the locked development tools into $(VENV)." >&2
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@

# The locks are compiled on the oldest Python supported, so that every pin exists for it;
# neither the index nor any path of the machine at hand is written into them.
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --strip-extras \
  --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
  --build-deps-for editable

lock: $(VENV)/.dev  ## Compile the lock files from pyproject.toml (on Python 3.11)
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { \
	  echo "The locks are compiled on Python 3.11: make clean, then make lock PYTHON=python3.11" >&2; exit 1; }
	$(COMPILE) --output-file requirements.lock $(ARGS) pyproject.toml
	$(COMPILE) --output-file requirements-dev.lock --extra dev --constraint requirements.lock $(ARGS) pyproject.toml
