/** What an entry of a log, of a timeline or a webhook is about, as its words or type say; null where that is open. */
export type Act =
  'created' | 'acknowledged' | 'unacknowledged' | 'closed' | 'resolved' | 'reopened';

/** What stands before the verb: what it was done to, or who did it. */
const BEFORE =
  /^(?:(?:the )?(?:alert|incident)|responder alert|(?:user |by )?(?:\[[^\]]{1,100}\]|\S{1,100}@\S{1,100}|system|opsgenie|user))?(?: was| has been| has| is| got)? ?/i;

const ACTS: readonly (readonly [RegExp, Act])[] = [
  [/^(?:executed )?\[?un-?ack(?:ed|nowledged?)?\b/i, 'unacknowledged'],
  [/^(?:executed )?\[?ack(?:ed|nowledged?)?\b/i, 'acknowledged'],
  [/^(?:executed )?\[?(?:auto(?:matically)?[ -]?)?closed?\b/i, 'closed'],
  [/^(?:executed )?\[?(?:auto(?:matically)?[ -]?)?resolved?\b/i, 'resolved'],
  [/^re-?open(?:ed)?\b/i, 'reopened'],
  [/^(?:created?|opened)\b/i, 'created'],
];

/** What did not come to be, or is about something else than the alert. */
const NOT_DONE =
  /\b(?:not|cannot|could ?n[o’']t|fail(?:ed|s|ure)?|will be|would|request(?:ed)?|scheduled|notification)\b/i;

/**
 * What somebody did, by how a log words it (`Alert acknowledged via web`) or a type names it (`UnAcknowledge`).
 *
 * @remarks Source: the words of Opsgenie’s logs in English; no list of them is published.
 */
export const actOf = (words: string): Act | null => {
  const said = words.slice(0, 400).trim();
  if (NOT_DONE.test(said)) return null;
  const verb = said.replace(BEFORE, '');
  return ACTS.find(([pattern]) => pattern.test(verb))?.[1] ?? null;
};

/** The priority that a log says was given: `Priority updated from [P3] to [P1] via web`; null where it says none. */
export const priorityIn = (words: string): string | null =>
  /\bpriority(?: (?:is|was|has been))? (?:updated|changed|set)(?: from \[?P\d\]?)? to \[?(P[1-5])\b/i
    .exec(words.slice(0, 400))?.[1]
    ?.toUpperCase() ?? null;
