import type { Degree } from '../../events/impact.ts';
import { isComponentStatus, withStatus } from '../prose/componentNames.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { timeMarkAt } from '../time/timeMark.ts';

/** From when to when a component had a status. */
export interface StatusSpan {
  /** The status, as it stood. */
  readonly status: string;
  /** How bad it is; absent where the status does not say. */
  readonly degree?: Degree;
  /** Its beginning. */
  readonly from: TimeMark;
  /** Its end. */
  readonly to: TimeMark;
}

const FROM = /^(.{3,40}?)\s(?:from|de|dalle?)\s/iu;
const TO = /\s(?:to|until|à|alle?)\s/iy;
const NEXT = /\s?[,;]\s|$/y;
const MOST = 40;

/**
 * Reads when a component had which status: `Operational from 2:10 PM to 2:10 PM, Major outage from 1:05 PM to 2:10 PM`;
 * null when a line says anything else.
 */
export const statusSpans = (line: string, notation: Notation): readonly StatusSpan[] | null => {
  const spans: StatusSpan[] = [];
  let at = 0;
  while (at < line.length && spans.length < MOST) {
    const begun = FROM.exec(line.slice(at, at + 60));
    const status = begun?.[1] ?? '';
    if (!begun || !isComponentStatus(status)) return null;
    const from = timeMarkAt(line, at + begun[0].length, notation);
    TO.lastIndex = from?.end ?? line.length;
    const joined = TO.exec(line);
    const to = from && joined && timeMarkAt(line, from.end + joined[0].length, notation);
    NEXT.lastIndex = to?.end ?? 0;
    const next = to && NEXT.exec(line);
    if (!from?.clock || !to?.clock || !next) return null;
    const { degree } = withStatus('', status);
    spans.push({ status, ...(degree && { degree }), from, to });
    at = to.end + next[0].length;
  }
  return spans.length === 0 || at < line.length ? null : spans;
};
