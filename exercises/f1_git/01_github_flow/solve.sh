#!/usr/bin/env bash
set -euo pipefail

# 1. a farewell
git add farewell.py
git commit -m "add a farewell"
git push origin main

# 2. pull request 7

# 3. and 4. tidy up
