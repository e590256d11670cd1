import type { OutsideObject, Warn } from '../json/outsideJson.ts';

/** An issue, as GitHub’s API or its command line gives it. */
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
}

/** Names of the labels of an issue. */
export const labelsOf = (record: OutsideObject): readonly string[] => {
  const labels = record.raw('labels');
  if (Array.isArray(labels) && labels.every((label) => typeof label === 'string'))
    return record.texts('labels');
  return record.objects('labels').flatMap((label) => label.text('name') ?? []);
};

/** Reads what an issue is; null when it has no number. */
export const issueOf = (record: OutsideObject, warn: Warn): Issue | null => {
  const number = record.id('number');
  if (number === undefined || !/^\d+$/.test(number)) return null;
  const url = record.has('html_url') ? record.text('html_url') : record.text('url');
  const from = [url, record.text('repository_url')].find((one) => one !== undefined) ?? '';
  const repository = /(?:github\.com|\/repos)\/([^/]+\/[^/]+)(?:\/issues\/\d+)?$/.exec(from)?.[1];
  if (repository === undefined) warn(record.place, 'nothing says which repository the issue is of');
  return { record, number, repository, url, labels: labelsOf(record) };
};
