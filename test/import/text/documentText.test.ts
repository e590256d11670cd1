import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import { documentText } from '../../../src/import/text/documentText.ts';
import { readAll } from '../../../src/import/readAll.ts';
import { statusPage } from '../../../src/import/status-page/statusPage.ts';

async function* pieces(...texts: readonly string[]): AsyncIterable<string> {
  yield* texts;
}

async function* broken(): AsyncIterable<string> {
  yield 'a';
  throw new Error('disk gone');
}

async function* strange(): AsyncIterable<string> {
  yield 'a';
  // Streams of others throw what they like.
  throw 'gone';
}

describe('a document that is too large for a page', () => {
  it('is refused with the place where it is, and read no further', async () => {
    let given = 0;
    async function* endless(): AsyncIterable<string> {
      for (;;) {
        given++;
        yield 'resolved Dec 17, 2024, 10:12 UTC\n'.repeat(30_000);
      }
    }
    const { documents, errors } = await readAll(statusPage, endless());
    expect(documents).toEqual([]);
    expect(errors.map(({ _tag, place }) => [_tag, place])).toEqual([
      ['DocumentTooLarge', 'character 4194305'],
    ]);
    expect(given).toBe(5);
  });
});

describe('documentText', () => {
  it('joins pieces, drops the byte order mark and carriage returns', async () => {
    expect(await documentText(pieces('\uFEFFa\r', '\nb\rc'))).toEqual(
      E.right({ text: 'a\nb\nc', warnings: [] }),
    );
  });

  it('replaces lone surrogates, saying where', async () => {
    expect(await documentText(pieces('a\n\uD800b😀'))).toEqual(
      E.right({
        text: 'a\n\uFFFDb😀',
        warnings: [
          {
            place: 'line 2',
            message: 'half a character (a lone surrogate) was replaced by U+FFFD',
          },
        ],
      }),
    );
  });

  it('refuses what is empty, binary, or breaks off', async () => {
    expect(await documentText(pieces(' \n'))).toMatchObject(E.left({ _tag: 'EmptyDocument' }));
    expect(await documentText(pieces('a\0b'))).toMatchObject(E.left({ _tag: 'BinaryDocument' }));
    expect(await documentText(pieces('\uFFFDP\uFFFD\u0001N'))).toMatchObject(
      E.left({ _tag: 'BinaryDocument' }),
    );
    expect(await documentText(broken())).toMatchObject(
      E.left({ _tag: 'UnreadableInput', message: 'the input broke off: disk gone' }),
    );
    expect(await documentText(strange())).toMatchObject(
      E.left({ message: 'the input broke off: gone' }),
    );
  });
});
