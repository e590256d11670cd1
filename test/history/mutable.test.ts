import { describe, expect, it } from '@jest/globals';
import * as t from 'io-ts';
import type { Json, Moment, Text } from '../../src/index.ts';
import { copyOf, core, extend, projection, summary } from '../../src/index.ts';
import { project } from '../../src/history/fold.ts';
import { history } from '../../src/history/history.ts';
import { clock, event, at, right } from './tell.ts';

const vocabulary = extend(core, {
  'acme.Measured': t.type({ tags: t.readonlyArray(t.string), pair: t.tuple([t.number, t.string]) }),
});

// A state may be typed by anything that plain JSON can be: what says it is read-only there can be changed.
const keeping = projection({
  name: 'keeping',
  version: 1,
  scope: 'incident',
  vocabulary,
  initial: () => ({
    last: null as Moment | null,
    all: [] as readonly Moment[],
    texts: [] as Text[],
    any: {} as Record<string, Json>,
    one: null as Json,
    pair: [0, ''] as readonly [number, string],
    byTag: {} as Readonly<Record<string, readonly string[]>>,
    unknown: null as unknown,
  }),
  on: {
    Detected: (draft, { occurredAt, eventId }) => {
      draft.last = copyOf(occurredAt);
      draft.all.push(copyOf(occurredAt));
      draft.any[eventId] = { nested: [1, { deep: null }] };
      draft.one = [draft.any];
      draft.pair[0] += 1;
      draft.unknown = occurredAt;
      if (draft.last.undecided) draft.last.undecided.alternatives.length = 0;
      // @ts-expect-error an event is read-only, so that it cannot be kept where it could be changed
      draft.last = occurredAt;
      // @ts-expect-error nor can a part of it be changed
      occurredAt.written = 'now';
      draft.last = copyOf(occurredAt);
    },
    NoteAdded: (draft, { data }) => {
      draft.texts.push(copyOf(data.text));
    },
    'acme.Measured': (draft, { data }) => {
      draft.byTag['tags'] = [...data.tags];
      draft.pair = copyOf(data.pair);
      // @ts-expect-error payloads are read-only, lists too
      data.tags[0] = 'x';
    },
  },
  view: (state) => {
    const { last } = state;
    // @ts-expect-error a view changes nothing
    state.one = null;
    // @ts-expect-error at no depth
    if (last) last.written = '';
    const [count]: readonly [number, string] = state.pair;
    return { last, any: state.any, count };
  },
});

summary({
  name: 'keeping-many',
  version: 1,
  of: keeping,
  initial: () => ({ any: {} as Record<string, Json>, all: [] as readonly Moment[] }),
  add: (state, { last, any }) => {
    if (last) state.all.push(copyOf(last));
    state.any['last'] = copyOf(any);
  },
  merge: (state, { all }) => {
    state.all.push(...copyOf(all));
  },
  view: ({ all }) => all.length,
});

describe('what a state keeps of an event', () => {
  it('is a copy: to change it changes no event', () => {
    const told = event('Detected', {}, clock('09:53:00.000'), { n: 1 });
    const changing = projection({
      name: 'changing',
      version: 1,
      scope: 'incident',
      initial: () => ({ at: null as Moment | null }),
      on: {
        Detected: (draft, { occurredAt }) => {
          draft.at = copyOf(occurredAt);
          draft.at.written = '9h53';
        },
      },
      view: (state) => state.at,
    });
    const before = structuredClone(told);
    const seen = right(
      project(history([told], { vocabulary: core }), changing, at('20:00:00.000')),
    );
    expect(seen).toMatchObject({ written: '9h53' });
    expect(told).toEqual(before);
  });
});
