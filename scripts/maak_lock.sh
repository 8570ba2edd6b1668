#!/bin/sh
# Makes requirements.lock from requirements.in: every package with its version and hashes, no hosts.
# Keeps the pins that are there; `scripts/maak_lock.sh --upgrade` (or --upgrade-package NAME) renews them.
# The platforms are those of [tool.uv] in pyproject.toml.
set -eu
cd "$(dirname "$0")/.."
uv=$(scripts/zoek_uv.sh) || { echo "uv ontbreekt: make setup / uv is missing: make setup" >&2; exit 1; }
UV_CUSTOM_COMPILE_COMMAND="make lock"
export UV_CUSTOM_COMPILE_COMMAND
"$uv" pip compile --quiet --universal --python "$(scripts/zoek_python.sh)" --python-version 3.10 \
    --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
    --override overrides.txt "$@" requirements.in -o requirements.lock

# Every line repeats "Python 3.10, on one of the three platforms". That is checked before installing, so
# only what differs between them stays.
overal="((platform_machine == 'arm64' and sys_platform == 'darwin')"
overal="$overal or (platform_machine == 'aarch64' and sys_platform == 'linux')"
overal="$overal or (platform_machine == 'x86_64' and sys_platform == 'linux'))"
awk -v p310="python_full_version < '3.11' and " -v overal="$overal" '
    function wis(zoek,  i) {
        while ((i = index($0, zoek)) > 0) $0 = substr($0, 1, i - 1) substr($0, i + length(zoek))
    }
    /^[a-z0-9]/ { wis(p310); wis(" ; " overal); wis(" and " overal) }
    { print }
' requirements.lock >requirements.lock.nieuw
mv requirements.lock.nieuw requirements.lock
