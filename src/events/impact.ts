import * as t from 'io-ts';
import { Text } from '../primitives/text.ts';
import { firstVersion } from './definition.ts';
import { fields, Filled, Finite } from './fields.ts';

/**
 * How badly a component is hit, least first: `none` for no longer, `unspecified` when the source does not say.
 *
 * @public
 */
export type Degree = 'none' | 'degraded' | 'partial' | 'full' | 'unspecified';

/**
 * The codec of `Degree`.
 *
 * @public
 */
export const Degree: t.Type<Degree> = t.keyof(
  { none: null, degraded: null, partial: null, full: null, unspecified: null },
  'Degree',
);

/**
 * How many, as counted or as estimated.
 *
 * @public
 */
export interface Measure {
  /** Whether it was counted or estimated. */
  readonly basis: 'actual' | 'estimate';
  /** How many. */
  readonly count?: number;
  /** Share of all, 0 to 1. */
  readonly share?: number;
}

/**
 * The codec of `Measure`.
 *
 * @public
 */
export const Measure: t.Type<Measure> = fields(
  'Measure',
  { basis: t.keyof({ actual: null, estimate: null }) },
  { count: Finite, share: Finite },
);

/**
 * An amount of money, as counted or as estimated.
 *
 * @public
 */
export interface Amount {
  /** Whether it was counted or estimated. */
  readonly basis: 'actual' | 'estimate';
  /** The amount, in units of the currency. */
  readonly value: number;
  /** ISO 4217 code of the currency, such as `EUR`. */
  readonly currency: string;
}

/**
 * The codec of `Amount`.
 *
 * @public
 */
export const Amount: t.Type<Amount> = fields(
  'Amount',
  { basis: t.keyof({ actual: null, estimate: null }), value: Finite, currency: Filled },
  {},
);

/**
 * People began to be hit.
 *
 * @public
 */
export interface ImpactStarted {
  /** Which impact. */
  readonly impactId: string;
  /** What was hit: a service or product; absent when the source names none. */
  readonly component?: string;
  /** How bad; `unspecified` when absent. */
  readonly degree?: Degree;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `ImpactStarted`.
 *
 * @public
 */
export const ImpactStarted: t.Type<ImpactStarted> = fields(
  'ImpactStarted',
  { impactId: Filled },
  { component: t.string, degree: Degree, text: Text },
);

/**
 * The impact became better or worse, without ending.
 *
 * @public
 */
export interface ImpactChanged {
  /** Which impact. */
  readonly impactId: string;
  /** What was hit: a service or product; absent when the source names none. */
  readonly component?: string;
  /** How bad; `unspecified` when absent. */
  readonly degree?: Degree;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `ImpactChanged`.
 *
 * @public
 */
export const ImpactChanged: t.Type<ImpactChanged> = fields(
  'ImpactChanged',
  { impactId: Filled },
  { component: t.string, degree: Degree, text: Text },
);

/**
 * People were no longer hit by this impact.
 *
 * @public
 */
export interface ImpactEnded {
  /** Which impact. */
  readonly impactId: string;
  /** What was hit: a service or product; absent when the source names none. */
  readonly component?: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `ImpactEnded`.
 *
 * @public
 */
export const ImpactEnded: t.Type<ImpactEnded> = fields(
  'ImpactEnded',
  { impactId: Filled },
  { component: t.string, text: Text },
);

/**
 * The source put figures on the impact.
 *
 * @public
 */
export interface ImpactMeasured {
  /** The impact measured; absent for the incident as a whole. */
  readonly impactId?: string;
  /** Clients hit. */
  readonly clients?: Measure;
  /** Transactions lost, failed or delayed. */
  readonly transactions?: Measure;
  /** Money at stake. */
  readonly amount?: Amount;
  /** How long the source says it lasted, in milliseconds; kept as its claim and compared, never used as a duration. */
  readonly durationMs?: number;
  /** The figures as they stood. */
  readonly written?: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `ImpactMeasured`.
 *
 * @public
 */
export const ImpactMeasured: t.Type<ImpactMeasured> = fields(
  'ImpactMeasured',
  {},
  {
    impactId: Filled,
    clients: Measure,
    transactions: Measure,
    amount: Amount,
    durationMs: Finite,
    written: t.string,
    text: Text,
  },
);

/** Who and what was hit, when and how badly. */
export const impact = {
  ImpactStarted: firstVersion(ImpactStarted, ({ impactId }) => impactId),
  ImpactChanged: firstVersion(ImpactChanged, 'event'),
  ImpactEnded: firstVersion(ImpactEnded, ({ impactId }) => impactId),
  ImpactMeasured: firstVersion(ImpactMeasured, 'event'),
};
