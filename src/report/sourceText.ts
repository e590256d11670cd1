import type { Source } from '../primitives/source.ts';
import { plain } from './plain.ts';

/** A source for people: its kind, and its name when it has one. */
export const sourceText = ({ kind, name }: Source): string =>
  name === undefined || name === '' ? kind : `${kind} ${plain(name)}`;
