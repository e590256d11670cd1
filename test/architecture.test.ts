import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { linesOf, MOST_LINES, problemsIn } from './house/rules.ts';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.[a-z]+$/.test(file));
const read = (file: string): string => readFileSync(resolve(src, file), 'utf8');

describe('the house', () => {
  it.each(files)('src/%s keeps its rules', (file) => {
    expect(problemsIn(file, read(file))).toEqual([]);
  });

  it('has small files', () => {
    const lengths = files.map((file) => linesOf(read(file))).toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(90);
  });
});

describe('the rules of the house', () => {
  it.each([
    ['events/a.ts', `import { x } from '../primitives/a.ts';`],
    ['events/a.ts', `import { x } from './b.ts';`],
    ['events/a.ts', `import * as t from 'io-ts';`],
    ['history/a.ts', `import { produce } from 'immer';`],
    ['primitives/uuid.ts', `import { v5 } from 'uuid';`],
    ['report/a.ts', `import { x } from '../projections/a.ts';`],
    ['report/public.ts', `export { x } from './a.ts';`],
    ['cli/main.ts', `import { x } from '../index.ts'; import { readFileSync } from 'node:fs';`],
    ['cli/main.ts', `import { x } from '../report/public.ts'; import { y } from './show.ts';`],
    ['index.ts', `export { x } from './replay/a.ts';`],
    ['events/a.ts', `/** import { x } from 'fs'; */ const text = "import 'fs'";`],
    ['replay/a.ts', `import * as E from 'fp-ts/lib/Either.js';`],
    ['store/sqlite/a.ts', `import { x } from '../port.ts'; import { y } from './b.ts';`],
    ['store/eventstoredb/a.ts', `import { x } from '@eventstore/db-client';`],
    ['cli/loadModule.ts', 'const a = await import(url);'],
  ])('let %s have %s', (file, source) => {
    expect(problemsIn(file, source)).toEqual([]);
  });

  it.each([
    ['primitives/a.ts', `import { x } from '../events/a.ts';`, 'imports events/a.ts'],
    ['primitives/a.ts', `import type { X } from '../events/a.ts';`, 'imports events/a.ts'],
    ['primitives/a.ts', `import '../events/a.ts';`, 'imports events/a.ts'],
    ['primitives/a.ts', `const a = await import('../events/a.ts');`, 'imports events/a.ts'],
    ['primitives/a.ts', `type A = import('../events/a.ts').A;`, 'imports events/a.ts'],
    [
      'primitives/a.ts',
      'const a = import(`../events/a.ts`);',
      'imports the package (not a literal)',
    ],
    ['cli/a.ts', 'const a = await import(url);', 'imports the package (not a literal)'],
    ['cli/loadModule.ts', `import 'libsql';`, 'imports the package libsql'],
    ['decide/a.ts', `import { x } from '../projections/a.ts';`, 'imports projections/a.ts'],
    ['events/a.ts', `import { x } from '../index.ts';`, 'imports index.ts'],
    ['report/a.ts', `import { x } from '../import/a.ts';`, 'imports import/a.ts'],
    ['index.ts', `export { x } from './report/public.ts';`, 'imports report/public.ts'],
    ['cli/a.ts', `import { x } from '../store/a.ts';`, 'imports store/a.ts, which is not public'],
    ['cli/a.ts', `import { x } from '../import/a.ts';`, 'imports import/a.ts, which is not public'],
    ['events/a.ts', `import { readFileSync } from 'node:fs';`, 'imports the package node:fs'],
    ['events/a.ts', `import { readFileSync } from 'fs';`, 'imports the package fs'],
    ['events/a.ts', `import { produce } from 'immer';`, 'imports the package immer'],
    ['primitives/ids.ts', `import { v5 } from 'uuid';`, 'imports the package uuid'],
    ['decide/a.ts', `import * as t from 'io-ts';`, 'imports the package io-ts'],
    ['decide/a.ts', `const t = require('io-ts');`, 'imports the package io-ts'],
    [
      'decide/a.ts',
      `import * as E from 'fp-ts/Either';`,
      'imports fp-ts/Either, which native ESM does not resolve (fp-ts/lib/….js does)',
    ],
    [
      'events/a.ts',
      `import { x } from './b.ts'; export * from './b.ts';`,
      'exports what it imports',
    ],
    ['events/a.ts', `export { x } from './b.ts';`, 'exports what it imports'],
    [
      'store/sqlite/a.ts',
      `import { x } from '../eventstoredb/a.ts';`,
      'imports store/eventstoredb/a.ts, which is inside an adapter',
    ],
    [
      'store/memory.ts',
      `import { x } from './sqlite/a.ts';`,
      'imports store/sqlite/a.ts, which is inside an adapter',
    ],
    ['store/a.ts', `import '@eventstore/db-client';`, 'imports the package @eventstore/db-client'],
    ['events/index.ts', '', 'is a barrel'],
    ['helpers/a.ts', '', 'is not listed in test/house/rules.ts'],
    ['extra.ts', '', 'is not listed in test/house/rules.ts'],
    ['events/a.ts', 'export const x = (a: readonly any[]) => a;', 'has `any`'],
    ['events/a.ts', 'enum A { B }', 'has an enum'],
    ['events/a.ts', 'namespace A { export const b = 1; }', 'has a namespace or augments a module'],
    ['events/a.ts', 'export default 1;', 'has a default export'],
    ['events/a.ts', '//\n'.repeat(MOST_LINES + 1), 'has more than 300 lines'],
  ])('refuse %s %j', (file, source, problem) => {
    expect(problemsIn(file, source)).toEqual([problem]);
  });
});
