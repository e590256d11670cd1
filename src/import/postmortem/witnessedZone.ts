import type { DocumentEntry } from './documentEntry.ts';
import { dayMs } from '../time/wallMoment.ts';
import type { Witness, WitnessWindow } from '../time/witness.ts';
import type { Zone, ZoneReading } from '../time/zone.ts';
import { zoneOf } from '../time/zone.ts';

/** A witness that tells the time of an entry. */
export interface WitnessMatch {
  /** The witness. */
  readonly witness: Witness;
  /** The entry whose time it tells. */
  readonly entry: DocumentEntry;
  /** What the clock of the document shows more than UTC, in minutes. */
  readonly offset: number;
  /** Whether it stands in the entry itself. */
  readonly inside: boolean;
}

/** The zone of the times of a document that name none, as far as its witnesses decide it. */
export interface WitnessedZone {
  /** The zone; undefined when neither the document nor a witness tells one. */
  readonly zone?: Zone;
  /** The witness whose word it is, or against which the stated zone stands. */
  readonly match?: WitnessMatch;
  /** How the witnesses stand to the zone stated. */
  readonly standing: 'none' | 'confirmed' | 'decided' | 'against';
}

/** What tells a time only of the entry in which it stands. */
const INSIDE: ReadonlySet<string> = new Set(['quoted time', 'time beside it']);

const MINUTE = 60_000;
const HOUR = 60;

/** A wall time as if it were UTC; null without a day or a clock. */
export const wallMsOf = ({ mark, day }: Pick<DocumentEntry, 'mark' | 'day'>): number | null =>
  day && mark.clock
    ? dayMs(day) +
      ((mark.clock.hour * 60 + mark.clock.minute) * 60 + (mark.clock.second ?? 0)) * 1000
    : null;

/** Entries that a thread about the incident as a whole belongs to. */
const isKey = (entry: DocumentEntry, index: number): boolean =>
  index === 0 ||
  (entry.field?.label.about === 'time' &&
    ['Declared', 'Detected', 'ImpactStarted', 'AlertRaised'].includes(entry.field.label.type)) ||
  /declar|incident (?:started|opened|created|begin)|begin of|d[ée]but|inizio/i.test(entry.text);

const offsetOf = (wall: number, witness: Witness, tolerance: number): number | null => {
  const shown = Math.floor(witness.ms / MINUTE);
  const minutes = Math.floor(wall / MINUTE) - shown;
  const offset = Math.round(minutes / HOUR) * HOUR;
  return Math.abs(minutes - offset) <= tolerance && offset >= -12 * HOUR && offset <= 14 * HOUR
    ? offset
    : null;
};

/**
 * Finds the entries whose time a witness tells: one that stands in the entry itself, to two minutes, and a link
 * elsewhere that shows the very minute of one of the first things told. Zones are supposed to be whole hours apart.
 */
export const witnessMatches = (
  entries: readonly DocumentEntry[],
  witnesses: readonly Witness[],
): readonly WitnessMatch[] => {
  const all = entries.slice(0, 2000).flatMap((entry) => {
    const wall = wallMsOf(entry);
    return wall === null || entry.origin === 'prose' ? [] : [{ entry, wall }];
  });
  const keys = all.filter(({ entry }, index) => isKey(entry, index)).slice(0, 50);
  return witnesses.slice(0, 200).flatMap((witness): readonly WitnessMatch[] => {
    const holder = all.find(
      ({ entry }) => entry.line <= witness.line && witness.line <= entry.lastLine,
    );
    const inside = holder && offsetOf(holder.wall, witness, 2);
    if (holder && inside !== null && inside !== undefined) {
      return [{ witness, entry: holder.entry, offset: inside, inside: true }];
    }
    if (holder || INSIDE.has(witness.what)) return [];
    return keys.flatMap(({ entry, wall }) => {
      const offset = offsetOf(wall, witness, 0);
      return offset === null ? [] : [{ witness, entry, offset, inside: false }];
    });
  });
};

const offsetName = (minutes: number): string => {
  const sign = minutes < 0 ? '-' : '+';
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
  return minutes === 0
    ? 'UTC'
    : `${sign}${hours}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
};

const readingOf = (name: string, wall: number): readonly ZoneReading[] =>
  zoneOf(name)?.readingsAt(wall) ?? [];

const only = (written: string, reading: ZoneReading): Zone => ({
  written,
  readingsAt: () => [reading],
});

const among = (written: string, readings: readonly ZoneReading[]): Zone => ({
  written,
  doubt: `times can be in ${readings.map(({ zone }) => zone).join(' or ')}, undecided`,
  readingsAt: () => readings,
});

const distinct = (readings: readonly ZoneReading[], wall: number): readonly ZoneReading[] => {
  const seen = new Set<string>();
  return readings.filter((reading) => {
    const key = reading.offsetsAt(wall).minutes.join(' ');
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
};

/** Whether a window holds all times of the document, read as UTC. */
const holdsAll = ({ fromMs, toMs }: WitnessWindow, walls: readonly number[]): boolean =>
  walls.length > 0 && walls.every((wall) => wall >= fromMs && wall <= toMs);

/** What is left open where the stated abbreviation does not fit the season and nothing decides it. */
const seasonless = (
  stated: Zone,
  walls: readonly number[],
  windows: readonly WitnessWindow[],
): Zone => {
  if (!windows.some((window) => holdsAll(window, walls))) return stated;
  return {
    ...stated,
    readingsAt: (wall) => {
      const readings = stated.readingsAt(wall);
      return readings.length > 1
        ? distinct([...readings, ...readingOf('UTC', wall)], wall)
        : readings;
    },
  };
};

const FEW_MINUTES = 5 * MINUTE;

/** A message about an incident is hardly older than what it is about: then times are ahead of UTC, or may be. */
const earlierLink = (walls: readonly number[], links: readonly Witness[]): WitnessedZone | null => {
  const first = walls.reduce((least, wall) => Math.min(least, wall), Infinity);
  const posted = links.find(
    ({ ms, what }) =>
      what.endsWith('permalink') && ms < first - FEW_MINUTES && ms > first - 14 * HOUR * MINUTE,
  );
  if (!posted) return null;
  const least = Math.ceil((first - posted.ms) / (HOUR * MINUTE)) * HOUR;
  const names = ['UTC', offsetName(least)];
  return {
    zone: {
      ...among(
        names.join(' or '),
        names.flatMap((name) => readingOf(name, first)),
      ),
      doubt: `no zone is named, and the ${posted.what} in line ${posted.line} would be older than the first time told were that UTC: read as ${names.join(' or ')}, undecided`,
    },
    standing: 'none',
  };
};

/**
 * Decides the zone of the times that name none: a witness that bears out one reading of the stated zone decides for
 * it; one that bears out none leaves both open; without a stated zone its word is taken.
 *
 * @param stated - The zone that the document states, or that the reader was told of.
 */
export const witnessedZone = (
  stated: Zone | null,
  matches: readonly WitnessMatch[],
  entries: readonly DocumentEntry[],
  windows: readonly WitnessWindow[],
  links: readonly Witness[],
): WitnessedZone => {
  const inside = matches.filter((match) => match.inside);
  const preferred = inside.length > 0 ? inside : matches;
  const [first] = preferred;
  const walls = entries.flatMap((entry) =>
    entry.origin === 'prose' ? [] : (wallMsOf(entry) ?? []),
  );
  if (!first) {
    const before = stated ? null : earlierLink(walls, links);
    if (before) return before;
    return stated
      ? { zone: seasonless(stated, walls, windows), standing: 'none' }
      : { standing: 'none' };
  }
  const wallOf = (match: WitnessMatch): number => wallMsOf(match.entry) ?? 0;
  if (!stated) {
    const offsets = [...new Set(preferred.map(({ offset }) => offset))];
    const readings = offsets.flatMap((offset) => readingOf(offsetName(offset), wallOf(first)));
    const written = offsetName(first.offset);
    const [single] = readings;
    if (!single) return { standing: 'none' };
    return readings.length === 1
      ? { zone: only(written, single), match: first, standing: 'decided' }
      : {
          zone: among(offsets.map(offsetName).join(' or '), readings),
          match: first,
          standing: 'against',
        };
  }
  for (const match of preferred) {
    const readings = stated.readingsAt(wallOf(match));
    const fitting = readings.find((reading) =>
      reading.offsetsAt(wallOf(match)).minutes.includes(match.offset),
    );
    if (!fitting) continue;
    if (readings.length === 1) {
      const { assumption: _assumption, ...sure } = stated;
      return { zone: sure, match, standing: 'confirmed' };
    }
    return fitting === readings[0]
      ? { zone: only(stated.written, fitting), match, standing: 'confirmed' }
      : { zone: only(fitting.zone, fitting), match, standing: 'decided' };
  }
  const readings = [
    ...stated.readingsAt(wallOf(first)),
    ...readingOf(offsetName(first.offset), wallOf(first)),
  ];
  return {
    zone: among(stated.written, distinct(readings, wallOf(first))),
    match: first,
    standing: 'against',
  };
};
