import type { OutsideObject, Warn } from '../json/outsideJson.ts';

/** An issue, whichever way its fields are spelled: GitHub’s API writes `created_at`, its command line `createdAt`. */
export interface Issue {
  /** The issue. */
  readonly record: OutsideObject;
  /** Its number. */
  readonly number: string;
  /** The repository as `owner/name`; undefined when nothing says. */
  readonly repository: string | undefined;
  /** Where it can be read. */
  readonly url: string | undefined;
  /** Names of its labels. */
  readonly labels: readonly string[];
  /** Name of the field among two spellings that it has. */
  readonly spelled: (object: OutsideObject, api: string) => string;
}

const labelsOf = (record: OutsideObject): readonly string[] => {
  const labels = record.raw('labels');
  if (Array.isArray(labels) && labels.every((label) => typeof label === 'string'))
    return record.texts('labels');
  return record.objects('labels').flatMap((label) => label.text('name') ?? []);
};

const spelled = (object: OutsideObject, api: string): string =>
  object.has(api) ? api : api.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Reads what an issue is; null when it has no number. */
export const issueOf = (record: OutsideObject, warn: Warn): Issue | null => {
  const number = record.id('number');
  if (number === undefined || !/^\d+$/.test(number)) return null;
  const url = record.has('html_url') ? record.text('html_url') : record.text('url');
  const from = [url, record.text('repository_url')].find((one) => one !== undefined) ?? '';
  const repository = /(?:github\.com|\/repos)\/([^/]+\/[^/]+)(?:\/issues\/\d+)?$/.exec(from)?.[1];
  if (repository === undefined) warn(record.place, 'nothing says which repository the issue is of');
  return { record, number, repository, url, labels: labelsOf(record), spelled };
};
