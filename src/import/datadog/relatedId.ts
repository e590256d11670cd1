import type { OutsideObject } from '../json/outsideJson.ts';

/** The id of the record that another relates to. */
export const relatedId = (record: OutsideObject, relation: string): string | undefined =>
  record.object('relationships')?.object(relation)?.object('data')?.id('id');

/** The ids of the records that another relates to. */
export const relatedIds = (record: OutsideObject, relation: string): readonly string[] =>
  (record.object('relationships')?.object(relation)?.objects('data') ?? []).flatMap(
    (one) => one.id('id') ?? [],
  );
