# LoadHarness: what can be done with it. `make help` prints the lines that start with ##.
SHELL := /bin/sh
CONFIGURATION := Release
PROFILE ?= default
PART ?= full
DEFAULT_SCENARIOS := scenarios/number-list.yaml scenarios/hashtable.yaml
FULL_SCENARIOS := $(DEFAULT_SCENARIOS) scenarios/image.yaml scenarios/mean.yaml scenarios/null.yaml scenarios/resp.yaml scenarios/http.yaml
SCENARIOS ?= $(if $(filter full,$(PROFILE)),$(FULL_SCENARIOS),$(DEFAULT_SCENARIOS))
TEST_RESULTS := TestResults
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1

.DEFAULT_GOAL := help
.PHONY: help build loadtest report calibrate test check format bench peers benchmarks peers-tools peers-servers peers-floor connections \
  torture reference clean

help: ## print this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | awk -F'|' '{printf "%-18s %s\n", $$1, $$2}'
	@echo
	@echo "  PROFILE=smoke (90 s), default (8 minutes) or full (all workloads and models, within an hour) goes with loadtest."
	@echo "  Give report the same PROFILE as loadtest: it names the scenarios."

build: ## build the program; start it as bin/loadharness
# The compiler that works ahead is a package of its own, which not every machine can have.
	@ahead=true; dotnet restore src/LoadHarness.Cli -p:CompileAhead=true -v quiet > /dev/null 2>&1 || { ahead=false; \
	  echo "build: the package of the compiler that works ahead is not to be had; without it commands start more slowly"; }; \
	  dotnet publish src/LoadHarness.Cli -c $(CONFIGURATION) -p:CompileAhead=$$ahead -o bin/lib -v quiet -clp:ErrorsOnly
# Commands that only compute have done most of their work before code compiled twice or thrice would pay.
	@printf '%s\n' '#!/bin/sh' 'case "$$1" in report|compare|history) export DOTNET_TieredCompilation=0;; esac' \
	  'exec dotnet "$$(dirname "$$(readlink -f "$$0")")/lib/loadharness.dll" "$$@"' > bin/loadharness
	@chmod +x bin/loadharness

loadtest: build ## run the default scenarios under load and write report/REPORT.md and REPORT.html (PROFILE=smoke|default|full)
	@bin/loadharness run $(SCENARIOS) --profile $(PROFILE) --report

report: build ## rebuild report/REPORT.md and REPORT.html from the newest run of each default scenario
	@bin/loadharness report $(SCENARIOS)

calibrate: build ## measure the harness itself on servers of known capacity (PART=full, 20 minutes; PART=quick, 2 minutes)
	@bin/loadharness calibrate --part $(PART)

test: ## build and run all tests
	@dotnet build LoadHarness.sln -c $(CONFIGURATION) -v quiet -clp:ErrorsOnly
	@rm -rf $(TEST_RESULTS)
	@# Started in the background a shell lets all below it ignore Ctrl-C, and the tests that press it would wait in vain.
	@env --default-signal=INT,QUIT dotnet test LoadHarness.sln -c $(CONFIGURATION) --no-build --logger trx --results-directory $(TEST_RESULTS)

check: ## check format and analyzers; every warning is an error
	@dotnet build LoadHarness.sln -c $(CONFIGURATION) -v quiet -clp:ErrorsOnly
	@dotnet format LoadHarness.sln --verify-no-changes --no-restore --severity warn

format: ## put the sources into the agreed format
	@dotnet format LoadHarness.sln --severity warn

bench: ## run the micro-benchmarks (some minutes)
	@dotnet run -c $(CONFIGURATION) --project src/LoadHarness.Benchmarks -- --filter '*'

BENCHMARKS := dotnet src/LoadHarness.Benchmarks/bin/$(CONFIGURATION)/net10.0/LoadHarness.Benchmarks.dll
ROUNDS ?= 7
SECONDS ?= 3

peers: peers-floor peers-tools peers-servers ## put load tools and servers of others beside ours (40 minutes; installs nothing)
	@bin/loadharness report $$(ls -d results/peers/*/ | tail -n 2) --report-folder report/peers

benchmarks: build
	@dotnet build src/LoadHarness.Benchmarks -c $(CONFIGURATION) -v quiet -clp:ErrorsOnly

peers-tools: benchmarks ## compare with wrk, redis-benchmark, ab and hey, those that are there (ROUNDS=7 SECONDS=3)
	@$(BENCHMARKS) tools rounds=$(ROUNDS) seconds=$(SECONDS) $(PEERS)
	@bin/loadharness report "$$(ls -d results/peers/*/ | tail -n 1)" --report-folder report/peers

peers-servers: benchmarks ## compare durable inserts and the Redis protocol with a real redis-server (some minutes)
	@scripts/compare-redis.sh durable
	@scripts/compare-redis.sh memory

connections: benchmarks ## hold 19,000 connections between two processes for a minute, and 50,000 between several
	@$(BENCHMARKS) connections model=epoll connections=19000
	@$(BENCHMARKS) connections model=io_uring loop=io_uring connections=19000
	@$(BENCHMARKS) connections model=prefork workers=4 connections=50000 generators=3
	@bin/loadharness report $$(ls -d results/connections/*/ | tail -n 3) --report-folder report/connections

peers-floor: bin/floor/client benchmarks ## compare the network loops with a minimal C program (ROUNDS=7 SECONDS=3)
	@$(BENCHMARKS) tools servers=floor rounds=$(ROUNDS) seconds=$(SECONDS)

bin/floor/client: $(wildcard src/LoadHarness.Benchmarks/Floor/*.*)
	@mkdir -p bin/floor
	@cc -O2 -Wall -o bin/floor/server src/LoadHarness.Benchmarks/Floor/server.c
	@cc -O2 -Wall -o bin/floor/client src/LoadHarness.Benchmarks/Floor/client.c

MINUTES ?= 30
TORTURE ?=
ONLY ?=

torture: build ## ill-treat servers and harness, and print what held (MINUTES=30; TORTURE=part,part for some of it)
	@dotnet build tests/LoadHarness.Torture -c $(CONFIGURATION) -v quiet -clp:ErrorsOnly
	@dotnet tests/LoadHarness.Torture/bin/$(CONFIGURATION)/net10.0/LoadHarness.Torture.dll minutes=$(MINUTES) \
	  $(if $(TORTURE),part=$(TORTURE)) $(if $(ONLY),"only=$(ONLY)")

reference: build ## renew results/reference and report/reference (PROFILE=default)
	@rm -rf results/reference report/reference
	@bin/loadharness run $(SCENARIOS) --profile $(PROFILE) --results results/reference --report --report-folder report/reference

clean: ## remove what was built, but no results
	@rm -rf bin $(TEST_RESULTS) src/*/bin src/*/obj tests/*/bin tests/*/obj
