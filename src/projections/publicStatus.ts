import type { Candidate } from './candidate.ts';

const RESOLVED: ReadonlySet<string> = new Set(['resolved', 'completed']);

const REOPENING: ReadonlySet<string> = new Set([
  'investigating',
  'identified',
  'monitoring',
  'in_progress',
  'verifying',
  'reopened',
]);

const wordOf = (status: unknown): string => {
  if (typeof status !== 'string') return '';
  // Most are written as they are looked for.
  return RESOLVED.has(status) || REOPENING.has(status)
    ? status
    : status
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, '_');
};

/** Whether everybody could read it. */
export const isPublic = ({ data }: Pick<Candidate, 'data'>): boolean =>
  (data['audience'] ?? 'public') === 'public';

/**
 * The last update that says it is over, unless a later one says again that it is not. An `update` or a
 * `postmortem` afterwards takes nothing back.
 *
 * @remarks Source: the status words of Atlassian Statuspage for incidents and maintenances.
 * @param updates - In the order of their publication.
 */
export const standingResolution = <U>(
  updates: readonly U[],
  statusOf: (update: U) => unknown,
): U | undefined => {
  let standing: U | undefined;
  for (const update of updates) {
    const word = wordOf(statusOf(update));
    if (RESOLVED.has(word)) standing = update;
    else if (REOPENING.has(word)) standing = undefined;
  }
  return standing;
};

/** Whether an update tells of the incident's course; a `postmortem` looks back on it. */
export const isCourse = (status: unknown): boolean => wordOf(status) !== 'postmortem';
