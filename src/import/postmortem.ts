import type { ChangeKind } from '../events/triage.ts';
import type { Degree } from '../events/impact.ts';
import type { Moment } from '../primitives/moment.ts';
import type { Page } from './page.ts';
import type { ClaimPlace } from './reading.ts';
import type { Section } from './sections.ts';
import type { DatedDay } from './wallMoment.ts';

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
  /** When it was published. */
  readonly published: Moment;
  /** The day of that. */
  readonly day?: DatedDay;
  /** Day of the incident, as far as the page tells. */
  readonly incidentDay?: DatedDay;
  /** Name of its source: the reference, else the page. */
  readonly name: string;
  /** Where it stands, such as `update 4`. */
  readonly place: string;
  /** How bad its section on the impact says it was. */
  readonly degree?: Degree;
  /** The changes its timeline tells of. */
  readonly changes: { readonly changeId: string; readonly kind?: ChangeKind }[];
}

/** The place of a claim of a post mortem. */
export const postmortemPlace = (
  { name, place, published }: Postmortem,
  where: string,
  occurredAt: Moment,
): ClaimPlace => ({
  occurredAt,
  statedAt: published,
  source: { kind: 'postmortem', name, locator: `${place}, ${where}` },
  item: `${place}, ${where}`,
});

/** The sections of one kind, by language. */
export const sectionsOf = (
  { parts }: Postmortem,
  kind: Section['kind'],
): readonly { readonly language: string; readonly section: Section }[] =>
  parts.flatMap(({ language, sections }) =>
    sections.filter((section) => section.kind === kind).map((section) => ({ language, section })),
  );
