import * as t from 'io-ts';
import { Text } from '../primitives/text.ts';
import { firstVersion } from './definition.ts';
import { fields, Filled } from './fields.ts';

/**
 * The cause was found, with as much certainty as stated.
 *
 * @remarks Source: FSB FIRE v1.0, fields 76 to 81, for the degrees of causal strength.
 * @public
 */
export interface CauseIdentified {
  /** The change that caused it, as in `ChangeMade`. */
  readonly changeId?: string;
  /** Kind of cause, in the words of the source. */
  readonly category?: string;
  /** How sure the source is. */
  readonly strength?: 'confirmed' | 'probable' | 'suspected' | 'possible';
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `CauseIdentified`.
 *
 * @public
 */
export const CauseIdentified: t.Type<CauseIdentified> = fields(
  'CauseIdentified',
  {},
  {
    changeId: Filled,
    category: t.string,
    strength: t.keyof({ confirmed: null, probable: null, suspected: null, possible: null }),
    text: Text,
  },
);

/**
 * A remedy was put in place. Whether service came back is `Restored`.
 *
 * @public
 */
export interface FixApplied {
  /** Which fix. */
  readonly fixId: string;
  /** The change that it consists of, as in `ChangeMade`. */
  readonly changeId?: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `FixApplied`.
 *
 * @public
 */
export const FixApplied: t.Type<FixApplied> = fields(
  'FixApplied',
  { fixId: Filled },
  { changeId: Filled, text: Text },
);

/**
 * A remedy was taken back.
 *
 * @public
 */
export interface FixReverted {
  /** Which fix. */
  readonly fixId: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `FixReverted`.
 *
 * @public
 */
export const FixReverted: t.Type<FixReverted> = fields(
  'FixReverted',
  { fixId: Filled },
  { text: Text },
);

/**
 * The effect was lessened, though the cause remains or service is not yet whole.
 *
 * @public
 */
export interface Mitigated {
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `Mitigated`.
 *
 * @public
 */
export const Mitigated: t.Type<Mitigated> = fields('Mitigated', {}, { text: Text });

/**
 * Service was back for those who use it. It ends all open impacts.
 *
 * @public
 */
export interface Restored {
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `Restored`.
 *
 * @public
 */
export const Restored: t.Type<Restored> = fields('Restored', {}, { text: Text });

/** How the cause is found and service comes back. */
export const recovery = {
  CauseIdentified: firstVersion(CauseIdentified, 'episode'),
  FixApplied: firstVersion(FixApplied, ({ fixId }) => fixId),
  FixReverted: firstVersion(FixReverted, ({ fixId }) => fixId),
  Mitigated: firstVersion(Mitigated, 'episode'),
  Restored: firstVersion(Restored, 'episode'),
};
