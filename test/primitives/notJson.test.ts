import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { notJsonAt } from '../../src/primitives/json.ts';

const elsewhere = (code: string): unknown => runInNewContext(code);

describe('what is not JSON', () => {
  it('takes plain objects made in another realm, such as a frame or a test environment', () => {
    expect(notJsonAt({ a: elsewhere('({ b: [{}] })') })).toEqual([]);
    expect(notJsonAt({ a: elsewhere('new Date(0)') })).toEqual(['a']);
    expect(notJsonAt({ a: elsewhere('new (class { b = 1 })()') })).toEqual(['a']);
  });
});
