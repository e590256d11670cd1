import type { DayKeeper } from '../time/dayKeeper.ts';
import { dayKeeper, minutesBetween, namedDay } from '../time/dayKeeper.ts';
import type { DocumentBlock } from './documentBlock.ts';
import type { DocumentEntry, EntryDetail } from './documentEntry.ts';
import type { KeyField } from './keyField.ts';
import { tellsAnother } from './keyField.ts';
import { parallelTime } from './parallelTime.ts';
import { proseEntries } from './proseEntries.ts';
import type { DayWord } from '../time/dayWord.ts';
import { weekdayNear, weekdayUntil } from '../time/dayWord.ts';
import type { TimelineLine } from '../prose/timelineLine.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { nextDay } from '../time/yearOf.ts';

/** What is known before the lines are read. */
export interface EntrySetting {
  /** How times are written. */
  readonly notation: Notation;
  /** Day of publication. */
  readonly published: DatedDay | undefined;
  /** Day of the incident. */
  readonly incident: DatedDay | undefined;
  /** Told of an assumption, with the line. */
  readonly warn: (line: number, message: string) => void;
}

/** A labelled value that is no time. */
export interface ValueField extends KeyField {
  /** Number of its line. */
  readonly line: number;
  /** The whole of it, as it stood. */
  readonly written: string;
}

/** An entry while lines may still be added below it. */
export type OpenEntry = { -readonly [K in keyof DocumentEntry]: DocumentEntry[K] } & {
  details: EntryDetail[];
};

/** A time as it was read from a line. */
export type ReadTime = Pick<TimelineLine, 'mark' | 'until' | 'text'> & {
  /** Whether it had happened by then. */
  readonly by?: boolean;
  /** Whether it is the time of somebody elsewhere. */
  readonly elsewhere?: boolean;
  /** The same time on the clock of another zone. */
  readonly parallel?: TimeMark;
};

/** Gathers what has a time, giving each its day. */
export interface EntryGatherer {
  /** Everything that has a time. */
  readonly entries: readonly OpenEntry[];
  /** Labelled values that are no times. */
  readonly fields: readonly ValueField[];
  /** The days of the lines of timelines. */
  readonly days: DayKeeper;
  /** Day of publication, as it was stated or labelled so far. */
  publication(): DatedDay | undefined;
  /** Begins a section, with the zone that it states. */
  section(number: number, zone: string | undefined): void;
  /** Which section this is. */
  sectionNumber(): number;
  /** Notes the zone that a table states. */
  zone(zone: string): void;
  /** Adds a time; `day` where it is known already. */
  add(
    origin: DocumentEntry['origin'],
    time: ReadTime,
    block: Pick<DocumentBlock, 'line' | 'text'>,
    day?: DatedDay,
  ): OpenEntry;
  /**
   * Adds the times of a running text; whether it has any.
   *
   * @param near - The entry to which the text belongs: times that name no day are near it.
   * @param inLine - Whether it stands in its line, behind its time.
   */
  prose(text: string, line: number, near?: OpenEntry, inLine?: boolean): boolean;
  /** Adds a labelled value, below its day where it stands there; whether it is one. */
  field(found: KeyField | null, line: number, whole?: string, below?: DatedDay): boolean;
}

/** More than this back on the clock, and a line is taken to be on the next day. */
const STEP_BACK = 6 * 60;
const HALF_DAY = 12 * 60;
/** What cannot come before the start, however the clock reads. */
const ENDS: ReadonlySet<string> = new Set([
  'ImpactEnded',
  'Resolved',
  'Restored',
  'Closed',
  'FixApplied',
  'Mitigated',
]);

/** The day on which a time is nearest to that beside which it stands. */
const dayBeside = (mark: TimeMark, { mark: other, day }: OpenEntry): DatedDay | undefined => {
  if (!day || !other.clock) return day;
  const distance = minutesBetween(other, mark, day);
  if (Math.abs(distance) <= HALF_DAY) return day;
  return nextDay(day, distance < 0 ? 1 : -1);
};

/** Begins to gather. */
export const entryGatherer = (setting: EntrySetting): EntryGatherer => {
  const { notation, published, incident, warn } = setting;
  const entries: OpenEntry[] = [];
  const fields: ValueField[] = [];
  let zone: string | undefined;
  let fieldZone: string | undefined;
  let number = 0;
  let line = 1;
  let proseDay: DatedDay | undefined;
  let begun: { readonly mark: TimeMark; readonly day: DatedDay } | undefined;
  const isPast = (written: string): void =>
    warn(line, `"${written}" is taken to be past midnight, on the next day`);
  const days = dayKeeper(published, incident, STEP_BACK, ({ written }) => isPast(written));

  /** The day of a labelled time: its own, else the first such on which it comes behind the start. */
  const fieldDay = (
    { mark }: ReadTime,
    field: KeyField,
    below: DatedDay | undefined,
  ): DatedDay | undefined => {
    const named = namedDay(mark, published, incident) ?? below;
    const type = field.label.about === 'time' ? field.label.type : 'ImpactStarted';
    const isBegin = type === 'ImpactStarted' || type === 'Detected';
    const past = begun && mark.clock ? -minutesBetween(begun.mark, mark, begun.day) : 0;
    const next = !named && begun && past > (ENDS.has(type) ? 0 : STEP_BACK);
    if (next) isPast(mark.written);
    const day = named ?? (next && begun ? nextDay(begun.day) : (begun?.day ?? incident));
    if (isBegin && day && mark.clock && !begun) begun = { mark, day };
    return day;
  };

  const push = (
    origin: DocumentEntry['origin'],
    time: ReadTime,
    block: Pick<DocumentBlock, 'line' | 'text'>,
    day: DatedDay | undefined,
    field?: KeyField,
  ): OpenEntry => {
    const { mark, until } = time;
    const past = until && !until.day && minutesBetween(mark, until, day) < 0;
    const ended = until?.day ? namedDay(until, published, day) : past && day ? nextDay(day) : day;
    const entry: OpenEntry = {
      origin,
      mark,
      text: time.text,
      details: [],
      line: block.line,
      lastLine: block.line + block.text.split('\n').length - 1,
      section: number,
      ...(day && { day }),
      ...(until && { until, ...(ended && { untilDay: ended }) }),
      ...(zone !== undefined && { sectionZone: zone }),
      ...(time.by === true && { by: true }),
      ...(time.elsewhere === true && { elsewhere: true }),
      ...(time.parallel && { parallel: time.parallel }),
      ...(field && { field }),
    };
    entries.push(entry);
    return entry;
  };

  const add: EntryGatherer['add'] = (origin, time, block, known) => {
    line = block.line;
    if (origin === 'prose') {
      const day = namedDay(time.mark, published, incident) ?? known ?? proseDay ?? incident;
      return push(origin, time, block, day);
    }
    const entry = push(origin, time, block, known ?? days.dayOf(time.mark));
    if (time.until?.day) days.dayOf(time.until);
    return entry;
  };

  const publication = (): DatedDay | undefined =>
    published ??
    entries.find(
      ({ field }) => field?.label.about === 'time' && field.label.type === 'PostmortemPublished',
    )?.day;

  /** The day of a word: one of the week is near the day that is told, or before the publication. */
  const dayOfWord = (
    word: DayWord | undefined,
    told: DatedDay | undefined,
  ): DatedDay | undefined => {
    if (word === 'today') return publication() ?? incident;
    if (word === 'yesterday') {
      const day = publication();
      return day && nextDay(day, -1);
    }
    const near = told ?? proseDay ?? incident;
    if (!word) return undefined;
    if (near) return weekdayNear(word, near);
    const last = publication();
    return last && weekdayUntil(word, last);
  };

  const prose: EntryGatherer['prose'] = (text, at, near, inLine = false) => {
    const { entries: found, day: last } = proseEntries(text, notation, inLine);
    let ended: DatedDay | undefined;
    for (const { day, word, ...time } of found) {
      const told = day && !time.mark.day ? namedDay(day, published, incident) : undefined;
      ended = time.mark.day ? undefined : dayOfWord(word, told ?? near?.day);
      const named =
        ended ?? told ?? (near && !time.mark.day ? dayBeside(time.mark, near) : undefined);
      const entry = add('prose', time, { line: at, text }, named);
      if (named) entry.namedDay = true;
      if (inLine) entry.beside = true;
    }
    // A day that running text names holds for what follows, until it names another.
    proseDay = ended ?? (last && namedDay(last, published, incident)) ?? proseDay;
    return found.length > 0;
  };

  /** `Duration: 30 minutes (13:20 - 13:50 EAT)` and `Date: 6 May, 13:20 to 13:50` tell when as well. */
  const beside = ({ length, ...found }: KeyField, at: number, text: string): void => {
    const rest = length ? found.value.replace(length.written, '') : found.value;
    const [range] = proseEntries(rest, notation).entries;
    const { label } = found;
    const isWhole =
      label.about === 'date' || (label.about === 'duration' && label.to === undefined);
    if (isWhole && range?.until) {
      const field: KeyField = { ...found, label: { about: 'window' } };
      const time = {
        mark:
          range.day?.day && !range.mark.day ? { ...range.mark, day: range.day.day } : range.mark,
        until: range.until,
        text,
      };
      push('field', time, { line: at, text }, fieldDay(time, field, undefined), field);
    } else prose(rest, at);
  };

  return {
    entries,
    fields,
    days,
    publication,
    section: (index, stated) => {
      [number, zone, fieldZone] = [index, stated, undefined];
    },
    sectionNumber: () => number,
    zone: (stated) => {
      zone = stated;
    },
    add,
    prose,
    field: (found, at, whole, below) => {
      if (!found) return false;
      const text = whole ?? `${found.name}: ${found.value}`;
      const { mark, until } = found;
      line = at;
      if (!mark || (!mark.clock && found.label.about !== 'time')) {
        fields.push({ ...found, line: at, written: text });
        if (found.label.about === 'duration' || found.label.about === 'date')
          beside(found, at, text);
      } else {
        const bare = { mark, text: found.rest ?? '', ...(until && { until }) };
        const parallel = parallelTime(bare, notation)?.mark;
        const time = { ...bare, text, ...(parallel && { parallel }) };
        const entry = push('field', time, { line: at, text }, fieldDay(time, found, below), found);
        // The zone beside one value of a list holds for those below it.
        fieldZone = mark.zone ?? until?.zone ?? fieldZone;
        if (zone === undefined && fieldZone !== undefined) entry.sectionZone = fieldZone;
        if (!until && found.rest !== undefined && tellsAnother(found.rest)) prose(found.rest, at);
      }
      return true;
    },
  };
};
