/** A row of a CSV text. */
export interface CsvRow {
  /** Its fields, without their quotes. */
  readonly fields: readonly string[];
  /** Its place among the rows, from 1; blank lines are no rows. */
  readonly row: number;
  /** The line it begins on, from 1. */
  readonly line: number;
  /** All of it as it is written, quotes and all. */
  readonly text: string;
  /** What is wrong with it, in a sentence. */
  readonly fault?: string;
}

/** Takes a CSV text in pieces and gives the rows that they complete. */
export interface CsvReader {
  /** Takes the next piece. */
  readonly write: (piece: string) => readonly CsvRow[];
  /** Takes the end of the text. */
  readonly end: () => readonly CsvRow[];
}

/** Characters; a longer row is one whose quote was not closed. */
const LONGEST = 1_048_576;

const QUOTE = '"';

/** Where the scan of a row with quotes ended. */
interface Scanned {
  readonly fields: readonly string[];
  /** Index of the first character of the next row. */
  readonly next: number;
  /** Line ends inside the row and at its end. */
  readonly lines: number;
  readonly fault?: string;
}

const lineFeeds = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
};

/** Index of the end of a line from there, its carriage return not in it. */
const lineEnd = (text: string, from: number): { readonly end: number; readonly next: number } => {
  const feed = text.indexOf('\n', from);
  if (feed < 0) return { end: text.length, next: text.length };
  return { end: text.charCodeAt(feed - 1) === 13 && feed > from ? feed - 1 : feed, next: feed + 1 };
};

/** Index of the quote that closes a field, from the character behind the one that opens it; -1 when none does. */
const closingQuote = (text: string, from: number): number => {
  for (let at = text.indexOf(QUOTE, from); at >= 0; at = text.indexOf(QUOTE, at + 2)) {
    if (text[at + 1] !== QUOTE) return at;
  }
  return -1;
};

/** Reads a row in which there is a quote; null when the text does not go on to its end. */
const scanned = (
  text: string,
  start: number,
  delimiter: string,
  isLast: boolean,
): Scanned | null => {
  const fields: string[] = [];
  let at = start;
  const ended = (next: number, fault?: string): Scanned => ({
    fields,
    next,
    lines: lineFeeds(text, start, next),
    ...(fault !== undefined && { fault }),
  });
  for (;;) {
    if (text[at] === QUOTE) {
      const close = closingQuote(text, at + 1);
      // The last quote there is may be the first half of a doubled one.
      if (close < 0 || (close === text.length - 1 && !isLast)) {
        // What is below the line on which the row begins are most likely rows: no quote in them stands alone, or it would close this one.
        return isLast
          ? ended(lineEnd(text, start).next, 'a quote is opened and never closed')
          : null;
      }
      fields.push(text.slice(at + 1, close).replaceAll('""', QUOTE));
      at = close + 1;
      if (text[at] === delimiter) at += 1;
      else {
        const { end, next } = lineEnd(text, at);
        if (next === text.length && text[next - 1] !== '\n' && !isLast) return null;
        return end === at ? ended(next) : ended(next, 'there is text behind a closing quote');
      }
      continue;
    }
    const { end, next } = lineEnd(text, at);
    const to = text.indexOf(delimiter, at);
    if (to >= 0 && to < end) {
      fields.push(text.slice(at, to));
      at = to + 1;
      continue;
    }
    if (next === text.length && text[next - 1] !== '\n' && !isLast) return null;
    fields.push(text.slice(at, end));
    return ended(next);
  }
};

/**
 * A reader of CSV: fields between delimiters, quotes around those that hold delimiters, line ends or quotes, which are
 * doubled; lines end with a line feed or with both a carriage return and one. A byte order mark is passed over.
 *
 * @remarks Errors: a row whose quotes are wrong has a `fault`, and the reading goes on behind its last line.
 * Source: RFC 4180, section 2.
 * @param delimiter - One character.
 */
export const csvReader = (delimiter: string): CsvReader => {
  let [rest, row, line, isBegun] = ['', 0, 1, false];
  /** Whether what comes is of a line that was given up, up to its end. */
  let isGivenUp = false;

  /** What stands behind the end of the first line; nothing when that is still to come. */
  const behindLine = (text: string): string => {
    const feed = text.indexOf('\n');
    isGivenUp = feed < 0;
    if (!isGivenUp) line += 1;
    return isGivenUp ? '' : text.slice(feed + 1);
  };

  const rowsIn = (text: string, isLast: boolean): readonly CsvRow[] => {
    const rows: CsvRow[] = [];
    let at = 0;
    const take = (fields: readonly string[], written: string, fault?: string): void => {
      row += 1;
      rows.push(
        fault === undefined
          ? { fields, row, line, text: written }
          : { fields, row, line, text: written, fault },
      );
    };
    while (at < text.length) {
      const feed = text.indexOf('\n', at);
      if (feed < 0 && !isLast) break;
      const { end, next } = lineEnd(text, at);
      const plain = text.slice(at, end);
      if (!plain.includes(QUOTE)) {
        if (plain !== '') take(plain.split(delimiter), plain);
        line += 1;
        at = next;
        continue;
      }
      const found = scanned(text, at, delimiter, isLast);
      if (!found) break;
      take(found.fields, text.slice(at, found.next).trimEnd(), found.fault);
      line += found.lines;
      at = found.next;
    }
    rest = text.slice(at);
    if (rest.length > LONGEST) {
      take([], '', `it is longer than ${LONGEST} characters; a quote may be missing`);
      // What was taken for the inside of a quote is passed over up to the end of its first line.
      const remaining = behindLine(rest);
      rest = '';
      return remaining === '' ? rows : [...rows, ...rowsIn(remaining, isLast)];
    }
    return rows;
  };

  // A row that goes on is looked at again only once there is a good deal more of it.
  let pending: string[] = [];
  let length = 0;
  const taken = (isLast: boolean): readonly CsvRow[] => {
    const whole = rest + pending.join('');
    const text = isGivenUp ? behindLine(whole) : whole;
    pending = [];
    length = 0;
    if (isBegun || text === '') return text === '' ? [] : rowsIn(text, isLast);
    isBegun = true;
    return rowsIn(text.replace(/^\uFEFF/, ''), isLast);
  };

  return {
    write: (piece) => {
      pending.push(piece);
      length += piece.length;
      return length * 4 < rest.length ? [] : taken(false);
    },
    end: () => taken(true),
  };
};
