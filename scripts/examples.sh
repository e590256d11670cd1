#!/usr/bin/env bash
# Runs every example from source.
set -euo pipefail
cd "$(dirname "$0")/.."
for example in examples/*.ts examples/guide/step*.ts; do
  echo "$example"
  node --conditions=@incident-ledger/source --import ./scripts/typescript.js "$example"
done
