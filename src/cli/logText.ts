import type { StoredEvent } from '../index.ts';

/** A field as it was written last. */
interface Written {
  /** What stands before its value. */
  readonly lead: string;
  value: unknown;
  json: string;
}

/** What is left out of a line: it means nothing in another ledger. */
const LEFT_OUT = 'position';

/**
 * Events as lines of a log, each the same as `logLine` makes it. What an event has in common with the one before it is
 * written as JSON once: the claims of one row share their time, their source and where they come from.
 */
export const logText = (events: readonly StoredEvent[]): string => {
  const fields = new Map<string, Written>();
  let text = '';
  for (const event of events) {
    // Whatever fields it has are written, also those that this version does not know.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const values = event as unknown as Readonly<Record<string, unknown>>;
    let line = '';
    // An event of plain JSON has no other keys than its own.
    // oxlint-disable-next-line guard-for-in
    for (const key in values) {
      const value = values[key];
      if (value === undefined || key === LEFT_OUT) continue;
      let field = fields.get(key);
      if (field === undefined) {
        field = { lead: `${JSON.stringify(key)}:`, value: undefined, json: '' };
        fields.set(key, field);
      }
      if (field.value !== value) {
        field.value = value;
        field.json = JSON.stringify(value);
      }
      line += (line === '' ? '' : ',') + field.lead + field.json;
    }
    text += `{${line}}\n`;
  }
  return text;
};
