# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
#
# The one front door. Every target does the set-up it needs; a step of the set-up runs again only
# when what goes into it has changed. ARGS go through: make test ARGS="-k search", make run
# ARGS=terkha:mine/julong.

BIN := .venv/bin
ENVIRONMENT := .venv/complete
CATALOGUE := db/terkha_db/catalogue.sqlite
WORDS := resources/terkha_resources/i18n/terkha_en.qm
OFFSCREEN := QT_QPA_PLATFORM=offscreen

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test check bench shots pictures package compare format golden lock clean libraries assets FORCE

help:  ## list what can be done here
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' $(firstword $(MAKEFILE_LIST)) \
		| awk -F'|' '{ printf "  make %-9s %s\n", $$1, $$2 }'

setup: libraries $(ENVIRONMENT) assets $(WORDS) $(CATALOGUE)  ## all that the others need

run: setup  ## open Terkha; with no display, take the guided tour
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" = Darwin ]; then \
		$(BIN)/terkha $(ARGS); \
	else \
		echo "There is no display here, so this is the guided tour instead of the window."; \
		rm -rf build/tour; \
		$(OFFSCREEN) $(BIN)/terkha --profile build/tour/profile --tour build/tour; \
	fi

test: setup  ## run the tests
	$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

check: setup  ## lint, formatting, types, records
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy packaging/*.py packaging/linux/*.py
	$(BIN)/terkha-db check

bench: setup  ## measure against the budgets
	$(OFFSCREEN) $(BIN)/python tests/bench/run.py $(ARGS)

shots: setup  ## take pictures of every page, light and dark
	$(OFFSCREEN) $(BIN)/terkha --profile build/shots/profile --screenshots build/shots

pictures: setup  ## take the pictures of the manual and the README anew
	rm -rf build/pictures
	$(OFFSCREEN) $(BIN)/terkha --profile build/pictures/profile --screenshots build/pictures
	$(BIN)/python packaging/pictures.py build/pictures

package: setup  ## make the .deb and the portable archive in dist/
	packaging/build.sh

compare: setup  ## measure the package beside its peers, for the README
	$(BIN)/python packaging/compare.py

format: $(ENVIRONMENT)  ## put the code into the house format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: setup  ## write the golden files anew, to be read before they are committed
	$(BIN)/python -m pytest --update-golden $(ARGS)

LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --only-binary :all: \
	--custom-compile-command "make lock"

lock: $(ENVIRONMENT)  ## write the locks anew; ARGS=--upgrade also takes newer versions
	$(LOCK) --extra build --extra dev $(ARGS) -o requirements.lock
	$(LOCK) --extra package -c requirements.lock $(ARGS) -o packaging/requirements.lock

clean:  ## remove everything that was made here
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		$(CATALOGUE) resources/terkha_resources/vendor resources/terkha_resources/i18n/*.qm

libraries:
	@packaging/setup/libraries.sh

$(ENVIRONMENT): requirements.lock pyproject.toml packaging/setup/environment.sh
	@echo "Making the virtual environment in .venv"
	@packaging/setup/environment.sh .venv
	@touch $@

# It fetches only what it does not have yet, so it is quick to ask.
assets: $(ENVIRONMENT)
	@$(BIN)/python -m terkha_resources.vendor_build
	@$(BIN)/python -m terkha.translations

# What a built file rests on is compared by content: a checkout changes times, and a removed
# record leaves no newer file behind.
CHECKSUMS = LC_ALL=C sort | xargs cksum >$@.new; \
	if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

build/catalogue.inputs: FORCE
	@mkdir -p build
	@find db -type f ! -name 'catalogue.sqlite*' ! -name '*.pyc' | $(CHECKSUMS)

build/words.inputs: FORCE
	@mkdir -p build
	@find desktop db/terkha_db/fields.py db/terkha_db/vocabulary.py \
		resources/terkha_resources/i18n -name '*.py' -o -name '*.ts' | $(CHECKSUMS)

$(CATALOGUE): build/catalogue.inputs $(ENVIRONMENT)
	@echo "Building the catalogue"
	@$(BIN)/terkha-db build
	@touch $@

$(WORDS): build/words.inputs $(ENVIRONMENT)
	@echo "Compiling the words of the interface"
	@$(BIN)/python -m terkha.translations
	@touch $@
