import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { messageOf as shown } from '../../src/cli/failure.ts';
import { messageOf } from '../../src/primitives/messageOf.ts';

/** An object that inherits from nothing, not even how it is told as text. */
const nothing: unknown = Object.create(null);

describe('what was thrown', () => {
  it.each<[string, unknown, string]>([
    ['an error', new Error('no disk'), 'no disk'],
    ['an error of another realm', runInNewContext('new Error("no disk")'), 'no disk'],
    ['a text', 'no disk', 'no disk'],
    ['nothing', undefined, 'undefined'],
    ['a symbol', Symbol('no disk'), 'Symbol(no disk)'],
    ['an object that is no text', nothing, 'something was thrown that is no text'],
    ['a message that is no text', { message: nothing }, 'something was thrown that is no text'],
  ])('says what it is: %s', (_, cause, message) => {
    expect([messageOf(cause), shown(cause)]).toEqual([message, message]);
  });
});
