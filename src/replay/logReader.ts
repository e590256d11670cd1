import * as E from 'fp-ts/lib/Either.js';
import { decode } from '../events/decode.ts';
import type { RecordedEvent } from '../events/event.ts';
import type { StoredEvent } from '../events/stored.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { EventId } from '../primitives/ids.ts';
import { IncidentId } from '../primitives/ids.ts';
import type { LogFault } from './logFault.ts';
import type { LogIncident, LogReading } from './logReading.ts';
import { messageOf } from '../primitives/messageOf.ts';

interface Read<D> {
  readonly event: RecordedEvent<D>;
  readonly stored: StoredEvent;
}

/** An incident while its lines come in; what is read of it is kept by revision. */
interface Group<D> {
  readonly read: Map<number, Read<D>>;
  readonly lineOf: Map<number, number>;
  readonly lineOfId: Map<EventId, number>;
}

/** Takes the lines of a log one after the other. */
export interface LogReader<D> {
  /** Takes the next line. */
  readonly take: (text: string) => void;
  /** Takes the value that was parsed from a line. */
  readonly takeValue: (value: unknown, line: number) => void;
  /** What the lines taken hold. */
  readonly end: () => LogReading<D>;
}

/** The value that a line is as JSON, or what the parser says. */
export const parseLine = (text: string): E.Either<string, unknown> => {
  try {
    return E.right(JSON.parse(text));
  } catch (cause) {
    return E.left(messageOf(cause));
  }
};

/** The place that a line claims, even when the rest of it cannot be read. */
export const placeOf = (
  value: unknown,
): { incidentId: IncidentId; revision: number | null } | null => {
  if (typeof value !== 'object' || value === null || !('incidentId' in value)) return null;
  const { incidentId } = value;
  if (!IncidentId.is(incidentId)) return null;
  const revision = 'revision' in value ? value.revision : null;
  return { incidentId, revision: typeof revision === 'number' ? revision : null };
};

const missingIn = <D>(incidentId: IncidentId, { lineOf }: Group<D>): readonly LogFault[] => {
  let missing = 0;
  return [...lineOf]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([revision, line]): readonly LogFault[] => {
      const expected = missing;
      missing = revision + 1;
      return revision > expected
        ? [{ _tag: 'MissingRevision', line, incidentId, missing: expected, revision }]
        : [];
    });
};

/** A reader of a log's lines, in any order; empty lines are passed over. */
export const logReader = <D>(vocabulary: Vocabulary<D>): LogReader<D> => {
  const read = decode(vocabulary);
  const groups = new Map<IncidentId, Group<D>>();
  const faults: LogFault[] = [];
  const broken = new Set<IncidentId>();
  let line = 0;
  let lost = false;

  const groupOf = (incidentId: IncidentId): Group<D> => {
    const known = groups.get(incidentId);
    if (known) return known;
    const group: Group<D> = { read: new Map(), lineOf: new Map(), lineOfId: new Map() };
    groups.set(incidentId, group);
    return group;
  };

  const refuse = (fault: LogFault, incidentId: IncidentId | undefined): void => {
    faults.push(fault);
    if (incidentId === undefined) lost = true;
    else broken.add(incidentId);
  };

  const duplicate = (group: Group<D>, event: StoredEvent): LogFault | null => {
    const { incidentId, revision, eventId } = event;
    const sameRevision = group.lineOf.get(revision);
    if (sameRevision !== undefined) {
      return { _tag: 'DuplicateRevision', line, incidentId, revision, firstLine: sameRevision };
    }
    const sameId = group.lineOfId.get(eventId);
    return sameId === undefined
      ? null
      : { _tag: 'DuplicateEventId', line, incidentId, eventId, firstLine: sameId };
  };

  const takeValue = (value: unknown): void => {
    const decoded = read(value);
    if (E.isLeft(decoded)) {
      const place = placeOf(value);
      if (place && place.revision !== null) {
        const { lineOf } = groupOf(place.incidentId);
        if (!lineOf.has(place.revision)) lineOf.set(place.revision, line);
      }
      refuse({ _tag: 'NotAnEvent', line, error: decoded.left }, place?.incidentId);
      return;
    }
    // It was decoded, so it is an event: this is the same, as the log has it.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const stored = value as StoredEvent;
    const { incidentId, revision, eventId } = stored;
    const group = groupOf(incidentId);
    const twice = duplicate(group, stored);
    if (!group.lineOf.has(revision)) group.lineOf.set(revision, line);
    if (twice) refuse(twice, incidentId);
    else {
      group.read.set(revision, { event: decoded.right, stored });
      group.lineOfId.set(eventId, line);
    }
  };

  const incidentOf = ([incidentId, group]: readonly [IncidentId, Group<D>]): LogIncident<D> => {
    const inOrder = [...group.read].toSorted(([a], [b]) => a - b).map(([, kept]) => kept);
    return {
      incidentId,
      events: inOrder.map(({ event }) => event),
      stored: inOrder.map(({ stored }) => stored),
      incomplete: lost || broken.has(incidentId),
    };
  };

  return {
    takeValue: (value, at) => {
      line = at;
      takeValue(value);
    },
    take: (text) => {
      line += 1;
      const bare = (line === 1 ? text.replace(/^\uFEFF/, '') : text).trim();
      if (bare === '') return;
      const parsed = parseLine(bare);
      if (E.isRight(parsed)) takeValue(parsed.right);
      else refuse({ _tag: 'NotJson', line, message: parsed.left }, undefined);
    },
    end: () => {
      for (const [incidentId, group] of groups) {
        for (const fault of missingIn(incidentId, group)) refuse(fault, incidentId);
      }
      return {
        vocabulary,
        incidents: [...groups].map(incidentOf),
        faults: faults.toSorted((a, b) => a.line - b.line),
      };
    },
  };
};
