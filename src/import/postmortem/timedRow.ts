import type { DocumentBlock } from './documentBlock.ts';
import { plainWords } from '../text/plainWords.ts';
import type { TimelineLine } from '../prose/timelineLine.ts';
import { timelineLine } from '../prose/timelineLine.ts';
import type { Notation } from '../time/timeMark.ts';
import { zoneOf } from '../time/zone.ts';
import { zoneMarkAt } from '../time/zoneMark.ts';

const TIME_COLUMN =
  /^(?:(?:start|end|event)? ?(?:date|time|timestamp|when|heure|ora|orario|data|horaire|horodatage|hour|quando|quand|from|debut|inizio|utc|day|jour|giorno)s?(?:[ /&].{0,30})?|(?:cet|cest|utc|gmt|pst|pdt|est|edt|bst)(?: time)?)$/;

/** A column of lengths: `2h` in it is no time of day. */
const LENGTH_COLUMN =
  /duration|length|downtime|outage|elapsed|lasted|delay|delta|offset|duree|ecart|delai|durata|ritardo|scarto|(?:time to|temps de|tempo di) |^(?:ttd|ttr|mttr|mtta|eta|estimate)$/;
const BARE_HOUR = /^\d{1,2}\s?h$/i;

const hasClock = (line: TimelineLine | null): boolean => line?.mark.clock !== undefined;

/** The zone that a column is headed by: `PDT`, `UTC time`, `Europe/Paris`; null when it is none. */
const zoneOfColumn = (name: string | undefined): string | null => {
  const bare = (name ?? '').replace(/\s(?:time|heure|ora)$/i, '').trim();
  const zone = bare === '' ? null : zoneMarkAt(bare, 0);
  return zone && zone.end === bare.length && zoneOf(zone.value) ? zone.value : null;
};

/** A cell with the zone of its column, where it names none itself. */
const inItsZone = (cell: string, zone: string | null, notation: Notation): string => {
  const line = zone === null ? null : timelineLine(cell, notation);
  const isBare = line !== null && line.text === '' && hasClock(line) && !line.until;
  return isBare && line.mark.zone === undefined && zone !== null ? `${cell.trim()} ${zone}` : cell;
};

const plainNames = (header: readonly string[]): readonly string[] =>
  header.map((name) => plainWords(name.replaceAll(/[([][^()[\]]{0,40}[)\]]/g, '')));

/** The text made of a row without its cells of lengths, which look like times of day. */
export const withoutLengths = (
  text: string,
  { cells = [], header = [] }: DocumentBlock,
): string => {
  const names = plainNames(header);
  return cells
    .filter((cell, index) => BARE_HOUR.test(cell) || LENGTH_COLUMN.test(names[index] ?? ''))
    .reduce((rest, cell) => (cell === '' ? rest : rest.replace(cell, '')), text);
};

/** The cells of a row with its time first, however its columns are set. */
export const timedRow = (
  { cells: bare = [], header = [] }: DocumentBlock,
  notation: Notation,
): string => {
  const zones = header.map(zoneOfColumn);
  const cells = bare.map((cell, index) => inItsZone(cell, zones[index] ?? null, notation));
  const names = plainNames(header);
  const isTime = (cell: string, index: number): boolean => {
    const line = timelineLine(cell, notation);
    const name = names[index] ?? '';
    if (!line || (!line.mark.day && LENGTH_COLUMN.test(name))) return false;
    if (name !== '' && BARE_HOUR.test(line.mark.written)) return TIME_COLUMN.test(name);
    return line.text.length < 12 || TIME_COLUMN.test(name);
  };
  const timed = cells.flatMap((cell, index) => (isTime(cell, index) ? [index] : []));
  const [first = -1, second = -1] = timed;
  if (first < 0) return cells.filter((cell) => cell !== '').join(' : ');
  const one = cells[first] ?? '';
  const two = cells[second] ?? '';
  const [a, b] = [timelineLine(one, notation), second < 0 ? null : timelineLine(two, notation)];
  const others = (taken: readonly number[]): string =>
    cells.filter((cell, index) => cell !== '' && !taken.includes(index)).join(' : ');
  if (a && b && !a.mark.clock && b.mark.clock) return `${one} ${two} : ${others([first, second])}`;
  // Two columns that name their zones tell one time twice.
  const twice = zones[first] !== null && zones[second] !== null && zones[first] !== zones[second];
  if (
    !twice &&
    a &&
    b &&
    hasClock(a) &&
    hasClock(b) &&
    !a.until &&
    b.mark.start === 0 &&
    b.text === ''
  )
    return `${a.mark.written} - ${two} : ${others([first, second])}`;
  return `${one} : ${others([first])}`;
};
