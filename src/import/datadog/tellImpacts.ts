import { fieldLines, tellDetails } from '../vendor/tellDetails.ts';
import { asWritten, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';

/** Tells the impacts that people entered: when each began and ended, and what they wrote of it. */
export const tellImpacts: Gathered['tell'] = (_, records, teller) => {
  const { time, tell, leaveOut } = teller;
  for (const record of records) {
    const impactId = record.id('id');
    const attributes = record.object('attributes');
    if (impactId === undefined || !attributes) {
      leaveOut(record.place, 'an impact needs an id and attributes');
      continue;
    }
    const created = time(attributes, 'created');
    const item = `impact/${impactId}`;
    const from = { ...asWritten(time, attributes, 'start_at'), statedAt: created };
    const to = asWritten(time, attributes, 'end_at');
    const kind = attributes.text('impact_type');
    tell(
      'ImpactStarted',
      { impactId, ...textOf(attributes.text('description')) },
      { item, ...from },
    );
    tell('ImpactEnded', { impactId }, { item, ...to, statedAt: time(attributes, 'modified') });
    const lines = [['impact type', kind], ...fieldLines(attributes.object('fields'))] as const;
    tellDetails(teller, lines, { ...from, item, place: attributes.placeOf('fields') });
  }
};
