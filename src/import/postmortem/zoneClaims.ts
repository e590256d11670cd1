import type { Claim } from '../../events/claim.ts';
import type { Mention } from '../../events/communication.ts';
import { instantOfMs } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import type { DocumentTimes } from './documentTimes.ts';
import { byPublication, postmortemPlace } from '../prose/postmortem.ts';
import type { Postmortem } from '../prose/postmortem.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { dayMs, isoDay, wallMoment } from '../time/wallMoment.ts';
import type { WitnessedZone, WitnessMatch } from './witnessedZone.ts';
import { zoneOf } from '../time/zone.ts';

const shown = (ms: number): string => instantOfMs(ms).slice(0, 16).replace('T', ' ');

const said = ({ witness }: WitnessMatch): string =>
  `the ${witness.what} in line ${witness.line} (${shown(witness.ms)} UTC)`;

/** What the words of the document make of the time that a witness tells, were they taken by the letter. */
const byTheLetter = (stated: string, { entry }: WitnessMatch): Moment | null => {
  const zone = zoneOf(stated);
  const { day, mark } = entry;
  if (!zone || !day || !mark.clock) return null;
  const { moment } = wallMoment({
    day,
    clock: mark.clock,
    zone: { written: stated, readingsAt: (wall) => zone.readingsAt(wall).slice(0, 1) },
    basis: 'document',
    written: mark.written,
    group: '',
  });
  return moment;
};

/** The type of the claim made of an entry. */
const typeAt = (claims: readonly Claim[], line: number): string =>
  claims.find(
    ({ source, type }) =>
      type !== 'NoteAdded' && source.locator?.endsWith(`, line ${line}`) === true,
  )?.type ?? 'NoteAdded';

const message = (stated: string | null, decided: WitnessedZone, match: WitnessMatch): string => {
  const zone = decided.zone?.written ?? 'UTC';
  const at = `"${match.entry.mark.written}" (line ${match.entry.line})`;
  if (stated === null) {
    return decided.standing === 'decided'
      ? `no zone is named; ${said(match)} is ${at}, so times are read in ${zone}`
      : `no zone is named, and links show several: ${zone}, undecided`;
  }
  return decided.standing === 'decided'
    ? `times are said to be in ${stated}, but ${said(match)} is ${at}: they are read in ${zone}`
    : `times are said to be in ${stated}, but ${said(match)} would be ${at}: which holds is undecided`;
};

const DAY = 24 * 60 * 60_000;

/**
 * Says where the words of a document about its own times do not agree: a witness with the stated zone, the title with
 * the timeline. What they state is kept as mentions, which are compared with the claims and never taken for one.
 *
 * @param beside - Those of lines that tell a time twice.
 */
export const zoneClaims = (
  postmortem: Postmortem,
  times: DocumentTimes,
  titled: DatedDay | undefined,
  story: readonly { readonly day: DatedDay; readonly line: number }[],
  language: string,
  beside: readonly Mention[] = [],
): void => {
  const { page } = postmortem;
  const mentions: Mention[] = [...beside];
  for (const decided of times.zones) {
    const { match, standing, stated } = decided;
    if (!match || standing === 'none' || standing === 'confirmed') continue;
    page.reading.warn(`line ${match.entry.line}`, message(stated, decided, match));
    const letter = stated === null ? null : byTheLetter(stated, match);
    if (!letter) continue;
    const about = typeAt(page.reading.claims, match.entry.line);
    const at = instantOfMs(match.witness.ms);
    const witnessed = {
      earliest: at,
      latest: instantOfMs(match.witness.ms + match.witness.widthMs - 1),
      written: match.witness.written,
    };
    mentions.push(
      { about, moment: letter, language },
      { about, moment: witnessed, language: 'und' },
    );
  }
  const [first] = story;
  const isFar = ({ day }: { readonly day: DatedDay }): boolean =>
    titled !== undefined && Math.abs(dayMs(titled) - dayMs(day)) > DAY;
  if (titled && first && story.every(isFar)) {
    const written = isoDay(titled);
    const told = isoDay(first.day);
    page.reading.warn(
      'title',
      `the title names ${written}, the timeline begins on ${told}; the timeline is followed`,
    );
    mentions.push({
      about: typeAt(page.reading.claims, first.line),
      moment: times.markOf({ start: 0, end: written.length, written, day: titled }, titled),
      language,
    });
  }
  if (mentions.length === 0) return;
  page.reading.add(
    'StatusPublished',
    { status: 'postmortem', audience: 'internal', mentions },
    postmortemPlace(postmortem, 'stated times', byPublication(postmortem)),
  );
};
