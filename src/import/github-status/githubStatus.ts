import { githubStatusIncident } from './githubStatusIncident.ts';
import type { Importer, ImportError, ImportWarning, ReadItem, ReadOptions } from '../importer.ts';
import { pagedItems } from '../json/pagedItems.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { outsideObject } from '../json/outsideJson.ts';
import type { UnreadFields } from '../json/unreadFields.ts';
import { unreadFields } from '../json/unreadFields.ts';

const NAME = 'github-status';
const VERSION = '1';
const HEAD = 65_536;

const recognise = (head: string): number => {
  const text = head.slice(0, HEAD);
  if (!/^\uFEFF?\s{0,20}[{[]/.test(text)) return 0;
  return /"(?:status_sequence|downtime_start|impact_window)"\s{0,9}:/.test(text) ? 0.95 : 0;
};

const isIncident = (value: OutsideObject): boolean =>
  value.has('updates') &&
  (value.has('entry_id') ||
    value.has('status_sequence') ||
    value.objects('updates').some((update) => update.has('at')));

/** How sure a model was, and what the updates say too. */
const PASSED_OVER = [
  'entry_id',
  'published_at',
  'started_at',
  'resolved_at',
  'status_sequence',
  'downtime_start',
  'downtime_end',
  'duration_minutes',
  'components_source',
  'components_confidence',
];

const otherShape: ImportError = {
  _tag: 'OtherShape',
  place: 'document',
  message: 'nothing in it is an incident of the data set of GitHub’s status page',
  expected: 'lines with an incident each, as { id, title, updates: [{ at, status, message }], … }',
};

/** The incident that a value is, with what is to be said of it; nothing when it is none. */
const itemsOf = (
  value: unknown,
  place: string,
  options: ReadOptions,
  unread: UnreadFields,
): readonly ReadItem[] | null => {
  const warnings: ImportWarning[] = [];
  const incident = outsideObject(value, place, (at, message) => {
    warnings.push({ place: at, message });
  });
  if (!incident || !isIncident(incident)) return null;
  const known = githubStatusIncident(incident, { name: NAME, version: VERSION }, options);
  if (known.document) unread.told([incident, ...incident.objects('updates')]);
  const about = known.warnings.map(({ place: at, message }) => ({
    place: at.startsWith(place) ? at : `${place}, ${at}`,
    message,
  }));
  return [
    ...[...warnings, ...about].map((warning): ReadItem => ({ _tag: 'Warning', warning })),
    known.document
      ? { _tag: 'Document', document: known.document }
      : { _tag: 'LeftOut', leftOut: { place, reason: known.reason ?? '' } },
  ];
};

async function* read(
  text: AsyncIterable<string>,
  options: ReadOptions = {},
): AsyncIterable<ReadItem> {
  let found = 0;
  let others: ReadItem[] = [];
  const unsaid: ReadItem[] = [];
  const unread = unreadFields({ passedOver: PASSED_OVER }, (place, reason) => {
    unsaid.push({ _tag: 'LeftOut', leftOut: { place, reason } });
  });
  for await (const part of pagedItems(text, [])) {
    if (part._tag !== 'Item') {
      yield part;
      if (part._tag === 'Error') return;
      continue;
    }
    const { value, place } = part.item;
    const items = itemsOf(value, place, options, unread);
    if (items) {
      found += 1;
      yield* items;
      unread.say(() => false);
      yield* unsaid.splice(0);
    } else {
      const reason = 'it is no incident of the data set';
      others.push({ _tag: 'LeftOut', leftOut: { place, reason } });
    }
    if (found > 0) {
      yield* others;
      others = [];
    }
  }
  if (found === 0) yield { _tag: 'Error', error: otherShape };
}

/**
 * Reads the data set of GitHub's status page: an incident a line, with its updates from the oldest to the newest.
 *
 * @remarks
 * Shape: a document each incident. Updates have no ids; one is told apart by its minute and its status, which an edited text
 * and further updates leave as they are. Its `impact_window` is a claim of whoever made the data set; what the texts
 * say of times is claimed by the page. `downtime_start` to `downtime_end`, where it is the time from the first update to
 * the last, is no impact.
 * @public
 */
export const githubStatus: Importer = { name: NAME, version: VERSION, recognise, read };
