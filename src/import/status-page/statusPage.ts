import { readText } from '../text/readText.ts';
import { findUpdates, readLines } from './findUpdates.ts';
import { historyItems, monthItems } from './historyItems.ts';
import { historyMonths } from './historyMonths.ts';
import { incidentBlocks } from './incidentBlocks.ts';
import type { Importer, ReadItem, ReadOptions } from '../importer.ts';
import { notationOf, readPage } from './readPage.ts';
import { frontAsTop } from './pageFront.ts';
import { withoutFrame } from './pageFrame.ts';
import type { ReadLine } from './pageLayout.ts';
import { plannedBlocks } from './plannedBlocks.ts';
import { recognisePage } from './recognisePage.ts';
import { shownPage } from './shownPage.ts';
import type { Notation } from '../time/timeMark.ts';

const NAME = 'status-page';
const VERSION = '1';

const mayTell = ({ read }: ReadLine): boolean =>
  read?.status !== undefined || read?.mark?.clock !== undefined;

/** The planned work and the incidents of a page that shows several; null when it is about one. */
const blocksIn = (
  lines: readonly ReadLine[],
  notation: Notation,
): readonly (readonly ReadLine[])[] | null => {
  const { blocks, rest } = plannedBlocks(lines, notation);
  const told = incidentBlocks(rest);
  if (blocks.length === 0) return told;
  return [...blocks, ...(told ?? (rest.some(mayTell) ? [rest] : []))];
};

function* itemsOf(document: string, options: ReadOptions): Iterable<ReadItem> {
  const { text, numbers } = shownPage(document);
  const { notation } = notationOf(text);
  const lines = frontAsTop(withoutFrame(readLines(text, notation, numbers)));
  const blocks = blocksIn(lines, notation);
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
