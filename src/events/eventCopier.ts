import { isObject } from '../primitives/isObject.ts';
import type { CopiedField, Copier } from './copier.ts';
import { copiedFields, copierOf, objectOf } from './copier.ts';
import { UnrecordedEnvelope } from './envelope.ts';
import { isPlain } from './objectGuard.ts';
import { REFUSED } from './plainCopy.ts';
import type { Vocabulary } from './vocabulary.ts';
import { definitionOf } from './vocabulary.ts';

/**
 * Copies events that are ready for a store as they stand; `REFUSED` stands for those that have to be looked at closely.
 * A time, a source or an actor that several of them share is looked at once, and its copy is shared.
 */
export type EventCopier = (events: readonly unknown[]) => readonly unknown[];

const refuse: Copier = () => REFUSED;

const required = (copy: Copier): CopiedField => ({ copy, isRequired: true });

/** Counts the times that events were copied: what was seen in one is not known in the next. */
export interface Round {
  now: number;
}

/** An object that was looked at, the copy that was made of it, and in which round. */
interface Looked {
  readonly value: object | null;
  readonly copied: unknown;
  readonly round: number;
}

const NOTHING: Looked = { value: null, copied: null, round: -1 };

/**
 * Looks at the same object once when it comes again soon, in the same round: nobody can change one while events are copied.
 * Two are remembered, since the times of an event are often the same, and often the same two.
 */
export const once = (copy: Copier, round: Round): Copier => {
  let last = NOTHING;
  let before = NOTHING;
  return (value) => {
    if (!isObject(value)) return copy(value);
    if (value === last.value && last.round === round.now) return last.copied;
    if (value === before.value && before.round === round.now) return before.copied;
    before = last;
    last = { value, copied: copy(value), round: round.now };
    return last.copied;
  };
};

/** The fields of every envelope, looking at what events share once a round; null when they cannot be copied quickly. */
const sharedFields = (round: Round): ReadonlyMap<string, CopiedField> | null => {
  const all = copiedFields(UnrecordedEnvelope);
  const moment = all?.get('occurredAt');
  if (!all || !moment) return null;
  const copyTime = once(moment.copy, round);
  return new Map(
    [...all].map(([key, { copy, isRequired }]) => {
      const isTime = key === 'occurredAt' || key === 'statedAt';
      return [key, { copy: isTime ? copyTime : once(copy, round), isRequired }];
    }),
  );
};

/** The copier of events of one type, in the version that is written now. */
const copierOfType = <D>(
  vocabulary: Vocabulary<D>,
  envelope: ReadonlyMap<string, CopiedField> | null,
  type: string,
): Copier => {
  const definition = definitionOf(vocabulary, type);
  // A correction's data holds data of another type.
  if (!definition || !envelope || type === 'Corrected') return refuse;
  const { version } = definition;
  return objectOf(
    new Map([
      ...envelope,
      ['type', required((value) => (value === type ? value : REFUSED))],
      ['version', required((value) => (value === version ? value : REFUSED))],
      ['data', required(copierOf(definition.data))],
    ]),
  );
};

const copiers = new WeakMap<object, EventCopier>();

/** The copier of the events of a vocabulary. */
export const eventCopier = <D>(vocabulary: Vocabulary<D>): EventCopier => {
  const made = copiers.get(vocabulary);
  if (made) return made;
  const round: Round = { now: 0 };
  const fields = sharedFields(round);
  const byType = new Map<string, Copier>();
  const copyOf: Copier = (event) => {
    const type = isPlain(event) ? event['type'] : undefined;
    if (typeof type !== 'string') return REFUSED;
    const known = byType.get(type);
    if (known) return known(event);
    const copy = copierOfType(vocabulary, fields, type);
    // Types that are in no vocabulary are told anew each time: there is no end of them.
    if (copy !== refuse) byType.set(type, copy);
    return copy(event);
  };
  const copier: EventCopier = (events) => {
    round.now += 1;
    return events.map(copyOf);
  };
  copiers.set(vocabulary, copier);
  return copier;
};
