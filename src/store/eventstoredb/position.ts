import type { EventStoreDbPosition } from './client.ts';

/** The digits of an unsigned number of 64 bits. */
const DIGITS = 20;
const FORM = /^(\d{20})-(\d{20})$/;

const text = (offset: bigint): string => offset.toString().padStart(DIGITS, '0');

/** The position as text of fixed width, so that comparing the text compares the places. */
export const positionText = ({ commit, prepare }: EventStoreDbPosition): string =>
  `${text(commit)}-${text(prepare)}`;

/** The position that a text stands for; null when it is none. */
export const positionIn = (position: string): EventStoreDbPosition | null => {
  const [, commit, prepare] = FORM.exec(position) ?? [];
  return commit === undefined || prepare === undefined
    ? null
    : { commit: BigInt(commit), prepare: BigInt(prepare) };
};
