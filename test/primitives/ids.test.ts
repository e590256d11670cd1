import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import {
  derivedEventId,
  EventId,
  IncidentId,
  incidentId,
  newEventId,
} from '../../src/primitives/ids.ts';

const parts = fc.array(fc.string(), { minLength: 1, maxLength: 4 });

describe('ids', () => {
  it('derived from the same parts are the same, from other parts others', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(EventId.is(derivedEventId(...a))).toBe(true);
        expect(derivedEventId(...a) === derivedEventId(...b)).toBe(
          JSON.stringify(a) === JSON.stringify(b),
        );
      }),
    );
  });

  it('do not run the parts together', () => {
    expect(derivedEventId('ab', 'c')).not.toBe(derivedEventId('a', 'bc'));
  });

  it('stay the same in every version of the library', () => {
    expect(derivedEventId('status.example', '1', 'Resolved', '0')).toBe(
      'e1b3bd74-0cac-5ac4-b71d-4c29a76efb89',
    );
  });

  it('that are new are each another, and sort by when they were made', () => {
    const ids = Array.from({ length: 100 }, newEventId);
    expect(new Set(ids).size).toBe(100);
    expect(ids.toSorted()).toEqual(ids);
    expect(ids.every(EventId.is)).toBe(true);
  });

  it.each([
    'not-a-uuid',
    '01890A5D-AC96-774B-BCCE-B302099A8057',
    '01890a5d-ac96-774b-bcce-b302099a805',
    '',
    7,
    null,
  ])('of events are not %j', (value) => {
    expect(E.isLeft(EventId.decode(value))).toBe(true);
  });

  it.each(['TSR-1023', 'a', 'https://status.example/incidents/1', 'é'.repeat(200)])(
    'of incidents can be %j',
    (value) => {
      expect(incidentId(value)).toBe(value);
      expect(IncidentId.decode(value)).toEqual(E.right(value));
    },
  );

  it.each(['', 'two words', 'tab\t', 'x'.repeat(201), 'nul\u0000', 'lone\uD800', 7])(
    'of incidents cannot be %j',
    (value) => {
      expect(E.isLeft(IncidentId.decode(value))).toBe(true);
      expect(() => incidentId(value as string)).toThrow(RangeError);
    },
  );
});
