import { styleText } from 'node:util';
import type { Paint, Style } from '../report/public.ts';

const COLOURS: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  heading: 'bold',
  faint: 'dim',
  good: 'green',
  bad: 'red',
  doubtful: 'yellow',
};

/** Colours for a terminal, or none. */
export const paintFor =
  (colour: boolean): Paint =>
  (style, text) =>
    colour ? styleText(COLOURS[style], text, { validateStream: false }) : text;
