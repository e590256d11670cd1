import { readText } from '../text/readText.ts';
import { findUpdates, readLines } from './findUpdates.ts';
import { historyItems, monthItems } from './historyItems.ts';
import { historyMonths } from './historyMonths.ts';
import { incidentBlocks } from './incidentBlocks.ts';
import type { Importer, ReadItem, ReadOptions } from '../importer.ts';
import { notationOf, readPage } from './readPage.ts';
import { frontAsTop } from './pageFront.ts';
import { recognisePage } from './recognisePage.ts';
import { shownPage } from './shownPage.ts';

const NAME = 'status-page';
const VERSION = '1';
function* itemsOf(document: string, options: ReadOptions): Iterable<ReadItem> {
  const { text, numbers } = shownPage(document);
  const { notation } = notationOf(text);
  const lines = frontAsTop(readLines(text, notation, numbers));
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
 * its day; or the page as it was saved in HTML. Header, updates, reference headers inside updates, post mortem; in English, French or both, some Italian.
 *
 * @remarks
 * Shape: a document each incident. Nothing is decided: every update, header and line of a post mortem becomes claims of its own
 * source. Text that is not understood becomes a `NoteAdded` and a warning. Reading time is linear in the text.
 * @public
 */
export const statusPage: Importer = {
  name: NAME,
  version: VERSION,
  recognise: recognisePage,
  read,
};
