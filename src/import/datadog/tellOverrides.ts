import type { Teller, Told } from '../vendor/teller.ts';
import { asWritten, inOurWords } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';

const KINDS: Readonly<Record<string, (told: Told, teller: Teller) => void>> = {
  detected: (told, { tell }) => {
    tell('Detected', {}, told);
  },
  resolved: (told, { tell }) => {
    tell('Resolved', {}, told);
  },
  declared: (told, { tell }) => {
    tell('Declared', { kind: 'incident' }, told);
  },
};

/**
 * Tells the times that people put in the place of those recorded, each as a later statement.
 *
 * @remarks Source: DataDog/documentation: overrides influence search and analytics, and do not change the history.
 */
export const tellOverrides: Gathered['tell'] = (_, records, teller) => {
  const { time, tell, leaveOut } = teller;
  for (const record of records) {
    const id = record.id('id');
    const attributes = record.object('attributes');
    if (id === undefined || !attributes) {
      leaveOut(record.place, 'an override needs an id and attributes');
      continue;
    }
    if (attributes.has('deleted_at')) {
      leaveOut(record.place, 'the override was deleted');
      continue;
    }
    const type = attributes.text('timestamp_type') ?? '';
    const statedAt = time(attributes, 'modified_at') ?? time(attributes, 'created_at');
    const told: Told = {
      item: `override/${id}`,
      ...asWritten(time, attributes, 'timestamp_value'),
      statedAt,
    };
    const tellAs = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
    if (tellAs) tellAs(told, teller);
    else tell('NoteAdded', { text: inOurWords(`the time "${type}" was overridden`) }, told);
  }
};
