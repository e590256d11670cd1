import * as t from 'io-ts';
import { IncidentId } from '../primitives/ids.ts';
import { Text } from '../primitives/text.ts';
import { firstVersion } from './definition.ts';
import { fields } from './fields.ts';

/**
 * The incident was declared over. It does not end impacts.
 *
 * @public
 */
export interface Resolved {
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `Resolved`.
 *
 * @public
 */
export const Resolved: t.Type<Resolved> = fields('Resolved', {}, { text: Text });

/**
 * The incident was found not to be over: the next episode begins.
 *
 * @public
 */
export interface Reopened {
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `Reopened`.
 *
 * @public
 */
export const Reopened: t.Type<Reopened> = fields('Reopened', {}, { text: Text });

/**
 * Work on the record is done.
 *
 * @public
 */
export interface Closed {
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `Closed`.
 *
 * @public
 */
export const Closed: t.Type<Closed> = fields('Closed', {}, { text: Text });

/**
 * It was no incident after all.
 *
 * @public
 */
export interface Cancelled {
  /** Why not. */
  readonly outcome: 'false-alarm' | 'declined' | 'test';
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `Cancelled`.
 *
 * @public
 */
export const Cancelled: t.Type<Cancelled> = fields(
  'Cancelled',
  { outcome: t.keyof({ 'false-alarm': null, declined: null, test: null }) },
  { text: Text },
);

/**
 * The incident was found to be part of another, where it goes on. Nothing follows.
 *
 * @public
 */
export interface Merged {
  /** The incident that carries on. */
  readonly into: IncidentId;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `Merged`.
 *
 * @public
 */
export const Merged: t.Type<Merged> = fields('Merged', { into: IncidentId }, { text: Text });

/**
 * The analysis of the incident was published.
 *
 * @public
 */
export interface PostmortemPublished {
  /** Its title. */
  readonly title?: Text;
  /** Where it can be read. */
  readonly url?: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `PostmortemPublished`.
 *
 * @public
 */
export const PostmortemPublished: t.Type<PostmortemPublished> = fields(
  'PostmortemPublished',
  {},
  { title: Text, url: t.string, text: Text },
);

/** How an incident ends, and what follows an end. */
export const ending = {
  Resolved: firstVersion(Resolved, 'episode'),
  Reopened: firstVersion(Reopened, 'episode'),
  Closed: firstVersion(Closed, 'episode'),
  Cancelled: firstVersion(Cancelled, 'episode'),
  Merged: firstVersion(Merged, 'episode'),
  PostmortemPublished: firstVersion(PostmortemPublished, 'episode'),
};
