import type { Localized } from '../../primitives/text.ts';
import { bilingual } from '../text/bilingual.ts';
import type { DatedUpdate } from '../prose/datedUpdates.ts';
import { datedUpdates } from '../prose/datedUpdates.ts';
import type { NamedComponent } from '../prose/componentNames.ts';
import type { FoundUpdate, PageParts } from '../prose/foundUpdate.ts';
import { headerClaims } from './headerClaims.ts';
import { pageImpacts } from '../prose/impactIds.ts';
import type { ImportedDocument, ImportWarning, ReadOptions } from '../importer.ts';
import { incidentKey } from '../incidentKey.ts';
import { numericOrder, orderBeside } from '../time/numericOrder.ts';
import type { Page } from '../prose/page.ts';
import { pageHeader } from './pageHeader.ts';
import { anchorDay, headerDay, localSetting, seenDay, shownSetting } from './pageSetting.ts';
import type { PostmortemPart } from '../prose/postmortem.ts';
import {
  postmortemClaims,
  postmortemParts,
  postmortemReference,
} from '../prose/postmortemClaims.ts';
import { localZone } from '../prose/localZone.ts';
import { newReading } from '../reading.ts';
import type { ReferenceHeader } from '../prose/referenceHeader.ts';
import { referenceHeader } from '../prose/referenceHeader.ts';
import { generalZone } from '../prose/statedZone.ts';
import type { SaidText } from '../prose/saidText.ts';
import { saidText } from '../prose/saidText.ts';
import { isKnownStatus, isMaintenanceStatus } from '../prose/statusWords.ts';
import { statusClaims } from './statusClaims.ts';
import type { Notation } from '../time/timeMark.ts';
import { updateLine } from './updateLine.ts';
import { withoutFurniture } from './withoutFurniture.ts';
import { isDated } from '../time/wallMoment.ts';

/** The text of an update, its reference header and, for a post mortem, its parts. */
interface ReadUpdate {
  readonly update: DatedUpdate;
  readonly said: SaidText;
  readonly header: ReferenceHeader | null;
  readonly postmortem: readonly PostmortemPart[] | null;
}

/** What was read of a page. */
export interface PageRead {
  /** The document. */
  readonly document: ImportedDocument;
  /** What was not understood, or only with an assumption. */
  readonly warnings: readonly ImportWarning[];
}

/**
 * How the dates of a document are written, and whether it shows so itself.
 *
 * @param updates - Its updates, whose days can show it.
 */
export const notationOf = (
  text: string,
  updates: readonly FoundUpdate[] = [],
): { readonly notation: Notation; readonly known: boolean } => {
  const days = updates
    .slice(0, 20)
    .map(({ mark }) => mark?.day)
    .filter(isDated)
    .filter(({ ambiguous }) => ambiguous !== true);
  const order = numericOrder(text) ?? (days.length > 0 ? orderBeside(text, days) : null);
  return { notation: { monthFirst: order === 'month-first' }, known: order !== null };
};

const documentTitle = (documentName: string | undefined): string =>
  (documentName ?? '').replace(/^.*[/\\]/, '').replace(/\.[^.]{1,10}$/, '');

/** Reads a page that has been cut into its parts. */
export const readPage = (
  text: string,
  found: PageParts,
  options: ReadOptions,
  importer: { readonly name: string; readonly version: string },
): PageRead => {
  const { notation, known } = notationOf(text, found.updates);
  const parts = withoutFurniture(found);
  const named: NamedComponent[] = [];
  for (const { components = [] } of parts.updates) named.push(...components);
  const reading = newReading();
  const times = parts.updates.map(({ mark }) => mark).filter((mark) => mark !== undefined);
  const header = pageHeader(parts.header, parts.loose, named, times, notation);
  const name = header.name ?? (documentTitle(options.documentName) || 'status page');
  const anchor = anchorDay(header, parts.updates, options.documentName, reading);
  const aside = [...parts.header, ...parts.loose].map((line) => line.text).join('\n');
  const general = generalZone(aside);
  const shown = shownSetting(parts.updates, options, name, known, general);
  for (const { place, message } of header.warnings) reading.warn(place, message);
  if (parts.unnamed)
    reading.warn('document', 'no update names a status; each is taken as "update"');
  const updates = datedUpdates(
    parts.updates,
    headerDay(header, anchor) ?? anchor,
    seenDay(parts.updates, options.documentName, reading),
    shown,
    reading,
  ).map((update): ReadUpdate => {
    if (!isKnownStatus(update.status))
      reading.warn(update.place, `the status "${update.status}" is kept as it stands`);
    for (const line of update.status === 'postmortem' ? [] : update.body)
      if (
        !line.text.endsWith('.') &&
        updateLine(line.text, notation, line.words)?.kind === 'status'
      )
        reading.warn(
          update.place,
          `"${line.text}" in line ${line.number} is kept as text: if an update begins there, no time stands with it`,
        );
    const said = saidText(update.body);
    const postmortem = update.status === 'postmortem' ? postmortemParts(said.text) : null;
    const own = postmortem ? null : referenceHeader(said.text, said.present);
    return { update, said, header: own, postmortem };
  });
  const reference =
    updates.find((one) => one.header?.reference !== undefined)?.header?.reference ??
    updates.map(({ postmortem }) => postmortem && postmortemReference(postmortem)).find(Boolean) ??
    header.reference;
  const zone = localZone(updates, notation);
  const title: Localized | undefined =
    header.title === undefined ? undefined : bilingual(header.title);
  const page: Page = {
    name,
    maintenance:
      header.sentence?.maintenance ??
      (header.maintenance ||
        updates.some(
          ({ update }) => isMaintenanceStatus(update.status) && update.status !== 'in_progress',
        )),
    impacts: pageImpacts(header.components),
    notation,
    local: localSetting(zone ?? general, shown, options),
    reading,
  };
  const dated = updates.map(({ update }) => update);
  const day = headerDay(header, anchor);
  headerClaims({
    page,
    header,
    updates: dated,
    shown: { ...shown, basis: shown.basis },
    ...(title && { title }),
    ...(reference !== undefined && { reference }),
    ...(day && { day }),
  });
  const told = new Set<string>();
  for (const one of updates) {
    statusClaims(page, one.update, one.header, told, one.said);
    if (!one.postmortem) continue;
    const own = generalZone(one.said.text);
    const local = own === null ? page.local : localSetting(own, shown, options);
    const incident = day ?? dated.find((update) => update.day)?.day;
    postmortemClaims({ ...page, local }, one.update, one.postmortem, dated, incident, reference);
  }
  const key = incidentKey(reference, name, day ?? dated[0]?.day, header.title ?? '');
  return {
    document: {
      sourceKey: `status-page:${name}:${key}`,
      incidentId: key,
      importer,
      complete: true,
      claims: reading.claims,
      ...(title && { title }),
    },
    warnings: reading.warnings,
  };
};
