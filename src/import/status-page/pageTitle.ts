/** Whose page it is and what the incident is called, as far as one line at the top tells. */
export interface PageTitle {
  /** Whose page. */
  readonly name?: string;
  /** What the incident is called. */
  readonly title?: string;
  /** Whether the line could be what the incident is called as well: `Acme incident`. */
  readonly isOpen?: boolean;
}

const REPORT_FOR =
  /^(?:incident report (?:for|from)|scheduled maintenance report for|rapport (?:d['’]incident|de maintenance)(?: (?:planifi|programm|pr[ée]v)[ée]e)? (?:de|pour)|rapporto (?:sull['’]incidente|di incidente|sulla manutenzione|di manutenzione) (?:per|di))\s(.{1,100})$/i;
/** No label, such as `Type: Incident`. */
const NAME_FIRST =
  /^(.{0,59}?[^:\s])\s(?:incident|status(?: page| dashboard| history)?|statut|system status|service (?:status|health(?: dashboard| status)?)|health dashboard|outage)$/i;
const NAME_LAST =
  /^(?:statut|état|status|[ée]tat des services|statut des services|stato(?: dei servizi| del servizio)?)\s(?:(?:de|des services|chez|of|at|for|du|d[’'])\s)?(?!page$)(.{1,60})$/i;
/** What a line that names a page ends with and a title can end with too. */
const OPEN = /\s(?:incident|outage)$/i;
/** Who is nobody's page, before such a word: `Network outage`, `Paris zone: power outage`, `[Ended] Mail incident`. */
const NOBODY =
  /[:[\]]|^(?:(?:complete|critical|full|global|major|minor|partial|total|unplanned)\s?)?(?:database|datacent(?:er|re)|e?mail|internet|network|platform|power|production|security|service|system|website)?$/i;
/** `Acme - État des services`. */
const DASHED =
  /^(.{1,60}?)\s[-–—|:]\s(?:[ée]tat des services(?: num[ée]riques| informatiques)?|statut des services|stato dei servizi|service status|system status)$/i;
const BESIDE = /^(.{1,80}?)\s(?:status|statut)\s[-–—|]\s(.{1,200})$/i;
const BEHIND = /^(.{1,200}?)\s[-–—|]\s(.{1,60})\s(?:status|statut)$/i;

/** Whether a line says that the page reports an incident or planned work: `Incident Report for Acme`. */
export const isReport = (line: string): boolean => REPORT_FOR.test(line);

/** Reads one line at the top of a page. */
export const pageTitle = (line: string): PageTitle => {
  const text = line.replace(/^#{1,6}\s/, '').trim();
  const beside = BESIDE.exec(text);
  if (beside) return { name: beside[1] ?? '', title: beside[2] ?? '' };
  const behind = BEHIND.exec(text);
  if (behind) return { name: behind[2] ?? '', title: behind[1] ?? '' };
  const name = (REPORT_FOR.exec(text) ??
    DASHED.exec(text) ??
    NAME_FIRST.exec(text) ??
    NAME_LAST.exec(text))?.[1];
  const isOpen = OPEN.test(text) && !isReport(text);
  if (name === undefined || (isOpen && NOBODY.test(name))) return { title: text };
  return { name: name.trim(), ...(isOpen && { isOpen }) };
};
