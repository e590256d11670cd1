import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { memoryStore } from '../../src/index.ts';
import { cli } from './fakeIo.ts';

const folder = mkdtempSync(join(tmpdir(), 'incident-ledger-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
/** A module with one importer, of which some parts are other than they should be. */
const moduleOf = (parts: {
  readonly read?: string;
  readonly recognise?: string;
  readonly name?: string;
}): string => {
  count += 1;
  const path = join(folder, `m${count}.mjs`);
  const { read = '', recognise = '() => 1', name = 'own' } = parts;
  writeFileSync(
    path,
    `const document = (id, claims) => ({ _tag: 'Document', document: {
       sourceKey: 'own/' + id, incidentId: 'own-' + id, importer: { name: 'own', version: '1' }, complete: true, claims,
     } });
     const note = { type: 'NoteAdded', data: { text: { en: 'x' } }, occurredAt: { written: 'once' }, source: { kind: 'ticket' }, item: '1' };
     export const own = { name: '${name}', version: '1', recognise: ${recognise}, read: async function* (text) { ${read} } };`,
  );
  return path;
};

const taken = async (module: string, ...more: readonly string[]) => {
  const ledgers = { l: memoryStore() };
  const argv = ['import', 'f', '--module', module, '--ledger', 'l', ...more];
  return cli(argv, { files: { f: 'words' }, ledgers });
};

describe('an importer of the user’s own', () => {
  it.each([
    [
      'throws half-way',
      `yield document(1, [note]); null.length;`,
      /^f: importer own: expected items up to the end; after 1 items it threw: Cannot read/,
    ],
    [
      'gives no object',
      'yield 5;',
      /^f: importer own, item 1: expected an object with _tag; got 5$/,
    ],
    [
      'gives another item',
      `yield document(1, [note]); yield { _tag: 'Claim' };`,
      /^f: importer own, item 2, _tag: expected one of Document, Warning, LeftOut, Error; got "Claim"$/,
    ],
    [
      'gives a document without a key',
      `const one = document(1, [note]); delete one.document.sourceKey; yield one;`,
      /item 1, document\.sourceKey: expected text that is not empty; got nothing$/,
    ],
    [
      'names an incident by words',
      `yield document('a b', [note]);`,
      /item 1, document\.incidentId: expected IncidentId/,
    ],
    [
      'gives a claim that is none',
      `yield document(1, [note, null]);`,
      /item 1, document\.claims\[1\]: expected an object; got null$/,
    ],
    [
      'gives a claim without an item',
      `yield document(1, [{ ...note, item: undefined }]);`,
      /item 1, document\.claims\[0\]\.item: expected text; got nothing$/,
    ],
    [
      'does not say who read it',
      `const one = document(1, [note]); one.document.importer = 'own@1'; yield one;`,
      /item 1, document\.importer: expected an object; got "own@1"$/,
    ],
    [
      'leaves out nothing',
      `yield { _tag: 'LeftOut', leftOut: { place: 'line 1' } };`,
      /item 1, leftOut\.reason: expected text that is not empty; got nothing$/,
    ],
  ])('that %s ends with an error that names it', async (_, read, message) => {
    const { code, said } = await taken(moduleOf({ read }));
    expect([code, said.at(-1)]).toEqual([2, expect.stringMatching(message)]);
  });

  it('has recorded what it gave before it failed', async () => {
    const read = `yield document(1, [note]); yield document(2, [note]); throw new Error('over');`;
    const { out } = await taken(moduleOf({ read }), '--json');
    expect(JSON.parse(out)).toMatchObject({
      totals: { documents: 2, appended: 2 },
      stoppedBy: [expect.stringContaining('after 2 items it threw: over')],
    });
  });

  it('that gives nothing has a warning', async () => {
    const { code, said } = await taken(moduleOf({}));
    expect(code).toBe(0);
    expect(said).toContainEqual(expect.stringContaining('importer own: it read nothing'));
  });

  it.each([
    [`() => { throw new Error('lost'); }`, 'it threw: lost'],
    [`() => 'yes'`, 'it gave "yes"'],
    [`() => NaN`, 'it gave NaN'],
  ])('that recognises by %s reads nothing, and the reason is said', async (recognise, reason) => {
    const read = 'yield document(1, [note]);';
    const { code, said } = await taken(moduleOf({ read, recognise }));
    const message = `f: importer own, recognise: expected a number from 0 to 1; ${reason}`;
    expect([code, said.at(-1)]).toEqual([2, message]);
  });

  it('passes on what is wrong with the text, whatever it makes of it', async () => {
    const module = moduleOf({ read: 'for await (const piece of text) yield document(1, [note]);' });
    const bytes = Buffer.concat([Buffer.alloc(70_000, 'a'), Buffer.from([0xff])]);
    const argv = ['import', 'f', '--module', module, '--dry-run'];
    const { code, said } = await cli(argv, { files: { f: bytes } });
    expect([code, said.at(-1)]).toEqual([2, expect.stringContaining('expected text in UTF-8')]);
  });

  it.each([
    ['postmortem', /a name of its own, got postmortem, which is a format already$/],
    ['csv', /got csv, which is a format already$/],
    ['', /a name without spaces, got ""$/],
    ['my tickets', /a name without spaces, got "my tickets"$/],
  ])('cannot be called %j', async (name, message) => {
    const { code, said } = await taken(moduleOf({ name }));
    expect([code, said]).toEqual([2, [expect.stringMatching(message)]]);
  });

  it('cannot be called as another of them', async () => {
    const path = join(folder, 'two.mjs');
    const one = `{ name: 'own', version: '1', recognise: () => 1, read: async function* () {} }`;
    writeFileSync(path, `export const all = [${one}, ${one}];`);
    const { said } = await taken(path);
    expect(said).toEqual([expect.stringMatching(/different names, got 2 called own$/)]);
  });
});

describe('the importer in the guide', () => {
  const guide = readFileSync(new URL('../../docs/importing.md', import.meta.url), 'utf8');
  const [, code = ''] = /## Your own importers[\s\S]*?```js\n([\s\S]*?)```/.exec(guide) ?? [];

  it('reads what it says, and adds nothing the second time', async () => {
    const path = join(folder, 'guide.mjs');
    writeFileSync(path, code);
    const ledgers = { l: memoryStore() };
    const lines = [
      '2024-05-01T10:00:00Z 7 open The shop is down',
      'oops',
      '2024-05-01T10:30:00Z 7 done',
    ];
    const files = { f: ['ACME', ...lines, ''].join('\n') };
    const argv = ['import', 'f', '--module', path, '--ledger', 'l', '--json'];
    expect(JSON.parse((await cli(argv, { files, ledgers })).out)).toMatchObject({
      totals: { documents: 1, appended: 2, leftOut: 1 },
    });
    expect(JSON.parse((await cli(argv, { files, ledgers })).out)).toMatchObject({
      totals: { documents: 1, appended: 0, known: 2 },
    });
    const shown = await cli(['show', '--ledger', 'l', '--json'], { ledgers });
    expect(shown.out).toContain('The shop is down');
  });
});
