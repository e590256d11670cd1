import type { ChangeKind } from '../../events/triage.ts';
import { plainWords } from '../text/plainWords.ts';

const KINDS: readonly (readonly [ChangeKind, RegExp])[] = [
  ['dns', /(?<![a-z])dns(?![a-z])/],
  ['certificate', /(?<![a-z])(?:certificat[eos]?s?|tls|ssl)(?![a-z])/],
  ['feature-flag', /feature[ -]flag/],
  ['database', /(?<![a-z])(?:database|base de donnees|bdd|db|sql|schema|postgres|mysql)(?![a-z])/],
  ['network', /(?<![a-z])(?:network|reseau|routing|routage|firewall|pare-feu|bgp|rete)(?![a-z])/],
  ['access', /(?<![a-z])(?:permissions?|droits? d'acces|iam|credentials?)(?![a-z])/],
  [
    'configuration',
    /(?<![a-z])(?:config(?:uration)?s?|parametr(?:es?|age)|settings?|configurazione)(?![a-z])/,
  ],
  ['infrastructure', /(?<![a-z])(?:infrastructure|serveurs?|servers?|cluster|nodes?|vm)(?![a-z])/],
  [
    'deployment',
    /(?<![a-z])(?:mise en production|mep|deploiement|deploy(?:ed|ment)?|release[ds]?|version|rollout|rilascio|code)(?![a-z])/,
  ],
];

/** All kinds of change that a text speaks of, by the things changed. */
export const changeKinds = (text: string): readonly ChangeKind[] => {
  const plain = plainWords(text, 1000);
  return KINDS.filter(([, pattern]) => pattern.test(plain)).map(([kind]) => kind);
};

/** The kind of change that a text speaks of, by the thing changed; undefined when it names none known. */
export const changeKind = (text: string): ChangeKind | undefined => {
  return changeKinds(text)[0];
};
