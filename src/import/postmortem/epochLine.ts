import type { TimelineLine } from '../prose/timelineLine.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { dayMs } from '../time/wallMoment.ts';

const EPOCH = /^([\s[(*_~`]{0,4})(\d{10})(?:\.\d{1,9}|\d{3}|\d{6})?(?![\d\p{L}/-]|[.,:]\d)/u;
const SEPARATOR = /^[\s:;,.–—\-|)\]*=>→_~`]{0,8}/;
const NEAR = 60 * 24 * 60 * 60_000;

/**
 * Reads a line that begins with the seconds or milliseconds since 1970, as logs write them; null when it does not, or
 * when that is no time near the incident: then it is some other number.
 */
export const epochLine = (text: string, incident: DatedDay | undefined): TimelineLine | null => {
  const [all, lead = '', figures = ''] = EPOCH.exec(text) ?? [];
  if (all === undefined || !incident) return null;
  const at = new Date(Number(figures) * 1000);
  if (Math.abs(at.getTime() - dayMs(incident)) > NEAR) return null;
  const behind = text.slice(all.length);
  return {
    mark: {
      start: lead.length,
      end: all.length,
      written: all.slice(lead.length),
      day: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
      clock: { hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() },
      zone: 'UTC',
    },
    text: behind.slice(SEPARATOR.exec(behind)?.[0].length ?? 0).trim(),
  };
};
