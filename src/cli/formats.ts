/** Name under which an event log is asked for. */
export const LOG = 'jsonl';

/** Name under which events of a ledger are asked for as CloudEvents. */
export const CLOUD_EVENTS = 'cloudevents';

/** Name under which the importer of `--mapping` is asked for. */
export const CSV = 'csv';

/** The formats that can be asked for: those of event logs, and of each importer in its order. */
export const formats: readonly string[] = [
  LOG,
  CLOUD_EVENTS,
  CSV,
  'status-page',
  'postmortem',
  'statuspage-json',
  'github-status',
  'pagerduty',
  'incident-io',
  'opsgenie',
  'alertmanager',
  'upptime',
  'gcp-status',
  'datadog',
  'servicenow-csv',
  'bpi-csv',
];

/** The first value of a text of JSON lines: what its first line is; undefined when that is no JSON. */
const firstValue = (head: string): unknown => {
  const [line = ''] = head
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split('\n', 1);
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const hasAny = (value: unknown, keys: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && keys.some((key) => Object.hasOwn(value, key));

/**
 * Whether a file is read as an event log: its first line is an event of ours, or was one before it was damaged. Other
 * documents in JSON are left to the importers.
 */
export const isLog = (head: string, format: string | null): boolean => {
  if (format !== null) return format === LOG;
  const first = firstValue(head);
  return first === undefined
    ? /^\uFEFF?\s*\{[^\n]*"(?:eventId|statedAt|occurredAt)"/.test(head) &&
        !isCloudEvents(head, null)
    : hasAny(first, ['eventId', 'revision']) && !hasAny(first, ['specversion']);
};

/** Whether a file holds CloudEvents: one a line, or an array of them. */
export const isCloudEvents = (head: string, format: string | null): boolean =>
  format === null
    ? /^\uFEFF?\s*(?:\[\s*)?\{[^{}]*"specversion"\s*:/.test(head)
    : format === CLOUD_EVENTS;
