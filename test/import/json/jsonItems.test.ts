import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { JsonPart } from '../../../src/import/json/jsonItems.ts';
import { jsonItems } from '../../../src/import/json/jsonItems.ts';

const inPieces = async function* (text: string, size = text.length): AsyncIterable<string> {
  for (let at = 0; at < text.length; at += Math.max(1, size)) yield text.slice(at, at + size);
};

const read = async (text: string, paths: readonly string[] = [], size?: number) => {
  const parts: JsonPart[] = [];
  for await (const part of jsonItems(inPieces(text, size), paths)) parts.push(part);
  return parts;
};

const itemsOf = (parts: readonly JsonPart[]) =>
  parts.flatMap((part) => (part._tag === 'Item' ? [part.item] : []));

const items = (parts: readonly JsonPart[]) =>
  itemsOf(parts).map(({ at, value, place }) => ({ at, value, place }));

const failures = (parts: readonly JsonPart[]) =>
  parts.flatMap((part) => (part._tag === 'Error' ? [part.error] : []));

describe('reading JSON of any size', () => {
  test('gives what is asked for by itself, then the rest of the value', async () => {
    const text = '{"page":{"id":"p"},"incidents":[{"id":1},{"id":2}],"more":true}';
    expect(items(await read(text, ['$.page', '$.incidents.*']))).toEqual([
      { at: '$.page', value: { id: 'p' }, place: 'page' },
      { at: '$.incidents.*', value: { id: 1 }, place: 'incidents[0]' },
      { at: '$.incidents.*', value: { id: 2 }, place: 'incidents[1]' },
      { at: '$', value: { incidents: [], more: true }, place: 'line 1' },
    ]);
  });

  test('gives the elements of an outermost array, and each of several values with its line', async () => {
    expect(items(await read('[{"a":1},\n{"a":2}]'))).toEqual([
      { at: '$.*', value: { a: 1 }, place: '[0]' },
      { at: '$.*', value: { a: 2 }, place: '[1]' },
    ]);
    expect(items(await read('\n{"a":1}\n\n{"a":\n2}\n{"a":3}\n', [], 3))).toEqual([
      { at: '$', value: { a: 1 }, place: 'line 2' },
      { at: '$', value: { a: 2 }, place: 'line 4' },
      { at: '$', value: { a: 3 }, place: 'line 6' },
    ]);
  });

  test('keeps whole numbers that no number holds as their digits', async () => {
    const text =
      '{"ns":1700000000123456789,"big":-9007199254740993,"ok":9007199254740991,"half":1.5,"much":1e400}';
    expect(items(await read(text))[0]?.value).toEqual({
      ns: '1700000000123456789',
      big: '-9007199254740993',
      ok: 9007199254740991,
      half: 1.5,
      much: '1e400',
    });
  });

  test('takes a key named __proto__ for a key', async () => {
    const text = '{"__proto__":{"polluted":true}}';
    const [item] = items(await read(text));
    expect(JSON.stringify(item?.value)).toBe(text);
    expect(Object.getPrototypeOf(item?.value)).toBe(Object.prototype);
  });

  test('mends lone surrogates and says where', async () => {
    const parts = await read('{"a":1,\n"b":"x\\ud83dy"}');
    expect(parts[0]).toMatchObject({ _tag: 'Warning', warning: { place: 'line 2' } });
    expect(items(parts)[0]?.value).toEqual({ a: 1, b: 'x\uFFFDy' });
  });

  test.each([
    ['', 'EmptyDocument', 'document'],
    [' \n ', 'EmptyDocument', 'document'],
    ['{"a":1,\n"b":}', 'NotJson', 'line 2'],
    ['{"a":[1,2', 'NotJson', 'line 1'],
    ['hello', 'NotJson', 'line 1'],
    ['['.repeat(2000), 'NotJson', 'line 1'],
  ])('says of %j that it is %s at %s', async (text, _tag, place) => {
    expect(failures(await read(text))).toMatchObject([{ _tag, place }]);
  });

  test.each([
    ['{"a":\n  [1, }', '"}" stands where a value is expected (byte 7 of the line)'],
    ['{"a":1\n "b":2}', '"b" stands where a comma, or the end of the list or object is expected'],
    ['{"a" 1}', '1 stands where a colon is expected (byte 6 of the line)'],
    ['{1:2}', '1 stands where a key in quotation marks, or "}" is expected'],
    ['[1]]', '"]" stands where a value is expected (byte 4 of the line)'],
    ['{"a":1}\n{"a":NaN}', '"N" stands where it cannot (byte 6 of the line)'],
    ["{'a':1}", '"\'" stands where it cannot (byte 2 of the line)'],
    ['["a\tb"]', 'a text holds the control character U+0009, which has to be escaped there'],
    ['["\\x"]', '"\\x" is no escape (byte 4 of the line)'],
    ['["\\u12g4"]', '"\\u" is not followed by four hexadecimal digits (byte 7 of the line)'],
    ['[é]', 'a character stands outside of a text (byte 2 of the line)'],
    ['[1,\n{"a":"b', 'the text ends before all that was begun in it is closed'],
    ['{"a":[1', 'the text ends before all that was begun in it is closed'],
    ['['.repeat(2000), 'it is nested more than 100 deep (byte 101 of the line)'],
  ])('says of %j what is wrong, and at which byte, however it is cut', async (text, words) => {
    for (const size of [1, 3, undefined]) {
      const [failure] = failures(await read(text, [], size));
      expect(failure?.message).toContain(`this is not JSON: ${words}`);
    }
  });

  test('tells the line on which an element of the outermost array begins, and a value of its own', async () => {
    const lines = async (text: string): Promise<readonly number[]> =>
      itemsOf(await read(text, ['$.list.*'], 3)).map(({ line }) => line);
    expect(await lines('[\n{"a":\n1},\n\n 7,[2,\n3]]')).toEqual([2, 5, 5]);
    expect(await lines('\n{"list":[\n1,\n2]}\n{"b":\n1}')).toEqual([2, 2, 2, 5]);
  });

  test('says when the input breaks off', async () => {
    const broken = async function* (): AsyncIterable<string> {
      yield '[{"a":1},';
      throw new Error('connection lost');
    };
    const parts: JsonPart[] = [];
    for await (const part of jsonItems(broken(), [])) parts.push(part);
    expect(items(parts)).toHaveLength(1);
    expect(failures(parts)).toMatchObject([{ _tag: 'UnreadableInput' }]);
  });

  test('reads the same as JSON.parse, whatever the size of the pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 20 }),
        async (values, size) => {
          const text = JSON.stringify(values);
          const parts = await read(text, [], size);
          expect(failures(parts)).toEqual([]);
          const got = items(parts).map(({ value }) => value);
          expect(JSON.stringify(got)).toBe(JSON.stringify(JSON.parse(text)));
        },
      ),
    );
  });

  test('says which key stands twice in one object, and where', async () => {
    const text = '[{"a":1,"b":{"a":[{"a":1}]}},\n{"c":1,"d":{"c":2},"c":3}]';
    const parts = await read(text, [], 3);
    const warned = parts.flatMap((part) => (part._tag === 'Warning' ? [part.warning] : []));
    expect(warned).toEqual([
      { place: 'line 2', message: expect.stringContaining('the key "c" stands twice') },
    ]);
    expect(items(parts).map(({ value }) => value)).toEqual([
      { a: 1, b: { a: [{ a: 1 }] } },
      { c: 3, d: { c: 2 } },
    ]);
  });

  test('neither throws nor stays silent on any truncation', async () => {
    const text = '{"incidents":[{"id":"é😀","n":[1,2.5e3,null,true]},{"id":2}]}';
    for (let length = 0; length < text.length; length += 1) {
      expect(failures(await read(text.slice(0, length), ['$.incidents.*'], 4))).toHaveLength(1);
    }
  });
});
