import * as E from 'fp-ts/lib/Either.js';
import { RecordedEnvelope } from '../../events/envelope.ts';
import type { StoredEvent } from '../../events/stored.ts';
import type { Fault } from '../../primitives/fault.ts';
import { faultsOf, showValue } from '../../primitives/fault.ts';
import { parseInstant } from '../../primitives/instant.ts';
import { anchorOf } from '../../primitives/moment.ts';

/**
 * An event as a CloudEvent in structured mode.
 *
 * @remarks Source: CloudEvents 1.0.2, and its extension `recordedtime`.
 * @public
 */
export interface CloudEvent {
  /** Always `1.0`. */
  readonly specversion: '1.0';
  /** Id of the event. */
  readonly id: string;
  /** The ledger that it comes from, as a URI reference. */
  readonly source: string;
  /** Type of the event behind `incident-ledger.`, such as `incident-ledger.Resolved`. */
  readonly type: string;
  /** The incident. */
  readonly subject: string;
  /** When it happened: the earliest, else the latest that is known; absent when nothing is. */
  readonly time?: string;
  /** When the ledger took it. */
  readonly recordedtime: string;
  /** Always `application/json`. */
  readonly datacontenttype: 'application/json';
  /** The event whole, as a line of a log holds it: its three times are moments, which no attribute can hold. */
  readonly data: Omit<StoredEvent, 'position'>;
}

/** What types begin with. */
const PREFIX = 'incident-ledger.';

const SOURCE = 'urn:incident-ledger';

type Attributes = Omit<CloudEvent, 'source' | 'data'>;

const attributesOf = ({
  eventId,
  type,
  incidentId,
  occurredAt,
  recordedAt,
}: Omit<StoredEvent, 'position'>): Attributes => {
  const time = anchorOf(occurredAt);
  return {
    specversion: '1.0',
    id: eventId,
    type: `${PREFIX}${type}`,
    subject: incidentId,
    ...(time && { time }),
    recordedtime: recordedAt,
    datacontenttype: 'application/json',
  };
};

/**
 * A stored event as a CloudEvent. Read back with `storedEventOf`, it is the same event; its position is left out, since it
 * means nothing elsewhere.
 *
 * @param source - The ledger it comes from, as a URI reference; `urn:incident-ledger` when absent.
 * @public
 */
export const cloudEventOf = (event: StoredEvent, source: string = SOURCE): CloudEvent => {
  const { position: _position, ...data } = event;
  const { specversion, id, ...attributes } = attributesOf(data);
  return { specversion, id, source, ...attributes, data };
};

const fault = (path: string, expected: string, found: unknown): Fault => ({
  path,
  expected,
  actual: showValue(found),
});

/** Whether an attribute says what the event does: times as well in the other ways that libraries write them again. */
const saysSo = (name: string, expected: string | undefined, found: unknown): boolean => {
  if (found === expected) return true;
  if (expected === undefined || typeof found !== 'string') {
    // Of an event in JSON, data whose type is not said is JSON.
    return name === 'datacontenttype' && found === undefined;
  }
  if (name === 'datacontenttype') return /^application\/json\s*;/i.test(found);
  if (name !== 'time' && name !== 'recordedtime') return false;
  const read = parseInstant(found);
  const isFiner = /\.\d{3}\d*[1-9]/.test(found);
  return E.isRight(read) && read.right === expected && !isFiner;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The stored event that a CloudEvent holds.
 *
 * @returns All that is wrong with it, each with its path: what is no CloudEvent of a ledger, and attributes that say something else than
 * the event in it. Attributes that the ledger does not write are passed over.
 * @public
 */
export const storedEventOf = (value: unknown): E.Either<readonly Fault[], StoredEvent> => {
  if (!isObject(value)) return E.left([fault('', 'a CloudEvent', value)]);
  const { specversion, type, data } = value;
  if (specversion !== '1.0') return E.left([fault('specversion', '"1.0"', specversion)]);
  if (typeof type !== 'string' || !type.startsWith(PREFIX)) {
    return E.left([fault('type', `a type that begins with ${PREFIX}`, type)]);
  }
  const decoded = RecordedEnvelope.decode(data);
  if (E.isLeft(decoded)) return E.left(faultsOf(decoded.left, 'data'));
  // It was decoded, so it is an event: this is the same, as it was written.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const stored = data as StoredEvent;
  const faults = Object.entries({ time: undefined, ...attributesOf(stored) })
    .filter(([name, expected]) => !saysSo(name, expected, value[name]))
    .map(([name, expected]) =>
      fault(
        name,
        expected === undefined ? 'nothing' : `${showValue(expected)}, as data has it`,
        value[name],
      ),
    );
  return faults.length > 0 ? E.left(faults) : E.right(stored);
};
