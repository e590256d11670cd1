import type { ChangeKind } from '../../events/triage.ts';
import type { Degree } from '../../events/impact.ts';
import type { Moment } from '../../primitives/moment.ts';
import { byThen } from '../time/momentsAround.ts';
import type { Page } from './page.ts';
import type { PhraseType } from './phrases.ts';
import type { ClaimPlace } from '../reading.ts';
import type { Section } from './sections.ts';
import type { DatedDay } from '../time/wallMoment.ts';

/** One language of a post mortem, cut into sections. */
export interface PostmortemPart {
  /** The language. */
  readonly language: string;
  /** Its text, as it stood. */
  readonly text: string;
  /** Its sections. */
  readonly sections: readonly Section[];
}

/** A post mortem while it is read. */
export interface Postmortem {
  /** The page it stands in, its local times those of the post mortem. */
  readonly page: Page;
  /** Its languages. */
  readonly parts: readonly PostmortemPart[];
  /** When it was published; absent when nothing tells. */
  readonly published?: Moment;
  /** The day of that. */
  readonly day?: DatedDay;
  /** Day of the incident, as far as the page tells. */
  readonly incidentDay?: DatedDay;
  /** By when the impact had begun, as far as the page tells. */
  readonly begunBy?: Moment;
  /** Name of its source: the reference, else the page. */
  readonly name: string;
  /** Where it stands, such as `update 4`; empty for a document of its own. */
  readonly place: string;
  /** How bad its section on the impact says it was. */
  readonly degree?: Degree;
  /** The changes its timeline tells of. */
  readonly changes: { readonly changeId: string; readonly kind?: ChangeKind }[];
  /** Tells what a line of its timeline tells of; as in an update of a status page when absent. */
  readonly classify?: (clause: string) => PhraseType | null;
}

/**
 * The place of a claim of a post mortem.
 *
 * @param line - Number of its line, where that is known.
 */
export const postmortemPlace = (
  { name, place, published }: Postmortem,
  where: string,
  occurredAt: Moment,
  line?: number,
): ClaimPlace => {
  const item = place === '' ? where : `${place}, ${where}`;
  return {
    occurredAt,
    ...(published && { statedAt: published }),
    source: {
      kind: 'postmortem',
      name,
      locator: line === undefined ? item : `${item}, line ${line}`,
    },
    item,
  };
};

/** When something that a post mortem tells without a time had happened: by its publication, else nobody knows. */
export const byPublication = ({ published }: Postmortem): Moment =>
  published ? byThen(published) : { written: '' };

/** The sections of one kind, by language. */
export const sectionsOf = (
  { parts }: Postmortem,
  kind: Section['kind'],
): readonly { readonly language: string; readonly section: Section }[] =>
  parts.flatMap(({ language, sections }) =>
    sections.filter((section) => section.kind === kind).map((section) => ({ language, section })),
  );
