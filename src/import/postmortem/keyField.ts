import type { WrittenDuration } from '../time/durationNotation.ts';
import { durationIn } from '../time/durationNotation.ts';
import type { KeyLabel } from './keyLabel.ts';
import { keyLabel } from './keyLabel.ts';
import { timelineLine } from '../prose/timelineLine.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';

/** A labelled value, with the time or the length read from it. */
export interface KeyField {
  /** The label as it stood. */
  readonly name: string;
  /** What it states. */
  readonly label: KeyLabel;
  /** The value as it stood. */
  readonly value: string;
  /** The time in the value. */
  readonly mark?: TimeMark;
  /** The end of a range. */
  readonly until?: TimeMark;
  /** What stands behind the time. */
  readonly rest?: string;
  /** The length in the value. */
  readonly length?: WrittenDuration;
  /** The level in the value. */
  readonly level?: string;
}

const LABELLED = /^([^:：|\n]{1,60}?)\s{0,2}[:：](?!\d)\s{0,4}([^\n].{0,1000})$/su;
const LOOKED_AT = 1000;
const ANOTHER = /\p{L}{3}[^\d]{0,40}\d{1,2}[:h.]\d{2}(?!\d)/iu;

/** Whether words behind a time tell of another one. */
export const tellsAnother = (rest: string): boolean => ANOTHER.test(rest);

/** Words before a length that leave it what it is. */
const APPROXIMATELY =
  /^(?:approximately|approx\.?|about|around|roughly|nearly|almost|environ|près de|circa|~|≈|for|a total of|total(?:ly)?)\s{0,2}/i;
/** A level, behind a coloured sign and before what explains it: `🔴 SEV-1`, `P2 (one region)`, `Critical - all are down`. */
const LEVEL =
  /^(?:\p{Extended_Pictographic}\uFE0F?\s{0,2})?((?:sev(?:erity)?|p|s|level|niveau|livello)?[\s-]?\d{1,2}|[\p{L}-]{3,20})(?=$|\s?[(–—]|\s-\s)/iu;

/** Reads the length of time that a text is or begins with, such as `2h 8m` or `about 45 minutes`. */
export const lengthOf = (text: string): WrittenDuration | null => {
  const bare = text.trim().replace(APPROXIMATELY, '').replace(APPROXIMATELY, '');
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?(?:\s?(?:h|hours?|heures?|ore|hrs?))?$/i.exec(bare);
  if (clock) {
    const [written, hours, minutes, seconds = '0'] = clock;
    return { ms: ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000, written };
  }
  const found = durationIn(`for ${bare.slice(0, 200)}`);
  return found && bare.startsWith(found.written) ? found : null;
};

const timed = (
  value: string,
  notation: Notation,
): Pick<KeyField, 'mark' | 'until' | 'rest'> | null => {
  const line = timelineLine(value, notation);
  if (line) return { mark: line.mark, rest: line.text, ...(line.until && { until: line.until }) };
  const [mark] = timeMarks(value.slice(0, 120), notation);
  if (!mark) return null;
  const rest = `${value.slice(0, mark.start)} ${value.slice(mark.end)}`.trim();
  return rest.length > 40 ? null : { mark, rest };
};

/** `Incident: INC-99`, where other words would tell what happened. */
const isReference = (name: string, value: string): boolean =>
  /^\W{0,4}incidente?\W{0,4}$/i.test(name) && /^[A-Z][A-Z0-9]{1,9}-\d{1,8}$/.test(value.trim());

const read = (name: string, value: string, notation: Notation): KeyField | null => {
  const label: KeyLabel | null = isReference(name, value) ? { about: 'reference' } : keyLabel(name);
  if (!label || value.trim() === '') return null;
  const field = { name: name.trim(), label, value: value.trim() };
  if (label.about === 'duration') {
    const length = lengthOf(value);
    if (length) return { ...field, length };
    // `Duration: 14:05 - 15:20 UTC` states the window itself.
    const window = label.to === undefined ? timed(field.value, notation) : null;
    if (!window?.until || (window.rest ?? '').length > 60) return null;
    return { ...field, label: { about: 'window' }, ...window };
  }
  if (label.about === 'level') {
    const level = LEVEL.exec(field.value)?.[1];
    return level === undefined ? null : { ...field, level };
  }
  if (label.about === 'reference') return /^[^\s\p{C}]{1,80}$/u.test(field.value) ? field : null;
  const found = timed(field.value, notation);
  // "Resolution: at 10:02 we …" is a story; a value that is a time says little beside it.
  if (!found || (found.rest ?? '').length > 200) return null;
  return { ...field, ...found };
};

/** The zone in brackets behind a label, `Start (UTC)`, said of a value that names none. */
const withZone = (field: KeyField | null): KeyField | null => {
  const zone = field && /[([]([^()[\]]{1,40})[)\]]/.exec(field.name)?.[1];
  if (!field?.mark || zone === undefined || zone === null || field.mark.zone !== undefined)
    return field;
  const behind = timeMarks(`00:00 ${zone}`)[0]?.zone;
  return behind === undefined ? field : { ...field, mark: { ...field.mark, zone: behind } };
};

/** Reads a line `label: value`, or `First detected 2024-05-01 08:33`; null when it is none that states a key fact. */
export const keyField = (line: string, notation: Notation): KeyField | null => {
  const text = line.slice(0, LOOKED_AT);
  const labelled = LABELLED.exec(text);
  const found = labelled && read(labelled[1] ?? '', labelled[2] ?? '', notation);
  if (found) return withZone(found);
  const [mark] = timeMarks(text.slice(0, 100), notation);
  if (!mark || mark.start === 0) return null;
  const name = text.slice(0, mark.start).replace(/[\s:([–—@-]{1,4}$/u, '');
  const label = keyLabel(name);
  if (label?.about !== 'time' || text.slice(mark.end).trim().length > 40) return null;
  const until = timelineLine(text.slice(mark.start), notation)?.until;
  // "Detected at 09:10, back to normal at 10:40" is a story; another time in brackets is the same one elsewhere.
  if (!until && tellsAnother(text.slice(mark.end))) return null;
  return {
    name,
    label,
    value: text.slice(mark.start),
    mark,
    rest: text.slice(mark.end).replace(/^[\s)\]:–—-]{1,4}/u, ''),
    ...(until && { until }),
  };
};

/** Reads two cells of a table, or a heading and what stands below it. */
export const keyPair = (name: string, value: string, notation: Notation): KeyField | null =>
  withZone(read(name, value, notation));
