import { plain } from '../report/public.ts';
import type { ReportEntry, Taken } from './gathered.ts';
import { inert } from './inert.ts';
import type { Io } from './io.ts';

/** What all of an import came to. */
export interface ImportTotals {
  documents: number;
  appended: number;
  known: number;
  corrected: number;
  retracted: number;
  mended: number;
  reinstated: number;
  outdated: number;
  warnings: number;
  leftOut: number;
}

/** Tells what an import comes to, while it goes on and at its end. */
export interface ImportReport {
  /** Takes what comes next. */
  readonly tell: (entry: ReportEntry) => Promise<void>;
  /** Tells the rest: totals, and what stopped it, if anything did. */
  readonly end: (stoppedBy: readonly string[]) => Promise<void>;
}

const COUNTS = ['appended', 'known', 'corrected', 'retracted', 'reinstated', 'outdated'] as const;

const noTotals = (): ImportTotals => ({
  documents: 0,
  appended: 0,
  known: 0,
  corrected: 0,
  retracted: 0,
  mended: 0,
  reinstated: 0,
  outdated: 0,
  warnings: 0,
  leftOut: 0,
});

const addTo = (totals: ImportTotals, entry: ReportEntry): void => {
  if (entry._tag === 'Warning') totals.warnings += 1;
  else if (entry._tag === 'LeftOut') totals.leftOut += 1;
  else {
    totals.documents += 1;
    for (const count of COUNTS) totals[count] += entry[count];
    totals.mended += entry.mended;
  }
};

/** What is said of claims of which the words are the same. */
const MENDED = 'read otherwise now';

const counted = (counts: Pick<Taken, (typeof COUNTS)[number] | 'mended'>): string =>
  COUNTS.filter((what) => counts[what] > 0 || what === 'appended')
    .map((what) => `${counts[what]} ${what}`)
    .join(', ') + (counts.mended > 0 ? ` (${counts.mended} ${MENDED})` : '');

/** Lines of each kind that people are shown. */
const MOST_LINES = 20;
/** Places that are named where the same is said of many. */
const MOST_PLACES = 3;
/** Different things said that are told apart. */
const MOST_SAID = 1000;

/** Says things once, each with the first places it was said of, and how often. */
const groupedBySaying = () => {
  const groups = new Map<string, { count: number; readonly places: string[] }>();
  let others = 0;
  return {
    add: (place: string, saying: string): void => {
      const group = groups.get(saying);
      if (group) {
        group.count += 1;
        if (group.places.length < MOST_PLACES) group.places.push(place);
      } else if (groups.size < MOST_SAID) groups.set(saying, { count: 1, places: [place] });
      else others += 1;
    },
    lines: (kind: string): readonly string[] => {
      const all = [...groups];
      const shown = all.slice(0, MOST_LINES).map(([saying, { count, places }]) => {
        const more = count - places.length;
        const tail = more > 0 ? ` (${places.slice(1).join(', ')} and ${more} more)` : '';
        const also = more === 0 && count > 1 ? ` (also ${places.slice(1).join(', ')})` : tail;
        return `${kind}: ${places[0] ?? ''}: ${saying}${also}`;
      });
      const rest = all.slice(MOST_LINES).reduce((sum, [, { count }]) => sum + count, others);
      return rest > 0 ? [...shown, `${kind}: and ${rest} more`] : shown;
    },
  };
};

/** A report for people: what was recorded to standard output, what was not to standard error. */
export const textReport = (io: Io, { isDryRun }: { readonly isDryRun: boolean }): ImportReport => {
  const totals = noTotals();
  const warnings = groupedBySaying();
  const leftOut = groupedBySaying();
  let changes = 0;
  const changeLines = ({ changes: all }: Taken): readonly string[] => {
    const told = all.filter(({ as }) => as !== 'appended');
    const room = Math.max(0, MOST_LINES - changes);
    changes += told.length;
    return told.slice(0, room).map(({ as, type = '', place, isMended }) => {
      const why = isMended === true ? ` (${MENDED})` : '';
      return `  ${plain(`${as}: ${[type, place].filter(Boolean).join(', ')}${why}`)}`;
    });
  };
  return {
    tell: async (entry) => {
      addTo(totals, entry);
      if (entry._tag === 'Warning') warnings.add(`${entry.file}: ${entry.place}`, entry.message);
      else if (entry._tag === 'LeftOut') {
        leftOut.add(`${entry.file}: ${entry.place}`, entry.reason);
      } else {
        const { file, incidentId } = entry;
        io.progress(`${file}: ${totals.documents} documents`);
        if (totals.documents > MOST_LINES) {
          changes += entry.changes.filter(({ as }) => as !== 'appended').length;
          return;
        }
        if (isDryRun && totals.documents === 1) await io.out('dry run: nothing is written\n');
        const lines = [plain(`${file}: ${incidentId}: ${counted(entry)}`), ...changeLines(entry)];
        await io.out(lines.map((line) => `${line}\n`).join(''));
      }
    },
    end: async () => {
      io.progress('');
      for (const line of warnings.lines('warning')) io.say(line);
      for (const line of leftOut.lines('left out')) io.say(line);
      const lines = [
        ...(totals.documents > MOST_LINES
          ? [`and ${totals.documents - MOST_LINES} more documents`]
          : []),
        ...(changes > MOST_LINES ? [`and ${changes - MOST_LINES} more changes`] : []),
        ...(totals.documents > 1
          ? [
              `total: ${totals.documents} documents: ${counted(totals)}${totals.leftOut > 0 ? `; ${totals.leftOut} left out` : ''}`,
            ]
          : []),
      ];
      await io.out(lines.map((line) => `${line}\n`).join(''));
    },
  };
};

/** A report as one JSON document: everything, an entry a line, then the totals. */
export const jsonReport = (io: Io, { isDryRun }: { readonly isDryRun: boolean }): ImportReport => {
  const totals = noTotals();
  let count = 0;
  return {
    tell: async (entry) => {
      addTo(totals, entry);
      const lead = count === 0 ? `{"dryRun":${isDryRun},"report":[\n` : ',\n';
      count += 1;
      await io.out(`${lead}${inert(JSON.stringify(entry))}`);
    },
    end: async (stoppedBy) => {
      io.progress('');
      const lead = count === 0 ? `{"dryRun":${isDryRun},"report":[` : '';
      const rest = JSON.stringify({ totals, stoppedBy }).slice(1);
      await io.out(`${lead}\n],${inert(rest)}\n`);
    },
  };
};
