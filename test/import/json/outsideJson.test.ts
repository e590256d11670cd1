import { describe, expect, it } from '@jest/globals';
import { outsideObject } from '../../../src/import/json/outsideJson.ts';

const read = (value: unknown) => {
  const said: string[] = [];
  const object = outsideObject(value, 'line 1', (place, message) => {
    said.push(`${place}: ${message}`);
  });
  if (!object) throw new Error('it is no object');
  return { object, said };
};

describe('an object of JSON from outside', () => {
  it('says what holds something and was not asked for', () => {
    const { object } = read({
      id: 1,
      name: 'a',
      left: 'x',
      empty: '',
      none: null,
      no: false,
      list: [],
      zero: 0,
      within: { deep: 1 },
    });
    object.id('id');
    object.text('name');
    expect(object.has('left')).toBe(true);
    expect(object.unread()).toEqual(['left', 'zero', 'within']);
    expect(object.object('within')).toBe(object.object('within'));
    object.object('within')?.number('deep');
    expect(object.object('within')?.unread()).toEqual([]);
  });

  it('has a field that is asked for as created_at and spelled createdAt, under its own name', () => {
    const { object, said } = read({ createdAt: 'yesterday', updated_at: 'a', updatedAt: 'b' });
    expect(object.has('created_at')).toBe(true);
    expect(object.placeOf('created_at')).toBe('line 1, createdAt');
    expect(object.instant('created_at')).toBeUndefined();
    expect(object.text('updated_at')).toBe('a');
    expect(object.unread()).toEqual(['updatedAt']);
    expect(said).toEqual([
      'line 1, createdAt: expected an ISO 8601 time with Z or an offset, got "yesterday"',
    ]);
  });

  it('takes no field from where all objects have theirs', () => {
    const { object } = read(JSON.parse('{"__proto__":{"a":1}}'));
    expect([object.has('constructor'), object.has('to_string'), object.has('a')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
