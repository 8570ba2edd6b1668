#!/bin/sh
# Prints the path of a `uv` that really runs; exits 1 when there is none.
# Each candidate is tried: a pyenv shim can exist and still fail.
cd "$(dirname "$0")/.." || exit 1

probeer() {
    if [ -x "$1" ] && "$1" --version >/dev/null 2>&1 </dev/null; then
        printf '%s\n' "$1"
        exit 0
    fi
}

probeer "$PWD/.venv/bin/uv"
probeer "$PWD/.cache/uv/bin/uv"
set -f
IFS=:
for map in $PATH; do
    probeer "$map/uv"
done
probeer "$HOME/.local/bin/uv"
probeer "$HOME/.cargo/bin/uv"
exit 1
