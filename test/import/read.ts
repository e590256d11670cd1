import type { Claim } from '../../src/events/claim.ts';
import type { CoreEvents } from '../../src/events/core.ts';
import type { ReadOptions } from '../../src/import/importer.ts';
import type { ReadResult } from '../../src/import/readAll.ts';
import { readAll } from '../../src/import/readAll.ts';
import { statusPage } from '../../src/import/status-page/statusPage.ts';
import type { Moment } from '../../src/primitives/moment.ts';

/** Lines as a text. */
export const page = (...lines: readonly string[]): string => lines.join('\n');

/** Reads a page. */
export const readPage = (text: string, options: ReadOptions = {}): Promise<ReadResult> =>
  readAll(statusPage, text, options);

/** The claims of a page that gives one document. */
export const claimsOf = async (
  text: string,
  options: ReadOptions = {},
): Promise<readonly Claim[]> => {
  const { documents, errors } = await readPage(text, options);
  if (errors.length > 0 || documents.length !== 1) throw new Error(JSON.stringify(errors));
  return documents[0]?.claims ?? [];
};

/** The claims of one type. */
export const ofType = <K extends keyof CoreEvents>(
  claims: readonly Claim[],
  type: K,
): readonly Extract<Claim, { readonly type: K }>[] =>
  claims.filter((claim): claim is Extract<Claim, { readonly type: K }> => claim.type === type);

/** First minute of a moment, `2024-12-17T09:51`, behind or before dots where an end is open. */
export const minutes = ({ earliest, latest, written }: Moment): string => {
  if (earliest === undefined)
    return latest === undefined ? (written ?? '') : `..${latest.slice(0, 16)}`;
  return latest === undefined ? `${earliest.slice(0, 16)}..` : earliest.slice(0, 16);
};

/** Status and time of every update. */
export const updatesOf = (claims: readonly Claim[]): readonly string[] =>
  ofType(claims, 'StatusPublished').map(
    ({ data, occurredAt }) => `${data.status} ${minutes(occurredAt)}`,
  );
