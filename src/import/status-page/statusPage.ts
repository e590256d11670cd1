import { readText } from '../text/readText.ts';
import { findUpdates, readLines } from './findUpdates.ts';
import { headerSentence } from './headerSentence.ts';
import { historyItems } from './historyItems.ts';
import { incidentBlocks } from './incidentBlocks.ts';
import type { Importer, ReadItem, ReadOptions } from '../importer.ts';
import { notationOf, readPage } from './readPage.ts';
import { updateLine } from './updateLine.ts';

const NAME = 'status-page';
const VERSION = '1';
const HEAD = 65_536;

const recognise = (head: string): number => {
  const text = head.slice(0, HEAD).replace(/^\uFEFF/, '');
  if (/^\s{0,20}[{[<]/.test(text) || text.includes('\0')) return 0;
  let [updates, timed, sentence] = [0, 0, false];
  for (const line of text.split(/\r?\n/)) {
    const told = updateLine(line.trim(), {});
    const kind = told?.kind;
    if (kind === 'head' || kind === 'status' || kind === 'status-text') updates++;
    else if (kind === 'time-text' && told?.mark?.day && told.mark.zone !== undefined) timed++;
    else sentence ||= headerSentence(line, {}) !== null;
  }
  if (updates === 0) return sentence || timed > 1 ? 0.3 : 0;
  return sentence ? 0.95 : updates > 1 ? 0.7 : 0.5;
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
