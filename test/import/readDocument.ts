import type { Claim } from '../../src/events/claim.ts';
import type { ReadOptions } from '../../src/import/importer.ts';
import { postmortem } from '../../src/import/postmortem/postmortemDocument.ts';
import type { ReadResult } from '../../src/import/readAll.ts';
import { readAll } from '../../src/import/readAll.ts';
import type { Moment } from '../../src/primitives/moment.ts';
import { minutes } from './read.ts';

/** Reads a post mortem. */
export const readDocument = (text: string, options: ReadOptions = {}): Promise<ReadResult> =>
  readAll(postmortem, text, options);

/** The claims of a post mortem that gives one document. */
export const claimsIn = async (
  text: string,
  options: ReadOptions = {},
): Promise<readonly Claim[]> => {
  const { documents, errors } = await readDocument(text, options);
  if (errors.length > 0 || documents.length !== 1) throw new Error(JSON.stringify(errors));
  return documents[0]?.claims ?? [];
};

/** Type and first minute of the claims that have a time. */
export const timesOf = (claims: readonly Claim[]): readonly string[] =>
  claims
    .filter(({ occurredAt }) => occurredAt.earliest !== undefined)
    .map(({ type, occurredAt }) => `${type} ${minutes(occurredAt)}`);

/** The first minute of each reading of a moment, by its zone. */
export const readingsOf = ({ undecided }: Moment): readonly string[] =>
  (undecided?.alternatives ?? []).map(
    ({ zone, earliest }) => `${zone} ${earliest?.slice(0, 16) ?? ''}`,
  );
