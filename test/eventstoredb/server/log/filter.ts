import type { LogRecord } from './record.ts';

/** Which records of the log of everything a client wants. */
export interface Filter {
  readonly on: 'stream' | 'type';
  /** A regular expression; used when there are no prefixes. */
  readonly regex: string;
  readonly prefixes: readonly string[];
  /** How many records may be looked at before the client is told how far it is. */
  readonly checkpointEvery: number;
}

/** Makes the test of a filter; streams that servers keep for themselves are never shown to filtered reads. */
export const matcher = ({ on, regex, prefixes }: Filter): ((record: LogRecord) => boolean) => {
  const pattern = new RegExp(regex);
  const matches = (text: string): boolean =>
    prefixes.length > 0 ? prefixes.some((prefix) => text.startsWith(prefix)) : pattern.test(text);
  return (record) => record.type !== '$epoch-information' && matches(record[on]);
};
