import * as t from 'io-ts';
import { Instant } from '../primitives/instant.ts';
import { Moment } from '../primitives/moment.ts';
import { Text } from '../primitives/text.ts';
import { firstVersion } from './definition.ts';
import { fields, Filled } from './fields.ts';

/**
 * A component that a status names.
 *
 * @public
 */
export interface ComponentStatus {
  /** The component. */
  readonly name: string;
  /** Its status as published, such as `major_outage`. */
  readonly status?: string;
}

/**
 * The codec of `ComponentStatus`.
 *
 * @public
 */
export const ComponentStatus: t.Type<ComponentStatus> = fields(
  'ComponentStatus',
  { name: Filled },
  { status: t.string },
);

/**
 * A time that a text speaks of. It is kept to be compared; by itself it claims nothing.
 *
 * @public
 */
export interface Mention {
  /** What the time is of: an event type, such as `ImpactStarted`. */
  readonly about: string;
  /** The time as read. */
  readonly moment: Moment;
  /** Language of the text it stands in. */
  readonly language?: string;
}

/**
 * The codec of `Mention`.
 *
 * @public
 */
export const Mention: t.Type<Mention> = fields(
  'Mention',
  { about: Filled, moment: Moment },
  { language: t.string },
);

/**
 * A planned window of time.
 *
 * @public
 */
export interface MaintenanceWindow {
  /** Start of the window. */
  readonly from: Instant;
  /** End of the window, not included; after `from`. */
  readonly to: Instant;
}

/**
 * The codec of `MaintenanceWindow`; it refuses an end that is not after its start.
 *
 * @public
 */
export const MaintenanceWindow: t.Type<MaintenanceWindow> = t.refinement(
  t.type({ from: Instant, to: Instant }) as t.Type<MaintenanceWindow>,
  ({ from, to }) => from < to,
  'MaintenanceWindow (from before to)',
);

/**
 * A status was published: one update of a status page, one message to customers.
 *
 * @public
 */
export interface StatusPublished {
  /** The status word as published, such as `investigating` or `resolved`. */
  readonly status: string;
  /** Who could read it; `public` when absent. */
  readonly audience?: 'public' | 'customers' | 'internal';
  /** The components it names. */
  readonly components?: readonly ComponentStatus[];
  /** The times that its text speaks of, as read in each language. */
  readonly mentions?: readonly Mention[];
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `StatusPublished`.
 *
 * @public
 */
export const StatusPublished: t.Type<StatusPublished> = fields(
  'StatusPublished',
  { status: Filled },
  {
    audience: t.keyof({ public: null, customers: null, internal: null }),
    components: t.readonlyArray(ComponentStatus),
    mentions: t.readonlyArray(Mention),
    text: Text,
  },
);

/**
 * Somebody wrote something down.
 *
 * @public
 */
export interface NoteAdded {
  /** What they wrote. */
  readonly text: Text;
}

/**
 * The codec of `NoteAdded`.
 *
 * @public
 */
export const NoteAdded: t.Type<NoteAdded> = fields('NoteAdded', { text: Text }, {});

/**
 * A report went to an authority.
 *
 * @public
 */
export interface RegulatorNotified {
  /** The regulation, such as `DORA`. */
  readonly regime: string;
  /** Who was told. */
  readonly authority: string;
  /** Which report, such as `initial`, `intermediate` or `final`. */
  readonly stage: string;
  /** Reference of the submission. */
  readonly reference?: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `RegulatorNotified`.
 *
 * @public
 */
export const RegulatorNotified: t.Type<RegulatorNotified> = fields(
  'RegulatorNotified',
  { regime: Filled, authority: Filled, stage: Filled },
  { reference: Filled, text: Text },
);

/**
 * Work was planned, with the window in which it may disturb.
 *
 * @public
 */
export interface MaintenanceScheduled {
  /** When it may disturb, as planned. */
  readonly window: MaintenanceWindow;
  /** What it may disturb. */
  readonly components?: readonly string[];
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `MaintenanceScheduled`.
 *
 * @public
 */
export const MaintenanceScheduled: t.Type<MaintenanceScheduled> = fields(
  'MaintenanceScheduled',
  { window: MaintenanceWindow },
  { components: t.readonlyArray(t.string), text: Text },
);

/** What was told to whom. */
export const communication = {
  StatusPublished: firstVersion(StatusPublished, 'event'),
  NoteAdded: firstVersion(NoteAdded, 'event'),
  RegulatorNotified: firstVersion(RegulatorNotified, 'event'),
  MaintenanceScheduled: firstVersion(MaintenanceScheduled, 'episode'),
};
