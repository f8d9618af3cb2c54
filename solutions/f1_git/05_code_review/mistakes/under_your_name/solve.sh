#!/usr/bin/env bash
set -euo pipefail

git apply --3way ../rita.patch
git commit --all --message "close the file of an export"
