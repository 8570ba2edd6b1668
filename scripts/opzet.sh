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
for naam in ("requirements.lock", "pyproject.toml"):
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

# The build tools come from the lock too, so that nothing unpinned is fetched to build a package.
met_pip() {
    .venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip --upgrade
    mkdir -p .cache
    awk '/^[^ #]/ { neem = /^(setuptools|wheel)==/ } neem' requirements.lock >.cache/bouw.lock
    .venv/bin/python -m pip install --disable-pip-version-check -q --require-hashes -r .cache/bouw.lock
    .venv/bin/python -m pip install --disable-pip-version-check --require-hashes --no-build-isolation \
        -r requirements.lock
}

met_uv() {
    mkdir -p .cache
    awk '/^[^ #]/ { neem = /^(setuptools|wheel)==/ } neem' requirements.lock >.cache/bouw.lock
    "$uv" pip install --python .venv/bin/python -q --require-hashes -r .cache/bouw.lock &&
        "$uv" pip install --python .venv/bin/python --require-hashes --no-build-isolation --compile-bytecode \
            -r requirements.lock
}

meld "[3/4] Pakketten uit requirements.lock installeren (eerste keer enkele minuten)"
if [ -z "$uv" ]; then
    met_pip
elif ! met_uv; then
    meld "      uv lukte niet; verder met pip"
    met_pip
fi

meld "[4/4] Wegwijzer zelf"
.venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip --upgrade >/dev/null
.venv/bin/python -m pip install --disable-pip-version-check -q --no-build-isolation --no-deps -e .
.venv/bin/python -m compileall -q wegwijzer actions
sleutel >"$stempel"
meld "Klaar: .venv/bin/wegwijzer"
