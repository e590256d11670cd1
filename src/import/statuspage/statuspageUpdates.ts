import type { Instant } from '../../primitives/instant.ts';
import type { NamedComponent } from '../prose/componentNames.ts';
import { withStatus } from '../prose/componentNames.ts';
import type { OutsideObject, Warn } from '../json/outsideJson.ts';
import { statusWord } from '../prose/statusWords.ts';

/** A component's status as an update publishes it. */
export interface PublishedStatus {
  /** Id of the component; absent where the page gives none. */
  readonly code?: string;
  /** Its name and its status from the update on. */
  readonly component: NamedComponent;
  /** Its status until then, where the page tells. */
  readonly before?: NamedComponent;
}

/** An update as the JSON of Atlassian Statuspage has it. */
export interface StatuspageUpdate {
  /** `update` and its id. */
  readonly item: string;
  /** Its status. */
  readonly status: string;
  /** When it was written. */
  readonly created?: Instant;
  /** The time that the page displays with it. */
  readonly displayed: Instant;
  /** When it was last written, be it by the page itself. */
  readonly changed?: Instant;
  /** When it was last edited, where that is later than the time displayed. */
  readonly edited?: Instant;
  /** Its text. */
  readonly text: string;
  /** What was written for Twitter in its place. */
  readonly tweet?: string;
  /** The components it names. */
  readonly components: readonly PublishedStatus[];
}

/** The updates of an incident. */
export interface StatuspageUpdates {
  /** Those that could be read, from the oldest to the newest as the page displays them. */
  readonly updates: readonly StatuspageUpdate[];
  /** Whether these are all that the incident has. */
  readonly complete: boolean;
}

const NO_COMPONENT = /^no components? (?:were|was) affected/i;

const statusesOf = (update: OutsideObject): readonly PublishedStatus[] =>
  update.objects('affected_components').flatMap((affected): readonly PublishedStatus[] => {
    const code = affected.id('code') ?? affected.id('id');
    const name = affected.text('name') ?? code ?? '';
    if (name === '' || (code === undefined && NO_COMPONENT.test(name))) return [];
    const [status, before] = [affected.text('new_status'), affected.text('old_status')];
    return [
      {
        ...(code !== undefined && { code }),
        component: status === undefined ? { name } : withStatus(name, status),
        ...(before !== undefined && { before: withStatus(name, before) }),
      },
    ];
  });

const updateOf = (update: OutsideObject, item: string, warn: Warn): StatuspageUpdate | null => {
  const created = update.instant('created_at');
  const displayed = update.instant('display_at') ?? created;
  if (displayed === undefined) {
    warn(update.place, 'the update has no time and is left out');
    return null;
  }
  const edited = update.instant('updated_at');
  const status = update.text('status')?.trim() ?? '';
  const tweet = update.text('custom_tweet')?.trim() ?? '';
  if (status === '') warn(update.place, 'the update names no status; it is taken as "update"');
  return {
    item,
    status: status === '' ? 'update' : statusWord(status),
    ...(created !== undefined && { created }),
    displayed,
    ...(edited !== undefined && { changed: edited }),
    ...(edited !== undefined && edited > displayed && { edited }),
    text: update.text('body') ?? '',
    ...(tweet !== '' && { tweet }),
    components: statusesOf(update),
  };
};

const inOrder = (a: StatuspageUpdate, b: StatuspageUpdate): number => {
  const keyOf = ({ displayed, created, item }: StatuspageUpdate): readonly string[] => [
    displayed,
    created ?? displayed,
    item,
  ];
  const [left, right] = [keyOf(a), keyOf(b)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
};

/**
 * The updates of an incident, told apart by their ids alone.
 *
 * @remarks Errors: what cannot be read is left out with a warning, and the updates then do not count as complete, so that
 * none is taken to be withdrawn.
 */
export const statuspageUpdates = (incident: OutsideObject, warn: Warn): StatuspageUpdates => {
  const listed = incident.list('incident_updates');
  if (!listed) {
    if (!incident.has('incident_updates'))
      warn(incident.place, 'the incident has no list of updates');
    return { updates: [], complete: false };
  }
  const ids = new Set<string>();
  const read = incident.objects('incident_updates');
  const updates = read.flatMap((update, index) => {
    const id = update.id('id');
    if (id === undefined) {
      warn(update.place, 'the update has no id; it is told apart by its place from the oldest');
    } else if (ids.has(id)) {
      warn(update.place, `the id ${id} is that of another update too; this one is left out`);
      return [];
    }
    if (id !== undefined) ids.add(id);
    return updateOf(update, `update ${id ?? read.length - index}`, warn) ?? [];
  });
  return { updates: updates.toSorted(inOrder), complete: updates.length === listed.length };
};
