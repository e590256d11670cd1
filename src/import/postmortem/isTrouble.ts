import type { Localized } from '../../primitives/text.ts';
import { plainWords } from '../text/plainWords.ts';

/** What a range of time is trouble in. */
const TROUBLE =
  /(?<![a-z])(?:errors?|impact(?:ed|s)?|degrad[a-z]*|outage|incident[a-z]?|unavailab[a-z]*|disrupt[a-z]*|fail[a-z]*|slow[a-z]*|latenc[a-z]*|issues?|problem[a-z]*|problemes?|difficult[a-z]*|perturb[a-z]*|lent[a-z]*|indisponib[a-z]*|pannes?|refus[a-z]*|erreurs?|interr[a-z]*|down(?:time)?|coupures?|anomal[a-z]*|disserviz[a-z]*|experienced|non disponibil[a-z]*|rallentament[a-z]*|unable|trouble|inaccessib[a-z]*|dropped|elevated|black-?outs?|stop(?:s|ped) (?:working|responding|functioning))(?![a-z])/;
const OTHER =
  /(?<![a-z])(?:scheduled|planned|maintenance|will|would|prevu|pianificat[a-z]*|last year|previous(?:ly)?)(?![a-z])/;

/** Whether a text, in any of its languages, says that something was wrong, and was not planned. */
export const isTrouble = (text: Localized): boolean =>
  Object.values(text).some((one) => {
    const plain = plainWords(one);
    return TROUBLE.test(plain) && !OTHER.test(plain);
  });
