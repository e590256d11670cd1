import { combine } from '../history/combine.ts';
import type { Projection } from '../history/projection.ts';
import type { Localized } from '../primitives/text.ts';
import { componentsIn } from './componentImpact.ts';
import type { ImpactRecord } from './impactRecord.ts';
import { impactRecord } from './impactRecord.ts';
import type { IncidentRecord } from './incidentRecord.ts';
import { incidentRecord } from './incidentRecord.ts';
import type { IncidentView } from './incidentView.ts';
import { lifecycleOf } from './lifecycle.ts';
import type { Story } from './story.ts';
import { storyOf } from './story.ts';
import { withView } from './withView.ts';
import { worstSeverity } from './worstSeverity.ts';

/**
 * The state of {@link incident}.
 *
 * @public
 */
export interface IncidentState {
  /** What says where it stands. */
  readonly story: Story;
  /** What was told of it as a whole. */
  readonly record: IncidentRecord;
  /** What was told of its impact. */
  readonly impact: ImpactRecord;
}

const parts: Projection<IncidentState, unknown> = combine({
  story: storyOf([]),
  record: incidentRecord,
  impact: impactRecord,
});

/** The title that was declared; where nobody declared, the first line of what the first alert said. */
const titleOf = ({ title, alert }: IncidentRecord): Localized | null => {
  if (title !== null || alert === null) return title;
  const lines = Object.entries(alert).map(
    ([language, text]) => [language, text.trim().split('\n', 1)[0] ?? ''] as const,
  );
  return Object.fromEntries(lines);
};

/**
 * An incident in short: what it is called, where it stands, how bad it was, who took part.
 *
 * @public
 */
export const incident: Projection<IncidentState, IncidentView> = withView(parts, {
  name: 'incident',
  version: 2,
  view: ({ story, record, impact }) => {
    const { status, inferred, evidence, episodes } = lifecycleOf(story);
    return {
      incidentId: story.incidentId,
      title: titleOf(record),
      reference: record.reference,
      kind: record.kind,
      status,
      statusInferred: inferred,
      statusEvidence: evidence,
      episodes,
      severity: worstSeverity(impact.levels),
      components: componentsIn(impact).filter((component) => component !== null),
      mergedInto: record.mergedInto,
      links: record.links,
      responders: record.responders,
    };
  },
});
