import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as t from 'io-ts';
import { decisionState } from '../../../src/decide/state.ts';
import { core } from '../../../src/events/core.ts';
import { extend } from '../../../src/events/vocabulary.ts';
import { combine } from '../../../src/history/combine.ts';
import { projection } from '../../../src/history/projection.ts';
import { actions } from '../../../src/projections/actions.ts';
import { claims } from '../../../src/projections/claims.ts';
import { durations } from '../../../src/projections/durations.ts';
import { fleet } from '../../../src/projections/fleet.ts';
import { impact } from '../../../src/projections/impact.ts';
import { incident } from '../../../src/projections/incident.ts';
import { milestones } from '../../../src/projections/milestones.ts';
import { timeline } from '../../../src/projections/timeline.ts';
import { incidentArbitrary } from '../../../src/testing/arbitraries/incidentArbitrary.ts';
import type { ProjectionLawOptions } from '../../../src/testing/laws/projectionLaws.ts';
import { projectionLaws } from '../../../src/testing/laws/projectionLaws.ts';
import type { Anyone } from './gallery.ts';
import { gallery } from './gallery.ts';

/** The laws that are broken, each with what is told of it. */
const brokenBy = async (
  given: Anyone,
  options: ProjectionLawOptions = {},
  arbitrary: typeof short | null = short,
): Promise<readonly (readonly [string, string])[]> => {
  const found: (readonly [string, string])[] = [];
  for (const { name, run } of projectionLaws(given, arbitrary, options)) {
    try {
      await run();
    } catch (error) {
      found.push([name, error instanceof Error ? error.message : String(error)]);
    }
  }
  return found;
};

/** Short ones of what the gallery handles: they are made quickly, and have what it stumbles over. */
const short = incidentArbitrary({
  types: ['NoteAdded', 'AlertRaised'],
  data: {
    NoteAdded: fc.constant({ text: { en: 'noted' } }),
    AlertRaised: fc.constantFrom({ alertId: 'one' }, { alertId: '__proto__', monitor: 'probe' }),
  },
  maxTold: 4,
});

const parsed = new Map<string, number>();
const counted = new WeakMap<object, number>();
let words: Intl.ListFormat | null = null;

/** Keeps outside its state what follows from what it is kept by. */
const remembering = projection({
  name: 'remembering',
  version: 1,
  scope: 'incident',
  initial: () => ({ lengths: [] as number[], texts: [] as string[] }),
  on: {
    NoteAdded: (draft, { data }) => {
      const text = JSON.stringify(data.text);
      if (!parsed.has(text)) parsed.set(text, text.length);
      draft.lengths.push(parsed.get(text) ?? 0);
      if (draft.texts.length === 0) draft.texts.push(text);
    },
  },
  view: ({ lengths, texts }) => {
    words ??= new Intl.ListFormat('en');
    const sum = counted.get(lengths) ?? lengths.reduce((total, length) => total + length, 0);
    counted.set(lengths, sum);
    return { sum, texts: words.format(texts) };
  },
});

const SAME = { name: 'same', version: 1, scope: 'incident', initial: () => ({}), on: {} } as const;

const innocent: readonly (readonly [string, Anyone])[] = Object.entries({
  'all built-in ones': combine({
    actions,
    claims,
    durations,
    impact,
    incident,
    milestones,
    timeline,
    fleet: fleet.of,
  }),
  'the state decisions are made on': decisionState,
  'one that remembers what follows': remembering,
  'one that says the same of all': projection({ ...SAME, view: () => 0 }),
});

const DATE = Object.getOwnPropertyDescriptor(globalThis, 'Date');
const RANDOM = Object.getOwnPropertyDescriptor(Math, 'random');
const NOW = Object.getOwnPropertyDescriptor(Date, 'now');

describe('the laws of projections', () => {
  it.each(innocent)('are kept by %s', async (_, given) => {
    expect(await brokenBy(given, { runs: 6 }, null)).toEqual([]);
  });

  it.each(gallery.map(([law, given, told]) => [given.name, law, given, told] as const))(
    'are broken by %s: a projection %s',
    async (_, law, given, told) => {
      const broken = await brokenBy(given, { runs: 12, seed: 23 });
      expect(broken.map(([name]) => name)).toEqual([expect.stringContaining(law)]);
      const [, message = ''] = broken[0] ?? [];
      expect(message.split('\n')[1]).toMatch(told);
    },
  );

  it('leave the clock and chance as they found them', async () => {
    for (const [, given] of gallery.slice(0, 8)) await brokenBy(given, { runs: 3 });
    expect(Object.getOwnPropertyDescriptor(globalThis, 'Date')).toEqual(DATE);
    expect(Object.getOwnPropertyDescriptor(Math, 'random')).toEqual(RANDOM);
    expect(Object.getOwnPropertyDescriptor(Date, 'now')).toEqual(NOW);
    expect(Object.hasOwn(crypto, 'randomUUID')).toBe(false);
    expect(Object.hasOwn(performance, 'now')).toBe(false);
  });
});

describe('a broken law', () => {
  const [, arrived] = gallery.at(-1) ?? [];

  it('is told with the smallest incident that shows it', async () => {
    const [broken] = arrived ? await brokenBy(arrived, { seed: 1 }) : [];
    expect(broken?.[1].split('\n')).toEqual([
      expect.stringMatching(
        /^the last that arrived, version 1, breaks the law that a projection is viewed the same, in /,
      ),
      expect.stringMatching(/^recorded the other way round, its view differs: /),
      expect.stringMatching(/^the smallest case found, of 2 events, viewed at 2024-12-17T/),
      expect.stringMatching(/^ {2}0 (NoteAdded|AlertRaised) 2024-\S+, [\w-]+\/[\w ]*, /),
      expect.stringMatching(/^ {2}1 (NoteAdded|AlertRaised) 2024-/),
      'seed 1',
    ]);
  });

  it('is not looked for where the view is meant to tell when events were recorded', async () => {
    expect(arrived && (await brokenBy(arrived, { tellsRecording: true, runs: 10 }))).toEqual([]);
  });

  it('is told even where it is not broken again', async () => {
    let isFirst = true;
    const once: Anyone = {
      ...actions,
      initial: () => {
        if (!isFirst) return { byId: {} };
        isFirst = false;
        throw new Error('only once');
      },
    };
    const [first] = projectionLaws(once, short, { runs: 3 });
    await expect(first?.run()).rejects.toThrow(
      /throws nothing, whatever an incident is like:\nit did so once, and not when it was tried again/,
    );
  });

  it('is looked for in the incidents of an arbitrary of your own', async () => {
    const [, throwing] = gallery[0] ?? [];
    const own = incidentArbitrary({ types: ['NoteAdded'] });
    const laws = throwing ? projectionLaws(throwing, own, { runs: 20 }) : [];
    for (const { run } of laws) await run();
    expect(laws).toHaveLength(8);
    const [first] = throwing ? projectionLaws(throwing, fc.constant([])) : [];
    await expect(first?.run()).resolves.toBeUndefined();
  });
});

describe('a projection of own events', () => {
  const vocabulary = extend(core, {
    'acme.CallOpened': t.type({ callId: t.string, participants: t.number }),
  });
  const calls = projection({
    name: 'calls',
    version: 1,
    scope: 'incident',
    vocabulary,
    initial: () => ({ participants: 0, first: '' }),
    on: {
      'acme.CallOpened': (draft, event) => {
        draft.participants += event.data.participants;
        if (draft.participants > 99) throw new RangeError('too many');
      },
    },
    view: (state) => state.participants,
  });

  it('is tried on them', async () => {
    const [first] = projectionLaws(calls, null, { vocabulary, seed: 5 });
    await expect(first?.run()).rejects.toThrow(
      /it throws at event 1 \(acme\.CallOpened\): too many/,
    );
  });

  it('is given data for a codec of a make of its own', async () => {
    const name = new t.Type<string>('Own', t.string.is, t.string.validate, t.identity);
    const own = extend(core, { 'acme.Named': t.type({ name }) });
    const names = projection({
      name: 'names',
      version: 1,
      scope: 'incident',
      vocabulary: own,
      initial: () => ({ last: '' }),
      on: {
        'acme.Named': (draft, { data }) => {
          if (data.name !== 'Ann') throw new Error(`not Ann: ${data.name}`);
          draft.last = data.name;
        },
      },
      view: ({ last }) => last,
    });
    expect(() => projectionLaws(names, null, { vocabulary: own })).toThrow(
      'no arbitrary can be derived for the data of acme.Named.name, whose codec Own is of a make of its own: give one in `data`',
    );
    const data = { 'acme.Named': fc.constant({ name: 'Ann' }) };
    for (const { run } of projectionLaws(names, null, { vocabulary: own, data, runs: 5 }))
      await run();
  });

  it('is refused without its vocabulary', () => {
    expect(() => projectionLaws(calls)).toThrow(
      'calls handles acme.CallOpened, which the vocabulary does not have',
    );
  });
});
