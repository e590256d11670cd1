import type { Degree } from '../../events/impact.ts';
import { plainWords } from '../text/plainWords.ts';

const PARTIAL =
  /(?<![a-z])(?:partial(?:ly)?|partiel(?:le|lement)?s?|some (?:customers|users|requests)|certains (?:clients|utilisateurs)|une partie|partial[_ ]outage)(?![a-z])/;
const FULL =
  /(?<![a-z]|intermittent(?:ly|e|es|s)? )(?:non disponibles?|indisponibles?|indisponibilite|unavailable|unavailability|outage|major[_ ]outage|hors service|down|inaccessibles?|interruption totale|coupure|panne majeure|non disponibile|indisponibilita)(?![a-z])/;
const DEGRADED =
  /(?<![a-z])(?:degrad(?:e|ee|es|ees|ed|ation|ato)|slow(?:ness|er)?|lent(?:eur|eurs|e|s)?|ralentissements?|latency|latence|intermittent(?:e|es|s|ly)?|degraded[_ ]performance|rallentamenti)(?![a-z])/;

/** How bad a text says the impact was; undefined when it does not say. */
export const degreeIn = (text: string): Degree | undefined => {
  const plain = plainWords(text, 2000);
  if (PARTIAL.test(plain)) return 'partial';
  if (FULL.test(plain)) return 'full';
  return DEGRADED.test(plain) ? 'degraded' : undefined;
};
