#!/usr/bin/env bash
# Makes prolings ready and says where it is (output `prolings`).
#
# VERSION is `source` (built from the checkout, which is the course's own commit), a version on PyPI, or a path.
set -euo pipefail

die() { printf '::error title=prolings::%s\n' "$1"; exit 1; }

work="${RUNNER_TEMP:?}/prolings"
mkdir -p "$work"

case "${VERSION:-}" in
    source)
        cargo build --release --locked --quiet
        program="$PWD/target/release/prolings"
        ;;
    /*)
        program=$VERSION
        ;;
    *)
        [[ ${VERSION:-} =~ ^[0-9]+(\.[0-9]+)+((a|b|rc)[0-9]+)?$ ]] ||
            die "the input version must be a version such as 0.1.0, the word source, or an absolute path"
        # In a folder of its own: Python takes modules from the current folder, and this one must not matter.
        cd "$work"
        python3 -m venv venv
        venv/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: "prolings==$VERSION"
        program="$work/venv/bin/prolings"
        ;;
esac

[ -x "$program" ] || die "there is no program where prolings should be"
"$program" --version
printf 'prolings=%s\n' "$program" >> "${GITHUB_OUTPUT:?}"
