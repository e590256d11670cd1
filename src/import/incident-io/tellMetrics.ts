import type { OutsideObject } from '../json/outsideJson.ts';
import { plainWords } from '../text/plainWords.ts';
import { statedSeconds } from '../vendor/statedSeconds.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { inOurWords } from '../vendor/teller.ts';

/** Names of a metric that is of the incident from start to end. */
const WHOLE = /^(?:(?:total |incident |impact )?duration|lasted|downtime|time impacted)$/;

/**
 * Tells the durations that incident.io has computed, as its claims: how long the incident lasted as a duration stated, other
 * metrics, and those that no longer fit the timestamps, as notes.
 */
export const tellMetrics = (
  incident: OutsideObject,
  since: Omit<Told, 'item' | 'place'>,
  teller: Teller,
): void => {
  for (const metric of incident.objects('duration_metrics')) {
    const about = metric.object('duration_metric');
    const name = about?.text('name') ?? 'duration';
    const seconds = statedSeconds(metric, 'value_seconds', teller);
    if (seconds === undefined) continue;
    const status = metric.text('status') ?? 'success';
    const told = { ...since, item: `metric/${about?.id('id') ?? name}`, place: metric.place };
    const written = `${name}: ${seconds} s${status === 'success' ? '' : ` (${status})`}`;
    if (status === 'success' && WHOLE.test(plainWords(name, 100))) {
      teller.tell('ImpactMeasured', { durationMs: seconds * 1000, written }, told);
    } else teller.tell('NoteAdded', { text: inOurWords(written) }, told);
  }
};
