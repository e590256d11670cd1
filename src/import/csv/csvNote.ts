import type { ColumnOf, CsvRecord } from './csvCondition.ts';
import type { CsvMapping } from './csvMapping.ts';

/** What a row says beside what rules that fit it have told, as a text; null when that is nothing. */
export type CsvNoteText = (
  record: CsvRecord,
  fired: readonly { readonly tells: ReadonlySet<number> }[],
) => string | null;

/** How the rows of a mapping are kept as notes. */
export const csvNote = (
  { note = {}, incident, time, row = [] }: CsvMapping,
  header: readonly string[],
  columnOf: ColumnOf,
): CsvNoteText => {
  const { changes = false } = note;
  // What tells states apart says nothing of them; where a row is an entry, it may be what the entry is about.
  const identity = new Set([incident, ...time.columns, ...(changes ? row : [])]);
  const columns = (note.columns ?? header.filter((name) => !identity.has(name))).map((name) => ({
    name,
    at: columnOf(name),
  }));
  const whole: CsvNoteText = (record, fired) => {
    if (fired.length > 0) return null;
    const said = columns.flatMap(({ name, at }) => {
      const value = record.now(at);
      return value === undefined ? [] : [`${name}: ${value}`];
    });
    return said.length > 0 ? said.join('; ') : null;
  };
  const changed: CsvNoteText = (record, fired) => {
    const said: string[] = [];
    for (const { name, at } of columns) {
      const [now, before] = [record.now(at), record.before(at)];
      if (now === before || fired.some(({ tells }) => tells.has(at))) continue;
      said.push(
        before === undefined ? `${name}: ${now ?? ''}` : `${name}: ${before} → ${now ?? 'nothing'}`,
      );
    }
    // Joined, it is a text of its own, and no chain of parts of the file, which it would keep in memory.
    return said.length > 0 ? said.join('; ') : null;
  };
  return changes ? changed : whole;
};
