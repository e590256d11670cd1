/** What an entry of a log, of a timeline or a webhook is about, as its words or type say; null where that is open. */
export type Act =
  'created' | 'acknowledged' | 'unacknowledged' | 'closed' | 'resolved' | 'reopened';

const ACTS: readonly (readonly [RegExp, Act])[] = [
  [
    /^(?:alert|incident)?(?: was| has been| is)? ?(?:un-?acked|un-?acknowledged?)\b/i,
    'unacknowledged',
  ],
  [
    /^(?:responder )?(?:alert|incident)?(?: was| has been| is)? ?(?:acked|ack|acknowledged?)\b/i,
    'acknowledged',
  ],
  [/^(?:responder )?(?:alert|incident)?(?: was| has been| is)? ?(?:auto-?)?closed?\b/i, 'closed'],
  [/^(?:responder )?(?:incident)?(?: was| has been| is)? ?resolved?\b/i, 'resolved'],
  [/^(?:responder )?(?:alert|incident)?(?: was| has been| is)? ?reopen(?:ed)?\b/i, 'reopened'],
  [/^(?:responder )?(?:alert|incident)?(?: was| has been| is)? ?(?:created?|opened)\b/i, 'created'],
];

/**
 * What somebody did, by how a log words it (`Alert acknowledged via web`) or a type names it (`UnAcknowledge`).
 *
 * @remarks Source: the words of Opsgenie’s logs in English; no list of them is published.
 */
export const actOf = (words: string): Act | null =>
  ACTS.find(([pattern]) => pattern.test(words.slice(0, 200)))?.[1] ?? null;
