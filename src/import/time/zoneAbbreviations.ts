/** What a zone abbreviation stands for. */
export interface ZoneAbbreviation {
  /** Offset from UTC in minutes; absent where only the region tells. */
  readonly minutes?: number;
  /** A region where clocks show it; decides by date, or shows that the region was not on that time. */
  readonly region?: string;
  /** Other things that the same letters stand for; taking the first meaning is an assumption. */
  readonly others?: readonly string[];
}

/**
 * The abbreviations known, each with the meaning that is taken and, where the letters have several, the others.
 *
 * Source: the IANA time zone database for offsets; CLDR for the regions.
 */
export const zoneAbbreviations: Readonly<Record<string, ZoneAbbreviation>> = {
  UTC: { minutes: 0 },
  GMT: { minutes: 0 },
  Z: { minutes: 0 },
  WET: { minutes: 0, region: 'Europe/Lisbon' },
  WEST: { minutes: 60, region: 'Europe/Lisbon' },
  CET: { minutes: 60, region: 'Europe/Paris' },
  MEZ: { minutes: 60, region: 'Europe/Berlin' },
  CEST: { minutes: 120, region: 'Europe/Paris' },
  MESZ: { minutes: 120, region: 'Europe/Berlin' },
  EET: { minutes: 120, region: 'Europe/Athens' },
  EEST: { minutes: 180, region: 'Europe/Athens' },
  MSK: { minutes: 180 },
  BST: { minutes: 60, region: 'Europe/London', others: ['Asia/Dhaka'] },
  IST: { minutes: 330, others: ['Europe/Dublin', 'Asia/Jerusalem'] },
  SAST: { minutes: 120 },
  WAT: { minutes: 60 },
  CAT: { minutes: 120 },
  EAT: { minutes: 180 },
  GST: { minutes: 240 },
  PKT: { minutes: 300 },
  ICT: { minutes: 420 },
  WIB: { minutes: 420 },
  EST: { minutes: -300, region: 'America/New_York' },
  EDT: { minutes: -240, region: 'America/New_York' },
  AST: { minutes: -240, region: 'America/Halifax', others: ['Asia/Riyadh'] },
  ADT: { minutes: -180, region: 'America/Halifax' },
  CST: { minutes: -360, region: 'America/Chicago', others: ['Asia/Shanghai', 'America/Havana'] },
  CDT: { minutes: -300, region: 'America/Chicago', others: ['America/Havana'] },
  MST: { minutes: -420, region: 'America/Denver' },
  MDT: { minutes: -360, region: 'America/Denver' },
  PST: { minutes: -480, region: 'America/Los_Angeles', others: ['Asia/Manila'] },
  PDT: { minutes: -420, region: 'America/Los_Angeles' },
  AKST: { minutes: -540, region: 'America/Anchorage' },
  AKDT: { minutes: -480, region: 'America/Anchorage' },
  HST: { minutes: -600 },
  BRT: { minutes: -180 },
  JST: { minutes: 540 },
  KST: { minutes: 540 },
  SGT: { minutes: 480 },
  HKT: { minutes: 480 },
  AWST: { minutes: 480 },
  AEST: { minutes: 600, region: 'Australia/Sydney' },
  AEDT: { minutes: 660, region: 'Australia/Sydney' },
  ACST: { minutes: 570, region: 'Australia/Adelaide' },
  ACDT: { minutes: 630, region: 'Australia/Adelaide' },
  NZST: { minutes: 720, region: 'Pacific/Auckland' },
  NZDT: { minutes: 780, region: 'Pacific/Auckland' },
  ET: { region: 'America/New_York' },
  CT: { region: 'America/Chicago' },
  MT: { region: 'America/Denver' },
  PT: { region: 'America/Los_Angeles' },
};

/** Zones that are named in words: IANA zones, or the abbreviations that the words stand for. */
export const zonePhrases: Readonly<Record<string, string>> = {
  'heure de paris': 'Europe/Paris',
  'heure française': 'Europe/Paris',
  'heure locale de paris': 'Europe/Paris',
  'paris time': 'Europe/Paris',
  'cet/cest': 'Europe/Paris',
  'ora italiana': 'Europe/Rome',
  'london time': 'Europe/London',
  'uk time': 'Europe/London',
  'coordinated universal time': 'UTC',
  'universal time': 'UTC',
  'greenwich mean time': 'GMT',
  'british summer time': 'BST',
  'central european time': 'CET',
  'central european summer time': 'CEST',
  'west africa time': 'WAT',
  'west african time': 'WAT',
  'central africa time': 'CAT',
  'central african time': 'CAT',
  'east africa time': 'EAT',
  'east african time': 'EAT',
  'india standard time': 'IST',
  'indian standard time': 'IST',
  'eastern standard time': 'EST',
  'eastern daylight time': 'EDT',
  'central standard time': 'CST',
  'central daylight time': 'CDT',
  'mountain standard time': 'MST',
  'mountain daylight time': 'MDT',
  'pacific standard time': 'PST',
  'pacific daylight time': 'PDT',
  'eastern time': 'America/New_York',
  'central time': 'America/Chicago',
  'mountain time': 'America/Denver',
  'pacific time': 'America/Los_Angeles',
  eastern: 'America/New_York',
  pacific: 'America/Los_Angeles',
};
