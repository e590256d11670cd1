import type { OutsideObject } from '../json/outsideJson.ts';
import { statedSeconds } from '../vendor/statedSeconds.ts';
import type { Teller } from '../vendor/teller.ts';
import { asWritten, textOf } from '../vendor/teller.ts';
import { relatedIds } from './relatedId.ts';

/**
 * Tells the impact on customers that an incident’s record sums up. Where it has one impact, that is the one summed up, so that
 * both records tell of one happening.
 */
export const tellCustomerImpact = (
  record: OutsideObject,
  attributes: OutsideObject,
  teller: Teller,
): void => {
  const { time, tell, warn } = teller;
  const [only, ...others] = relatedIds(record, 'impacts');
  const impactId = only !== undefined && others.length === 0 ? only : 'customer';
  const from = asWritten(time, attributes, 'customer_impact_start');
  const to = asWritten(time, attributes, 'customer_impact_end');
  const statedAt = time(attributes, 'created');
  if (attributes.flag('customer_impacted') === true && !from.at && only === undefined) {
    warn(attributes.placeOf('customer_impacted'), 'customers were hit, and nothing says when');
  }
  tell(
    'ImpactStarted',
    { impactId, ...textOf(attributes.text('customer_impact_scope')) },
    { item: 'customer_impact_start', ...from, statedAt },
  );
  tell('ImpactEnded', { impactId }, { item: 'customer_impact_end', ...to, statedAt: to.at });
  const seconds = statedSeconds(attributes, 'customer_impact_duration', teller) ?? 0;
  if (seconds <= 0) return;
  const measured = { durationMs: seconds * 1000, written: `customer_impact_duration ${seconds}` };
  const place = attributes.placeOf('customer_impact_duration');
  tell('ImpactMeasured', measured, {
    item: 'customer_impact_duration',
    place,
    at: to.at ?? from.at,
    statedAt: to.at,
  });
};
