import { zoneAbbreviations, zonePhrases } from './zoneAbbreviations.ts';
import type { WallOffsets } from './zoneOffsets.ts';
import { offsetMinutes, wallOffsets, zoneClock } from './zoneOffsets.ts';

/** One meaning of a zone. */
export interface ZoneReading {
  /** Its name: IANA, offset, or the abbreviation. */
  readonly zone: string;
  /** The offsets that a wall time can have had in it. */
  readonly offsetsAt: (wallMs: number) => WallOffsets;
}

/** A zone as written, with what it can mean. */
export interface Zone {
  /** As it stood. */
  readonly written: string;
  /** What it means at a wall time: several readings where the abbreviation does not fit the season. */
  readonly readingsAt: (wallMs: number) => readonly ZoneReading[];
  /** What was assumed about it, in a sentence, where the letters have several meanings. */
  readonly assumption?: string;
  /** Why several readings are left open, in a sentence, where it is not that it does not fit the season. */
  readonly doubt?: string;
}

const fixed = (zone: string, minutes: number): ZoneReading => {
  const offsets: WallOffsets = { minutes: [minutes], skipped: false };
  return { zone, offsetsAt: () => offsets };
};

const regional = (zone: string): ZoneReading | null => {
  const clock = zoneClock(zone);
  return clock && { zone, offsetsAt: (wallMs) => wallOffsets(clock, wallMs) };
};

const always = (written: string, reading: ZoneReading): Zone => {
  const readings = [reading];
  return { written, readingsAt: () => readings };
};

const abbreviated = (written: string, preferred: string | undefined): Zone | null => {
  const known = zoneAbbreviations[written.toUpperCase()];
  if (!known) return null;
  const chosen = preferred !== undefined && known.others?.includes(preferred);
  const region = known.region === undefined ? null : regional(known.region);
  if (chosen || known.minutes === undefined) {
    const reading = chosen ? regional(preferred) : region;
    return reading && always(written, reading);
  }
  const literal = fixed(written, known.minutes);
  const alone = [literal];
  // In summer people go on writing CET or PST, in winter CEST or PDT: both what it says and what the clocks there
  // showed stay open.
  const readingsAt = (wallMs: number): readonly ZoneReading[] => {
    if (!region) return alone;
    const shown = region.offsetsAt(wallMs).minutes;
    return shown.includes(known.minutes ?? 0) ? alone : [literal, region];
  };
  if (known.others === undefined) return { written, readingsAt };
  const sign = known.minutes < 0 ? '-' : '+';
  const hours = `${Math.floor(Math.abs(known.minutes) / 60)}:${String(Math.abs(known.minutes) % 60).padStart(2, '0')}`;
  return {
    written,
    readingsAt,
    assumption: `${written} is taken as UTC${sign}${hours}; it can also mean the time of ${known.others.join(' or ')}`,
  };
};

const readZone = (written: string, preferred?: string): Zone | null => {
  const minutes = offsetMinutes(written);
  if (minutes !== null) return always(written, fixed(written, minutes));
  const words = written.toLowerCase();
  const phrase = Object.hasOwn(zonePhrases, words) ? zonePhrases[words] : undefined;
  if (phrase !== undefined) {
    const letters = abbreviated(phrase, preferred);
    if (letters) return letters;
    const reading = regional(phrase);
    return reading && always(written, { ...reading, zone: phrase });
  }
  const short = abbreviated(written, preferred);
  if (short) return short;
  const reading = regional(written);
  return reading && always(written, reading);
};

const REMEMBERED = 500;
const zones = new Map<string, Zone | null>();

/**
 * The zone that a text names: an IANA name, an offset, an abbreviation or a phrase; null when there is none such.
 *
 * @param preferred - IANA zone the reader was told of; it decides between the meanings of an abbreviation.
 */
export const zoneOf = (written: string, preferred?: string): Zone | null => {
  const key = preferred === undefined ? written : `${written}\n${preferred}`;
  const known = zones.get(key);
  if (known !== undefined) return known;
  const zone = readZone(written, preferred);
  // A text can name any number of zones that there are not.
  if (zones.size >= REMEMBERED) zones.clear();
  zones.set(key, zone);
  return zone;
};
