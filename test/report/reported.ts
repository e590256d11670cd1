import type { RecordedEvent } from '../../src/events/event.ts';
import { core } from '../../src/events/core.ts';
import type { AsOf } from '../../src/history/asOf.ts';
import { history } from '../../src/history/history.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import { instant } from '../../src/primitives/instant.ts';
import type { IncidentReport, ReportedWarning } from '../../src/report/incidentReport.ts';
import { incidentReport } from '../../src/report/incidentReport.ts';
import { right } from '../history/tell.ts';
import type { Entry } from '../projections/log.ts';
import { logOf } from '../projections/log.ts';

interface Looking extends AsOf {
  readonly at?: string;
  readonly warnings?: readonly ReportedWarning[];
}

/** The report of recorded events. */
export const reportOf = (
  events: readonly RecordedEvent[],
  { at = '2025-06-01T00:00:00Z', warnings = [], ...asOf }: Looking = {},
): IncidentReport =>
  right(
    incidentReport(
      events[0]?.incidentId ?? incidentId('INC-1'),
      history(events, { vocabulary: core, ...asOf }),
      instant(at),
      warnings,
    ),
  );

/** The report of what was said. */
export const reported = (entries: readonly Entry[], looking: Looking = {}): IncidentReport =>
  reportOf(logOf('INC-1', entries), looking);

/** The lines of a section of a report's text. */
export const sectionOf = (text: string, title: string): readonly string[] => {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith(title)) + 1;
  const to = lines.indexOf('', from);
  return from === 0 ? [] : lines.slice(from, to);
};
