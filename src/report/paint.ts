/**
 * What a piece of text is, for a terminal to colour.
 *
 * @public
 */
export type Style = 'heading' | 'faint' | 'good' | 'bad' | 'doubtful';

/**
 * Colours a piece of text, or leaves it as it is.
 *
 * @public
 */
export type Paint = (style: Style, text: string) => string;

/** Leaves text as it is. */
export const unpainted: Paint = (_, text) => text;
