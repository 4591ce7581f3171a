# `make demo` shows Dateline with its sample; `make test` tests it. README.md says more.
.PHONY: demo install test lint bench bench-reader bench-editor bench-inout picture messages
.DEFAULT_GOAL := demo
# Anything for a command: `make test ARGS="tests/dates -x"`.
ARGS ?=
BIN := .venv/bin

demo: install                    ## the site with its sample on http://127.0.0.1:$(PORT), 8000 by default
	@$(BIN)/python manage.py demo $(ARGS)

install:                         ## everything up to .env and the static files
	@scripts/python -m scripts.install

test: install-dev                ## the whole suite, on SQLite and on PostgreSQL, with a real Chromium
	@$(BIN)/python -m scripts.test $(ARGS)

install-dev:
	@scripts/python -m scripts.install --dev

lint: install-dev                ## style, types, layers, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run

bench: install-dev               ## speed of extraction, pages and drawing, as tables
	@$(BIN)/python -m scripts.bench $(ARGS)

bench-reader: install-dev        ## what readers wait for, up to a million events, as tables
	@$(BIN)/python -m scripts.bench_reader $(ARGS)

bench-editor: install-dev        ## what editors do to get things done, counted, as a table
	@$(BIN)/python -m scripts.bench_editor $(ARGS)

bench-inout: install-dev         ## how fast files and articles go in and out, and in how much memory
	@$(BIN)/python -m scripts.bench_inout $(ARGS)

picture: install-dev             ## docs/timeline.png, the picture in the README
	@$(BIN)/python -m scripts.picture

messages: install-dev            ## collect the texts to translate from the sources
	@$(BIN)/python manage.py collect_messages
