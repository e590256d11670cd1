import { describe, expect, it, jest } from '@jest/globals';
import { watchingSenses } from '../../../src/testing/laws/senses.ts';
import { watchingTrespass } from '../../../src/testing/laws/trespass.ts';

/** Made before anything is watched, as it is at the top of a module. */
const made = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'short' });

const calledBy = (run: () => unknown): readonly string[] => {
  const called: string[] = [];
  watchingSenses((name) => {
    called.push(name);
  }, run);
  return called;
};

describe('what tells the time, or is random', () => {
  it.each<[string, () => unknown]>([
    ['Date.now', () => Date.now()],
    ['new Date()', () => new Date()],
    // oxlint-disable-next-line unicorn/new-for-builtins
    ['Date()', () => Date()],
    ['Math.random', () => Math.random()],
    ['performance.now', () => performance.now()],
    ['crypto.randomUUID', () => crypto.randomUUID()],
    ['crypto.getRandomValues', () => crypto.getRandomValues(new Uint8Array(1))],
    ['process.hrtime', () => process.hrtime()],
    ['process.hrtime.bigint', () => process.hrtime.bigint()],
    ['process.uptime', () => process.uptime()],
    ['Intl.DateTimeFormat.format()', () => new Intl.DateTimeFormat().format()],
    ['Intl.DateTimeFormat.format()', () => made.format(undefined)],
    ['Intl.DateTimeFormat.formatToParts()', () => made.formatToParts()],
  ])('is found out, and works: %s', (name, call) => {
    const before = typeof call();
    let during = '';
    expect(
      calledBy(() => {
        during = typeof call();
      }),
    ).toEqual([name]);
    expect(during).toBe(before);
    expect(typeof call()).toBe(before);
  });

  it.each(['instant', 'timeZoneId', 'plainDateISO', 'zonedDateTimeISO'])(
    'is found out where a runtime has it: Temporal.Now.%s',
    (name) => {
      const before = Object.getOwnPropertyDescriptor(globalThis, 'Temporal');
      const now = { [name]: () => 'now' };
      Reflect.defineProperty(globalThis, 'Temporal', {
        value: { Now: now },
        configurable: true,
      });
      try {
        expect(calledBy(() => now[name]?.())).toEqual([`Temporal.Now.${name}`]);
        expect(calledBy(() => {})).toEqual([]);
      } finally {
        Reflect.deleteProperty(globalThis, 'Temporal');
        if (before) Reflect.defineProperty(globalThis, 'Temporal', before);
      }
    },
  );

  it('is not what a date of a given time is made by', () => {
    const dates: Date[] = [];
    const called = calledBy(() => {
      dates.push(
        new Date(0),
        new Date('2024-12-17T09:53:00Z'),
        new Date(Date.UTC(2024, 0)),
        new (class extends Date {})(1),
      );
      expect(made.format(0)).toBe('01/01/1970');
      expect(made.formatToParts(new Date(0))).toHaveLength(5);
      expect([0, 1].map((ms) => made.format(ms))).toEqual(['01/01/1970', '01/01/1970']);
      expect(dates.every((date) => date instanceof Date)).toBe(true);
    });
    expect(called).toEqual([]);
    expect(dates.every((date) => date instanceof Date)).toBe(true);
    expect(dates[1]?.toISOString()).toBe('2024-12-17T09:53:00.000Z');
  });

  it('is as before, even after something was thrown', () => {
    const all = (): readonly unknown[] => [
      Date,
      Object.getOwnPropertyDescriptor(Date, 'now')?.value,
      Object.getOwnPropertyDescriptor(Math, 'random')?.value,
      Reflect.get(Object.getOwnPropertyDescriptors(Intl.DateTimeFormat.prototype).format, 'get'),
      Reflect.get(Intl.DateTimeFormat.prototype, 'formatToParts'),
    ];
    const before = all();
    const thrown = new Error('on the way');
    expect(() =>
      calledBy(() => {
        throw thrown;
      }),
    ).toThrow(thrown);
    expect(all().map((value, index) => value === before[index])).toEqual(all().map(() => true));
    expect(Object.hasOwn(performance, 'now') || Object.hasOwn(crypto, 'randomUUID')).toBe(false);
  });

  it('is watched where a test runner has put a clock of its own', () => {
    jest.useFakeTimers({ now: 1000 });
    try {
      const times: number[] = [];
      expect(calledBy(() => times.push(Date.now(), Date.parse(new Date().toISOString())))).toEqual([
        'Date.now',
        'new Date()',
      ]);
      expect([...times, Date.now()]).toEqual([1000, 1000, 1000]);
    } finally {
      jest.useRealTimers();
    }
    expect(Date.now()).toBeGreaterThan(1000);
  });

  it('is watched within what is watched', () => {
    const inner: string[] = [];
    const outer = calledBy(() => {
      inner.push(...calledBy(() => Math.random()));
      Date.now();
    });
    expect([inner, outer]).toEqual([['Math.random'], ['Math.random', 'Date.now']]);
  });
});

describe('what all objects share', () => {
  it('is told of when something is put into it, and left as it was', () => {
    const told: string[] = [];
    const run = (): void => {
      const byId: Record<string, Record<string, unknown>> = {};
      for (const id of ['__proto__', 'constructor', 'own']) (byId[id] ??= {})['count'] = 1;
      throw new Error('afterwards');
    };
    expect(() =>
      watchingTrespass(({ into, key }) => {
        told.push(`${into} ${key}`);
      }, run),
    ).toThrow('afterwards');
    expect(told).toEqual(['Object.prototype count', 'Object count']);
    expect('count' in {} || 'count' in Object).toBe(false);
  });
});
