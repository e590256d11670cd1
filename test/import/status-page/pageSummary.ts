import type { Claim } from '../../../src/events/claim.ts';
import { importers } from '../../../src/cli/importers.ts';
import type { ReadOptions } from '../../../src/import/importer.ts';
import { recogniseImporter } from '../../../src/import/recogniseImporter.ts';
import { localized } from '../../../src/primitives/text.ts';
import { ofType, page, readPage, updatesOf } from '../read.ts';

/** What tests look at of one incident of a page. */
export interface PageSummary {
  readonly title?: string | undefined;
  readonly name?: string | undefined;
  readonly level?: string | undefined;
  readonly components?: readonly string[];
  readonly updates: readonly string[];
  readonly notes?: readonly string[];
}

const componentsOf = (claims: readonly Claim[]): readonly string[] => [
  ...new Set(
    ofType(claims, 'ImpactStarted').flatMap(({ data }) =>
      data.component === undefined
        ? []
        : [data.degree === undefined ? data.component : `${data.component}: ${data.degree}`],
    ),
  ),
];

const summary = (title: string | undefined, claims: readonly Claim[]): PageSummary => {
  const [assigned] = ofType(claims, 'SeverityAssigned');
  const components = componentsOf(claims);
  const notes = ofType(claims, 'NoteAdded').map(
    ({ data }) => Object.values(localized(data.text))[0] ?? '',
  );
  return {
    title,
    name: claims[0]?.source.name,
    ...(assigned && { level: assigned.data.level }),
    ...(components.length > 0 && { components }),
    updates: updatesOf(claims),
    ...(notes.length > 0 && { notes }),
  };
};

/** What the incidents of a page are, and what was warned of; the page has to be recognised as one. */
export const pageSummaries = async (
  lines: readonly string[],
  options: ReadOptions = {},
): Promise<{
  readonly incidents: readonly PageSummary[];
  readonly warnings: readonly string[];
}> => {
  const text = page(...lines);
  const known = recogniseImporter(importers, text)?.name;
  if (known !== 'status-page') throw new Error(`recognised as ${known ?? 'nothing'}`);
  const { documents, warnings, errors } = await readPage(text, options);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return {
    incidents: documents.map(({ title, claims }) =>
      summary(title && Object.values(title)[0], claims),
    ),
    warnings: warnings.map(({ message }) => message),
  };
};
