# Quarter: make demo, make test. `make help` lists everything.

SHELL     := /bin/sh
BIN       := bin/quarter
BUNDLE    := charts/report/bundle/quarter.js charts/report/bundle/still.js
MODULES   := node_modules/.package-lock.json
SCRIPTS   := $(filter-out $(BUNDLE),$(wildcard charts/report/script/*.js charts/report/*/*.mjs charts/report/*.mjs scripts/*.mjs))
VERSION   := $(shell scripts/version)
LDFLAGS   := -X quarter/cmd.Version=$(VERSION)
DEMO      ?= out/demo
DEMO_LANG ?=

export QUARTER_DATA ?= $(abspath ../shared/data)

.PHONY: help demo build bundle test test-data test-long bench bench-page dist clean
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

demo: build ## analyze the built-in sample city; the last line is the path of the page
	@$(BIN) demo --out $(DEMO) $(addprefix --lang ,$(DEMO_LANG))

build: bundle ## bin/quarter, with the page's script inside
	@scripts/need go
	go build -trimpath -ldflags '$(LDFLAGS)' -o $(BIN) ./cmd/quarter

bundle: $(BUNDLE)

$(BUNDLE) &: $(MODULES) $(SCRIPTS)
	@scripts/need node npm
	npm run --silent bundle
	@touch $(BUNDLE)

$(MODULES): package.json package-lock.json
	@scripts/need node npm
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

test: ## everything that needs no outside data
	@scripts/need go node npm
	@scripts/debian gcc libc6-dev chromium fonts-noto-cjk
	@$(MAKE) --no-print-directory bundle
	@scripts/test

test-data: ## the tests on real data in QUARTER_DATA (default ../shared/data); missing data is a failure
	@scripts/need go
	@test -d "$(QUARTER_DATA)" || { echo "make test-data: no folder $(QUARTER_DATA); set QUARTER_DATA" >&2; exit 1; }
	QUARTER_DATA="$(abspath $(QUARTER_DATA))" go test -count=1 -tags data ./...

test-long: ## million-case and minutes-long runs
	@scripts/need go
	go test -count=1 -timeout 60m -tags long ./...

bench: ## the benchmarks behind docs/performance.md
	@scripts/need go
	go test -run '^$$' -bench . -benchmem ./...

bench-page: build ## how long pages take to open in a browser, for docs/performance.md; PAGES="name=page.html …" adds pages
	@scripts/need node npm
	@scripts/debian chromium fonts-noto-cjk
	@$(BIN) demo --out out/bench/demo --lang zh --force --quiet >/dev/null
	@$(BIN) demo --communities 1000 --grids 20000 --centers 800 --out out/bench/city --lang zh --force --quiet >/dev/null
	node charts/report/browser/paint.mjs demo=out/bench/demo/index.html city=out/bench/city/index.html $(PAGES)

dist: bundle ## dist/quarter-VERSION-OS-ARCH.zip for linux, windows and darwin
	@scripts/need go
	go run ./scripts/dist -version '$(VERSION)' -out dist

clean: ## removes what make made
	rm -rf bin out dist node_modules
	find charts/report/bundle -type f ! -name .keep -delete
