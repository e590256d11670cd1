import * as t from 'io-ts';
import { IncidentId } from '../primitives/ids.ts';
import { Text } from '../primitives/text.ts';
import { firstVersion } from './definition.ts';
import { fields, Filled } from './fields.ts';

/**
 * What sort of thing a change changes.
 *
 * @public
 */
export type ChangeKind =
  | 'deployment'
  | 'configuration'
  | 'dns'
  | 'network'
  | 'infrastructure'
  | 'database'
  | 'certificate'
  | 'feature-flag'
  | 'access'
  | 'other';

/**
 * The codec of `ChangeKind`.
 *
 * @public
 */
export const ChangeKind: t.Type<ChangeKind> = t.keyof(
  {
    deployment: null,
    configuration: null,
    dns: null,
    network: null,
    infrastructure: null,
    database: null,
    certificate: null,
    'feature-flag': null,
    access: null,
    other: null,
  },
  'ChangeKind',
);

/**
 * The source put the incident on a scale.
 *
 * @public
 */
export interface SeverityAssigned {
  /** What the scale measures. */
  readonly dimension: 'priority' | 'severity' | 'impact';
  /** Name of the scale, such as `internal` or `public`; two scales are never compared. */
  readonly scale: string;
  /** The level on it, as the source writes it. */
  readonly level: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `SeverityAssigned`.
 *
 * @public
 */
export const SeverityAssigned: t.Type<SeverityAssigned> = fields(
  'SeverityAssigned',
  {
    dimension: t.keyof({ priority: null, severity: null, impact: null }),
    scale: Filled,
    level: Filled,
  },
  { text: Text },
);

/**
 * Something was changed in the system: perhaps the cause, perhaps the fix.
 *
 * @public
 */
export interface ChangeMade {
  /** Which change. */
  readonly changeId: string;
  /** What sort of thing was changed. */
  readonly kind?: ChangeKind;
  /** Where the change can be seen. */
  readonly url?: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `ChangeMade`.
 *
 * @public
 */
export const ChangeMade: t.Type<ChangeMade> = fields(
  'ChangeMade',
  { changeId: Filled },
  { kind: ChangeKind, url: t.string, text: Text },
);

/**
 * Another incident has to do with this one.
 *
 * @public
 */
export interface IncidentLinked {
  /** The other incident. */
  readonly incidentId: IncidentId;
  /** What the other is to this one. */
  readonly relation: 'caused-by' | 'causes' | 'duplicate-of' | 'parent' | 'child' | 'related';
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `IncidentLinked`.
 *
 * @public
 */
export const IncidentLinked: t.Type<IncidentLinked> = fields(
  'IncidentLinked',
  {
    incidentId: IncidentId,
    relation: t.keyof({
      'caused-by': null,
      causes: null,
      'duplicate-of': null,
      parent: null,
      child: null,
      related: null,
    }),
  },
  { text: Text },
);

/**
 * The incident was classified under a regime.
 *
 * @public
 */
export interface Classified {
  /** The regulation or policy, such as `DORA`. */
  readonly regime: string;
  /** The class, in the words of the regime, such as `major`. */
  readonly outcome: string;
  /** The criteria met. */
  readonly criteria?: readonly string[];
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `Classified`.
 *
 * @public
 */
export const Classified: t.Type<Classified> = fields(
  'Classified',
  { regime: Filled, outcome: Filled },
  { criteria: t.readonlyArray(t.string), text: Text },
);

/** How bad it is, what led to it, what it belongs to. */
export const triage = {
  SeverityAssigned: firstVersion(SeverityAssigned, 'event'),
  ChangeMade: firstVersion(ChangeMade, ({ changeId }) => changeId),
  IncidentLinked: firstVersion(
    IncidentLinked,
    ({ relation, incidentId }) => `${relation}/${incidentId}`,
  ),
  Classified: firstVersion(Classified, 'event'),
};
