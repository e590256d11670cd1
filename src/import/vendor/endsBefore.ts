import type { Claim } from '../../events/claim.ts';
import type { Warn } from '../json/outsideJson.ts';

/** What a claim begins or ends: an impact, by its id, or the alert; an incident may be declared when it is over. */
const begunBy = (claim: Claim): string | undefined =>
  claim.type === 'ImpactStarted'
    ? claim.data.impactId
    : claim.type === 'AlertRaised'
      ? ''
      : undefined;

const endedBy = (claim: Claim): string | undefined =>
  claim.type === 'ImpactEnded' ? claim.data.impactId : claim.type === 'Resolved' ? '' : undefined;

/** Warns of what ends before it begins: clocks that differ, or a slip. Neither time is chosen. */
export const warnOfEndsBefore = (claims: readonly Claim[], warn: Warn): void => {
  const begun = new Map<string, string>();
  for (const claim of claims) {
    const what = begunBy(claim);
    if (what === undefined) continue;
    const from = claim.occurredAt.earliest ?? '';
    const known = begun.get(what);
    if (known === undefined || from < known) begun.set(what, from);
  }
  for (const claim of claims) {
    const what = endedBy(claim);
    const from = what === undefined ? undefined : begun.get(what);
    const { latest } = claim.occurredAt;
    if (from !== undefined && latest !== undefined && latest < from)
      warn(
        claim.source.locator ?? '',
        'it ends before it begins; both times stand as they are told',
      );
  }
};
