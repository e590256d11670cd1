import { anchorOf } from '../../primitives/moment.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import type { Told } from './teller.ts';

/** A record with its time. */
export interface Dated {
  /** The record. */
  readonly record: OutsideObject;
  /** When it was. */
  readonly told: Pick<Told, 'place' | 'at' | 'statedAt'>;
}

const startOf = ({ told }: Dated): string => (told.at && anchorOf(told.at)) ?? '';

/** Records in the order of their times; those of one time in the order given. */
export const byTime = (
  records: readonly OutsideObject[],
  toldOf: (record: OutsideObject) => Dated['told'],
): readonly Dated[] =>
  records
    .map((record) => ({ record, told: toldOf(record) }))
    .toSorted((a, b) => {
      const [left, right] = [startOf(a), startOf(b)];
      return left === right ? 0 : left < right ? -1 : 1;
    });
