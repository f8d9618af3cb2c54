#!/usr/bin/env bash
set -euo pipefail

git am --3way ../rita.patch
