import type { Importer } from '../import/public.ts';
import { statusPage } from '../import/public.ts';

/** The importers, in the order in which equals are preferred. */
export const importers: readonly Importer[] = [statusPage];

/** Name under which an event log is asked for. */
export const LOG = 'jsonl';

/** The formats that can be asked for. */
export const formats: readonly string[] = [LOG, ...importers.map(({ name }) => name)];

/** Whether a file is read as an event log: lines of JSON. No document that an importer knows begins with a brace. */
export const isLog = (text: string, format: string | null): boolean =>
  format === null ? /^\uFEFF?\s*\{/.test(text) : format === LOG;
