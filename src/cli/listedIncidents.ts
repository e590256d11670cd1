import type { IncidentId } from '../index.ts';

const MOST_LISTED = 10;

/** The first of the incidents there are, and how many there are beside. */
export const listedIncidents = (known: readonly IncidentId[]): string => {
  if (known.length === 0) return 'none, since there are no incidents';
  const more = known.length - MOST_LISTED;
  const first = known.slice(0, MOST_LISTED).join(', ');
  return more > 0 ? `${first} and ${more} more` : first;
};
