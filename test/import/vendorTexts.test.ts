import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { importers } from '../../src/cli/importers.ts';
import { core } from '../../src/events/core.ts';
import { excessIn } from '../../src/events/excess.ts';
import { definitionOf } from '../../src/events/vocabulary.ts';
import type { Importer } from '../../src/import/importer.ts';
import { recogniseImporter } from '../../src/import/recogniseImporter.ts';
import { IncidentId } from '../../src/primitives/ids.ts';
import { Moment } from '../../src/primitives/moment.ts';
import { Source } from '../../src/primitives/source.ts';
import { mutated } from '../arbitraries/mutated.ts';
import * as alertmanager from './fixtures/alertmanager.ts';
import * as datadog from './fixtures/datadog.ts';
import * as gcp from './fixtures/gcpStatus.ts';
import * as io from './fixtures/incidentIo.ts';
import * as opsgenie from './fixtures/opsgenie.ts';
import * as pagerduty from './fixtures/pagerduty.ts';
import * as upptime from './fixtures/upptime.ts';
import { asText, readValue } from './imported.ts';

/** Machines differ; how long it takes is no part of what is tested. */
jest.setTimeout(120_000);

/** What each importer is given, by the name of the format: as a list, as one, nested, webhooks. */
const given: readonly (readonly [format: string, value: unknown])[] = [
  ['pagerduty', { incidents: [pagerduty.resolved], limit: 25, offset: 0, more: false }],
  ['pagerduty', { incident: { ...pagerduty.acknowledged, log_entries: pagerduty.logEntries } }],
  ['pagerduty', { log_entries: pagerduty.logEntries }],
  ['pagerduty', [pagerduty.resolved]],
  ['pagerduty', pagerduty.webhook('W1', 'acknowledged', '2024-05-06T10:36:00.169Z')],
  ['incident-io', { incidents: [io.incident], pagination_meta: { page_size: 25 } }],
  ['incident-io', { incident: io.incident }],
  ['incident-io', { incident_updates: io.updates }],
  ['incident-io', { follow_ups: io.followUps, pagination_meta: { page_size: 25 } }],
  ['incident-io', { status_page_incident: io.pageIncident }],
  ['incident-io', { status_page_maintenances: [io.pageMaintenance] }],
  [
    'incident-io',
    {
      event_type: 'public_incident.incident_created_v2',
      'public_incident.incident_created_v2': io.incident,
    },
  ],
  ['opsgenie', { data: [opsgenie.alert], took: 0.1, requestId: 'r' }],
  ['opsgenie', { data: opsgenie.incident }],
  ['opsgenie', opsgenie.webhook('Acknowledge', '1420452193166002000')],
  ['alertmanager', alertmanager.notification('firing', '0001-01-01T00:00:00Z')],
  ['alertmanager', [alertmanager.apiAlert('2024-07-01T12:10:00.000Z', '2024-07-01T12:14:00.000Z')]],
  ['upptime', [upptime.outage, upptime.reopened]],
  ['upptime', upptime.maintenance],
  ['gcp-status', [gcp.incident]],
  ['gcp-status', gcp.incident],
  ['datadog', { data: [datadog.incident], included: [datadog.impact, datadog.user] }],
  ['datadog', { data: datadog.incident }],
  ['datadog', { data: [datadog.override] }],
  ['datadog', { data: datadog.timeline }],
  ['datadog', { data: [datadog.todo] }],
  ['datadog', datadog.notification('1', 'Triggered', 0)],
  ['datadog', { data: [datadog.eventV2('1', 'alert', 'Alert', '2024-08-09T08:00:00.000Z')] }],
  ['datadog', { events: [datadog.eventV1, { ...datadog.eventV1, id: 5, monitor_id: 3 }] }],
  ['pagerduty', { posts: [pagerduty.post] }],
  ['pagerduty', { post_updates: pagerduty.post.updates }],
  ['pagerduty', { notes: [pagerduty.loneNote] }],
  ['incident-io', { alerts: [io.alert] }],
  ['incident-io', { escalation: io.escalation }],
  ['opsgenie', opsgenie.loneLog],
];

const importerOf = (format: string): Importer => {
  const found = importers.find(({ name }) => name === format);
  if (!found) throw new Error(format);
  return found;
};

describe('the formats of vendors', () => {
  it.each(given)('%s recognises its own (%#), and no other does', (format, value) => {
    for (const text of [asText(value), JSON.stringify(JSON.parse(asText(value)), null, 2)]) {
      const head = text.slice(0, 8192);
      expect(recogniseImporter(importers, head)?.name).toBe(format);
      const others = importers.filter((one) => one.name !== format && one.recognise(head) > 0);
      expect(others.map(({ name }) => name)).toEqual([]);
    }
  });

  it.each([['[]'], ['{}'], ['{"a":1}'], ['hello'], [''], ['\0'], ['{"type":"incident"}']])(
    'none of them recognises %j',
    (text) => {
      const formats = new Set(given.map(([format]) => format));
      const sure = importers.filter((one) => formats.has(one.name) && one.recognise(text) > 0);
      expect(sure.map(({ name }) => name)).toEqual([]);
    },
  );
});

/** Reading ends, says something, gives only claims that the vocabulary takes, and gives the same again. */
const holds = async (importer: Importer, text: string): Promise<void> => {
  const read = await readValue(importer, text);
  const { documents, warnings, leftOut, errors } = read;
  expect(documents.length + warnings.length + leftOut.length + errors.length).toBeGreaterThan(0);
  expect(errors.length).toBeLessThanOrEqual(1);
  for (const { incidentId, claims } of documents) {
    expect(IncidentId.is(incidentId)).toBe(true);
    const keys = claims.map(({ item, type }) => `${type} ${item}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { type, data, occurredAt, statedAt, source, item } of claims) {
      const definition = definitionOf(core, type);
      expect(definition && E.isRight(definition.data.decode(data))).toBe(true);
      expect(definition && excessIn(definition.data, data)).toEqual([]);
      expect([Moment.is(occurredAt), Source.is(source), item !== '']).toEqual([true, true, true]);
      expect(statedAt === undefined || Moment.is(statedAt)).toBe(true);
    }
  }
  expect(await readValue(importer, text)).toEqual(read);
};

/** The text of JSON as often as it has texts that were not emptied before, one of them empty in each. */
const withOneEmpty = (text: string, emptied: Set<string>): readonly string[] => {
  const found: string[] = [];
  const keyOf = (key: string, value: unknown): string => `${key} ${String(value)}`;
  JSON.parse(text, (key, value: unknown) => {
    const isNew = typeof value === 'string' && !emptied.has(keyOf(key, value));
    if (isNew) found.push(keyOf(key, value));
    if (isNew) emptied.add(keyOf(key, value));
    return value;
  });
  return found.map((empty) =>
    JSON.stringify(
      JSON.parse(text, (key, value: unknown) => (keyOf(key, value) === empty ? '' : value)),
    ),
  );
};

const anyGiven = fc.constantFrom(...given);
const runs = { numRuns: 80 };

describe('a text of a vendor that is damaged', () => {
  it('by being cut off is an error or warned of', async () => {
    await fc.assert(
      fc.asyncProperty(anyGiven, fc.nat(), async ([format, value], at) => {
        const text = asText(value);
        const cut = text.slice(0, at % text.length);
        await holds(importerOf(format), cut);
        expect((await readValue(importerOf(format), cut)).errors).toHaveLength(1);
      }),
      runs,
    );
  });

  it('by a character flipped is read without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(anyGiven, fc.nat(), fc.nat({ max: 0xff }), ([format, value], at, code) => {
        const text = asText(value);
        const place = at % text.length;
        const flipped = text.slice(0, place) + String.fromCodePoint(code) + text.slice(place + 1);
        return holds(importerOf(format), flipped);
      }),
      runs,
    );
  });

  it('by values of other types, in another order, or missing, is read without throwing', async () => {
    const changed = anyGiven.chain(([format, value]) =>
      fc.tuple(fc.constant(format), mutated(JSON.parse(asText(value)))),
    );
    await fc.assert(
      fc.asyncProperty(changed, ([format, value]) =>
        holds(importerOf(format), JSON.stringify(value) ?? 'null'),
      ),
      { numRuns: 250 },
    );
  });

  it('by any one text being empty is read without an empty name, level or status', async () => {
    const more = [
      ['datadog', { data: datadog.timeline }],
      ['opsgenie', JSON.stringify(opsgenie.creation)],
    ] as const;
    const emptied = new Map(given.map(([format]) => [format, new Set<string>()]));
    for (const [format, value] of [...given, ...more]) {
      for (const text of withOneEmpty(asText(value), emptied.get(format) ?? new Set())) {
        const { documents } = await readValue(importerOf(format), text);
        const wrong = documents
          .flatMap(({ claims }) => claims)
          .filter(({ type, data }) => definitionOf(core, type)?.data.is(data) !== true);
        expect([wrong, text]).toEqual([[], text]);
      }
    }
  });

  it('by being another vendor’s is an error, or left out by name', async () => {
    for (const [format, value] of given) {
      for (const other of new Set(given.map(([name]) => name))) {
        if (other === format) continue;
        const { documents, errors, leftOut, warnings } = await readValue(importerOf(other), value);
        expect([other, format, documents.length]).toEqual([other, format, 0]);
        expect(errors.length + leftOut.length + warnings.length).toBeGreaterThan(0);
      }
    }
  });

  it('by any JSON at all is read without throwing', async () => {
    const formats = fc.constantFrom(...new Set(given.map(([format]) => format)));
    await fc.assert(
      fc.asyncProperty(formats, fc.json(), (format, text) => holds(importerOf(format), text)),
      runs,
    );
  });
});
