import type { AnyHappening } from '../history/effective.ts';
import type { Mutable } from '../history/mutable.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Source } from '../primitives/source.ts';
import { sourceKey } from '../primitives/source.ts';
import type { Localized } from '../primitives/text.ts';
import { localized, Text } from '../primitives/text.ts';
import type { Keep } from './copyOf.ts';
import { copyOf } from './copyOf.ts';
import { detailOf, fieldOf } from './detailOf.ts';
import type { UnplacedEntry } from './timelineEntry.ts';

const TOLD_OUTSIDE: ReadonlySet<string> = new Set(['PostmortemPublished', 'RegulatorNotified']);

const laneOf = ({ type, data }: AnyHappening): UnplacedEntry['lane'] =>
  TOLD_OUTSIDE.has(type) || (type === 'StatusPublished' && fieldOf(data, 'audience') !== 'internal')
    ? 'communication'
    : 'incident';

const sourcesOf = ({ source, others }: AnyHappening): readonly Source[] => {
  if (others.length === 0) return [source];
  const placed = [source, ...others.map((other) => other.source)].map(
    (each) => [`${sourceKey(each)} ${each.locator ?? ''}`, each] as const,
  );
  // The first of a place stays: later ones of the same do not replace it.
  return [...new Map(placed.toReversed())].map(([, each]) => each).toReversed();
};

/** These have a title; the text of a post mortem is the whole document, whose lines are entries of their own. */
const TITLED: ReadonlySet<string> = new Set(['Declared', 'PostmortemPublished']);

const textOf = ({ type, data }: AnyHappening): Localized => {
  const title = TITLED.has(type) ? fieldOf(data, 'title') : undefined;
  if (Text.is(title)) return localized(title);
  const text = type === 'PostmortemPublished' ? undefined : fieldOf(data, 'text');
  return Text.is(text) ? localized(text) : {};
};

const evidenceOf = ({ eventId, refinedBy, others }: AnyHappening): EventId[] => {
  if (others.length === 0) return [eventId];
  const refined = refinedBy === undefined ? [] : [refinedBy];
  return [...new Set([eventId, ...refined, ...others.map((other) => other.eventId)])];
};

/** What happened as an entry. */
export const entryOf = (event: AnyHappening, keep: Keep = copyOf): Mutable<UnplacedEntry> => {
  return {
    moment: keep(event.occurredAt),
    type: event.type,
    happening: event.happening,
    text: keep(textOf(event)),
    detail: detailOf(event.type, event.data),
    sources: keep(sourcesOf(event)),
    evidence: evidenceOf(event),
    lane: laneOf(event),
    orderUncertain: event.orderUncertain,
  };
};
