import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadModule } from '../../src/cli/loadModule.ts';

const folder = mkdtempSync(join(tmpdir(), 'incident-ledger-module-'));
afterAll(() => rmSync(folder, { recursive: true }));

const moduleOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** What is said about a module, without its path. */
const saidOf = async (path: string): Promise<string> => {
  const loaded = await loadModule(path);
  if (loaded._tag === 'Right') throw new Error('it was loaded');
  expect([loaded.left.code, loaded.left.lines.length]).toEqual([2, 1]);
  return (loaded.left.lines[0] ?? '').replace(`--module ${path}: `, '').replaceAll(folder, '…');
};

describe('a module', () => {
  it('gives its exports by name, relative to the working directory', async () => {
    const loaded = await loadModule('test/cli/modules/one.ts');
    expect(loaded).toMatchObject({ right: { alerts: { name: 'alerts' } } });
    const plain = await loadModule(moduleOf('plain.mjs', 'export const a = 1; export default 2;'));
    expect(plain).toEqual({ _tag: 'Right', right: { a: 1, default: 2 } });
  });

  it.each<[string, string, RegExp]>([
    ['throws', '\n\nthrow new TypeError("boom");', /^does not load: boom \(…\/throws\.mjs:3\)$/],
    ['halves', '\nlet = ;', /^does not load: \S.* \(…\/halves\.mjs:2\)$/],
    ['asks', 'import "acme-tools";', /^does not load: .*acme-tools/],
    ['nothing', 'const a = 1;', /^expected a module that exports something, got none: /],
  ])('is refused when it %s', async (name, text, message) => {
    expect(await saidOf(moduleOf(`${name}.mjs`, text))).toMatch(message);
  });

  it('is refused when it is not there, or a folder', async () => {
    expect(await saidOf(join(folder, 'none.mjs'))).toBe('no such file');
    expect(await saidOf(folder)).toBe('expected a file, got a folder');
  });
});
