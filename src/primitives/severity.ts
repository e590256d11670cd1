/**
 * A named scale of severity with its ranks. Levels of two scales are never compared.
 *
 * @public
 */
export interface SeverityScale {
  /** Name of the scale, as events state it. */
  readonly name: string;
  /** Its levels, worst first. */
  readonly levels: readonly string[];
}

/**
 * The scales known without being passed in: priorities P1 to P5, SEV0 to SEV5, and a status page's own words.
 *
 * @remarks Source: Atlassian Statuspage's impact values for `public`.
 * @public
 */
export const severityScales: readonly SeverityScale[] = [
  { name: 'internal', levels: ['P0', 'P1', 'P2', 'P3', 'P4', 'P5'] },
  { name: 'sev', levels: ['SEV0', 'SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5'] },
  { name: 'public', levels: ['critical', 'major', 'minor', 'maintenance', 'none'] },
];

/**
 * Rank of a level on its scale, 0 the worst; null when the scale or the level is not declared.
 *
 * @public
 */
export const rankOf = (
  scale: string,
  level: string,
  scales: readonly SeverityScale[] = severityScales,
): number | null => {
  const rank = scales.find(({ name }) => name === scale)?.levels.indexOf(level) ?? -1;
  return rank < 0 ? null : rank;
};
