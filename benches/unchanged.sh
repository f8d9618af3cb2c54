#!/usr/bin/env bash
# How long an unchanged `prolings check --all` takes, on generated courses, beside the first run of the same course.
#
#   benches/unchanged.sh [COUNT...]        default: 170 10000
#
# A first run of 10,000 exercises takes minutes: `benches/unchanged.sh 170` is the quick one. Everything is made in a
# temporary folder and removed. PROLINGS_ENV_DIR names a folder of Python environments to use; otherwise one is made.
# PROLINGS names another binary to measure. KEEP=1 leaves the courses in place.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
[ $# -gt 0 ] || set -- 170 10000
for tool in python3 cargo; do
    command -v "$tool" >/dev/null || { echo "$tool is needed" >&2; exit 1; }
done
if [ -z "${PROLINGS:-}" ]; then
    cargo build --release --quiet --manifest-path "$root/Cargo.toml"
    PROLINGS=$root/target/release/prolings
fi
work=$(mktemp -d)
[ -n "${KEEP:-}" ] && echo "courses are in $work" >&2 || trap 'rm -rf "$work"' EXIT
export PROLINGS_ENV_DIR=${PROLINGS_ENV_DIR:-$work/environments}
for count in "$@"; do
    scripts=()
    [ "$count" -le 1000 ] || scripts=(--scripts-only)
    python3 "$here/generate_course.py" "$work/$count" "$count" "${scripts[@]}"
    cp "$root"/exercises/requirements/core.* "$work/$count/exercises/requirements/"
    # The environment is made outside the measurement.
    (cd "$work/$count" && "$PROLINGS" check shapes_00000 >/dev/null)
    (cd "$work/$count" && "$PROLINGS" clean >/dev/null)
done
python3 "$here/unchanged.py" "$PROLINGS" "$work" "$@"
