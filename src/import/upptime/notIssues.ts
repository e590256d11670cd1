import type { ImportError } from '../importer.ts';

/** What Upptime writes of a site in `history/<site>.yml`, and of all sites in `history/summary.json`. */
const HISTORY = /^generator:\s*Upptime\b/m;
const SUMMARY = /"(?:dailyMinutesDown|uptimeDay)"\s*:/;

/** Why a text that Upptime wrote tells of no incident; null for any other text. */
export const notIssues = (head: string): ImportError | null => {
  const found = HISTORY.test(head)
    ? 'this is the present state of one site; the states before it are in the history of the repository'
    : SUMMARY.test(head)
      ? 'this counts the minutes of each day that sites were down; it tells of no incident'
      : null;
  return found === null
    ? null
    : {
        _tag: 'OtherShape',
        place: 'document',
        message: found,
        expected:
          'the issues of the Upptime repository as JSON, such as `gh issue list --state all --json` gives them',
      };
};
