import { changeKinds } from './changeKind.ts';
import { plainWords } from '../text/plainWords.ts';
import type { Postmortem } from './postmortem.ts';
import { byPublication, postmortemPlace, sectionsOf } from './postmortem.ts';
import { isNothing, sectionText } from './sections.ts';

const BLAMES_CHANGE =
  /(?<![a-z])(?:changements?|modifications?|changes?|changed|deploiements?|deploy(?:ed|ment)?|mise (?:en production|a jour)|releases?|upgrade|update|migration|rollout|routage|modifica)(?![a-z])/;

/** What says that the cause lies elsewhere, or that it is not known. */
const DENIES =
  /(?<![a-z])(?:not|n't|unrelated|independent|independamment|pas|aucun|sans|unknown|inconnue?|unclear|non)(?![a-z])/;

/** The change that a cause blames: the one of its kinds, or the only one when it blames some change of no kind. */
const blamed = ({ changes }: Postmortem, text: string): string | undefined => {
  const plain = plainWords(text, 2000);
  if (DENIES.test(plain)) return undefined;
  const kinds = changeKinds(text);
  const blames = BLAMES_CHANGE.test(plain);
  const same = changes.filter(
    ({ kind }) => kind !== undefined && (blames ? kinds.includes(kind) : kinds[0] === kind),
  );
  if (same.length === 1) return same[0]?.changeId;
  const [only] = changes;
  if (!only || changes.length > 1 || !blames) return undefined;
  return kinds.length === 0 || only.kind === undefined ? only.changeId : undefined;
};

/** Makes the claim of the sections on the cause. */
export const causeClaims = (postmortem: Postmortem): void => {
  const texts: Record<string, string> = {};
  for (const { language, section } of sectionsOf(postmortem, 'cause')) {
    const text = sectionText(section);
    if (isNothing(text)) continue;
    const before = texts[language];
    texts[language] = before === undefined ? text : `${before}\n${text}`;
  }
  if (Object.keys(texts).length === 0) return;
  const changeId = blamed(postmortem, Object.values(texts).join(' '));
  postmortem.page.reading.add(
    'CauseIdentified',
    { text: texts, ...(changeId !== undefined && { changeId }) },
    postmortemPlace(postmortem, 'root cause', byPublication(postmortem)),
  );
};
