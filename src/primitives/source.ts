import * as t from 'io-ts';

/**
 * The kinds of source, most trusted about the incident itself first: a post mortem, a ticket (a reference
 * header inside a page is one), a responder, a monitor, an import of unknown origin, a status page.
 *
 * @public
 */
export type SourceKind =
  'postmortem' | 'ticket' | 'responder' | 'monitor' | 'import' | 'status-page';

/**
 * Who says so: where a claim comes from.
 *
 * @public
 */
export interface Source {
  /** What kind of source it is. */
  readonly kind: SourceKind;
  /** Which one: a team, a monitor, a page, a document. Kind and name together are one source. */
  readonly name?: string;
  /** Where it can be read. */
  readonly url?: string;
  /** Place inside the document, such as `update 1` or `line 12`. */
  readonly locator?: string;
}

/**
 * The codec of `Source`.
 *
 * @public
 */
export const Source: t.Type<Source> = t.intersection(
  [
    t.type({
      kind: t.keyof({
        postmortem: null,
        ticket: null,
        responder: null,
        monitor: null,
        import: null,
        'status-page': null,
      }),
    }),
    t.partial({ name: t.string, url: t.string, locator: t.string }),
  ],
  'Source',
);

/**
 * What identifies a source: its kind and name, wherever in it a claim stands.
 *
 * @public
 */
export const sourceKey = ({ kind, name = '' }: Source): string => `${kind}/${name}`;
