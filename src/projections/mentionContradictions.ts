import type { Moment } from '../primitives/moment.ts';
import type { Source } from '../primitives/source.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Contradiction } from './claimsView.ts';
import { cannotCoincide, groupedBy, inConflict } from './conflicts.ts';
import type { Statements } from './statements.ts';

/** A time about one type of event: spoken of in a text, or claimed of a happening. */
interface Spoken {
  readonly moment: Moment;
  readonly source: Source;
  readonly eventId: EventId;
  readonly language: string | null;
  /** The happening claimed; null for a time that a text only speaks of. */
  readonly happening: string | null;
}

const mentionsOf = ({ other }: Statements, about: string): readonly Spoken[] =>
  other.updates.flatMap(({ mentions, source, eventId }) =>
    mentions
      .filter((mention) => mention.about === about)
      .map(({ moment, language = null }) => ({
        moment,
        source,
        eventId,
        language,
        happening: null,
      })),
  );

const claimsOf = ({ timed }: Statements, about: string): readonly Spoken[] =>
  timed.all
    .filter(({ type }) => type === about)
    .map(({ moment, source, eventId, happening }) => ({
      moment,
      source,
      eventId,
      language: null,
      happening,
    }));

const isAgainst = (a: Spoken, b: Spoken): boolean => cannotCoincide(a.moment, b.moment);

/** Whether a time fits none of those another language of the same text gives for it. */
const fitsNoneOf = (mention: Spoken, others: readonly Spoken[]): boolean =>
  others.length > 0 && others.every((other) => isAgainst(mention, other));

/**
 * Those that speak against a time in a text: another language of it, in which no time fits; and the claims, where
 * there is no happening of the type that it fits. A text may speak of one of several happenings.
 */
const against = (
  mention: Spoken,
  mentions: readonly Spoken[],
  claims: readonly Spoken[],
): readonly Spoken[] => {
  const sameText = mentions.filter(
    ({ eventId, language }) => eventId === mention.eventId && language !== mention.language,
  );
  const translations = [...groupedBy(sameText, ({ language }) => language ?? '').values()];
  const happenings = [...groupedBy(claims, ({ happening }) => happening ?? '').values()];
  const fits = happenings.some((group) => !group.some((claim) => isAgainst(mention, claim)));
  return [
    ...translations.flatMap((group) => (fitsNoneOf(mention, group) ? group : [])),
    ...(fits ? [] : claims.filter((claim) => isAgainst(mention, claim))),
  ];
};

/**
 * The times that texts speak of against their other languages and against the claims. A text's time is only ever
 * compared: no milestone comes of it.
 */
export const mentionContradictions = (all: Statements): readonly Contradiction[] => {
  const abouts = [
    ...new Set(all.other.updates.flatMap(({ mentions }) => mentions.map(({ about }) => about))),
  ];
  return abouts.flatMap((about) => {
    const mentions = mentionsOf(all, about);
    const claims = claimsOf(all, about);
    const pairs = new Map(
      mentions.map((mention) => [mention, new Set(against(mention, mentions, claims))]),
    );
    const involved = inConflict(
      [...mentions, ...claims],
      (a, b) => pairs.get(a)?.has(b) === true || pairs.get(b)?.has(a) === true,
    );
    if (involved.length === 0) return [];
    return [
      {
        about,
        claims: involved.map(({ source, language, moment, eventId }) => ({
          source,
          ...(language !== null && { language }),
          moment,
          evidence: [eventId],
        })),
      },
    ];
  });
};
