/**
 * A pattern over plain words by which an update of a page says that the cause is known. "The issue has been identified"
 * says so on a page; in a post mortem it may only mean noticed.
 */
export const statedCause =
  "(?:issue|problem|cause) has been identified|identified (?:the|an) (?:issue|problem) and|(?:le probleme|la cause|l'origine)(?: [a-z' ]{1,40})? a ete identifiee?|il problema e stato identificato|la causa e stata (?:identificata|individuata)";

/** A pattern over plain words by which service is back for some alone, and so not yet back. */
export const forSome =
  'some|most|many|majority|partial(?:ly)?|certaine?s?|la plupart|la majorite|une partie|partiel(?:le|lement)?s?|alcun[ie]|gran parte|parzialmente|degraded|degradee?s?|slow|lent[es]?';

/** A pattern over plain words by which a sentence speaks of something else, of a condition or of what is being done. */
export const otherwise =
  "others?|autres?|altr[ie]|unaffected|unimpacted|once|until|unless|when|whether|as soon as|before|lorsque|des que|une fois|quand|avant|tant que|jusqu'|quando|appena|ensure|verify that|confirm that|hope|expects?|expecting|expected|soon|shortly|please|next update|attendue?|esper(?:e|ons|ee)|bientot|vite|rapidement|brefs? delais?|veuillez|merci|tiendr[a-z]{2,5}|tout en oeuvre|mobilise[a-z]{0,3}|travaill[a-z]{1,5}|afin|en vue|prochaine?|saranno|sara|verra|a breve|(?:is|are|'re) (?!monitor|watch|observ|continu|seeing|now |keep|[a-z]{4,7}ing normally)[a-z]{2,20}ing";
