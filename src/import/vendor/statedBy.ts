import type { Claim } from '../../events/claim.ts';
import type { Moment } from '../../primitives/moment.ts';

/**
 * The claims of a version of a record, none of them stated later than it: clocks of one vendor differ by seconds, and what was stated
 * later would make the next version an older one.
 */
export const statedBy = (
  claims: readonly Claim[],
  version: Moment | undefined,
): readonly Claim[] => {
  const by = version?.latest;
  if (by === undefined) return claims;
  return claims.map((claim) => {
    const { earliest, latest } = claim.statedAt ?? {};
    if (latest === undefined || latest <= by) return claim;
    const from = earliest !== undefined && earliest < by ? earliest : by;
    return {
      ...claim,
      statedAt: { ...(earliest !== undefined && { earliest: from }), latest: by },
    };
  });
};
