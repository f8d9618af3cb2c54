#!/usr/bin/env bash
# Grades what fetch.py brought by the course in the current folder, and writes the reports (outputs `outcome`, `reports`).
#
# Nothing of the submission reaches this script but the files in SUBMISSION, which it does not open. What learners'
# programs print stands on standard output while the runner's commands are off: `--report github` sees to that.
set -euo pipefail

die() { printf '::error title=prolings::%s\n' "$1"; exit 2; }

for name in PROLINGS SUBMISSION BASE RUNNER_TEMP GITHUB_OUTPUT; do
    [ -n "${!name:-}" ] || die "$name is not set"
done

reports=${REPORTS:-$RUNNER_TEMP/prolings/reports}
mkdir -p "$reports"

options=(--color never)
[ -z "${PYTHON:-}" ] || options+=(--python "$PYTHON")
[ -z "${REQUIRE:-}" ] || options+=(--require "$REQUIRE")
[ -z "${REPORT_LANG:-}" ] || options+=(--lang "$REPORT_LANG")

arguments=(
    --base "$BASE"
    --submission "$SUBMISSION"
    --report "github=${GITHUB_STEP_SUMMARY:-/dev/null}"
    --report "json=$reports/report.json"
    --report "junit=$reports/junit.xml"
    --report "html=$reports/report.html"
    --report "markdown=$reports/report.md"
)
case "${ALL:-false}" in
    true) arguments+=(--all) ;;
    false) ;;
    *) die "the input all must be true or false" ;;
esac
case "${TRUST:-usual}" in
    usual | proof) arguments+=(--trust "${TRUST:-usual}") ;;
    *) die "the input trust must be usual or proof" ;;
esac
[ -z "${ONLY:-}" ] || arguments+=(--only "$ONLY")
[ -z "${MIN_SCORE:-}" ] || arguments+=(--min-score "$MIN_SCORE")

# A terminal's report is wanted in the log, and the environments where the next step cannot be confused by them.
export PROLINGS_ENV_DIR=${PROLINGS_ENV_DIR:-$RUNNER_TEMP/prolings/environments}
code=0
"$PROLINGS" "${options[@]}" grade "${arguments[@]}" || code=$?

case "$code" in
    0) outcome=passed ;;
    1) outcome=failed ;;
    *) outcome=unjudged ;;
esac
printf 'outcome=%s\nreports=%s\n' "$outcome" "$reports" >> "$GITHUB_OUTPUT"

case "$outcome,${FAIL:-true}" in
    passed,* | failed,false) exit 0 ;;
    failed,*) exit 1 ;;
    *) exit "$code" ;;
esac
