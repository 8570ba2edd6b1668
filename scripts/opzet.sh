#!/bin/sh
# Makes .venv, or brings it up to date: exactly the packages of requirements.lock, hashes checked,
# and wegwijzer itself. Does nothing when that has been done already for this lock, in this folder.
set -eu
cd "$(dirname "$0")/.."
stempel=.venv/.opgezet

meld() { printf '%s\n' "$*" >&2; }

# What the environment depends on: the lock, the project file, the interpreter and where it all is
# (scripts in .venv hold absolute paths).
sleutel() {
    .venv/bin/python -I -c '
import hashlib, os, sys
som = hashlib.sha256(sys.version.encode())
for naam in ("requirements.lock", "pyproject.toml", "scripts/opzet.sh"):
    som.update(open(naam, "rb").read())
print(som.hexdigest(), os.getcwd())' 2>/dev/null </dev/null
}

if [ -f "$stempel" ] && [ "$(cat "$stempel")" = "$(sleutel || true)" ]; then
    exit 0
fi

case "$(uname -s)-$(uname -m)" in
    Linux-x86_64 | Linux-aarch64 | Darwin-arm64) ;;
    *)
        meld "Dit systeem ($(uname -sm)) zit niet in requirements.lock: Linux x86_64/aarch64 of macOS arm64 wel."
        meld "This system ($(uname -sm)) is not in requirements.lock: Linux x86_64/aarch64 or macOS arm64 are."
        exit 1
        ;;
esac

meld "[1/4] Python 3.10 zoeken"
python=$(scripts/zoek_python.sh)
meld "      $python ($("$python" -I -c 'import platform; print(platform.python_version())'))"

if [ -f "$stempel" ]; then
    vorige=$(cut -d' ' -f2- <"$stempel")
    rm -f "$stempel"
    if [ "$vorige" != "$PWD" ]; then
        meld "      .venv hoort bij een andere map ($vorige) en wordt opnieuw gemaakt"
        python=$(scripts/zoek_python.sh --basis)
    fi
fi

uv=$(scripts/zoek_uv.sh) || uv=
if [ "$python" != "$PWD/.venv/bin/python" ]; then
    meld "[2/4] Omgeving .venv maken"
    rm -rf .venv
    uv=$(scripts/zoek_uv.sh) || uv=
    "$python" -m venv .venv
else
    meld "[2/4] Omgeving .venv is er al"
fi

# A sign of life every ten seconds, where the installer itself is silent (pip writing files; logs).
klok() {
    begin=$(date +%s)
    trap 'kill "$slaap"; exit' TERM
    while :; do
        sleep 10 >/dev/null 2>&1 &
        slaap=$!
        wait "$slaap"
        meld "      nog bezig ($(($(date +%s) - begin)) s)"
    done
}
klok_pid=
start_klok() {
    [ -z "$klok_pid" ] || return 0
    klok &
    klok_pid=$!
}
stop_klok() {
    [ -z "$klok_pid" ] || kill "$klok_pid" 2>/dev/null || true
    klok_pid=
}
trap stop_klok EXIT
trap 'exit 130' INT TERM

met_pip() {
    start_klok
    .venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip --upgrade >/dev/null
    .venv/bin/python -m pip install --disable-pip-version-check -q --require-hashes --no-deps "$@"
}

met_uv() {
    [ -t 2 ] || start_klok
    "$uv" pip install --python .venv/bin/python --require-hashes --no-deps "$@"
}

# The lock is complete, so nothing is resolved again (--no-deps).
# First what builds and installs the rest, from the lock too: nothing unpinned is fetched, and where uv was
# absent it is there from here on. pip steps in where uv cannot reach the packages (a mirror in pip.conf, say).
meld "[3/4] Pakketten uit requirements.lock installeren (de eerste keer enkele minuten)"
mkdir -p .cache
awk '/^[^ #]/ { neem = /^(setuptools|wheel|uv)==/ } neem' requirements.lock >.cache/bouw.lock
if { [ -n "$uv" ] && met_uv -q -r .cache/bouw.lock; } || met_pip -r .cache/bouw.lock; then
    uv=$(scripts/zoek_uv.sh) || uv=
fi
if ! { [ -n "$uv" ] && met_uv --no-build-isolation --compile-bytecode -r requirements.lock; }; then
    meld "      uv lukt niet; verder met pip"
    uv=
    met_pip --no-build-isolation -r requirements.lock
fi

meld "[4/4] Wegwijzer zelf"
if [ -n "$uv" ]; then
    "$uv" pip install --python .venv/bin/python -q --no-build-isolation --no-deps -e .
else
    .venv/bin/python -m pip install --disable-pip-version-check -q --no-build-isolation --no-deps -e .
fi
# `rasa test` reads every test_*.yml below the checkout, this template for new projects included.
rm -f .venv/lib/python3.10/site-packages/rasa/cli/initial_project/tests/test_stories.yml
# Python reads this file at every start, so plain `rasa ...` in .venv reports nothing to anyone either, and
# `rasa run actions` listens on this machine only. Whoever sets these variables gets what they set.
cat >"$(.venv/bin/python -I -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/wegwijzer_stil.pth" <<'EINDE'
import os; [os.environ.setdefault(*paar) for paar in (("RASA_TELEMETRY_ENABLED", "false"), ("SANIC_HOST", "127.0.0.1"), ("SQLALCHEMY_SILENCE_UBER_WARNING", "1"), ("TF_CPP_MIN_LOG_LEVEL", "3"))]
EINDE
.venv/bin/python -m compileall -q wegwijzer actions
sleutel >"$stempel"
meld "Klaar: .venv/bin/wegwijzer"
