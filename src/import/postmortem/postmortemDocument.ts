import type { Importer, ReadItem, ReadOptions } from '../importer.ts';
import { readText } from '../text/readText.ts';
import { readPostmortem } from './readPostmortem.ts';
import { recognisePostmortem } from './recognisePostmortem.ts';

const NAME = 'postmortem';
const VERSION = '1';

function* itemsOf(text: string, options: ReadOptions): Iterable<ReadItem> {
  const found = readPostmortem(text, options, { name: NAME, version: VERSION });
  if (found.documents.length === 0) {
    const message = 'no time and no section of a post mortem was found';
    const expected = 'a post mortem in Markdown, HTML or plain text';
    yield { _tag: 'Error', error: { _tag: 'OtherShape', place: 'document', message, expected } };
    return;
  }
  for (const warning of found.warnings) yield { _tag: 'Warning', warning };
  for (const document of found.documents) yield { _tag: 'Document', document };
  for (const leftOut of found.leftOut) yield { _tag: 'LeftOut', leftOut };
}

const read: Importer['read'] = (pieces, options = {}) =>
  readText(pieces, options, (text) => itemsOf(text, options));

/**
 * Reads a post mortem that is a document of its own: Markdown, HTML or plain text, in English, French or Italian, in
 * any of the usual layouts.
 *
 * @remarks
 * Shape: one document; one for each incident where several stand apart below headings of their own. Lines of timelines, labelled times and lengths, sections and follow-ups become claims of the
 * post mortem; what is not understood is kept as a note at its time. The zone of times that name none is taken from
 * what the document says, checked against links and quotations that hold an instant; where they disagree, both are
 * kept. Reading time is linear in the text.
 * @public
 */
export const postmortem: Importer = {
  name: NAME,
  version: VERSION,
  recognise: recognisePostmortem,
  read,
};
