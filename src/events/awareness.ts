import * as t from 'io-ts';
import { Name, Text } from '../primitives/text.ts';
import { firstVersion } from './definition.ts';
import { fields, Filled } from './fields.ts';

/**
 * Somebody or something became aware of the incident.
 *
 * @public
 */
export interface Detected {
  /** Who noticed. */
  readonly by?: 'monitor' | 'customer' | 'staff' | 'third-party';
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `Detected`.
 *
 * @public
 */
export const Detected: t.Type<Detected> = fields(
  'Detected',
  {},
  { by: t.keyof({ monitor: null, customer: null, staff: null, 'third-party': null }), text: Text },
);

/**
 * A monitor raised an alert.
 *
 * @public
 */
export interface AlertRaised {
  /** Which alert; the same id is the same alert, whoever tells of it. */
  readonly alertId: string;
  /** What raised it. */
  readonly monitor?: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `AlertRaised`.
 *
 * @public
 */
export const AlertRaised: t.Type<AlertRaised> = fields(
  'AlertRaised',
  { alertId: Filled },
  { monitor: t.string, text: Text },
);

/**
 * Somebody declared the incident, the maintenance or the exercise.
 *
 * @public
 */
export interface Declared {
  /** What was declared. */
  readonly kind: 'incident' | 'maintenance' | 'exercise';
  /** Its title. */
  readonly title?: Text;
  /** Reference of the incident where it is kept, such as a ticket number. */
  readonly reference?: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `Declared`.
 *
 * @public
 */
export const Declared: t.Type<Declared> = fields(
  'Declared',
  { kind: t.keyof({ incident: null, maintenance: null, exercise: null }) },
  { title: Text, reference: Filled, text: Text },
);

/**
 * A responder took the incident, or one of its alerts, in hand.
 *
 * @public
 */
export interface Acknowledged {
  /** The alert taken in hand; absent for the incident as a whole. */
  readonly alertId?: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `Acknowledged`.
 *
 * @public
 */
export const Acknowledged: t.Type<Acknowledged> = fields(
  'Acknowledged',
  {},
  { alertId: Filled, text: Text },
);

/**
 * The crisis cell, also called major-incident team, was formed: the people called together to handle the incident.
 *
 * @public
 */
export interface CellCreated {
  /** Which cell. */
  readonly cellId: string;
  /** Its name. */
  readonly name?: Name;
  /** Where it meets: a call, a channel. */
  readonly url?: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `CellCreated`.
 *
 * @public
 */
export const CellCreated: t.Type<CellCreated> = fields(
  'CellCreated',
  { cellId: Filled },
  { name: Name, url: t.string, text: Text },
);

/**
 * The crisis cell was dissolved.
 *
 * @public
 */
export interface CellClosed {
  /** Which cell. */
  readonly cellId: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `CellClosed`.
 *
 * @public
 */
export const CellClosed: t.Type<CellClosed> = fields(
  'CellClosed',
  { cellId: Filled },
  { text: Text },
);

/** How an incident comes to be known and taken in hand. */
export const awareness = {
  Detected: firstVersion(Detected, 'episode'),
  AlertRaised: firstVersion(AlertRaised, ({ alertId }) => alertId),
  Declared: firstVersion(Declared, 'episode'),
  Acknowledged: firstVersion(Acknowledged, ({ alertId }) => alertId),
  CellCreated: firstVersion(CellCreated, ({ cellId }) => cellId),
  CellClosed: firstVersion(CellClosed, ({ cellId }) => cellId),
};
