import { classifyPhrase } from './classifyPhrase.ts';
import type { PhraseType } from './phrases.ts';
import { trimmedFact } from '../text/plainText.ts';

/** One fact of a line, with the words that tell it. */
export interface Fact {
  /** What it tells of. */
  readonly type: PhraseType;
  /** Its own part of the line. */
  readonly text: string;
}

const BETWEEN =
  /\s(?:et|and|e|puis|then|ainsi que|&|\+)\s|[;,.]\s|\s\((?=[^()]{1,60}\)\W{0,3}$)/giu;
/** `change rolled back OUTAGE ENDS`, `END OF OUTAGE`: a mark in capitals behind what happened. */
const MARK =
  /\s\W{0,4}(?=(?:(?:OUTAGE|INCIDENT|IMPACT|DOWNTIME) (?:BEGINS?|BEGAN|STARTS?|STARTED|ENDS?|ENDED|OVER)|(?:START|BEGINNING|END) OF (?:THE )?(?:OUTAGE|INCIDENT|IMPACT|DOWNTIME))(?![A-Za-z]))/gu;
/** A line of a timeline that is longer than this is a story, and is looked at as far as this. */
const LOOKED_AT = 2000;

type Classify = (clause: string) => PhraseType | null;

interface Piece {
  start: number;
  end: number;
  type: PhraseType | null;
}

/** Cuts in the order of the text, none inside another. */
const inOrder = (cuts: readonly RegExpExecArray[]): readonly RegExpExecArray[] => {
  let end = 0;
  return cuts
    .toSorted((a, b) => a.index - b.index)
    .filter(({ 0: all, index }) => {
      const isFree = index >= end;
      if (isFree) end = index + all.length;
      return isFree;
    });
};

const piecesOf = (line: string, classify: Classify): readonly Piece[] => {
  const pieces: Piece[] = [];
  let start = 0;
  const add = (end: number): void => {
    pieces.push({ start, end, type: classify(line.slice(start, end)) });
  };
  const looked = line.slice(0, LOOKED_AT);
  const marks = [...looked.matchAll(MARK)];
  const cuts = [...looked.matchAll(BETWEEN), ...marks];
  for (const { 0: all, index } of marks.length === 0 ? cuts : inOrder(cuts)) {
    add(index);
    start = index + all.length;
  }
  add(line.length);
  return pieces;
};

/** Words that tell nothing known go with the fact before them, or with the first. */
const joined = (pieces: readonly Piece[]): readonly Piece[] => {
  const facts: Piece[] = [];
  for (const piece of pieces) {
    const last = facts.at(-1);
    if (last && (piece.type === null || last.type === null || last.type === piece.type)) {
      last.end = piece.end;
      last.type ??= piece.type;
    } else facts.push({ ...piece });
  }
  return facts;
};

/**
 * The facts of a line: `reprise du service et fin de l'incident` holds two. None when nothing known is told.
 *
 * @param classify - Tells what a clause tells of.
 */
export const splitFacts = (line: string, classify: Classify = classifyPhrase): readonly Fact[] => {
  const pieces = piecesOf(line, classify);
  const facts = joined(pieces).flatMap(({ start, end, type }) =>
    type === null ? [] : [{ type, text: trimmedFact(line.slice(start, end)) }],
  );
  if (facts.length > 1) return facts;
  // Words around an "and" can tell together what none of them tells alone.
  const type = facts[0]?.type ?? (pieces.length > 1 ? classify(line) : null);
  return type === null ? [] : [{ type, text: trimmedFact(line) }];
};
