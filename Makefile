# Wegwijzer: `make help` lists what there is. Everything runs in .venv, which `make setup` makes.

SHELL := /bin/sh
.DEFAULT_GOAL := help
VENV := .venv/bin

# `make test`: so many tests at once (0: in one process), divided as tests/verdeling.py says; each computes on one core then.
WERKERS ?= 2
VERDEELD = -n $(WERKERS) --dist loadscope
TWEE = OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

# Nothing is reported to anyone, and the libraries below Rasa keep quiet.
export RASA_TELEMETRY_ENABLED := false
export HF_HUB_OFFLINE := 1
export TF_CPP_MIN_LOG_LEVEL := 3
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup train start check test test-long lint audit format lock clean distclean

help: ## Toont deze lijst
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## Maakt of vernieuwt .venv (zoekt of haalt zelf Python 3.10)
	@scripts/opzet.sh

train: setup ## Traint het model als kennis of trainingsgegevens zijn veranderd
	@$(VENV)/wegwijzer train

start: setup ## Start de assistent op http://127.0.0.1:8000 (PORT=... voor een andere poort)
	@exec $(VENV)/wegwijzer start

check: setup ## Controleert de bestanden in knowledge/
	@$(VENV)/wegwijzer check

lint: setup ## Controleert stijl, opmaak en typen
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy

test: lint ## Alle korte tests; dit draait ook in CI
	@$(VENV)/wegwijzer train
	$(TWEE) $(VENV)/python -m pytest -m "not lang" $(VERDEELD)

test-long: lint ## Alle tests, ook de lange (fuzzen, belasting, duur)
	$(VENV)/python -m pytest

audit: setup ## Zoekt bekende fouten in de pakketten van requirements.lock (nodig: internet)
	@$(VENV)/python scripts/audit.py --uv "$$(scripts/zoek_uv.sh)"

format: setup ## Zet de code in de afgesproken opmaak
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .

lock: setup ## Maakt requirements.lock opnieuw uit requirements.in (ARGS=--upgrade voor nieuwere versies)
	scripts/maak_lock.sh $(ARGS)

clean: ## Verwijdert modellen en tijdelijke bestanden (niet .venv, niet var/)
	rm -rf models .rasa .mypy_cache .pytest_cache .ruff_cache .hypothesis build wegwijzer.egg-info
	find wegwijzer actions tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## Verwijdert ook .venv en wat voor de opzet is opgehaald
	rm -rf .venv .cache
