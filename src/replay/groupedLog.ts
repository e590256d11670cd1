import * as E from 'fp-ts/lib/Either.js';
import { decode } from '../events/decode.ts';
import type { RecordedEvent } from '../events/event.ts';
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
  readonly take: (text: string) => void;
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

/** The incident whose lines are coming in. */
interface Group<D> {
  readonly incidentId: string;
  readonly values: unknown[];
  readonly lines: number[];
  readonly events: RecordedEvent<D>[];
  /** Whether every line so far was the event that was due. */
  isRegular: boolean;
  incomplete: boolean;
}

/**
 * A reader of a log's lines, grouped by incident: it keeps one incident at a time, and the ids of those before it.
 */
export const groupedLog = <D>(
  vocabulary: Vocabulary<D>,
  partition: Partition | undefined,
  { onGroup, onLost, onUngrouped }: GroupTaker<D>,
): GroupedLog => {
  const read = decode(vocabulary);
  const before = new Set<string>();
  let group: Group<D> | null = null;
  let line = 0;
  let isAfterLost = false;

  /** What a group comes to that is not event after event in order. */
  const closely = ({ incidentId, values, lines, incomplete }: Group<D>): GroupRead<D> => {
    const reader = logReader(vocabulary);
    values.forEach((value, index) => reader.takeValue(value, lines[index] ?? 0));
    const { incidents, faults } = reader.end();
    const events = incidents[0]?.events ?? [];
    return { incidentId, events, incomplete: incomplete || faults.length > 0, faults };
  };

  const close = (): void => {
    if (group === null) return;
    const { incidentId, events, incomplete, isRegular } = group;
    before.add(incidentId);
    onGroup(isRegular ? { incidentId, events, incomplete, faults: [] } : closely(group));
    group = null;
  };

  /** The group of an incident, begun where its first line comes; null when it was left before. */
  const groupOf = (incidentId: string): Group<D> | null => {
    if (group?.incidentId === incidentId) return group;
    close();
    if (before.has(incidentId)) {
      onUngrouped(incidentId, line);
      return null;
    }
    const incomplete = isAfterLost;
    isAfterLost = false;
    group = { incidentId, values: [], lines: [], events: [], isRegular: true, incomplete };
    return group;
  };

  const lose = (fault: LogFault): void => {
    onLost(fault);
    if (group) group.incomplete = true;
    isAfterLost = true;
  };

  const takeValue = (value: unknown): void => {
    const decoded = read(value);
    const incidentId = E.isRight(decoded)
      ? // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        (decoded.right as { incidentId: string }).incidentId
      : placeOf(value)?.incidentId;
    if (incidentId === undefined) {
      if (E.isLeft(decoded)) lose({ _tag: 'NotAnEvent', line, error: decoded.left });
      return;
    }
    if (partition && !isIn(incidentId, partition)) return;
    const into = groupOf(incidentId);
    if (into === null) return;
    into.values.push(value);
    into.lines.push(line);
    if (E.isLeft(decoded)) into.isRegular = false;
    else {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const { revision } = decoded.right as { revision: number };
      if (revision !== into.events.length) into.isRegular = false;
      into.events.push(decoded.right);
    }
  };

  return {
    take: (text) => {
      line += 1;
      if (partition) {
        const incidentId = peekIncident(text);
        if (incidentId !== null && !isIn(incidentId, partition)) return;
      }
      const bare = line === 1 ? text.replace(/^\uFEFF/, '') : text;
      const parsed = parseLine(bare);
      if (E.isRight(parsed)) takeValue(parsed.right);
      else if (bare.trim() !== '') lose({ _tag: 'NotJson', line, message: parsed.left });
    },
    end: close,
  };
};
