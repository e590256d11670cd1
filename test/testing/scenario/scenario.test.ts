import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { detect } from '../../../src/decide/awareness.ts';
import { merge, resolve } from '../../../src/decide/ending.ts';
import { correct } from '../../../src/decide/recordKeeping.ts';
import { restore } from '../../../src/decide/recovery.ts';
import { report } from '../../../src/decide/report.ts';
import { core } from '../../../src/events/core.ts';
import type { Vocabulary } from '../../../src/events/vocabulary.ts';
import { extend } from '../../../src/events/vocabulary.ts';
import { projection } from '../../../src/history/projection.ts';
import type { Rule } from '../../../src/ledger/rule.ts';
import { derivedEventId, incidentId } from '../../../src/primitives/ids.ts';
import { between } from '../../../src/primitives/moment.ts';
import { durations } from '../../../src/projections/durations.ts';
import { incident } from '../../../src/projections/incident.ts';
import { scenario } from '../../../src/testing/scenario/scenario.ts';

const { given, by, at } = scenario();
const detected = { type: 'Detected', occurredAt: '09:53' } as const;
const resolved = { type: 'Resolved', occurredAt: '10:02' } as const;

/** The event types of a vocabulary, each with its data. */
type DataIn<W> = W extends Vocabulary<infer D> ? D : never;

/** What is thrown, as lines. */
const toldBy = (run: () => void): readonly string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error.message.split('\n');
  }
  throw new Error('expected an error');
};

const types = projection({
  name: 'types',
  version: 1,
  scope: 'incident',
  initial: () => ({ types: [] as string[] }),
  on: {
    Detected: (draft, event) => {
      draft.types.push(`Detected by ${event.data.by ?? 'nobody'}`);
    },
    Resolved: (draft) => {
      draft.types.push('Resolved');
    },
  },
  view: (state, now) => ({ types: state.types, now, none: undefined }),
});

describe('a scenario of a command', () => {
  it('tells what it gives', () => {
    given(detected)
      .when(resolve({ ...by, occurredAt: at('10:02') }))
      .gives(resolved);
  });

  it('tells that it gives nothing', () => {
    given(detected)
      .when(detect({ ...by, occurredAt: at('09:53') }))
      .gives();
  });

  it('tells that it is refused, by tag and by fields', () => {
    const command = resolve({ ...by, occurredAt: at('10:02') });
    given().when(command).refuses('NothingOpen');
    given(resolved, { ...detected, source: { kind: 'monitor' } })
      .when(resolve({ ...by, occurredAt: at('10:04') }))
      .refuses({ _tag: 'AlreadyStated', occurredAt: at('10:02'), happening: 'Resolved#0' });
    given(detected)
      .when(merge({ ...by, occurredAt: at('10:02'), into: by.incidentId }))
      .refuses('WithItself');
  });

  it('can name what is given by its place or by an id', () => {
    const own = derivedEventId('mine');
    const put = { ...by, kind: 'revision', reason: 'misread', occurredAt: at('09:51') } as const;
    const outcome = { type: 'Corrected', occurredAt: '12:00' } as const;
    for (const target of [derivedEventId('scenario', '0'), own]) {
      const data = {
        target,
        targetType: 'Detected',
        targetVersion: 1,
        kind: 'revision',
        reason: 'misread',
        occurredAt: at('09:51'),
      } as const;
      scenario({ now: '12:00' })
        .given({ ...detected, ...(target === own && { eventId: own }) })
        .when(correct({ ...put, target }))
        .gives({ ...outcome, data });
    }
  });

  it('says all that differs', () => {
    const outcome = given(detected).when(resolve({ ...by, occurredAt: at('10:02') }));
    expect(
      toldBy(() => {
        outcome.gives({
          type: 'Resolved',
          occurredAt: '10:03',
          data: { text: { en: 'over' } },
          source: { kind: 'monitor' },
        });
      }),
    ).toEqual([
      'the command for Resolved gives other events than expected:',
      '  0.data.text: expected {"en":"over"}, got nothing',
      '  0.source.kind: expected "monitor", got "responder"',
      '  0.source.name: expected nothing, got "on-call"',
      '  0.occurredAt.earliest: expected "2024-01-01T10:03:00.000Z", got "2024-01-01T10:02:00.000Z"',
      '  0.occurredAt.latest: expected "2024-01-01T10:03:00.000Z", got "2024-01-01T10:02:00.000Z"',
    ]);
    expect(toldBy(() => outcome.gives())[1]).toMatch(/^ {2}0: expected nothing, got \{.*Resolved/);
    expect(toldBy(() => outcome.gives(resolved, detected))[1]).toMatch(
      /^ {2}1: expected \{.*Detected.*, got nothing$/,
    );
  });

  it('says what came where a refusal was expected, and the other way round', () => {
    const outcome = given(detected).when(resolve({ ...by, occurredAt: at('10:02') }));
    expect(toldBy(() => outcome.refuses('NothingOpen'))).toEqual([
      'the command for Resolved should be refused, but gives Resolved at 2024-01-01T10:02:00.000Z',
    ]);
    const refused = given().when(resolve({ ...by, occurredAt: at('10:02') }));
    expect(toldBy(() => refused.gives(resolved))).toEqual([
      'the command for Resolved should give 1 event, but is refused: there is nothing to end: no event tells of an incident yet',
    ]);
    expect(toldBy(() => refused.refuses('AfterMerged'))).toEqual([
      'the command for Resolved is refused otherwise than expected (there is nothing to end: no event tells of an incident yet):',
      '  all of it: expected "AfterMerged", got "NothingOpen"',
    ]);
  });

  it('has a present, beyond which nothing happens', () => {
    const ofMay = scenario({ day: '2024-05-06', now: '12:00', futureToleranceMs: 60_000 });
    const later = (time: string) =>
      ofMay.given().when(detect({ ...ofMay.by, occurredAt: ofMay.at(time) }));
    later('12:01').gives({ type: 'Detected', occurredAt: '2024-05-06T14:01:00+02:00' });
    later('12:02').refuses('InTheFuture');
  });
});

describe('a scenario of own events', () => {
  const vocabulary = extend(core, {
    'acme.CallOpened': t.type({ callId: t.string, participants: t.number }),
  });
  const acme = scenario({ vocabulary, incidentId: incidentId('ACME-1') });
  const call = {
    type: 'acme.CallOpened',
    occurredAt: '09:58',
    data: { callId: 'c1', participants: 4 },
  } as const;
  const oneCall: Rule<string, DataIn<typeof vocabulary>> = (history, now) =>
    history.happenings.some(({ type }) => type === 'acme.CallOpened')
      ? E.left('a call is open')
      : E.right([
          {
            ...acme.by,
            eventId: derivedEventId('call'),
            type: 'acme.CallOpened',
            version: 1,
            occurredAt: { earliest: now, latest: now },
            data: { callId: 'c1', participants: 1 },
          },
        ]);

  it('takes them as given, in commands and in what they give', () => {
    acme
      .given(detected, call)
      .when(
        report('acme.CallOpened', {
          ...acme.by,
          occurredAt: acme.at('10:00'),
          data: { callId: 'c2', participants: 2 },
        }),
      )
      .gives({ ...call, occurredAt: '10:00', data: { callId: 'c2', participants: 2 } });
  });

  it('asks a rule', () => {
    acme
      .given(detected)
      .when(oneCall)
      .gives({ ...call, occurredAt: '23:59', data: { callId: 'c1', participants: 1 } });
    acme.given(call).when(oneCall).refuses('a call is open');
    expect(toldBy(() => acme.given(call).when(oneCall).refuses('another')).at(-1)).toBe(
      '  all of it: expected "another", got "a call is open"',
    );
  });

  it('refuses what a rule gives and a ledger could not record', () => {
    const rule: typeof oneCall = (history, now) =>
      E.map((events: readonly object[]) =>
        events.map((event) => ({ ...event, data: { callId: 1 } })),
      )(oneCall(history, now)) as unknown as ReturnType<typeof oneCall>;
    expect(() => acme.given().when(rule)).toThrow(
      /^the rule gives what cannot be recorded: .*data\.callId: expected string, got 1/,
    );
  });
});

describe('what is given', () => {
  it('is checked', () => {
    expect(() =>
      given(detected, { type: 'AlertRaised', occurredAt: '09:53', data: {} as never }),
    ).toThrow(
      'given event 1 (AlertRaised) is none: data.alertId: expected text that is not empty, got nothing',
    );
    expect(() => given(detected, { ...detected, occurredAt: 'at nine' })).toThrow(
      'given event 1 (Detected): expected a time such as 09:53, or ISO 8601 text with an offset, got "at nine"',
    );
    expect(() => given({ ...detected, statedAt: '25:99' })).toThrow(
      'given event 0 (Detected): expected a time such as 09:53, or ISO 8601 text with an offset, got "25:99"',
    );
    expect(() => given(detected).project(incident, 'noon')).toThrow(
      /^expected a time such as 09:53/,
    );
    expect(() => scenario({ day: '2024-02-31' })).toThrow(
      'day: expected a day such as 2024-12-17, got "2024-02-31"',
    );
    const twice = { ...detected, eventId: derivedEventId('scenario', '0') };
    expect(() => given(detected, twice)).toThrow(
      `given event 1 (Detected) is none: eventId: ${twice.eventId} is that of given event 0 already`,
    );
    const unknown = { type: 'Rebooted', occurredAt: '09:53' } as unknown as typeof detected;
    expect(() => given(unknown)).toThrow(/^given event 0 \(Rebooted\) is none: type: expected/);
  });

  it('is recorded as soon as it was stated, or had happened, in the order given', () => {
    const { history } = given(
      { ...detected, statedAt: '10:00' },
      resolved,
      { type: 'NoteAdded', occurredAt: '09:00', data: { text: { en: 'late' } } },
      { type: 'Closed', occurredAt: '10:30', recordedAt: '11:00' },
      {
        type: 'PostmortemPublished',
        occurredAt: between('2024-01-01T10:00:00Z', '2024-01-01T11:30:00Z'),
      },
    );
    expect(history.events.map(({ recordedAt }) => recordedAt.slice(11, 16))).toEqual([
      '10:00',
      '10:02',
      '10:02',
      '11:00',
      '11:30',
    ]);
    expect(history.events.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('a scenario of a projection', () => {
  const told = given(
    { ...detected, data: { by: 'monitor' }, recordedAt: '09:54' },
    { ...resolved, statedAt: '10:05', recordedAt: '10:30' },
  );

  it('tells the view, and for which instant', () => {
    told.project(types, '11:00').gives({
      types: ['Detected by monitor', 'Resolved'],
      now: at('11:00').earliest ?? 'never',
      none: undefined,
    } as ReturnType<typeof types.view>);
    expect(told.project(types).view.now).toBe('2024-01-01T23:59:00.000Z');
  });

  it.each([
    [{ knownAt: '10:04' }, 1],
    [{ knownAt: '10:05' }, 2],
    [{ recordedBefore: '10:30' }, 1],
    [{ recordedBefore: '10:31' }, 2],
    [{ occurredBefore: '10:02' }, 1],
    [{ occurredBefore: '10:03' }, 2],
    [{ occurredBefore: '10:03', knownAt: '09:53' }, 0],
  ])('tells it from %j', (look, count) => {
    expect(told.project(types, look).view.types).toHaveLength(count);
  });

  it('tells the built-in views', () => {
    expect(told.project(incident).view.status).toBe('resolved');
    const life = given(
      { type: 'ImpactStarted', occurredAt: '09:51', data: { impactId: 'main' } },
      { type: 'Restored', occurredAt: '10:02' },
    );
    const restored = life.project(durations).view.find(({ name }) => name === 'time-to-restore');
    expect(restored?.ms).toBe(660_000);
    life.when(restore({ ...by, occurredAt: at('10:02') })).gives();
  });

  it('says all that differs', () => {
    const view = told.project(types, '11:00');
    const other = { ...view.view, types: ['Detected by staff'] };
    expect(toldBy(() => view.gives(other))).toEqual([
      'types gives another view than expected:',
      '  types.0: expected "Detected by staff", got "Detected by monitor"',
      '  types.1: expected nothing, got "Resolved"',
    ]);
  });

  it('says how many more there are, and where a projection threw', () => {
    const many = projection({
      name: 'many',
      version: 1,
      scope: 'incident',
      initial: () => ({}),
      on: {
        Closed: () => {
          throw new Error('not yet');
        },
      },
      view: () => Array.from({ length: 20 }, (_, index) => index),
    });
    expect(toldBy(() => given().project(many).gives([])).at(-1)).toBe('  and 8 more');
    const closed = given(detected, { type: 'Closed', occurredAt: '11:00' });
    expect(() => closed.project(many)).toThrow('many throws at event 1: not yet');
  });
});
