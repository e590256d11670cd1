import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { newMeter, openCopy } from '../../src/store/frozenCopy.ts';
import { utf8Bytes } from '../../src/store/size.ts';

const objects = fc.dictionary(
  fc.string({ unit: 'binary' }),
  fc.oneof(
    fc.jsonValue({ stringUnit: 'binary' }),
    fc.string({ unit: fc.constantFrom('\u0000', '"', '\uD800', 'é', '😀') }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  ),
  { maxKeys: 6, noNullPrototype: true },
);

const objectsIn = (value: unknown): readonly object[] =>
  typeof value === 'object' && value !== null
    ? [value, ...Object.values(value).flatMap(objectsIn)]
    : [];

describe('a frozen copy', () => {
  it('is the same JSON, shares nothing, cannot be changed but for itself, and is no larger than told', () => {
    fc.assert(
      fc.property(objects, (object) => {
        const meter = newMeter();
        const copy = openCopy(object, meter);
        const text = JSON.stringify(object);
        expect(JSON.stringify(copy)).toBe(text);
        expect(meter.mostBytes).toBeGreaterThanOrEqual(utf8Bytes(text));
        const [root, ...parts] = objectsIn(copy);
        expect(Object.isExtensible(root)).toBe(true);
        expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
        const before = new Set(objectsIn(object));
        expect(objectsIn(copy).some((part) => before.has(part))).toBe(false);
      }),
    );
  });

  it('keeps what can never change as it is, and no less', () => {
    const fixed = Object.freeze({ a: Object.freeze([1, Object.freeze({ b: 'c' })]) });
    const copy = openCopy({ fixed, all: Object.freeze([fixed, {}]) }, newMeter());
    expect(copy['fixed']).toBe(fixed);
    expect(JSON.stringify(copy)).toBe(JSON.stringify({ fixed, all: [fixed, {}] }));
    const inner = { value: 1 };
    const open = Object.freeze({ list: Object.freeze([inner]), none: undefined });
    const part = openCopy({ open }, newMeter());
    inner.value = 2;
    expect(part).toEqual({ open: { list: [{ value: 1 }] } });
    expect(Object.keys(part['open'] as object)).toEqual(['list']);
    const whole = Object.freeze({ fixed });
    const meter = newMeter();
    const top = openCopy(whole, meter);
    expect(top).toEqual(whole);
    expect(top).not.toBe(whole);
    expect(Object.isExtensible(top)).toBe(true);
    expect(meter.mostBytes).toBeGreaterThanOrEqual(utf8Bytes(JSON.stringify(whole)));
  });

  it('keeps a key that it would else inherit from, and leaves out what is undefined', () => {
    const object = JSON.parse('{ "__proto__": { "a": 1 }, "in": { "__proto__": 2 } }') as object;
    const copy = openCopy(
      { ...object, not: undefined, in: Reflect.get(object, 'in') as unknown },
      newMeter(),
    );
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":1},"in":{"__proto__":2}}');
    expect(Object.keys(copy)).toEqual(['__proto__', 'in']);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });
});
