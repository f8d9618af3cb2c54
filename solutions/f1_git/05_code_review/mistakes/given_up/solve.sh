#!/usr/bin/env bash
set -euo pipefail

git am ../rita.patch || git am --skip
