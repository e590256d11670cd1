// A vocabulary that is none.
export const vocabulary = { definitions: { 'acme.CallOpened': 7 } };
