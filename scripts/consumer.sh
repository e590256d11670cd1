#!/usr/bin/env bash
# Packs the library, installs the tarball in a project of its own, compiles that project and runs it.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

version() { node -p "require('$root/package.json').devDependencies['$1']"; }

tarball=$(npm pack --silent --ignore-scripts --pack-destination "$work" | tail -n 1)
cp -R test/consumer/. "$work"
cd "$work"
npm install --silent --no-audit --no-fund --no-package-lock "./$tarball" \
  "fp-ts@$(version fp-ts)" "io-ts@$(version io-ts)" \
  "typescript@$(version typescript)" "@types/node@$(version @types/node)"
npx --no-install tsc -p .
node dist/service.js
cp "$root/examples/parallelReplay.ts" .
npx --no-install tsc --ignoreConfig --strict --skipLibCheck --module nodenext --target es2022 --types node --outDir dist parallelReplay.ts
node dist/parallelReplay.js
# All but ./testing stands without fast-check, so it is installed only now.
npm install --silent --no-audit --no-fund --no-package-lock "fast-check@$(version fast-check)"
npx --no-install tsc -p tsconfig.testing.json
node dist/testing.js
npx --no-install incident-ledger --version
