import { readText } from '../text/readText.ts';
import { findUpdates, readLines } from './findUpdates.ts';
import { headerSentence } from './headerSentence.ts';
import { historyItems, monthItems } from './historyItems.ts';
import { historyMonths } from './historyMonths.ts';
import { incidentBlocks } from './incidentBlocks.ts';
import type { Importer, ReadItem, ReadOptions } from '../importer.ts';
import { notationOf, readPage } from './readPage.ts';
import { updateLine } from './updateLine.ts';

const NAME = 'status-page';
const VERSION = '1';
const HEAD = 65_536;
const PART = /^\W{0,8}r[ée]solution(?![\p{L}])/iu;
/** The headings and the periods of a history by months. */
const MONTH = /^\s{0,3}\p{L}{3,10} \d{4}\s{0,3}$/mu;
const PERIOD =
  /^\s{0,3}\p{L}{3,10} \d{1,2}, \d{2}:\d{2} [-–] (?:\p{L}{3,10} \d{1,2}, )?\d{2}:\d{2} [A-Z]{2,5}\s{0,3}$/mu;

const recognise = (head: string): number => {
  const text = head.slice(0, HEAD).replace(/^\uFEFF/, '');
  if (/^\s{0,20}[{[<]/.test(text) || text.includes('\0')) return 0;
  let [updates, headings, timed, sentence] = [0, 0, 0, false];
  for (const line of text.split(/\r?\n/)) {
    const told = updateLine(line.trim(), {});
    const kind = told?.kind;
    if (kind === 'head' || kind === 'status' || kind === 'status-text') {
      updates++;
      // These words head post mortems of every kind, and their parts.
      if (kind !== 'head' && (told?.status === 'postmortem' || PART.test(line))) headings++;
    } else if (kind === 'time-text' && told?.mark?.day && told.mark.zone !== undefined) timed++;
    else sentence ||= headerSentence(line, {}) !== null;
  }
  if (updates === 0) {
    if (MONTH.test(text) && PERIOD.test(text)) return 0.8;
    return sentence || timed > 1 ? (timed > 2 ? 0.35 : 0.3) : 0;
  }
  if (sentence) return 0.95;
  return updates === headings ? 0.3 : updates > 1 ? 0.7 : 0.5;
};

function* itemsOf(text: string, options: ReadOptions): Iterable<ReadItem> {
  const { notation } = notationOf(text);
  const lines = readLines(text, notation);
  const blocks = incidentBlocks(lines);
  const importer = { name: NAME, version: VERSION };
  const several = blocks && historyItems(blocks, options, importer);
  if (several) {
    yield* several;
    return;
  }
  const months = historyMonths(lines, notation);
  if (months) {
    yield* monthItems(months, options, importer);
    return;
  }
  const parts = findUpdates(lines);
  if (!parts) {
    const message = 'no update was found: no line with a status such as "resolved" and a time';
    const expected = 'the text of a status page with its updates';
    yield { _tag: 'Error', error: { _tag: 'NoUpdateFound', place: 'document', message, expected } };
    return;
  }
  const page = readPage(text, parts, options, importer);
  for (const warning of page.warnings) yield { _tag: 'Warning', warning };
  yield { _tag: 'Document', document: page.document };
}

const read: Importer['read'] = (pieces, options = {}) =>
  readText(pieces, options, (text) => itemsOf(text, options));

/**
 * Reads the text of a status page, as copied from the page: about one incident, or a history of several, each below
 * its day. Header, updates, reference headers inside updates, post mortem; in English, French or both, some Italian.
 *
 * @remarks
 * Shape: a document each incident. Nothing is decided: every update, header and line of a post mortem becomes claims of its own
 * source. Text that is not understood becomes a `NoteAdded` and a warning. Reading time is linear in the text.
 * @public
 */
export const statusPage: Importer = { name: NAME, version: VERSION, recognise, read };
