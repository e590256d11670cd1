import type { AnyHappening } from '../history/effective.ts';
import type { Source } from '../primitives/source.ts';
import { sourceKey } from '../primitives/source.ts';
import type { Localized } from '../primitives/text.ts';
import { localized, Text } from '../primitives/text.ts';
import type { Mutable } from './copyOf.ts';
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

/** What happened as an entry: a copy that shares nothing with it. */
export const entryOf = (event: AnyHappening): Mutable<UnplacedEntry> => {
  const refined = event.refinedBy === undefined ? [] : [event.refinedBy];
  const others = event.others.map(({ eventId }) => eventId);
  return {
    moment: copyOf(event.occurredAt),
    type: event.type,
    happening: event.happening,
    text: copyOf(textOf(event)),
    detail: detailOf(event.type, event.data),
    sources: copyOf(sourcesOf(event)),
    evidence: [...new Set([event.eventId, ...refined, ...others])],
    lane: laneOf(event),
    orderUncertain: event.orderUncertain,
  };
};
