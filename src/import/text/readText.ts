import * as E from 'fp-ts/lib/Either.js';
import { textDigest } from '../../primitives/uuid.ts';
import type { ReadItem, ReadOptions } from '../importer.ts';
import { unknownZone } from '../time/unknownZone.ts';
import { zoneOf } from '../time/zone.ts';
import { documentText } from './documentText.ts';

/** Reads a text that has to be seen whole: what is the matter with it or with the zone asked for, else what it holds. */
export async function* readText(
  pieces: AsyncIterable<string>,
  { zone }: ReadOptions,
  itemsOf: (text: string) => Iterable<ReadItem>,
): AsyncIterable<ReadItem> {
  if (zone !== undefined && !zoneOf(zone)) {
    yield { _tag: 'Error', error: unknownZone(zone) };
    return;
  }
  const document = await documentText(pieces);
  if (E.isLeft(document)) {
    yield { _tag: 'Error', error: document.left };
    return;
  }
  const { text, warnings } = document.right;
  for (const warning of warnings) yield { _tag: 'Warning', warning };
  const digest = textDigest(text);
  for (const item of itemsOf(text)) {
    yield item._tag === 'Document' ? { ...item, document: { ...item.document, digest } } : item;
  }
}
