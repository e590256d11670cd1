import * as E from 'fp-ts/lib/Either.js';
import { documentText } from '../text/documentText.ts';
import type { Importer, ReadItem, ReadOptions } from '../importer.ts';
import { readPostmortem } from './readPostmortem.ts';
import { recognisePostmortem } from './recognisePostmortem.ts';
import { zoneOf } from '../time/zone.ts';

const NAME = 'postmortem';
const VERSION = '1';

async function* read(
  pieces: AsyncIterable<string>,
  options: ReadOptions = {},
): AsyncIterable<ReadItem> {
  if (options.zone !== undefined && !zoneOf(options.zone)) {
    const message = `there is no zone "${options.zone}"`;
    const expected = 'an IANA zone such as Europe/Paris, or an offset such as +01:00';
    yield {
      _tag: 'Error',
      error: { _tag: 'UnknownZone', place: 'options.zone', message, expected },
    };
    return;
  }
  const document = await documentText(pieces);
  if (E.isLeft(document)) {
    yield { _tag: 'Error', error: document.left };
    return;
  }
  const { text, warnings } = document.right;
  for (const warning of warnings) yield { _tag: 'Warning', warning };
  const found = readPostmortem(text, options, { name: NAME, version: VERSION });
  if (!found.document) {
    const message = 'no time and no section of a post mortem was found';
    const expected = 'a post mortem in Markdown, HTML or plain text';
    yield { _tag: 'Error', error: { _tag: 'OtherShape', place: 'document', message, expected } };
    return;
  }
  for (const warning of found.warnings) yield { _tag: 'Warning', warning };
  yield { _tag: 'Document', document: found.document };
}

/**
 * Reads a post mortem that is a document of its own: Markdown, HTML or plain text, in English, French or Italian, in
 * any of the usual layouts.
 *
 * @remarks
 * Shape: one document. Lines of timelines, labelled times and lengths, sections and follow-ups become claims of the
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
