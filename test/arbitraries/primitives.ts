import * as fc from 'fast-check';
import type { Actor } from '../../src/primitives/actor.ts';
import type { EventId, IncidentId } from '../../src/primitives/ids.ts';
import { derivedEventId, incidentId } from '../../src/primitives/ids.ts';
import type { Instant } from '../../src/primitives/instant.ts';
import { instantOfMs } from '../../src/primitives/instant.ts';
import type { Interval } from '../../src/primitives/interval.ts';
import type { Moment } from '../../src/primitives/moment.ts';
import type { Source } from '../../src/primitives/source.ts';
import type { Name, Text } from '../../src/primitives/text.ts';

const FIRST_MS = Date.parse('0000-01-01T00:00:00.000Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');
const DAY_START_MS = Date.parse('2024-12-17T09:00:00.000Z');

/** Any instant there is. */
export const anyInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: FIRST_MS, max: LAST_MS })
  .map(instantOfMs);

/** A whole minute of one morning, so that equal times are common. */
export const minuteOfDay: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: 180 })
  .map((minute) => instantOfMs(DAY_START_MS + minute * 60_000));

/** Text that is not empty, and has no lone surrogates. */
export const filled: fc.Arbitrary<string> = fc.string({
  minLength: 1,
  maxLength: 12,
  unit: 'binary',
});

/** One of a few ids, so that equal ones are common. */
export const fewIds: fc.Arbitrary<string> = fc.constantFrom('one', 'two', 'three');

const languages = fc.constantFrom('fr', 'en', 'de', 'pt-BR', 'und');

/** What stands where something was erased. */
const erased = fc.record({
  erased: fc.record({ at: anyInstant, reason: filled, digest: fc.stringMatching(/^[0-9a-f]{8}$/) }),
});

/** A text by language, or erased. */
export const text: fc.Arbitrary<Text> = fc.oneof(
  { weight: 5, arbitrary: fc.dictionary(languages, filled, { maxKeys: 3 }) },
  { weight: 1, arbitrary: erased },
);

/** A name, or erased. */
export const name: fc.Arbitrary<Name> = fc.oneof(filled, erased);

/** Two ends in order, either of which can be missing, but not both. */
const ends = fc
  .tuple(minuteOfDay, fc.integer({ min: 0, max: 600_000 }), fc.constantFrom('both', 'from', 'to'))
  .map(([earliest, widthMs, known]) => {
    const latest = instantOfMs(Date.parse(earliest) + widthMs);
    return known === 'from' ? { earliest } : known === 'to' ? { latest } : { earliest, latest };
  });

const undecided = fc
  .tuple(fc.constantFrom('doc-1', 'doc-2'), ends, ends)
  .map(([group, first, second]) => ({
    group,
    alternatives: [
      { zone: 'Europe/Paris', ...first },
      { zone: 'UTC', ...second },
    ],
  }));

/** A moment with both ends, as most sources give it. */
export const closedMoment: fc.Arbitrary<Moment> = fc
  .tuple(minuteOfDay, fc.constantFrom(0, 0, 59_999, 300_000))
  .map(([earliest, width]) => ({ earliest, latest: instantOfMs(Date.parse(earliest) + width) }));

/** Any moment: with ends missing, as written, or with its zone undecided. */
export const moment: fc.Arbitrary<Moment> = fc
  .tuple(
    ends,
    fc.record(
      {
        written: filled,
        zone: fc.constantFrom('Europe/Paris', '+01:00', 'CET'),
        basis: fc.constantFrom('stated', 'document', 'assumed'),
        undecided,
      },
      { requiredKeys: [] },
    ),
  )
  .map(([bounds, rest]) => ({ ...bounds, ...rest }));

/** An interval of whole minutes; some still run, some are empty. */
export const interval: fc.Arbitrary<Interval> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ from: minuteOfDay, to: minuteOfDay }) },
  { weight: 1, arbitrary: fc.record({ from: minuteOfDay, to: fc.constant(null) }) },
);

/** An event id. */
export const eventId: fc.Arbitrary<EventId> = fc
  .nat()
  .map((n) => derivedEventId('arbitrary', `${n}`));

/** An incident id. */
export const anyIncidentId: fc.Arbitrary<IncidentId> = fc
  .stringMatching(/^[A-Za-z0-9:/_-]{1,20}$/)
  .map(incidentId);

/** Somebody or something that acts. */
export const actor: fc.Arbitrary<Actor> = fc.record(
  {
    id: fc.stringMatching(/^[a-z0-9-]{1,12}$/),
    kind: fc.constantFrom('person', 'service', 'organisation'),
    name,
  },
  { requiredKeys: ['id'] },
);

/** A source, one of few. */
export const source: fc.Arbitrary<Source> = fc.record(
  {
    kind: fc.constantFrom('postmortem', 'ticket', 'responder', 'monitor', 'import', 'status-page'),
    name: fc.constantFrom('a', 'b'),
    url: fc.constant('https://status.example/1'),
    locator: filled,
  },
  { requiredKeys: ['kind'] },
);
