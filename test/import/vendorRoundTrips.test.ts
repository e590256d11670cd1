import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import type { Claim } from '../../src/events/claim.ts';
import { alertmanager } from '../../src/import/alertmanager/alertmanager.ts';
import { datadog } from '../../src/import/datadog/datadog.ts';
import { gcpStatus } from '../../src/import/gcp-status/gcpStatus.ts';
import { incidentIo } from '../../src/import/incident-io/incidentIo.ts';
import type { Importer } from '../../src/import/importer.ts';
import { opsgenie } from '../../src/import/opsgenie/opsgenie.ts';
import { pagerduty } from '../../src/import/pagerduty/pagerduty.ts';
import { upptime } from '../../src/import/upptime/upptime.ts';
import { instantOfMs, msOf } from '../../src/primitives/instant.ts';
import type { Instant } from '../../src/primitives/instant.ts';
import { readValue } from './imported.ts';

/** Machines differ; how long it takes is no part of what is tested. */
jest.setTimeout(120_000);

/** An incident to print: what happened when, to the millisecond. */
interface Happened {
  readonly id: string;
  readonly title: string;
  readonly from: Instant;
  readonly declared: Instant;
  readonly acknowledged: readonly { readonly by: string; readonly at: Instant }[];
  readonly notes: readonly { readonly text: string; readonly at: Instant }[];
  readonly level: string;
  readonly resolved: Instant | null;
}

const word = fc.stringMatching(/^[a-z]{2,8}$/);
const id = fc.stringMatching(/^[A-Z0-9]{6,12}$/);
const START = Date.UTC(2024, 0, 1);
const later = fc.integer({ min: 1, max: 40_000_000 });

const at = (ms: number): Instant => instantOfMs(START + ms);

const happened: fc.Arbitrary<Happened> = fc
  .record({
    id,
    title: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    from: fc.integer({ min: 0, max: 400 * 86_400_000 }),
    toDeclared: later,
    acknowledged: fc.uniqueArray(fc.record({ by: id, after: later }), {
      maxLength: 3,
      selector: ({ after }) => Math.floor(after / 1000),
    }),
    notes: fc.uniqueArray(fc.record({ text: word, after: later }), {
      maxLength: 3,
      selector: ({ after }) => Math.floor(after / 1000),
    }),
    level: fc.constantFrom('P1', 'P2', 'SEV-1', 'critical'),
    toResolved: fc.option(fc.integer({ min: 50_000_000, max: 90_000_000 })),
  })
  .map(({ from, toDeclared, acknowledged, notes, toResolved, ...rest }) => ({
    ...rest,
    from: at(from),
    declared: at(from + toDeclared),
    acknowledged: acknowledged
      .map(({ by, after }) => ({ by, at: at(from + toDeclared + after) }))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    notes: notes.map(({ text, after }) => ({ text, at: at(from + toDeclared + after) })),
    resolved: toResolved === null ? null : at(from + toDeclared + toResolved),
  }));

/** A time as systems write it: in UTC, with an offset, or with more digits than there are. */
const spelling: fc.Arbitrary<(time: Instant) => string> = fc.constantFrom(
  (time: Instant) => time,
  (time: Instant) => time.replace('Z', '456789Z'),
  (time: Instant) => time.replace('Z', '+00:00'),
  (time: Instant) => instantOfMs(msOf(time) + 2 * 3_600_000).replace('Z', '+02:00'),
);

interface Printed {
  readonly value: unknown;
  /** What must be claimed: the type and the time, and whatever of the data is the point. */
  readonly claims: readonly string[];
}

type Print = (told: Happened, spell: (time: Instant) => string) => Printed;

const claim = (type: string, time: Instant | null, said = ''): readonly string[] =>
  time === null ? [] : [`${type} ${time} ${said}`.trim()];

/** A claim as those above are written. */
const shown = ({ type, data, occurredAt }: Claim): string => {
  const texts: readonly unknown[] = 'text' in data ? Object.values(data.text ?? {}) : [];
  const said: unknown = type === 'NoteAdded' ? texts[0] : 'level' in data ? data.level : '';
  return `${type} ${occurredAt.earliest ?? ''} ${typeof said === 'string' ? said : ''}`.trim();
};

const printPagerduty: Print = (told, spell) => {
  const incident = { id: told.id, type: 'incident_reference' };
  const entry = (name: string, type: string, time: Instant, more: object): object => ({
    id: `${told.id}${name}`,
    type: `${type}_log_entry`,
    created_at: spell(time),
    incident,
    ...more,
  });
  return {
    value: {
      incidents: [
        {
          id: told.id,
          type: 'incident',
          incident_number: 7,
          title: told.title,
          status: told.resolved === null ? 'triggered' : 'resolved',
          created_at: spell(told.declared),
          resolved_at: told.resolved && spell(told.resolved),
        },
      ],
      log_entries: [
        entry('T', 'trigger', told.declared, {
          agent: { id: 'INT', type: 'integration_reference' },
        }),
        ...told.acknowledged.map((ack, index) =>
          entry(`A${index}`, index % 2 === 0 ? 'acknowledge' : 'acknowledgement', ack.at, {
            agent: { id: ack.by, type: 'user_reference' },
          }),
        ),
        ...told.notes.map((note, index) =>
          entry(`N${index}`, 'annotate', note.at, {
            channel: { type: 'note', summary: note.text },
          }),
        ),
      ],
    },
    claims: [
      ...claim('Declared', told.declared),
      ...claim('AlertRaised', told.declared),
      ...told.acknowledged.flatMap((ack) => claim('Acknowledged', ack.at)),
      ...told.notes.flatMap((note) => claim('NoteAdded', note.at, note.text)),
      ...claim('Resolved', told.resolved),
    ],
  };
};

const printIncidentIo: Print = (told, spell) => {
  const [first] = told.acknowledged;
  const times: readonly (readonly [string, Instant | null | undefined])[] = [
    ['Impact started', told.from],
    ['Accepted at', first?.at],
    ['Impact ended', told.resolved],
    ['Resolved at', told.resolved],
  ];
  return {
    value: {
      incidents: [
        {
          id: told.id,
          reference: 'INC-1',
          name: told.title,
          mode: 'standard',
          created_at: spell(told.declared),
          incident_status: { id: 'S', category: 'live' },
          severity: { id: 'L', name: told.level, rank: 1 },
          incident_timestamp_values: times.map(([name, time], rank) => ({
            incident_timestamp: { id: name, name, rank },
            value: time ? { value: spell(time) } : null,
          })),
        },
      ],
    },
    claims: [
      ...claim('Declared', told.declared),
      ...claim('SeverityAssigned', told.declared, told.level),
      ...claim('ImpactStarted', told.from),
      ...claim('Acknowledged', first?.at ?? null),
      ...claim('ImpactEnded', told.resolved),
      ...claim('Resolved', told.resolved),
    ],
  };
};

const printOpsgenie: Print = (told, spell) => {
  const logs = [
    ...told.acknowledged.map((ack) => ({ log: 'Alert acknowledged', createdAt: spell(ack.at) })),
    ...told.notes.map((note) => ({ log: note.text, createdAt: spell(note.at) })),
  ];
  return {
    value: {
      data: [
        {
          id: told.id,
          tinyId: '1',
          message: told.title,
          acknowledged: false,
          status: told.resolved === null ? 'open' : 'closed',
          createdAt: spell(told.declared),
          priority: told.level,
          ...(told.resolved && {
            report: { closeTime: msOf(told.resolved) - msOf(told.declared) },
          }),
          logs: logs.map((entry, index) => ({ ...entry, offset: `${index}` })),
        },
      ],
    },
    claims: [
      ...claim('AlertRaised', told.declared),
      ...claim('SeverityAssigned', told.declared, told.level),
      ...claim('NoteAdded', told.declared, 'tiny id: 1'),
      ...told.acknowledged.flatMap((ack) => claim('Acknowledged', ack.at)),
      ...told.notes.flatMap((note) => claim('NoteAdded', note.at, note.text)),
      ...claim('Resolved', told.resolved),
    ],
  };
};

const printAlertmanager: Print = (told, spell) => ({
  value: {
    version: '4',
    groupKey: 'g',
    status: told.resolved === null ? 'firing' : 'resolved',
    alerts: [
      {
        status: told.resolved === null ? 'firing' : 'resolved',
        labels: { alertname: told.title, severity: told.level },
        annotations: {},
        startsAt: spell(told.from),
        endsAt: told.resolved === null ? '0001-01-01T00:00:00Z' : spell(told.resolved),
        fingerprint: told.id,
      },
    ],
  },
  claims: [
    ...claim('AlertRaised', told.from),
    ...claim('SeverityAssigned', told.from, told.level),
    ...claim('NoteAdded', told.from, `alertname: ${told.title}\nseverity: ${told.level}`),
    ...claim('NoteAdded', told.from, 'group: g'),
    ...claim('Resolved', told.resolved),
  ],
});

const printUpptime: Print = (told, spell) => ({
  value: [
    {
      number: 3,
      html_url: 'https://github.com/acme/upptime/issues/3',
      title: `🛑 ${told.title} is down`,
      labels: [{ name: 'status' }],
      created_at: spell(told.declared),
      closed_at: told.resolved && spell(told.resolved),
      comments: told.notes.map((note, index) => ({
        id: index + 1,
        body: note.text,
        created_at: spell(note.at),
      })),
    },
  ],
  claims: [
    ...claim('Declared', told.declared),
    ...claim('AlertRaised', told.declared),
    ...claim('ImpactStarted', told.declared),
    ...claim('StatusPublished', told.declared),
    ...told.notes.flatMap((note) => claim('StatusPublished', note.at)),
    ...claim('StatusPublished', told.resolved),
    ...claim('ImpactEnded', told.resolved),
    ...claim('Resolved', told.resolved),
  ],
});

const printGcp: Print = (told, spell) => ({
  value: [
    {
      id: told.id,
      number: '1',
      external_desc: told.title,
      created: spell(told.declared),
      begin: spell(told.from),
      end: told.resolved && spell(told.resolved),
      severity: told.level,
      updates: told.notes.map((note) => ({
        created: spell(note.at),
        text: note.text,
        status: 'SERVICE_OUTAGE',
      })),
    },
  ],
  claims: [
    ...claim('Declared', told.declared),
    ...claim('SeverityAssigned', told.declared, told.level),
    ...claim('ImpactStarted', told.from),
    ...claim('ImpactEnded', told.resolved),
    ...told.notes.flatMap((note) => claim('StatusPublished', note.at)),
    ...claim('Resolved', told.resolved),
  ],
});

const printDatadog: Print = (told, spell) => ({
  value: {
    data: {
      id: told.id,
      type: 'incidents',
      attributes: {
        title: told.title,
        public_id: 9,
        created: spell(told.declared),
        customer_impact_start: spell(told.from),
        resolved: told.resolved && spell(told.resolved),
        severity: told.level,
      },
    },
    included: told.notes.map((note, index) => ({
      id: `${told.id}${index}`,
      type: 'incident_timeline_entries',
      attributes: {
        incident_id: told.id,
        cell_type: 'markdown',
        content: { content: note.text },
        created: spell(note.at),
      },
    })),
  },
  claims: [
    ...claim('Declared', told.declared),
    ...claim('SeverityAssigned', told.declared, told.level),
    ...claim('ImpactStarted', told.from),
    ...told.notes.flatMap((note) => claim('NoteAdded', note.at, note.text)),
    ...claim('Resolved', told.resolved),
  ],
});

const printers: readonly (readonly [Importer, Print])[] = [
  [pagerduty, printPagerduty],
  [incidentIo, printIncidentIo],
  [opsgenie, printOpsgenie],
  [alertmanager, printAlertmanager],
  [upptime, printUpptime],
  [gcpStatus, printGcp],
  [datadog, printDatadog],
];

/** The same with every list in the other order, which is nobody’s word. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned).toReversed();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, turned(each)]));
};

const claimsOf = async (importer: Importer, value: unknown): Promise<readonly string[]> => {
  const { documents, warnings, leftOut, errors } = await readValue(importer, value);
  expect({ warnings, leftOut, errors }).toEqual({ warnings: [], leftOut: [], errors: [] });
  return documents.flatMap(({ claims }) => claims.map(shown)).toSorted();
};

describe('an incident printed as a vendor has it', () => {
  it.each(printers.map(([importer, print]) => [importer.name, importer, print] as const))(
    '%s is read as what happened, whatever the order and spelling',
    async (_, importer, print) => {
      await fc.assert(
        fc.asyncProperty(happened, spelling, async (told, spell) => {
          const { value, claims } = print(told, spell);
          expect(await claimsOf(importer, value)).toEqual(claims.toSorted());
          expect(await claimsOf(importer, turned(value))).toEqual(claims.toSorted());
        }),
        { numRuns: 60 },
      );
    },
  );
});
