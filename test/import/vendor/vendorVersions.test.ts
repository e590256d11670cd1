import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import { datadog } from '../../../src/import/datadog/datadog.ts';
import { gcpStatus } from '../../../src/import/gcp-status/gcpStatus.ts';
import { incidentIo } from '../../../src/import/incident-io/incidentIo.ts';
import type { Importer } from '../../../src/import/importer.ts';
import { opsgenie } from '../../../src/import/opsgenie/opsgenie.ts';
import { pagerduty } from '../../../src/import/pagerduty/pagerduty.ts';
import { upptime } from '../../../src/import/upptime/upptime.ts';
import type { IncidentId, Instant } from '../../../src/index.ts';
import { incidentId, instant, instantOfMs, msOf, orThrow } from '../../../src/index.ts';
import * as ofDatadog from '../fixtures/datadog.ts';
import * as ofGcp from '../fixtures/gcpStatus.ts';
import * as ofIncidentIo from '../fixtures/incidentIo.ts';
import * as ofOpsgenie from '../fixtures/opsgenie.ts';
import * as ofPagerduty from '../fixtures/pagerduty.ts';
import * as ofUpptime from '../fixtures/upptime.ts';
import { importing, readValue } from '../imported.ts';

/** Machines differ; how long it takes is no part of what is tested. */
jest.setTimeout(60_000);

/** Records that tell all there is of an incident, with the field that says when they were changed. */
const records: readonly (readonly [Importer, unknown, string])[] = [
  [pagerduty, { incidents: [ofPagerduty.resolved] }, 'updated_at'],
  [pagerduty, { incident: ofPagerduty.acknowledged }, 'updated_at'],
  [incidentIo, { incidents: [ofIncidentIo.incident] }, 'updated_at'],
  [opsgenie, { data: [ofOpsgenie.alert] }, 'updatedAt'],
  [opsgenie, { data: [ofOpsgenie.incident] }, 'updatedAt'],
  [gcpStatus, [ofGcp.incident], 'modified'],
  [upptime, [ofUpptime.outage, ofUpptime.reopened], 'updated_at'],
  [datadog, { data: [ofDatadog.incident], included: [ofDatadog.impact] }, 'modified'],
];

/** Fields that people do not edit: ids, kinds, and when it was written. */
const FIXED = /^(?:id|.*_id|.*Id|.*_uuid|type|alias|number|key|created|created_at|createdAt)$/;
const TIME = /^\d{4}-\d\d-\d\dT/;

type Turn = readonly [place: number, how: number];

/** A value after somebody edited it in a place: another text, another time, another number, one of a list less. */
const edited = (value: unknown, [place, how]: Turn): unknown => {
  let count = 0;
  const visit = (inner: unknown, key: string, change: number | null): unknown => {
    const isHere = !FIXED.test(key) && (count += 1) - 1 === change;
    if (Array.isArray(inner)) {
      const all: readonly unknown[] = inner;
      const kept = isHere && all.length > 1 ? all.filter((_, at) => at !== how % all.length) : all;
      return kept.map((each) => visit(each, '', change));
    }
    if (typeof inner === 'object' && inner !== null) {
      return Object.fromEntries(
        Object.entries(inner).map(([name, each]) => [name, visit(each, name, change)]),
      );
    }
    if (!isHere) return inner;
    if (typeof inner === 'number') return inner + how;
    if (typeof inner !== 'string') return inner;
    if (!TIME.test(inner)) return `${inner} edited`;
    return how % 3 === 0 ? null : instantOfMs(msOf(instant(inner)) + 1000 * (how - 50));
  };
  visit(value, '', null);
  const places = count;
  count = 0;
  return visit(value, '', place % places);
};

/** A value that says everywhere that it was changed then. */
const stamped = (value: unknown, key: string, time: Instant): unknown =>
  JSON.parse(JSON.stringify(value), (name, inner: unknown) =>
    name === key && typeof inner === 'string' ? time : inner,
  );

type Taken = ReturnType<typeof importing>;

/** What was known of incidents at a time, of documents that tell all, a line a claim. */
const known = async (
  { ledger }: Taken,
  ids: ReadonlySet<IncidentId>,
  keys: ReadonlySet<string>,
  at: Instant,
): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const id of ids) {
    const { claims } = await orThrow(ledger.history(id, { knownAt: at }));
    for (const { type, data, occurredAt, origin } of claims) {
      if (type === 'Corrected' || type === 'Retracted') continue;
      if (keys.has(origin?.sourceKey ?? '')) {
        lines.push(JSON.stringify([origin?.sourceKey, type, origin?.item, data, occurredAt]));
      }
    }
  }
  return lines.toSorted();
};

const edits = fc.array(
  fc.array(fc.tuple(fc.nat(500), fc.nat(99)), { minLength: 1, maxLength: 3 }),
  { minLength: 1, maxLength: 3 },
);

describe('versions of a record', () => {
  it('leave what the latest says, as if it were read alone, and are added once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...records),
        edits,
        async ([importer, first, key], turns) => {
          const all = importing();
          let value: unknown = first;
          const versions = [[], ...turns].map((turn, index) => {
            value = turn.reduce(edited, value);
            return stamped(value, key, instantOfMs(Date.UTC(2025, 5, 1, index)));
          });
          for (const version of versions) await all.take(importer, version);
          const last = versions.at(-1);
          const alone = importing();
          await alone.take(importer, last);
          const { documents } = await readValue(importer, last);
          const whole = documents.filter(({ complete }) => complete);
          const keys = new Set(whole.map(({ sourceKey }) => sourceKey));
          const ids = new Set(whole.map(({ incidentId: id }) => incidentId(id)));
          const now = instant('2026-01-01T00:00:00Z');
          expect(await known(all, ids, keys, now)).toEqual(await known(alone, ids, keys, now));
          const [added, , ...changed] = await all.take(importer, last);
          expect([added, ...changed]).toEqual([0, 0, 0, 0]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
