import type { DocumentBlock } from './documentBlock.ts';
import type { DocumentEntry } from './documentEntry.ts';
import type { EntryGatherer, EntrySetting, OpenEntry } from './entryGatherer.ts';
import type { RelativeTime } from './relativeTime.ts';
import type { TimeMark } from '../time/timeMark.ts';
import { nextDay } from '../time/yearOf.ts';

/** Adds lines whose times are told by their distance from another. */
export interface RelativeEntries {
  /** Says that an entry is the one from which times such as `T+5` count. */
  startsAt(entry: OpenEntry): void;
  /** Adds such a line; null when what it counts from is not told. */
  add(
    origin: DocumentEntry['origin'],
    time: RelativeTime,
    block: Pick<DocumentBlock, 'line' | 'text'>,
  ): OpenEntry | null;
}

const DAY_SECONDS = 24 * 60 * 60;

/** A time so much later, as exact as it was. */
const shifted = (
  { mark, day, sectionZone }: DocumentEntry,
  { ms, written }: RelativeTime,
): Pick<DocumentEntry, 'mark' | 'day'> | null => {
  const { clock } = mark;
  if (!clock) return null;
  const seconds =
    (clock.hour * 60 + clock.minute) * 60 + (clock.second ?? 0) + Math.floor(ms / 1000);
  const days = Math.floor(seconds / DAY_SECONDS);
  const rest = seconds - days * DAY_SECONDS;
  const zone = mark.zone ?? sectionZone;
  const later: TimeMark = {
    start: 0,
    end: 0,
    written,
    clock: {
      hour: Math.floor(rest / 3600),
      minute: Math.floor(rest / 60) % 60,
      ...(clock.second !== undefined && { second: rest % 60 }),
    },
    ...(zone !== undefined && { zone }),
  };
  return { mark: later, ...(day && { day: nextDay(day, days) }) };
};

const isTimed = ({ origin, mark }: DocumentEntry): boolean =>
  (origin === 'timeline' || origin === 'aftermath') && mark.clock !== undefined;

const isField = ({ field }: DocumentEntry, type: string): boolean =>
  field?.label.about === 'window' || (field?.label.about === 'time' && field.label.type === type);

/** Begins to add them; what they are taken to count from is said once. */
export const relativeEntries = (
  gatherer: EntryGatherer,
  { warn }: Pick<EntrySetting, 'warn'>,
): RelativeEntries => {
  let start: OpenEntry | undefined;
  const said = new Set<string>();
  const once = (line: number, about: string, message: string): void => {
    if (said.has(about)) return;
    said.add(about);
    warn(line, message);
  };

  /** The time of the start: as it is marked, the first of the timeline, else what a labelled value states. */
  const startEntry = (section: number): OpenEntry | undefined => {
    const { entries } = gatherer;
    return (
      start ??
      entries.find((entry) => isTimed(entry) && entry.section === section) ??
      entries.find((entry) => isField(entry, 'ImpactStarted')) ??
      entries.find((entry) => isField(entry, 'Detected'))
    );
  };

  return {
    startsAt: (entry) => {
      start ??= entry;
    },
    add: (origin, time, block) => {
      const { written, from, reading, text } = time;
      const anchor =
        from === 'start'
          ? startEntry(gatherer.sectionNumber())
          : gatherer.entries.findLast(isTimed);
      const found = anchor && shifted(anchor, time);
      if (!found) {
        once(
          block.line,
          'none',
          `the document does not tell what times such as "${written}" count from; they are kept as written only`,
        );
        return null;
      }
      const as = reading === undefined ? '' : `, as ${reading}`;
      const by =
        from === 'start' ? `${anchor.mark.written}, line ${anchor.line}` : 'the line before them';
      once(block.line, `${from}${as}`, `times such as "${written}" are counted from ${by}${as}`);
      if (from === 'start') start ??= anchor;
      return gatherer.add(origin, { mark: found.mark, text }, block, found.day);
    },
  };
};
