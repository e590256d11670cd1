/** Whose page it is and what the incident is called, as far as one line at the top tells. */
export interface PageTitle {
  /** Whose page. */
  readonly name?: string;
  /** What the incident is called. */
  readonly title?: string;
}

const REPORT_FOR =
  /^(?:incident report for|incident report from|rapport d['’]incident (?:de|pour))\s(.{1,100})$/i;
const NAME_FIRST =
  /^(.{1,60}?)\s(?:incident|status(?: page)?|statut|system status|service (?:status|health(?: dashboard| status)?)|health dashboard|outage)$/i;
const NAME_LAST =
  /^(?:statut|état|status|[ée]tat des services|statut des services)\s(?:(?:de|des services|chez|of|at|for|du|d[’'])\s)?(.{1,60})$/i;
const BESIDE = /^(.{1,80}?)\s(?:status|statut)\s[-–—|]\s(.{1,200})$/i;
const BEHIND = /^(.{1,200}?)\s[-–—|]\s(.{1,60})\s(?:status|statut)$/i;

/** Reads one line at the top of a page. */
export const pageTitle = (line: string): PageTitle => {
  const text = line.replace(/^#{1,6}\s/, '').trim();
  const beside = BESIDE.exec(text);
  if (beside) return { name: beside[1] ?? '', title: beside[2] ?? '' };
  const behind = BEHIND.exec(text);
  if (behind) return { name: behind[2] ?? '', title: behind[1] ?? '' };
  const name = (REPORT_FOR.exec(text) ?? NAME_FIRST.exec(text) ?? NAME_LAST.exec(text))?.[1];
  return name === undefined ? { title: text } : { name: name.trim() };
};
