import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { regionOf, staleBlocks } from './house/regions.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string | null =>
  existsSync(resolve(root, file)) ? readFileSync(resolve(root, file), 'utf8') : null;
const inFolder = (folder: string): readonly string[] =>
  existsSync(resolve(root, folder))
    ? readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file.replaceAll('\\', '/')}`,
      )
    : [];
const pages = [...readdirSync(root), ...inFolder('docs')].filter((file) => file.endsWith('.md'));

const example = [
  'const a = 1;',
  '  // #region sum',
  '  sum(a);',
  '',
  '    deep();',
  '  // #endregion sum',
  'b();',
].join('\n');
const page = (text: string): string =>
  `Text.\n\n<!-- examples/one.ts#sum -->\n\n\`\`\`ts\n${text}\`\`\`\n\nMore.\n`;
const stale = (text: string): readonly string[] =>
  staleBlocks(text, (file) => (file === 'examples/one.ts' ? example : null));

describe('pages', () => {
  it('show the regions of the examples as they are', () => {
    expect(
      pages.flatMap((file) => staleBlocks(read(file) ?? '', read).map((p) => `${file}: ${p}`)),
    ).toEqual([]);
  });

  it.each([
    ['is the region without its indentation', page('sum(a);\n\n  deep();\n'), []],
    ['has no marks', '```ts\nanything();\n```\n', []],
    [
      'is stale',
      page('sum(b);\n\n  deep();\n'),
      ['examples/one.ts#sum is not what the page shows'],
    ],
    ['misses a line', page('sum(a);\n'), ['examples/one.ts#sum is not what the page shows']],
    [
      'names no region',
      page('').replace('#sum', '#product'),
      ['examples/one.ts#product does not exist'],
    ],
    ['names no file', page('').replace('one', 'two'), ['examples/two.ts#sum does not exist']],
    [
      'has a mark without its block',
      '<!-- examples/one.ts#sum -->\n\nText.\n',
      ['1 marks, but 0 blocks under them'],
    ],
  ])('are found out: a block that %s', (_, text, problems) => {
    expect(stale(text)).toEqual(problems);
  });

  it('cannot show a region that does not end', () => {
    expect(regionOf('// #region a\nb();', 'a')).toBeNull();
  });
});
