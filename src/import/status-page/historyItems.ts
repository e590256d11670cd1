import { incidentId } from '../../primitives/ids.ts';
import type { Instant } from '../../primitives/instant.ts';
import type { ReadLine } from './pageLayout.ts';
import { findUpdates } from './findUpdates.ts';
import type { MonthHistory } from './historyMonths.ts';
import type { ImportedDocument, ReadItem, ReadOptions } from '../importer.ts';
import type { PageRead } from './readPage.ts';
import { readPage } from './readPage.ts';

/** When the page first told of an incident. */
const firstTold = ({ claims }: ImportedDocument): Instant | undefined =>
  claims
    .flatMap(({ type, occurredAt }) =>
      type === 'StatusPublished' ? (occurredAt.earliest ?? []) : [],
    )
    .toSorted()[0];

/**
 * Incidents of one day and one title would have one key. The first of them keeps it, since it was there before the others; theirs
 * end in the minute in which the page first told of them.
 */
const toldApart = (pages: readonly PageRead[]): readonly PageRead[] => {
  const first = new Map<string, Instant>();
  for (const { document } of pages) {
    const [at, known] = [firstTold(document), first.get(document.sourceKey)];
    if (at !== undefined && (known === undefined || at < known)) first.set(document.sourceKey, at);
  }
  return pages.map((page) => {
    const { document } = page;
    const at = firstTold(document);
    if (at === undefined || at === first.get(document.sourceKey)) return page;
    const minute = at.slice(11, 16).replace(':', '');
    const key = incidentId(`${document.incidentId.slice(0, 190)}-${minute}`);
    return {
      ...page,
      document: { ...document, sourceKey: `${document.sourceKey}-${minute}`, incidentId: key },
    };
  });
};

const itemsOf = (pages: readonly PageRead[]): readonly ReadItem[] =>
  toldApart(pages).flatMap(({ document, warnings }): readonly ReadItem[] => [
    ...warnings.map(({ place, message }): ReadItem => ({
      _tag: 'Warning',
      warning: { place: `${document.incidentId}, ${place}`, message },
    })),
    { _tag: 'Document', document },
  ]);

/** Reads the incidents of a page that shows a history of them; null when none of them has an update. */
export const historyItems = (
  blocks: readonly (readonly ReadLine[])[],
  options: ReadOptions,
  importer: ImportedDocument['importer'],
): readonly ReadItem[] | null => {
  const pages: PageRead[] = [];
  const items: ReadItem[] = [];
  for (const lines of blocks) {
    const parts = findUpdates(lines);
    const text = lines.map((line) => line.text).join('\n');
    if (parts) pages.push(readPage(text, parts, options, importer));
    else {
      const place = `line ${lines.at(-1)?.number ?? 1}`;
      items.push({ _tag: 'LeftOut', leftOut: { place, reason: 'no update was found in it' } });
    }
  }
  return pages.length === 0 ? null : [...items, ...itemsOf(pages)];
};

/** Reads the incidents of a history by months: short of the pages of the incidents themselves, which tell more. */
export const monthItems = (
  { incidents, leftOut }: MonthHistory,
  options: ReadOptions,
  importer: ImportedDocument['importer'],
): readonly ReadItem[] => [
  ...leftOut.map((left): ReadItem => ({ _tag: 'LeftOut', leftOut: left })),
  ...itemsOf(
    incidents.map(({ parts, text }) => {
      const page = readPage(text, parts, options, importer);
      const sourceKey = page.document.sourceKey.replace(/^status-page:/, 'status-page:history/');
      return { ...page, document: { ...page.document, sourceKey } };
    }),
  ),
];
