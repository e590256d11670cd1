import { sourceKey } from '../primitives/source.ts';
import type { ContradictingClaim, Contradiction } from './claimsView.ts';
import { cannotCoincide, groupedBy, inConflict } from './conflicts.ts';
import { mentionContradictions } from './mentionContradictions.ts';
import type { Statement } from './statement.ts';
import { latestOf } from './statement.ts';
import type { Statements } from './statements.ts';

const contradiction = <S extends Statement>(
  about: string,
  against: readonly S[],
  what: (statement: S) => Pick<ContradictingClaim, 'moment' | 'value'>,
): readonly Contradiction[] =>
  against.length === 0
    ? []
    : [
        {
          about,
          claims: against.map((statement) => ({
            source: statement.source,
            ...what(statement),
            evidence: [statement.eventId],
          })),
        },
      ];

/** Whether every claim is about a happening of its own, so that none is against another. */
const isEachAlone = (all: readonly Statement[]): boolean =>
  new Set(all.map(({ happening }) => happening)).size === all.length;

const ofTimes = ({ timed }: Statements): readonly Contradiction[] => {
  if (isEachAlone(timed.all)) return [];
  return [
    ...groupedBy(timed.all, ({ type, happening }) => `${type}\n${happening}`).values(),
  ].flatMap((claims) =>
    contradiction(
      claims[0]?.happening ?? '',
      inConflict(claims, (a, b) => cannotCoincide(a.moment, b.moment)),
      ({ moment }) => ({ moment }),
    ),
  );
};

/** How exactly a duration was stated, by the unit it comes out even in: a minute, a second, a millisecond. */
const precisionMs = (durationMs: number): number =>
  [60_000, 1000].find((unit) => durationMs % unit === 0) ?? 1;

const differ = (a: number, b: number): boolean =>
  Math.abs(a - b) > Math.max(precisionMs(a), precisionMs(b));

const ofDurations = ({ other }: Statements): readonly Contradiction[] =>
  [
    ...groupedBy(other.durations, ({ impactId }) =>
      impactId === null ? 'duration' : `duration#${impactId}`,
    ),
  ].flatMap(([about, stated]) =>
    contradiction(
      about,
      inConflict(stated, (a, b) => differ(a.durationMs, b.durationMs)),
      ({ durationMs }) => ({ value: durationMs }),
    ),
  );

/** The levels of one scale, each source's last: a source that reassigns does not contradict itself. */
const ofLevels = ({ other }: Statements): readonly Contradiction[] =>
  [...groupedBy(other.levels, ({ scale }) => scale)].flatMap(([scale, assigned]) => {
    const words = [...groupedBy(assigned, ({ source }) => sourceKey(source)).values()].flatMap(
      (bySource) => latestOf(bySource) ?? [],
    );
    return contradiction(
      `SeverityAssigned#${scale}`,
      inConflict(words, (a, b) => a.level !== b.level),
      ({ level }) => ({ value: level }),
    );
  });

/**
 * The claims that cannot all be true: about one happening, between a text and its translation or the claims,
 * about how long it lasted, about its level on one scale.
 */
export const contradictionsIn = (all: Statements): readonly Contradiction[] => [
  ...ofTimes(all),
  ...mentionContradictions(all),
  ...ofDurations(all),
  ...ofLevels(all),
];
