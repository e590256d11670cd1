import * as E from 'fp-ts/lib/Either.js';
import { importers } from '../../src/cli/importers.ts';
import { core } from '../../src/events/core.ts';
import { excessIn } from '../../src/events/excess.ts';
import { definitionOf } from '../../src/events/vocabulary.ts';
import type { Importer } from '../../src/import/importer.ts';
import { csv } from '../../src/import/csv/csv.ts';
import type { ReadResult } from '../../src/import/readAll.ts';
import { readAll } from '../../src/import/readAll.ts';
import { IncidentId } from '../../src/primitives/ids.ts';
import { Moment } from '../../src/primitives/moment.ts';
import { Source } from '../../src/primitives/source.ts';
import { corpus } from './corpus.ts';
import type { Random } from './mutate.ts';
import { mutated, randomFrom } from './mutate.ts';

/** An importer, and the documents that are mutated for it. */
export interface Target {
  readonly importer: Importer;
  readonly documents: readonly string[];
}

/** A mapping that makes a note of every row, whatever it is. */
const anyRows = csv({
  name: 'csv',
  version: '1',
  incident: 'number',
  time: { columns: ['sys_updated_at'], formats: ['D/M/YYYY H:mm'] },
  rules: [],
});

/** Every importer there is, each with the documents that it takes for its own. */
export const targets: readonly Target[] = [...importers, anyRows].map((importer) => {
  const own = corpus.filter((text) => importer.recognise(text) > 0);
  return { importer, documents: own.length > 0 ? own : corpus };
});

async function* cut(text: string, random: Random): AsyncIterable<string> {
  for (let from = 0; from < text.length;) {
    const to = from + 1 + random(random(3) === 0 ? 3 : 2000);
    yield text.slice(from, to);
    from = to;
  }
}

/** What is wrong with what was read; null when nothing is. */
const problemIn = ({ documents, warnings, leftOut, errors }: ReadResult): string | null => {
  if (documents.length + warnings.length + leftOut.length + errors.length === 0) {
    return 'it says nothing at all';
  }
  if (errors.length > 1) return `it gives ${errors.length} errors`;
  for (const { incidentId, sourceKey, claims } of documents) {
    if (!IncidentId.is(incidentId)) return `incidentId ${JSON.stringify(incidentId)}`;
    if (sourceKey === '') return 'an empty sourceKey';
    for (const { type, data, occurredAt, statedAt, source, item } of claims) {
      const definition = definitionOf(core, type);
      if (
        !definition ||
        E.isLeft(definition.data.decode(data)) ||
        excessIn(definition.data, data).length > 0
      ) {
        return `${type} with data ${JSON.stringify(data)}`;
      }
      if (!Moment.is(occurredAt)) return `${type} at ${JSON.stringify(occurredAt)}`;
      if (statedAt !== undefined && !Moment.is(statedAt)) {
        return `${type} stated at ${JSON.stringify(statedAt)}`;
      }
      if (!Source.is(source)) return `${type} by ${JSON.stringify(source)}`;
      if (item === '') return `${type} without an item`;
    }
  }
  return null;
};

/** The document that is read in a round. */
export const documentOf = ({ documents }: Target, seed: number): string =>
  mutated(documents, corpus, seed);

/** What an importer does wrong in a round; null when nothing. */
export const round = async (target: Target, seed: number): Promise<string | null> => {
  const { importer } = target;
  const text = documentOf(target, seed);
  try {
    const sure = importer.recognise(text.slice(0, 65_536));
    if (!(sure >= 0 && sure <= 1)) return `it is ${sure} sure`;
    const whole = await readAll(importer, text);
    const problem = problemIn(whole);
    if (problem !== null) return problem;
    const inPieces = await readAll(importer, cut(text, randomFrom(seed + 1)));
    return JSON.stringify(inPieces) === JSON.stringify(whole)
      ? null
      : 'it reads the same text otherwise when it comes in other pieces';
  } catch (cause) {
    return `it throws ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`;
  }
};
