import { changeKind } from './changeKind.ts';
import { byThen } from './momentsAround.ts';
import { plainWords } from './plainWords.ts';
import type { Postmortem } from './postmortem.ts';
import { postmortemPlace, sectionsOf } from './postmortem.ts';
import { isNothing, sectionText } from './sections.ts';

const BLAMES_CHANGE =
  /(?<![a-z])(?:changements?|modifications?|changes?|changed|deploiements?|deploy(?:ed|ment)?|mise (?:en production|a jour)|releases?|upgrade|update|migration|rollout|routage|modifica)(?![a-z])/;

/** The change that a cause blames: the one of its kind, or the only one when it blames a change at all. */
const blamed = ({ changes }: Postmortem, text: string): string | undefined => {
  const kind = changeKind(text);
  const same = changes.filter((change) => kind !== undefined && change.kind === kind);
  if (same.length === 1) return same[0]?.changeId;
  const [only] = changes;
  return changes.length === 1 && BLAMES_CHANGE.test(plainWords(text, 2000))
    ? only?.changeId
    : undefined;
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
    postmortemPlace(postmortem, 'root cause', byThen(postmortem.published)),
  );
};
