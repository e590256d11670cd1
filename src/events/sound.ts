import { RecordedEnvelope } from './envelope.ts';
import { guardOf } from './guard.ts';
import type { Guard } from './objectGuard.ts';
import type { Vocabulary } from './vocabulary.ts';
import { definitionOf } from './vocabulary.ts';

type Enveloped = Readonly<Record<'type' | 'version' | 'data', unknown>>;

/** The test of an event of one type whose envelope is sound. */
type EventGuard = (event: Enveloped) => boolean;

const isEnvelope = guardOf(RecordedEnvelope);

const guardOfType = <D>(vocabulary: Vocabulary<D>, type: string): EventGuard => {
  const definition = definitionOf(vocabulary, type);
  if (!definition) return () => type.includes('.');
  const isData = guardOf(definition.data);
  const { version } = definition;
  // A correction's data holds data of another type, which may be of an older version.
  return type === 'Corrected'
    ? () => false
    : (event) => event.version === version && isData(event.data);
};

const guards = new WeakMap<object, Guard>();

/**
 * The quick test of a vocabulary: `true` means that a stored event is read as it stands, `false` that it must be
 * looked at closely.
 */
export const soundIn = <D>(vocabulary: Vocabulary<D>): Guard => {
  const made = guards.get(vocabulary);
  if (made) return made;
  const byType = new Map<string, EventGuard>();
  const guardFor = (type: string): EventGuard => {
    const known = byType.get(type);
    if (known) return known;
    const guard = guardOfType(vocabulary, type);
    // Types that are in no vocabulary are told anew each time: there is no end of them.
    if (definitionOf(vocabulary, type)) byType.set(type, guard);
    return guard;
  };
  const guard: Guard = (value) => {
    if (!isEnvelope(value)) return false;
    const event = value as Enveloped;
    return guardFor(event.type as string)(event);
  };
  guards.set(vocabulary, guard);
  return guard;
};
