import type { IncidentId, LogFault, StoredEvent, Vocabulary } from '../index.ts';
import { readLog } from '../index.ts';
import { spilledTexts } from './spilledTexts.ts';

/** One incident of a log. */
export interface TakenIncident {
  /** The incident. */
  readonly incidentId: IncidentId;
  /** Its events by revision, as the log has them. */
  readonly stored: readonly StoredEvent[];
}

/** What is wrong with a log. */
export interface TakenFaults {
  /** What is wrong by line: the first of it, where it is much. */
  readonly first: readonly LogFault[];
  /** How much it is in all. */
  readonly count: number;
}

/**
 * A log of any size, with its incidents in any order, taken in line by line. In memory are the lines of one incident
 * that follow each other, and the ids of all; the lines go into a file of the temporary folder once they are many.
 */
export interface TakenLog {
  /** Takes a line that is not empty, and its number. */
  readonly take: (text: string, line: number) => void;
  /** What is wrong with the lines, once all of them have come. */
  readonly faults: () => TakenFaults;
  /** The incidents of a sound log, in the order in which they first come. */
  readonly incidents: () => Iterable<TakenIncident>;
  /** Removes the file. */
  readonly remove: () => void;
}

interface Line {
  readonly text: string;
  readonly line: number;
}

/** What is wrong is remembered up to so much. */
const MOST_FAULTS = 1000;

/** Counts what is wrong, and remembers the first of it by line. */
const faultList = () => {
  let kept: LogFault[] = [];
  let count = 0;
  const sorted = (): LogFault[] => kept.toSorted((a, b) => a.line - b.line).slice(0, MOST_FAULTS);
  return {
    add: (faults: readonly LogFault[]): void => {
      kept.push(...faults.slice(0, 2 * MOST_FAULTS));
      count += faults.length;
      if (kept.length > 2 * MOST_FAULTS) kept = sorted();
    },
    all: (): TakenFaults => ({ first: sorted(), count }),
  };
};

/** The incident that a line names; null when it names none. */
const incidentOf = (text: string): string | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' &&
      value !== null &&
      'incidentId' in value &&
      typeof value.incidentId === 'string'
      ? value.incidentId
      : null;
  } catch {
    return null;
  }
};

/** What is wrong with lines of one incident, or with one line, each fault at its own line of the log. */
const faultsIn = (lines: readonly Line[], vocabulary: Vocabulary<unknown>): readonly LogFault[] => {
  const lineAt = (at: number): number => lines[at - 1]?.line ?? at;
  const { faults } = readLog(lines.map(({ text }) => text).join('\n'), vocabulary);
  return faults.map((fault) => {
    const line = lineAt(fault.line);
    return 'firstLine' in fault
      ? { ...fault, line, firstLine: lineAt(fault.firstLine) }
      : { ...fault, line };
  });
};

const written = (lines: readonly Line[]): string =>
  lines.map(({ line, text }) => `${line}\t${text}\n`).join('');

const linesOf = (texts: Iterable<string>): readonly Line[] => {
  const lines: Line[] = [];
  for (const text of texts) {
    for (const each of text.trimEnd().split('\n')) {
      const tab = each.indexOf('\t');
      lines.push({ line: Number(each.slice(0, tab)), text: each.slice(tab + 1) });
    }
  }
  return lines;
};

/**
 * No lines yet.
 *
 * @param folder - Where to make a folder for the file.
 */
export const takenLog = (vocabulary: Vocabulary<unknown>, folder: string): TakenLog => {
  const spilled = spilledTexts(folder);
  const wrong = faultList();
  /** Those that have to be looked at whole: they came in several places, or something is wrong with them. */
  const open = new Set<string>();
  let run: { readonly key: string; readonly lines: Line[] } | null = null;

  const close = (): void => {
    if (!run) return;
    const { key, lines } = run;
    if (spilled.has(key) || faultsIn(lines, vocabulary).length > 0) open.add(key);
    spilled.add(key, written(lines));
    run = null;
  };

  return {
    take: (text, line) => {
      const key = incidentOf(text);
      if (key === null) {
        wrong.add(faultsIn([{ text, line }], vocabulary));
        return;
      }
      if (run?.key !== key) {
        close();
        run = { key, lines: [] };
      }
      run.lines.push({ text, line });
    },
    faults: () => {
      close();
      for (const key of open) wrong.add(faultsIn(linesOf(spilled.texts(key)), vocabulary));
      open.clear();
      return wrong.all();
    },
    *incidents() {
      close();
      for (const key of spilled.keys()) {
        const stored = linesOf(spilled.texts(key)).map(
          // The log was found to be sound, so each line is an event.
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          ({ text }) => JSON.parse(text) as StoredEvent,
        );
        const [first] = stored;
        if (!first) continue;
        const inOrder = stored.toSorted((a, b) => a.revision - b.revision);
        yield { incidentId: first.incidentId, stored: inOrder };
      }
    },
    remove: spilled.remove,
  };
};
