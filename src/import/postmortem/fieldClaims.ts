import type { Moment } from '../../primitives/moment.ts';
import { elapsed } from '../../primitives/elapsed.ts';
import type { DocumentEntry } from './documentEntry.ts';
import type { SpokenEntry } from './documentFacts.ts';
import type { DocumentTimes } from './documentTimes.ts';
import type { ValueField } from './entryGatherer.ts';
import type { PhraseType } from '../prose/phrases.ts';
import { byPublication, postmortemPlace } from '../prose/postmortem.ts';
import type { Postmortem } from '../prose/postmortem.ts';
import type { ClaimPlace } from '../reading.ts';

/** Makes the claim of one thing that happened, numbered as the first of its kind. */
const claim = (
  { page }: Postmortem,
  type: PhraseType,
  text: { readonly [language: string]: string },
  place: ClaimPlace,
): void => {
  const { reading } = page;
  switch (type) {
    case 'ImpactStarted':
    case 'ImpactEnded':
      for (const { impactId } of page.impacts) reading.add(type, { impactId, text }, place);
      return;
    case 'AlertRaised':
      reading.add(type, { alertId: 'alert-1', text }, place);
      return;
    case 'CellCreated':
    case 'CellClosed':
      reading.add(type, { cellId: 'cell-1', text }, place);
      return;
    case 'FixApplied':
    case 'FixReverted':
      reading.add(type, { fixId: 'main', text }, place);
      return;
    case 'ChangeMade':
      reading.add(type, { changeId: 'change-1', text }, place);
      return;
    case 'Declared':
      reading.add(type, { kind: 'incident', text }, place);
      return;
    default:
      reading.add(type, { text }, place);
  }
};

const slugOf = (name: string): string =>
  name.toLowerCase().replaceAll(/\s+/g, ' ').trim().slice(0, 60);

/** The name of a field, with its number from the second of that name on. */
const numbered = (counts: Map<string, number>, name: string): string => {
  const nth = (counts.get(name) ?? 0) + 1;
  counts.set(name, nth);
  return nth === 1 ? name : `${name} ${nth}`;
};

/** Makes the claims of the labelled times: `Detected: …`, `Start: …`; a period is a start and an end. */
export const timeFieldClaims = (
  postmortem: Postmortem,
  spoken: readonly SpokenEntry[],
  times: DocumentTimes,
): void => {
  const counts = new Map<string, number>();
  const told = new Set<string>();
  for (const { language, entry } of spoken) {
    const { field } = entry;
    if (!field) continue;
    const text = { [language]: entry.text };
    const moment = times.momentOf(entry);
    const label = field.label.about === 'time' ? field.label.type : field.label.about;
    // The same word in another language is the same claim.
    const same = `${label} ${moment.earliest ?? ''} ${moment.latest ?? ''}`;
    if (told.has(same) && moment.earliest !== undefined) continue;
    told.add(same);
    const where = `field ${numbered(counts, slugOf(label))}`;
    const place = (at: Moment): ClaimPlace => postmortemPlace(postmortem, where, at, entry.line);
    const type = field.label.about === 'time' ? field.label.type : null;
    if (type === 'PostmortemPublished') continue;
    const until = times.untilOf(entry);
    if (until && (field.label.about !== 'time' || field.label.type === 'ImpactStarted')) {
      claim(postmortem, 'ImpactStarted', text, place(moment));
      claim(postmortem, 'ImpactEnded', text, place(until));
    } else if (type !== null) {
      claim(postmortem, type, text, place(times.wholeOf(entry)));
    } else if (field.label.about === 'window') {
      claim(postmortem, 'ImpactStarted', text, place(moment));
    } else postmortem.page.reading.add('NoteAdded', { text }, place(times.wholeOf(entry)));
  }
};

const MINUTE = 60_000;

const minutes = (ms: number): string => `${Math.round(ms / MINUTE)} min`;

const typeOf = ({ field }: DocumentEntry): string | undefined =>
  field?.label.about === 'time' ? field.label.type : undefined;

/** What ends the whole of an incident, one way or another. */
const ENDS = ['ImpactEnded', 'Restored', 'FixApplied', 'Resolved', 'Closed'] as const;

/** Warns where a stated length is not that between the stated times. */
const checked = (
  postmortem: Postmortem,
  field: ValueField,
  spoken: readonly SpokenEntry[],
  times: DocumentTimes,
): void => {
  const { label, length } = field;
  if (label.about !== 'duration' || !length) return;
  const momentFor = (type: string): Moment | undefined => {
    const found = spoken.find(({ entry }) => typeOf(entry) === type);
    return found && times.momentOf(found.entry);
  };
  const starts = (['Detected', 'ImpactStarted', 'Declared'] as const).flatMap(
    (type) => momentFor(type) ?? [],
  );
  const ends = (label.to === undefined ? ENDS : [label.to]).flatMap(
    (type) => momentFor(type) ?? [],
  );
  const fits = starts.some((from) =>
    ends.some((to) => {
      const { minMs, maxMs } = elapsed(from, to);
      if (minMs === null || maxMs === null) return true;
      // Times may be exact to the second where the length is one of minutes.
      return length.ms > minMs - MINUTE && length.ms < maxMs + MINUTE;
    }),
  );
  const [[from], [to]] = [starts, ends];
  if (fits || !from || !to) return;
  const { ms } = elapsed(from, to);
  const counted = ms === null ? 'another length' : minutes(ms);
  postmortem.page.reading.warn(
    `line ${field.line}`,
    `"${field.name}: ${field.value}" is not what the stated times give: ${counted}`,
  );
};

/** Makes the claims of labelled values that are no times: lengths and levels. */
export const valueFieldClaims = (
  postmortem: Postmortem,
  fields: readonly {
    readonly language: string;
    readonly field: ValueField;
  }[],
  spoken: readonly SpokenEntry[],
  times: DocumentTimes,
): void => {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  for (const { language, field } of fields) {
    const { label, length, level, line } = field;
    const text = { [language]: field.written };
    const about =
      label.about === 'duration'
        ? `duration ${label.to ?? ''} ${length?.ms ?? ''}`.trim()
        : label.about === 'level'
          ? label.dimension
          : label.about;
    if (seen.has(about)) continue;
    seen.add(about);
    const name = label.about === 'duration' ? `duration ${label.to ?? ''}`.trim() : about;
    const place = postmortemPlace(
      postmortem,
      `field ${numbered(counts, name)}`,
      byPublication(postmortem),
      line,
    );
    if (label.about === 'duration' && length) {
      // How long it took to do something is a length of the impact; the whole is that of the incident.
      const partial = label.to !== undefined && label.to !== 'Resolved';
      if (partial && label.to !== 'FixApplied' && label.to !== 'Restored') {
        postmortem.page.reading.add('NoteAdded', { text }, place);
      } else {
        postmortem.page.reading.add(
          'ImpactMeasured',
          {
            ...(partial && { impactId: 'main' }),
            durationMs: length.ms,
            written: length.written,
            text,
          },
          place,
        );
      }
      checked(postmortem, field, spoken, times);
    } else if (label.about === 'level' && level !== undefined) {
      const scale = /^sev/i.test(level) ? 'sev' : 'internal';
      postmortem.page.reading.add(
        'SeverityAssigned',
        { dimension: label.dimension, scale, level: level.toUpperCase(), text },
        place,
      );
    } else if (label.about === 'date' || label.about === 'window') {
      postmortem.page.reading.add('NoteAdded', { text }, place);
    }
  }
};
