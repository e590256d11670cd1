import type { Moment } from '../../primitives/moment.ts';
import { changeKind } from './changeKind.ts';
import { degreeIn } from './degreeWords.ts';
import type { MatchedEntry } from './matchedEntries.ts';
import type { MatchedFact } from './matchedFacts.ts';
import { matchedFacts } from './matchedFacts.ts';
import { plainWords } from '../text/plainWords.ts';
import type { Postmortem } from './postmortem.ts';
import { postmortemPlace } from './postmortem.ts';
import type { ClaimPlace } from '../reading.ts';
import { entryMoment } from './timelineEntries.ts';

/** Turns the lines of a post mortem's timeline into claims, in their order. */
export interface FactTeller {
  /** Adds the claims of one line. */
  tell(entry: MatchedEntry, where: string, fallback: Moment): void;
  /** Adds the claim of one fact; for an impact told with its end, that too. */
  fact(fact: MatchedFact, place: ClaimPlace, until?: Moment): void;
}

const CUSTOMERS = /(?<![a-z])(?:users?|customers?|clients?|utilisateurs?)(?![a-z])/;

/** Begins to tell the facts of a post mortem: alerts, cells, changes and fixes are numbered as they come. */
export const factTeller = (postmortem: Postmortem): FactTeller => {
  const { page, changes } = postmortem;
  const { reading } = page;
  const counts: Record<string, number> = {};
  let impact: 'none' | 'open' | 'over' = 'none';
  let round = 1;
  const next = (name: string): number => (counts[name] = (counts[name] ?? 0) + 1);
  const ids = (): readonly string[] =>
    page.impacts.map(({ impactId }) => (round === 1 ? impactId : `${impactId}/${round}`));

  const impactStarted = ({ text }: MatchedFact, place: ClaimPlace): void => {
    const degree = degreeIn(Object.values(text).join(' ')) ?? postmortem.degree;
    const data = { text, ...(degree && { degree }) };
    if (impact === 'open') {
      // The impact has begun already: this line tells how it went on.
      for (const impactId of ids()) reading.add('ImpactChanged', { impactId, ...data }, place);
      return;
    }
    if (impact === 'over') round++;
    impact = 'open';
    for (const impactId of ids()) reading.add('ImpactStarted', { impactId, ...data }, place);
  };

  const impactEnded = ({ text }: MatchedFact, place: ClaimPlace): void => {
    for (const impactId of ids()) reading.add('ImpactEnded', { impactId, text }, place);
    if (impact === 'open') impact = 'over';
  };

  const change = ({ text }: MatchedFact, place: ClaimPlace): void => {
    const changeId = `change-${next('change')}`;
    const kind = changeKind(Object.values(text).join(' '));
    // What was changed later cannot have been the cause.
    if (impact === 'none') changes.push({ changeId, ...(kind && { kind }) });
    reading.add('ChangeMade', { changeId, text, ...(kind && { kind }) }, place);
  };

  const add = (fact: MatchedFact, place: ClaimPlace, until?: Moment): void => {
    const { type, text } = fact;
    switch (type) {
      case 'ImpactStarted':
        impactStarted(fact, place);
        if (until) impactEnded(fact, { ...place, occurredAt: until });
        return;
      case 'ImpactEnded':
        impactEnded(fact, place);
        return;
      case 'ChangeMade':
        change(fact, place);
        return;
      case 'AlertRaised':
        reading.add(type, { alertId: `alert-${next('alert')}`, text }, place);
        return;
      case 'CellCreated':
        reading.add(type, { cellId: `cell-${next('cell')}`, text }, place);
        return;
      case 'CellClosed':
        reading.add(type, { cellId: `cell-${Math.max(1, counts['cell'] ?? 1)}`, text }, place);
        return;
      case 'FixApplied': {
        const fix = next('fix');
        reading.add(type, { fixId: fix === 1 ? 'main' : `fix-${fix}`, text }, place);
        return;
      }
      case 'FixReverted': {
        const fix = Math.max(1, counts['fix'] ?? 1);
        reading.add(type, { fixId: fix === 1 ? 'main' : `fix-${fix}`, text }, place);
        return;
      }
      case 'Declared':
        reading.add(type, { kind: 'incident', text }, place);
        return;
      case 'Detected': {
        const customer = CUSTOMERS.test(plainWords(Object.values(text).join(' ')));
        reading.add(type, { text, ...(customer && { by: 'customer' as const }) }, place);
        return;
      }
      case 'Restored':
        if (impact === 'open') impact = 'over';
        reading.add(type, { text }, place);
        return;
      default:
        reading.add(type, { text }, place);
    }
  };

  return {
    fact: add,
    tell: (entry, where, fallback) => {
      const moment = entryMoment(entry);
      const place = postmortemPlace(postmortem, where, moment ?? fallback);
      const facts = moment ? matchedFacts(entry.text, postmortem.classify) : [];
      if (facts.length === 0) {
        const why = moment ? 'it tells of nothing known' : 'it states no time';
        reading.keep(entry.text, place, `this line is kept as a note: ${why}`);
      }
      for (const fact of facts) {
        const ranged = fact.type === 'ImpactStarted' && entry.until !== undefined;
        const at = ranged ? { ...place, occurredAt: entry.moment ?? fallback } : place;
        add(fact, at, ranged ? entry.until : undefined);
      }
    },
  };
};
