import * as E from 'fp-ts/lib/Either.js';
import type { AnyRecorded } from '../../history/effective.ts';
import { isObject } from '../../primitives/isObject.ts';
import { replayed, viewed } from './folding.ts';
import type { Trial } from './law.ts';
import { ownHistory } from './law.ts';

/** Texts, each with the one that stands in its place. */
export type Labels = ReadonlyMap<string, string>;

const inPlaceOf = (value: unknown, labels: Labels): unknown => {
  if (typeof value === 'string') return labels.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => inPlaceOf(item, labels));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, inPlaceOf(child, labels)]),
  );
};

/** The same trial with other texts in the place of some. */
export const relabelled = (trial: Trial, labels: Labels): Trial => ({
  ...trial,
  events: trial.events.map(
    (event) =>
      // It is the same event, of which only texts are others.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      inPlaceOf(event, labels) as AnyRecorded,
  ),
});

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/**
 * The view of the trial with other texts in the place of some, told with those that were there before; nothing where
 * it is not plain JSON.
 */
export const viewUnder = (trial: Trial, labels: Labels): E.Either<Error, unknown> => {
  const other = relabelled(trial, labels);
  const view = viewed(other, replayed(other, ownHistory(other)));
  return E.tryCatch((): unknown => {
    let text = JSON.stringify(view) ?? 'null';
    for (const [before, label] of labels) {
      text = text.replaceAll(inJson(label), () => inJson(before));
    }
    return JSON.parse(text);
  }, E.toError);
};
