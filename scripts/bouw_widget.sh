#!/usr/bin/env bash
# Bouwt de widget: widget/src -> wegwijzer/kanaal/web/wegwijzer.js (staat in git; draaien vraagt dus geen Node).
#   scripts/bouw_widget.sh               bouwt
#   scripts/bouw_widget.sh --vergelijk   bouwt elders en zegt of wat in git staat daar byte voor byte mee overeenkomt
#   scripts/bouw_widget.sh --klaarzetten haalt alleen het gereedschap
# Is er geen goede Node (20.19, of 22.12 en later), dan zoekt of haalt scripts/zoek_node.sh er een.
set -euo pipefail
cd "$(dirname "$0")/../widget"
node=$(../scripts/zoek_node.sh) || {
    echo "Er is geen Node die de widget kan bouwen, en er was er geen te halen." >&2
    exit 1
}
PATH="$node:$PATH"
klaar=../wegwijzer/kanaal/web/wegwijzer.js

# Alleen installeren als package-lock.json sindsdien veranderd is.
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
fi
[ "${1:-}" != "--klaarzetten" ] || exit 0
npx tsc --noEmit

if [ "${1:-}" = "--vergelijk" ]; then
    map=$(mktemp -d)
    trap 'rm -rf "$map"' EXIT
    npx vite build --logLevel warn --outDir "$map"
    if ! cmp "$map/wegwijzer.js" "$klaar"; then
        echo "wegwijzer.js is niet gebouwd uit de huidige bron. Draai scripts/bouw_widget.sh en neem het resultaat op." >&2
        exit 1
    fi
    echo "wegwijzer.js is gelijk aan wat de bron oplevert."
else
    npx vite build --logLevel warn
fi
printf '%s byte, %s byte gzip\n' "$(wc -c <"$klaar")" "$(gzip -9nc "$klaar" | wc -c)"
