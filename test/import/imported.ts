import type { Importer, ReadOptions } from '../../src/import/importer.ts';
import type { ReadResult } from '../../src/import/readAll.ts';
import { readAll } from '../../src/import/readAll.ts';
import type { IncidentView, RecordReport } from '../../src/index.ts';
import {
  claims,
  createLedger,
  durations,
  impact,
  incident,
  incidentId,
  instant,
  memoryStore,
  milestones,
  orThrow,
  timeline,
} from '../../src/index.ts';

/** A value as its text of JSON; a text stays as it is. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** Reads a value of a vendor’s. */
export const readValue = (
  importer: Importer,
  value: unknown,
  options: ReadOptions = {},
): Promise<ReadResult> => readAll(importer, asText(value), options);

/** What recording did, in numbers: added, known, corrected, retracted, brought back. */
export type Counts = readonly [number, number, number, number, number];

const countsOf = (reports: readonly RecordReport[]): Counts => {
  const sum = (of: (report: RecordReport) => readonly unknown[]): number =>
    reports.reduce((count, report) => count + of(report).length, 0);
  return [
    sum(({ appended }) => appended),
    sum(({ known }) => known),
    sum(({ corrected }) => corrected),
    sum(({ retracted }) => retracted),
    sum(({ reinstated }) => reinstated),
  ];
};

/** The views of an incident that tests look at. */
export interface Seen {
  /** Milliseconds of each duration that is recorded, by name. */
  readonly durations: Readonly<Record<string, number>>;
  /** First instant of each milestone, by name. */
  readonly milestones: Readonly<Record<string, string | undefined>>;
  /** The incident as a whole. */
  readonly incident: IncidentView;
}

/** A ledger to import into. */
export const importing = () => {
  let now = instant('2026-01-01T00:00:00.000Z');
  const clock = (): typeof now => now;
  const ledger = createLedger({ store: memoryStore({ clock }), clock });
  return {
    ledger,
    /** Sets the clock. */
    at: (time: string): void => {
      now = instant(time);
    },
    /** Reads and records a value; fails when it cannot be read. */
    take: async (importer: Importer, value: unknown): Promise<Counts> => {
      const { documents, errors } = await readValue(importer, value);
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      const reports: RecordReport[] = [];
      for (const document of documents) reports.push(await orThrow(ledger.record(document)));
      return countsOf(reports);
    },
    /** Looks at an incident. */
    see: async (id: string): Promise<Seen> => {
      const of = incidentId(id);
      const lengths = await orThrow(ledger.view(of, durations));
      const found = await orThrow(ledger.view(of, milestones));
      return {
        durations: Object.fromEntries(
          lengths.flatMap(({ name, status, ms }) =>
            status === 'recorded' && ms !== null ? [[name, ms]] : [],
          ),
        ),
        milestones: Object.fromEntries(
          Object.entries(found).map(([name, { moment }]) => [
            name,
            moment.earliest ?? moment.latest,
          ]),
        ),
        incident: await orThrow(ledger.view(of, incident)),
      };
    },
    /** What was hit. */
    impact: (id: string) => orThrow(ledger.view(incidentId(id), impact)),
    /** What was claimed. */
    claims: (id: string) => orThrow(ledger.view(incidentId(id), claims)),
    /** What happened. */
    timeline: (id: string) => orThrow(ledger.view(incidentId(id), timeline)),
  };
};
