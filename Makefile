# make run       sets everything up and opens the review station
# make test      sets everything up and runs all checks and tests (under 15 minutes on two cores)
# make test-long the longer checks
# make lint      the checks without the tests
# make docs      the API reference of the engine, into build/docs
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# What Qt needs on a bare Debian or Ubuntu, a virtual screen for the tests of the real window, and the server of which the
# tests start one of their own.
APT := libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 \
       libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 \
       libxcb-xinerama0 libxcb-xkb1 libgomp1 libgl1-mesa-dri fonts-dejavu-core xvfb xauth postgresql

.PHONY: run test test-long review-with-server review-with-file turing-on-screen lint docs pictures contact-sheet demo-bundle setup system clean

setup: system $(STAMP)

system:
	@missing=""; for p in $(APT); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  if ! command -v apt-get >/dev/null; then \
	    echo "Not a Debian or Ubuntu system: install the equivalents of:$$missing"; \
	  elif [ "$$(id -u)" = 0 ]; then \
	    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null) \
	    || { echo "Could not install:$$missing"; exit 1; }; \
	  else \
	    echo "Qt needs system libraries that are not installed. Run this, then call make again:"; \
	    echo "  sudo apt-get install -y$$missing"; exit 1; \
	  fi; fi

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; call make PYTHON=/path/to/python3.11"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]'
	touch $(STAMP)

run: setup
	$(BIN)/vqganodip-gui

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python packaging/checks/links.py
	$(BIN)/python packaging/checks/prose.py

# Tests run in so many processes, each with one thread for computing: threads that wait for each other waste busy cores.
# A process that has done its share takes over tests of the other one, so both end at the same time.
WORKERS ?= 2
PARALLEL := -n $(WORKERS) --dist worksteal
# These have the window on a real screen, and one screen is for one process: two screens side by side.
REVIEW_ON_SCREEN := tests/gui/review/test_journey.py tests/gui/review/test_shift.py
TURING_ON_SCREEN := tests/gui/turing/test_screen.py tests/gui/turing/test_session.py
ON_SCREEN := $(REVIEW_ON_SCREEN) $(TURING_ON_SCREEN)
WITH_SCREEN := QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1920x1200x24"
TIMED := SECONDS=0; trap 'echo "All tests: $$((SECONDS / 60)) min $$((SECONDS % 60)) s"' EXIT; set -e; \
  export OMP_NUM_THREADS=1 GOMP_SPINCOUNT=1000;

test: lint
	$(TIMED) QT_QPA_PLATFORM=offscreen $(BIN)/pytest -m "not long" $(PARALLEL) $(ON_SCREEN:%=--ignore=%); \
	$(MAKE) --no-print-directory -j $(WORKERS) -O review-with-server review-with-file turing-on-screen

review-with-server:
	$(WITH_SCREEN) $(BIN)/pytest -q -k postgresql $(REVIEW_ON_SCREEN)

review-with-file:
	$(WITH_SCREEN) $(BIN)/pytest -q -k "not postgresql" $(REVIEW_ON_SCREEN)

turing-on-screen:
	$(WITH_SCREEN) $(BIN)/pytest -q $(TURING_ON_SCREEN)

test-long: setup
	$(TIMED) QT_QPA_PLATFORM=offscreen $(BIN)/pytest -m long $(PARALLEL)

# The API reference of the engine, from its docstrings, into build/docs. Warnings are errors.
docs: setup
	$(BIN)/python packaging/api_docs.py build/docs

# Every state of the window, light and dark, photographed by its tests into build/pictures. About 10 minutes.
pictures: setup
	QT_QPA_PLATFORM=offscreen VQGANODIP_PICTURES=build/pictures $(BIN)/pytest -q tests/gui -m "long or not long" \
	  -k "pictures or threshold or records or people or blind or rules or turing or model_page"
	QT_QPA_PLATFORM=xcb VQGANODIP_PICTURES=build/pictures xvfb-run -a -s "-screen 0 1366x768x24" \
	  $(BIN)/pytest -q tests/gui/turing/test_session.py

contact-sheet: setup
	$(BIN)/python packaging/contact_sheet.py packaging/pictures/boards.jpg

# The bundle of the demo line, from rendered boards alone: about three hours on two idle cores. The boards it is judged by
# have seeds that it never saw; the second set varies twice as much.
DEMO := build/demo
DEMO_MINUTES ?= 75
demo-bundle: setup
	rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(BIN)/vqganodip render $(DEMO)/line --train 200 --mask 80 --good 150 --defective 150 --seed 20261
	$(BIN)/vqganodip render $(DEMO)/adapt --train 40 --train-defective 150 --seed 20262
	$(BIN)/vqganodip render $(DEMO)/unseen --good 150 --defective 150 --seed 90001
	$(BIN)/vqganodip render $(DEMO)/unseen-x2 --good 150 --defective 150 --seed 90002 --variation 2
	set -o pipefail; $(BIN)/vqganodip train $(DEMO)/line --bundle $(DEMO)/trained/gearbox --minutes $(DEMO_MINUTES) --seed 1 \
	  --mm-per-px 0.09766 2>&1 | tee $(DEMO)/train.log
	set -o pipefail; $(BIN)/vqganodip train $(DEMO)/line --bundle $(DEMO)/general/gearbox --start-from $(DEMO)/trained/gearbox \
	  --depth at-once 2>&1 | tee -a $(DEMO)/train.log
	set -o pipefail; $(BIN)/vqganodip train $(DEMO)/adapt --bundle $(DEMO)/gearbox --start-from $(DEMO)/general/gearbox \
	  --minutes 14 --seed 1 2>&1 | tee -a $(DEMO)/train.log
	set -o pipefail; $(BIN)/vqganodip fit $(DEMO)/line --bundle $(DEMO)/gearbox 2>&1 | tee $(DEMO)/fit.log
	for lines in unseen unseen-x2; do \
	  $(BIN)/vqganodip evaluate $(DEMO)/$$lines --bundle $(DEMO)/gearbox > $(DEMO)/$$lines.txt || exit 1; done
	rm -rf resources/demo && mkdir -p resources/demo
	cp -r $(DEMO)/gearbox resources/demo/gearbox
	cp $(DEMO)/train.log $(DEMO)/fit.log $(DEMO)/unseen.txt $(DEMO)/unseen-x2.txt resources/demo/
	echo '{"product": "gearbox", "seed": 20261, "train": 200, "mask": 80, "good": 150, "defective": 150}' > resources/demo/calibration-line.json

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
