/** What an event says that a monitor did. */
export type Transition = 'alert' | 'warning' | 'no data' | 'repeated' | 'recovered';

/** The state that Datadog writes in brackets before the title of an event, behind its priority. */
const TITLE =
  /^\s*(?:\[P[1-5]\]\s*)?\[((?:Re-)?(?:Triggered|Recovered|Warn|No Data|Renotify)|Muted)\b[^\]]*\]\s*/i;

/** The title without the state before it, which the event itself tells. */
export const nameIn = (title: string | undefined): string | undefined => title?.replace(TITLE, '');

/** A status that is a transition by itself; else it is a sentence. */
const STATUS = /^(?:Re-)?(?:Triggered|Recovered|Warn|No Data|Alert)$/i;

/**
 * What a transition is called: `Triggered`, `Re-Triggered`, `Warn`, `No Data`, `Recovered` by webhooks; `alert`,
 * `warning recovery`, `renotify` by the events API.
 */
const transitionCalled = (word: string, destination: string | undefined): Transition | null => {
  if (/recover/i.test(word)) {
    return destination === undefined || /^ok$/i.test(destination) ? 'recovered' : 'repeated';
  }
  if (/renotif|^re-/i.test(word)) return 'repeated';
  if (/no.?data/i.test(word)) return 'no data';
  if (/warn/i.test(word)) return 'warning';
  return /trigger|^alert$/i.test(word) ? 'alert' : null;
};

/** What the type of an event of a monitor says, where nothing says the transition. */
const STATES: ReadonlyMap<string, string> = new Map([
  ['error', 'alert'],
  ['warning', 'warning'],
  ['warn', 'warning'],
  ['success', 'recovered'],
  ['ok', 'recovered'],
]);

/** The words of an event that may say the transition. */
export interface TransitionWords {
  /** The transition, where it has a field. */
  readonly transition: string | undefined;
  /** The state that the monitor is in now. */
  readonly destination: string | undefined;
  /** The title of the event. */
  readonly title: string | undefined;
  /** The status of the alert: a word or a sentence. */
  readonly status: string | undefined;
  /** The type of an event of a monitor: how bad it is. */
  readonly state: string | undefined;
}

/** What a monitor did, by the first of the words of its event that says it; null for an event of something else. */
export const transitionOf = (words: TransitionWords): Transition | null => {
  const word =
    words.transition ??
    TITLE.exec(words.title ?? '')?.[1] ??
    STATUS.exec(words.status ?? '')?.[0] ??
    STATES.get(words.state?.toLowerCase() ?? '');
  return word === undefined ? null : transitionCalled(word, words.destination);
};
