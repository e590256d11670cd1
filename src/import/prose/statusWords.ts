import { matchEnd } from '../text/matchEnd.ts';
import type { ReadAt } from '../time/clockTime.ts';

/**
 * The status words of pages with the ways they are written in English, French and Italian. A status is told apart
 * by its English word, that of Atlassian Statuspage where it has one.
 */
const WORDS: Readonly<Record<string, string>> = {
  postmortem: String.raw`post[\s-]?mortem|write-?up(?: published| posted)?|rapport d['’]incident|root cause analysis|rca|retour d['’]exp[ée]rience`,
  investigating: String.raw`investigating|under investigation|investigation(?: en cours)?|enqu[êe]te(?: en cours)?|(?:en cours d['’]|analyse en )(?:analyse|investigation|cours)|in esame|indagin[ei](?: in corso)?|in analisi`,
  identified: String.raw`identified|(?:probl[èe]me |cause )?identifi[ée]e?s?|identificato`,
  monitoring: String.raw`monitoring|(?:en |sous )?surveillance|surveill[ée]e?|en observation|(?:in )?monitoraggio|watching`,
  mitigated: String.raw`mitigated|att[ée]nu[ée]e?`,
  resolved: String.raw`resolved|fixed|r[ée]solu(?:e|tion)?|corrig[ée]e?|risolto`,
  closed: String.raw`closed|cl[oô]tur[ée]e?(?: de l['’]incident)?|ferm[ée]e?|chiuso`,
  created: String.raw`created|opened|reported|ouverte?|cr[ée][ée]e?|aperto`,
  scheduled: String.raw`scheduled|planned|programm[ée]e?|planifi[ée]e?|pr[ée]vue?|pianificat[oa]`,
  in_progress: String.raw`in[\s_-]progress|en cours|in corso`,
  verifying: String.raw`verifying|(?:en )?v[ée]rification(?: en cours)?|in verifica`,
  completed: String.raw`completed|termin[ée]e?|achev[ée]e?|completat[oa]`,
  cancelled: String.raw`cancell?ed|annul[ée]e?`,
  update: String.raw`updated?|edit(?:ed)?|mise [àa] jour|m[àa]j|point de situation|aggiornamento`,
};

const STATUSES = Object.keys(WORDS);
/** A pattern of all of them. */
export const statusWords = Object.values(WORDS)
  .map((word) => `(${word})`)
  .join('|');
const STATUS = new RegExp(`(?:${statusWords})(?![\\p{L}\\d_'’])`, 'iyu');

/** A pattern of the words before the time at which an update was published. */
export const postedWords =
  'posted|published|updated|publi[ée]e?|post[ée]e?|mis à jour|commentaire|pubblicato';

/** The status that each word stands for, in lower case, as far as it has been met: a pattern matches no more than some hundred. */
const met = new Map<string, string>();

const statusOf = (written: string): string => {
  const word = written.toLowerCase();
  const known = met.get(word);
  if (known !== undefined) return known;
  STATUS.lastIndex = 0;
  const index = STATUS.exec(written)?.findIndex((group, at) => at > 0 && group !== undefined) ?? 0;
  const status = STATUSES[index - 1] ?? 'update';
  // A copy: part of a text keeps all of it.
  met.set(Array.from(word).join(''), status);
  return status;
};

/** Reads the status word that begins at a place in a text, as its English word in lower case. */
export const statusWordAt = (text: string, at: number): ReadAt<string> | null => {
  const end = matchEnd(STATUS, text, at);
  return end === at ? null : { value: statusOf(text.slice(at, end)), end };
};

/** Whether a status is one of the words known here. */
export const isKnownStatus = (status: string): boolean => Object.hasOwn(WORDS, status);

/** The status words of planned work. */
export const isMaintenanceStatus = (status: string): boolean =>
  ['scheduled', 'in_progress', 'verifying', 'completed'].includes(status);

/** The status words of an incident under way. */
export const isIncidentStatus = (status: string): boolean =>
  ['investigating', 'identified', 'monitoring'].includes(status);

/** A status as systems write it, such as `In progress`, in the form of the words known here. */
export const statusWord = (status: string): string =>
  status
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
