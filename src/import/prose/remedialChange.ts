/** What is done again, or in order to help: no change that something came of. */
const REMEDIAL =
  /(?<![a-z])(?:again|de nouveau|a nouveau|di nuovo|nuovamente|(?:in order )?to (?:quickly |temporarily )?(?:restore|recover|mitigate|resolve|work around|bring back)|pour (?:retablir|restaurer|attenuer|contourner)|per (?:ripristinare|mitigare|aggirare))(?![a-z])/;

/** Whether a clause, in plain words, tells of a change made to help: `changed the DNS record to restore the site`. */
export const isRemedialChange = (plain: string): boolean => REMEDIAL.test(plain);
