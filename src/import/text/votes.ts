/** The languages that words are told by, each with the votes for it in ten bits of a number. */
export const VOTES = { fr: 1, en: 1 << 10, it: 1 << 20 } as const;

const MOST = 1023;

/** The language with most votes: `fr`, `en`, `it`, or `und` when that is open. */
export const languageOfVotes = (votes: number): string => {
  const fr = votes & MOST;
  const en = (votes >> 10) & MOST;
  const it = votes >> 20;
  if (en > fr && en > it) return 'en';
  if (fr > en && fr > it) return 'fr';
  return it > en && it > fr ? 'it' : 'und';
};
