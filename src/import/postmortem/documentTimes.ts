import type { Moment } from '../../primitives/moment.ts';
import type { DocumentEntry } from './documentEntry.ts';
import type { ReadOptions } from '../importer.ts';
import { byThen } from '../time/momentsAround.ts';
import type { Reading } from '../reading.ts';
import { newReading } from '../reading.ts';
import { spanOf } from '../prose/spanOf.ts';
import type { TimeMark } from '../time/timeMark.ts';
import type { TimeSetting } from '../time/timeSetting.ts';
import { momentOf } from '../time/timeSetting.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import type { Witness, WitnessWindow } from '../time/witness.ts';
import type { WitnessedZone } from './witnessedZone.ts';
import { witnessedZone, witnessMatches } from './witnessedZone.ts';
import type { Zone } from '../time/zone.ts';
import { zoneOf } from '../time/zone.ts';

/** The times of a document as moments, its zones decided. */
export interface DocumentTimes {
  /** The moment of an entry, of its start alone for a range. */
  momentOf(entry: DocumentEntry): Moment;
  /** The moment of an entry were it on a day; nothing is warned of. */
  on(entry: DocumentEntry, day: DatedDay): Moment;
  /** The end of a range. */
  untilOf(entry: DocumentEntry): Moment | undefined;
  /** The whole of an entry. */
  wholeOf(entry: DocumentEntry): Moment;
  /** The moment of a time that stands by itself. */
  markOf(mark: TimeMark, day: DatedDay): Moment;
  /** The zones that were stated or found, each with what the witnesses say of it. */
  readonly zones: readonly (WitnessedZone & { readonly stated: string | null })[];
}

/** What zones are decided by. */
export interface TimesSetting {
  /** All that has a time. */
  readonly entries: readonly DocumentEntry[];
  /** The zone that the document says its times are in. */
  readonly general: string | null;
  /** Language of the document. */
  readonly language: string;
  /** What tells instants. */
  readonly witnesses: readonly Witness[];
  /** What tells stretches of time. */
  readonly windows: readonly WitnessWindow[];
  /** What the reader was told. */
  readonly options: ReadOptions;
  /** Name of the group of moments whose zone is decided together. */
  readonly group: string;
  /** Whether the document shows the order of its dates. */
  readonly orderKnown: boolean;
  /** Where warnings go. */
  readonly reading: Reading;
}

const UTC: Zone = zoneOf('UTC') ?? { written: 'UTC', readingsAt: () => [] };
/** Where most who write a language are at home. */
const HOMES: Readonly<Record<string, string>> = { fr: 'Europe/Paris', it: 'Europe/Rome' };

/** Without any word on the zone: times in French or Italian can be those at home or UTC, others are taken as UTC. */
const unstated = (language: string): Zone => {
  const home = HOMES[language];
  const zone = home === undefined ? null : zoneOf(home);
  if (home === undefined || !zone) return UTC;
  return {
    written: `UTC or ${home}`,
    doubt: `no zone is named: times can be in UTC or ${home}, undecided`,
    readingsAt: (wall) => [...UTC.readingsAt(wall), ...zone.readingsAt(wall)],
  };
};

/** The zone said with an entry: beside it, behind the end of its range, or over its section. */
const statedWith = ({ mark, until, sectionZone }: DocumentEntry): string | undefined =>
  mark.zone ?? until?.zone ?? sectionZone;

/** The zones that stand beside times, each once, in the order of the document. */
const zonesBeside = (entries: readonly DocumentEntry[]): readonly string[] => [
  ...new Set(
    entries.flatMap(({ mark, until }) =>
      [mark.zone, until?.zone].flatMap((zone) =>
        zone !== undefined && zoneOf(zone) !== null ? [zone] : [],
      ),
    ),
  ),
];

/** Decides the zones and gives every entry its moment. */
export const documentTimes = (given: TimesSetting): DocumentTimes => {
  const { entries, general, language, options, reading, group, orderKnown, windows } = given;
  const beside = zonesBeside(entries);
  const common = general ?? beside[0] ?? null;
  const groups = new Map<string | null, DocumentEntry[]>();
  for (const entry of entries) {
    const name = statedWith(entry) ?? common;
    const same = groups.get(name);
    if (same) same.push(entry);
    else groups.set(name, [entry]);
  }
  const decided = new Map<string | null, WitnessedZone & { readonly stated: string | null }>();
  const zoneFor = (name: string | null): WitnessedZone & { readonly stated: string | null } => {
    const known = decided.get(name);
    if (known) return known;
    const own = groups.get(name) ?? [];
    const told = name ?? options.zone ?? null;
    const zone = told === null ? null : zoneOf(told, options.zone);
    const made = {
      ...witnessedZone(zone, witnessMatches(own, given.witnesses), own, windows, given.witnesses),
      stated: name,
    };
    decided.set(name, made);
    return made;
  };
  for (const name of groups.keys()) zoneFor(name);
  const shared = {
    group,
    orderKnown,
    ...(options.zone !== undefined && { preferred: options.zone }),
  };
  const settingFor = (name: string | null): TimeSetting => {
    const { zone, match } = zoneFor(name);
    const found = zone ?? (name === null ? unstated(language) : UTC);
    const basis = name !== null || match !== undefined ? 'document' : 'assumed';
    return { zone: found, basis, ...shared };
  };
  const moment = (
    entry: DocumentEntry,
    mark: TimeMark,
    day: DatedDay | undefined,
    into: Reading = reading,
  ): Moment => {
    const own = mark.zone ?? statedWith(entry);
    const name = own ?? common;
    const place = `line ${entry.line}`;
    if (own === undefined && general === null && beside[1] !== undefined) {
      into.warnOnce(
        place,
        'zone beside others',
        `no zone is named for "${mark.written}" and the like; ${beside[0] ?? ''} is taken, the first that stands beside other times (${beside.join(', ')})`,
      );
    }
    // What stands beside a time holds as it is, unless a witness has spoken about it.
    if (mark.zone !== undefined && zoneFor(name).standing === 'none')
      return momentOf(mark, day, settingFor(common), into, place);
    if (name !== null && zoneOf(name, options.zone) === null)
      return momentOf({ ...mark, zone: name }, day, settingFor(common), into, place);
    const { zone: stated, ...bare } = mark;
    const setting = settingFor(name);
    const isSure = stated !== undefined && zoneFor(name).standing === 'confirmed';
    return momentOf(bare, day, isSure ? { ...setting, basis: 'stated' } : setting, into, place);
  };
  const start = new Map<DocumentEntry, Moment>();
  const startOf = (entry: DocumentEntry): Moment => {
    const known = start.get(entry);
    if (known) return known;
    const made =
      entry.elsewhere === true && entry.mark.zone === undefined
        ? { written: entry.mark.written }
        : moment(entry, entry.mark, entry.day);
    start.set(entry, made);
    return made;
  };
  const untilOf = (entry: DocumentEntry): Moment | undefined =>
    entry.until && moment(entry, entry.until, entry.untilDay ?? entry.day);
  return {
    momentOf: startOf,
    on: (entry, day) => moment(entry, entry.mark, day, newReading()),
    untilOf,
    wholeOf: (entry) => {
      const from = startOf(entry);
      const to = untilOf(entry);
      if (entry.by === true) return byThen(from);
      return to ? spanOf(from, to, `${entry.mark.written} - ${entry.until?.written ?? ''}`) : from;
    },
    markOf: (mark, day) => momentOf(mark, day, settingFor(common), reading, 'document'),
    zones: [...decided.values()],
  };
};
