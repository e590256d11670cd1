import type {
  ImportedDocument,
  ImportError,
  ImportWarning,
  ReadItem,
  ReadOptions,
} from '../importer.ts';
import type { JsonItem } from '../json/jsonItems.ts';
import type { OutsideObject, Warn } from '../json/outsideJson.ts';
import { outsideObject } from '../json/outsideJson.ts';
import { unreadFields } from '../json/unreadFields.ts';
import { componentUpdate } from './statuspageComponent.ts';
import type { Found } from './statuspageFound.ts';
import { foundIn, isOfStatuspage } from './statuspageFound.ts';
import { historyMonth } from './statuspageHistory.ts';
import { statuspageIncident } from './statuspageIncident.ts';

/** What of a document is given as soon as it is read. */
export const statuspagePaths: readonly string[] = [
  '$.page',
  '$.page_status',
  '$.meta',
  '$.incidents.*',
  '$.scheduled_maintenances.*',
  '$.months.*',
];

const LISTS = ['incidents', 'scheduled_maintenances', 'months'] as const;

/** How subscribers were told, reminders, and what other fields say too. */
const PASSED_OVER = [
  'incident_id',
  'tweet_id',
  'twitter_updated_at',
  'wants_twitter_update',
  'deliver_notifications',
  'organization_id',
  'reminder_intervals',
  'postmortem_ignored',
  'postmortem_body_last_updated_at',
  'postmortem_notified_subscribers',
  'postmortem_notified_twitter',
  'scheduled_remind_prior',
  'scheduled_reminded_at',
  'scheduled_auto_in_progress',
  'scheduled_auto_completed',
  'scheduled_auto_transition',
  'auto_transition_deliver_notifications_at_end',
  'auto_transition_deliver_notifications_at_start',
  'auto_transition_to_maintenance_state',
  'auto_transition_to_operational_state',
  'auto_tweet_at_beginning',
  'auto_tweet_on_completion',
  'auto_tweet_on_creation',
  'auto_tweet_one_hour_before',
  // Read of a whole incident only, and of one that is over.
  'updated_at',
  'monitoring_at',
  'resolved_at',
  'components',
];

const NO_INCIDENT = 'it is no incident of Atlassian Statuspage';

const IN_A_LIST = { maintenance: false, partial: false } as const;

const otherShape: ImportError = {
  _tag: 'OtherShape',
  place: 'document',
  message: 'nothing in it is an incident of Atlassian Statuspage',
  expected:
    'incidents.json, scheduled-maintenances.json, summary.json, history.json, one incident, a webhook, or lines with versions of incidents',
};

const leftOut = (place: string, reason: string): ReadItem => ({
  _tag: 'LeftOut',
  leftOut: { place, reason },
});

/** A warning with the place of what it is about. */
const warned = (place: string, { place: at, message }: ImportWarning): ReadItem => {
  const whole = at === place || at.startsWith(`${place}.`) || at.startsWith(`${place},`);
  return { _tag: 'Warning', warning: { place: whole ? at : `${place}, ${at}`, message } };
};

const silent: Warn = () => {
  // What is the matter is said when the whole is read.
};

/** The page that a whole value names. */
const pageIn = (whole: OutsideObject): OutsideObject | undefined =>
  whole.object('page') ?? whole.object('page_status')?.object('page');

/** Reads the values of a document one by one. */
export interface StatuspageReader {
  /** Takes a value found at one of the paths, or a whole one. */
  readonly take: (item: JsonItem) => Iterable<ReadItem>;
  /** Says what is to be said of the whole. */
  readonly end: () => Iterable<ReadItem>;
}

/** Begins to read a document. */
export const statuspageReader = (
  options: ReadOptions,
  importer: ImportedDocument['importer'],
): StatuspageReader => {
  let found = 0;
  let lists = 0;
  let others = 0;
  let page: OutsideObject | undefined;
  let isWebhook = false;
  /** Incidents that came before the page that they are on. */
  let waiting: Found[] = [];
  const seenAt = new Map<string, string>();
  const unsaid: ReadItem[] = [];
  const unread = unreadFields({ passedOver: PASSED_OVER }, (place, reason) => {
    unsaid.push(leftOut(place, reason));
  });

  const readIncident = function* ({ value, place, around }: Found): Iterable<ReadItem> {
    const warnings: ImportWarning[] = [];
    const warn: Warn = (at, message) => {
      warnings.push({ place: at, message });
    };
    const incident = outsideObject(value, place, warn);
    if (incident && !isOfStatuspage(incident)) {
      others += 1;
      yield leftOut(place, NO_INCIDENT);
      return;
    }
    const [pageId, zone] = [page?.id('id'), page?.text('time_zone')];
    const known =
      incident &&
      statuspageIncident(incident, {
        ...around,
        ...(pageId !== undefined && { pageId }),
        ...(zone !== undefined && { zone }),
        options,
        importer,
      });
    for (const warning of [...warnings, ...(known?.warnings ?? [])]) yield warned(place, warning);
    if (incident && known?.document) {
      unread.told([incident, ...incident.objects('incident_updates')]);
      unread.say(() => false);
      yield* unsaid.splice(0);
    }
    found += 1;
    if (!known?.document) {
      const reason = known?.reason ?? 'it is no object';
      yield leftOut(place, reason);
      return;
    }
    const { sourceKey, statedAt } = known.document;
    const [before, stated] = [seenAt.get(sourceKey), statedAt?.latest];
    if (before !== undefined && stated !== undefined && stated < before) {
      const message = `this version of ${sourceKey} is older than one before it; where they differ the newer one stays`;
      yield { _tag: 'Warning', warning: { place, message } };
    } else if (stated !== undefined) seenAt.set(sourceKey, stated);
    yield { _tag: 'Document', document: known.document };
  };

  const readMonth = function* (value: unknown, place: string): Iterable<ReadItem> {
    const warnings: ImportWarning[] = [];
    const month = outsideObject(value, place, (at, message) => {
      warnings.push({ place: at, message });
    });
    lists += 1;
    const read = month ? historyMonth(month, { page, options, importer }) : [];
    for (const warning of warnings) yield warned(place, warning);
    for (const incident of read) {
      for (const warning of incident.warnings) yield warned(incident.place, warning);
      yield incident.document
        ? { _tag: 'Document', document: incident.document }
        : leftOut(incident.place, incident.reason ?? '');
      found += 1;
    }
  };

  /** What of a whole value was not given before: of an element of a list, its own lists. */
  const readLists = function* (whole: OutsideObject): Iterable<ReadItem> {
    for (const key of LISTS) {
      for (const [index, value] of (whole.list(key) ?? []).entries()) {
        const place = `${whole.placeOf(key)}[${index}]`;
        const around = { ...IN_A_LIST, maintenance: key !== 'incidents' };
        if (key === 'months') yield* readMonth(value, place);
        else yield* readIncident({ value, place, around });
      }
    }
  };

  const wholeValue = function* (value: unknown, place: string): Iterable<ReadItem> {
    const warnings: ImportWarning[] = [];
    const whole = outsideObject(value, place, (at, message) => {
      warnings.push({ place: at, message });
    });
    page ??= whole && pageIn(whole);
    isWebhook ||= whole?.has('meta') === true;
    for (const incident of waiting) yield* readIncident(incident);
    waiting = [];
    const one = whole && foundIn(whole, isWebhook);
    const update =
      whole?.has('component_update') === true
        ? componentUpdate(whole, page?.id('id'), importer)
        : null;
    const isList = LISTS.map((key) => whole?.list(key)).some((list) => list !== undefined);
    for (const warning of warnings) yield warned(place, warning);
    if (one) yield* readIncident(one);
    else if (update) {
      found += 1;
      for (const warning of update.warnings) yield warned(place, warning);
      yield update.document
        ? { _tag: 'Document', document: update.document }
        : leftOut(place, update.reason ?? '');
    } else if (isList) {
      lists += 1;
      if (whole) yield* readLists(whole);
      if (whole?.has('components')) {
        const reason = 'how components are at present is of no incident';
        yield leftOut(whole.placeOf('components'), reason);
      }
    } else if (whole?.has('data') === true && !Array.isArray(whole.raw('data'))) {
      yield* wholeValue(whole.raw('data'), whole.placeOf('data'));
    } else yield leftOut(place, NO_INCIDENT);
    page = undefined;
    isWebhook = false;
  };

  return {
    take: function* ({ at, value, place }: JsonItem): Iterable<ReadItem> {
      if (at === '$' || at === '$.*') yield* wholeValue(value, place);
      else if (at === '$.page') page = outsideObject(value, place, silent);
      else if (at === '$.page_status') page = outsideObject(value, place, silent)?.object('page');
      else if (at === '$.months.*') yield* readMonth(value, place);
      else if (at === '$.meta') isWebhook = true;
      else if (at === '$.incidents.*' || at === '$.scheduled_maintenances.*') {
        const around = { ...IN_A_LIST, maintenance: at.startsWith('$.scheduled') };
        const incident = { value, place, around };
        const names = outsideObject(value, place, silent)?.has('page_id') ?? true;
        if (page || names) yield* readIncident(incident);
        else waiting.push(incident);
      }
    },
    end: function* (): Iterable<ReadItem> {
      if (found > 0) return;
      if (lists > 0 && others === 0) {
        const message = 'the document lists no incident';
        yield { _tag: 'Warning', warning: { place: 'document', message } };
      } else yield { _tag: 'Error', error: otherShape };
    },
  };
};
