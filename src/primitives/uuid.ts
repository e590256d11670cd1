import { v5, v7, validate } from 'uuid';

/** Root of every derived id: v5 of the URL namespace and the project's name, fixed for ever. */
const ROOT = v5('https://www.npmjs.com/package/incident-ledger', v5.URL);

/** A new random id, sortable by when it was made. */
export const randomUuid = (): string => v7();

/** The id that these parts always have: same parts, same id. */
export const derivedUuid = (...parts: readonly string[]): string => v5(JSON.stringify(parts), ROOT);

/** Whether the text is a UUID in lower case, the only form stored. */
export const isUuid = (text: string): boolean => validate(text) && text === text.toLowerCase();
