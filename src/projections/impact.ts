import type { Projection } from '../history/projection.ts';
import type { Interval } from '../primitives/interval.ts';
import type { SeverityScale } from '../primitives/severity.ts';
import { hitsIn } from './componentImpact.ts';
import type { Weights } from './downtime.ts';
import { downtimeOf, outageWeights } from './downtime.ts';
import type { ImpactRecord } from './impactRecord.ts';
import { impactRecord } from './impactRecord.ts';
import type { ImpactView } from './impactView.ts';
import { measuredImpact } from './measuredImpact.ts';
import { withView } from './withView.ts';
import { worstSeverity } from './worstSeverity.ts';

/**
 * How impact is counted.
 *
 * @public
 */
export interface ImpactOptions {
  /** What counts as down; `outageWeights` when absent. */
  readonly weights?: Weights;
  /** Time that does not count, such as agreed windows; the intervals show it, the downtime leaves it out. */
  readonly exclude?: readonly Interval[];
  /** Whether the windows of `MaintenanceScheduled` do not count either; what overruns them does. */
  readonly excludeMaintenance?: boolean;
  /** The scales of severity with their ranks; `severityScales` when absent. */
  readonly scales?: readonly SeverityScale[];
}

/**
 * The projection of impact, counted by your own rules.
 *
 * @public
 */
export const impactWith = (options: ImpactOptions): Projection<ImpactRecord, ImpactView> =>
  withView(impactRecord, {
    name: 'impact',
    version: 1,
    view: (record, at, context) => {
      const { weights = outageWeights, exclude = [], excludeMaintenance = false, scales } = options;
      const hits = hitsIn(record, { weights, exclude, excludeMaintenance, at });
      const counted = hits.flatMap((hit) => (hit.counted ? [hit.counted] : []));
      return {
        components: hits.map(({ view }) => view),
        downtimeMs:
          counted.length < 2
            ? (hits.find((hit) => hit.counted)?.view.downtimeMs ?? null)
            : downtimeOf(counted.flat(), weights),
        severity: worstSeverity(record.levels, scales),
        measured: measuredImpact(record, context?.policy),
        weights: weights.name,
        at,
      };
    },
  });

/**
 * Who was hit, when and how badly: per component the intervals and the downtime, the worst severity on each scale,
 * what was measured.
 *
 * @remarks
 * Shape: a sweep line, so that overlap counts once and the worst degree holds. `Restored` ends all open impacts,
 * `Resolved` does not, and how long a page was open is never impact. An impact whose times are not known to the
 * hour, such as a sentence that only names the day, is listed as unmeasured: it gives no figure.
 * Source: downtime as the measure of the union of impact intervals; Delegated Regulation (EU) 2024/1772, article
 * 3(2), counts what is fully or partially unavailable.
 * @public
 */
export const impact: Projection<ImpactRecord, ImpactView> = impactWith({});
