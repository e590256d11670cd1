import type { Degree } from '../../events/impact.ts';
import { degreeIn } from './degreeWords.ts';

/** A component that a page names as hit. */
export interface NamedComponent {
  /** Its name, as it stood. */
  readonly name: string;
  /** How bad, where the page says so. */
  readonly degree?: Degree;
  /** Its status, as it stood. */
  readonly status?: string;
}

const STATUS =
  /^(?:operational|degraded[ _]performance|partial[ _]outage|major[ _]outage|full outage|(?:partial |full )?service (?:disruption|degradation|outage)|service unavailable|performance (?:issues|degradation)|under[ _]maintenance|degraded|outage|down|downtime|op[ée]rationnel|performances? d[ée]grad[ée]es?|panne (?:partielle|majeure)|indisponible|d[ée]grad[ée]|en maintenance)$/i;
const WELL = /^op[ée]rationn?[ae]l/i;

/** Whether a text is nothing but the status of a component. */
export const isComponentStatus = (text: string): boolean => STATUS.test(text);

/** A component with its status. */
export const withStatus = (name: string, status: string): NamedComponent => {
  const degree = WELL.test(status) ? 'none' : degreeIn(status.replaceAll('_', ' '));
  return { name, ...(degree && { degree }), status };
};

const SEPARATORS = [' — ', ' – ', ' - ', ': ', ' : ', ' ('];

/** A status set right behind a name, as copying from a page gives: `APIDegraded Performance`. */
const GLUED =
  /^(\S.{0,80}?)\s?(Operational|Degraded Performance|Partial Outage|Major Outage|Under Maintenance)$/;

/** A line of a list of components, with its status told apart from its name: `API — Partial outage`. */
export const namedComponent = (line: string): NamedComponent => {
  for (const separator of SEPARATORS) {
    const at = line.lastIndexOf(separator);
    const status =
      at < 0
        ? ''
        : line
            .slice(at + separator.length)
            .replace(/\)$/, '')
            .trim();
    if (at > 0 && STATUS.test(status)) return withStatus(line.slice(0, at).trim(), status);
  }
  const [, name = '', status = ''] = GLUED.exec(line.trim()) ?? [];
  return name === '' ? { name: line.trim() } : withStatus(name, status);
};

/** The parts of a list at its commas that are outside parentheses. */
const atCommas = (list: string): readonly string[] => {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < list.length; index++) {
    const character = list.charAt(index);
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === ',' && depth === 0) {
      parts.push(list.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, list.slice(start)];
};

/**
 * The components in a list written as prose: `API, Dashboard (EU, US), and Checkout`.
 *
 * @param whole - Names known to be one, such as `Search and Filters`, from a list with one name a line.
 */
export const componentNames = (list: string, whole: ReadonlySet<string>): readonly string[] => {
  if (whole.has(list.trim())) return [list.trim()];
  return atCommas(list)
    .flatMap((part) => {
      const name = part.trim().replace(/^(?:and|et|e)\s/i, '');
      return whole.has(name) ? [name] : name.split(/\s(?:and|et|e)\s(?![^(]{0,200}\))/);
    })
    .map((name) => name.trim())
    .filter((name) => name !== '');
};

/** Whether a name looks like several set without a gap, as copying from a page gives: `APIDashboardCheckout`. */
export const looksGlued = (name: string): boolean => {
  const seams = name.match(/\p{Ll}\p{Lu}|\p{Lu}{2}\p{Lu}\p{Ll}|\)\p{Lu}/gu)?.length ?? 0;
  return seams > 1 || (seams === 1 && name.length > 14 && !/\s/.test(name));
};
