import * as E from 'fp-ts/lib/Either.js';
import { decode } from '../events/decode.ts';
import type { RecordedEvent } from '../events/event.ts';
import type { StoredEvent } from '../events/stored.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { LogFault } from './logFault.ts';
import { logReader, parseLine, placeOf } from './logReader.ts';
import type { Partition } from './partition.ts';
import { isIn, peekIncident } from './partition.ts';

/** One incident of a log, read while it comes in. */
export interface GroupRead<D> {
  readonly incidentId: string;
  readonly events: readonly RecordedEvent<D>[];
  readonly incomplete: boolean;
  readonly faults: readonly LogFault[];
}

/** Takes the lines of a log grouped by incident, one after the other. */
export interface GroupedLog {
  /** Takes a line, and whether its bytes were text. */
  readonly take: (text: string, isText: boolean) => void;
  readonly end: () => void;
}

/** What is told of the lines taken. */
export interface GroupTaker<D> {
  /** An incident has been read to its end. */
  readonly onGroup: (group: GroupRead<D>) => void;
  /** A line says nothing of any incident. */
  readonly onLost: (fault: LogFault) => void;
  /** An incident comes again after others: the log is not grouped. */
  readonly onUngrouped: (incidentId: string, line: number) => void;
}

/** The incident whose lines are coming in: what each holds, and where it stands. */
interface Group {
  readonly incidentId: string;
  readonly values: unknown[];
  readonly lines: number[];
  incomplete: boolean;
}

const isOf = ({ incidentId }: Group, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'incidentId' in value &&
  value.incidentId === incidentId;

/**
 * A reader of a log's lines, grouped by incident: it keeps one incident at a time, and the ids of those before it.
 *
 * @remarks The events of an incident are checked one after the other, once it has come to its end: between the lines,
 * parser and check would take turns in driving each other out of the processor's caches.
 */
export const groupedLog = <D>(
  vocabulary: Vocabulary<D>,
  partition: Partition | undefined,
  { onGroup, onLost, onUngrouped }: GroupTaker<D>,
): GroupedLog => {
  const read = decode(vocabulary);
  const before = new Set<string>();
  let group: Group | null = null;
  let line = 0;
  let isAfterLost = false;

  /** The events of a group that come one by one in their order; null when something else comes. */
  const inOrder = ({ values }: Group): readonly RecordedEvent<D>[] | null => {
    const events: RecordedEvent<D>[] = [];
    const ids = new Set<string>();
    for (const value of values) {
      const decoded = read(value);
      if (E.isLeft(decoded)) return null;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const { revision, eventId } = decoded.right as StoredEvent;
      if (revision !== events.length) return null;
      events.push(decoded.right);
      ids.add(eventId);
    }
    return ids.size === events.length ? events : null;
  };

  /** What any group comes to. */
  const closely = ({ incidentId, values, lines, incomplete }: Group): GroupRead<D> => {
    const reader = logReader(vocabulary);
    values.forEach((value, index) => reader.takeValue(value, lines[index] ?? 0));
    const { incidents, faults } = reader.end();
    const events = incidents[0]?.events ?? [];
    return { incidentId, events, incomplete: incomplete || faults.length > 0, faults };
  };

  const close = (): void => {
    if (group === null) return;
    const { incidentId, incomplete } = group;
    before.add(incidentId);
    const events = inOrder(group);
    onGroup(events ? { incidentId, events, incomplete, faults: [] } : closely(group));
    group = null;
  };

  /** Begins an incident with its first line; one that was left before is refused. */
  const begin = (incidentId: string, value: unknown): void => {
    close();
    if (before.has(incidentId)) {
      onUngrouped(incidentId, line);
      return;
    }
    group = { incidentId, values: [value], lines: [line], incomplete: isAfterLost };
    isAfterLost = false;
  };

  const lose = (fault: LogFault): void => {
    onLost(fault);
    if (group) group.incomplete = true;
    isAfterLost = true;
  };

  const takeValue = (value: unknown): void => {
    if (group !== null && isOf(group, value)) {
      group.values.push(value);
      group.lines.push(line);
      return;
    }
    const incidentId = placeOf(value)?.incidentId;
    if (incidentId === undefined) {
      const decoded = read(value);
      if (E.isLeft(decoded)) lose({ _tag: 'NotAnEvent', line, error: decoded.left });
      return;
    }
    if (!partition || isIn(incidentId, partition)) begin(incidentId, value);
  };

  return {
    take: (text, isText) => {
      line += 1;
      if (partition) {
        const incidentId = peekIncident(text);
        if (incidentId !== null && !isIn(incidentId, partition)) return;
      }
      if (!isText) {
        lose({ _tag: 'NotJson', line, message: 'expected text in UTF-8' });
        return;
      }
      const bare = line === 1 ? text.replace(/^\uFEFF/, '') : text;
      const parsed = parseLine(bare);
      if (E.isRight(parsed)) takeValue(parsed.right);
      else if (bare.trim() !== '') lose({ _tag: 'NotJson', line, message: parsed.left });
    },
    end: close,
  };
};
