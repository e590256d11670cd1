import type { OutsideObject } from '../json/outsideJson.ts';

const valueOf = (value: OutsideObject): string | number | undefined =>
  value.object('value_option')?.text('value') ??
  value.object('value_catalog_entry')?.text('name') ??
  value.text('value_text') ??
  value.text('value_link') ??
  value.id('value_numeric');

/** The fields that an organisation added, as lines. */
export const customFieldLines = (
  incident: OutsideObject,
): readonly (readonly [string, unknown])[] =>
  incident
    .objects('custom_field_entries')
    .map((entry) => [
      entry.object('custom_field')?.text('name') ?? 'field',
      entry.objects('values').map(valueOf),
    ]);
