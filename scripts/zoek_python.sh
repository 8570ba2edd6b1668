#!/bin/sh
# Prints the path of a Python 3.10 that really runs, and nothing else on standard output.
#
#   scripts/zoek_python.sh          looks in this order: $PYTHON, .venv, pyenv's versions, PATH,
#                                   the usual folders, uv, uv fetched with pip
#   scripts/zoek_python.sh --basis  never answers with the .venv itself (to build it anew)
#
# pyenv's versions are tried by path, not by shim: a shim fails when a .python-version asks for another
# version, and uv does not look inside pyenv.
cd "$(dirname "$0")/.." || exit 1

meld() { printf '%s\n' "$*" >&2; }

# Prints the interpreter behind $1 when that is a CPython 3.10 with all that is needed; fails otherwise.
werkt() {
    "$1" -I -c '
import sys
if sys.version_info[:2] != (3, 10) or sys.implementation.name != "cpython":
    sys.exit(1)
import ctypes, ensurepip, sqlite3, ssl, venv, zlib
print(getattr(sys, "_base_executable", None) or sys.executable)
' 2>/dev/null </dev/null
}

probeer() {
    [ -x "$1" ] || return 1
    gevonden=$(werkt "$1") || return 1
    printf '%s\n' "$gevonden"
    exit 0
}

probeer_path() {
    oude_ifs=$IFS
    set -f
    IFS=:
    for map in $PATH; do
        probeer "$map/$1"
    done
    IFS=$oude_ifs
    set +f
}

# A 3.10 kept by uv itself; fetched when there is none. What is on PATH was tried before.
probeer_uv() {
    UV_PYTHON_PREFERENCE=only-managed
    export UV_PYTHON_PREFERENCE
    pad=$("$1" python find --no-project 3.10 2>/dev/null </dev/null) && probeer "$pad"
    meld "Python 3.10 wordt opgehaald met uv (een halve minuut)..."
    "$1" python install 3.10 >&2 </dev/null || return 1
    pad=$("$1" python find --no-project 3.10 2>/dev/null </dev/null) && probeer "$pad"
}

# uv from the lock, hashes checked, into .cache/uv, with whichever Python 3 there is.
haal_uv() {
    mkdir -p .cache || return 1
    awk '/^[^ #]/ { neem = /^uv==/ } neem' requirements.lock >.cache/uv.lock
    for p in python3 python3.14 python3.13 python3.12 python3.11 python3.9 /usr/bin/python3 \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.*/bin/python3; do
        "$p" -I -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null </dev/null || continue
        rm -rf .cache/uv
        meld "uv wordt opgehaald met pip ($p)..."
        "$p" -m venv .cache/uv >/dev/null 2>&1 &&
            .cache/uv/bin/python -m pip install -q --disable-pip-version-check \
                --require-hashes -r .cache/uv.lock >&2 &&
            return 0
    done
    rm -rf .cache/uv
    return 1
}

if [ -n "${PYTHON:-}" ]; then
    probeer "$(command -v "$PYTHON")"
    meld "Let op: PYTHON=$PYTHON is geen werkende Python 3.10; er wordt verder gezocht."
fi

if [ "${1:-}" != --basis ] && [ -x .venv/bin/python ] && werkt .venv/bin/python >/dev/null; then
    printf '%s\n' "$PWD/.venv/bin/python"
    exit 0
fi

for wortel in "${PYENV_ROOT:-}" "$(pyenv root 2>/dev/null)" "$HOME/.pyenv"; do
    [ -n "$wortel" ] || continue
    for p in "$wortel"/versions/3.10*/bin/python; do
        probeer "$p"
    done
done

probeer_path python3.10
probeer_path python3
for p in /usr/local/bin/python3.10 /usr/bin/python3.10 /opt/homebrew/bin/python3.10 \
    "$HOME"/.local/share/uv/python/cpython-3.10*/bin/python3.10 \
    "$HOME"/.asdf/installs/python/3.10*/bin/python "$HOME"/.local/share/mise/installs/python/3.10*/bin/python; do
    probeer "$p"
done

uv=$(scripts/zoek_uv.sh) || { haal_uv && uv=$PWD/.cache/uv/bin/uv; } || uv=
[ -z "$uv" ] || probeer_uv "$uv"

cat >&2 <<'EINDE'

Geen werkende Python 3.10 gevonden, en er kon er geen worden opgehaald.
  Rasa 3.6 draait niet op een nieuwere Python. Kies er een:
    uv python install 3.10          (https://docs.astral.sh/uv)
    pyenv install 3.10
    PYTHON=/pad/naar/python3.10 make setup
  Op Debian en Ubuntu horen bij python3.10 ook python3.10-venv en libsqlite3.

No working Python 3.10 found, and none could be fetched.
  Rasa 3.6 does not run on a newer Python. Choose one of:
    uv python install 3.10          (https://docs.astral.sh/uv)
    pyenv install 3.10
    PYTHON=/path/to/python3.10 make setup
  On Debian and Ubuntu python3.10 also needs python3.10-venv and libsqlite3.
EINDE
exit 1
