/**
 * A pattern over plain words by which an update of a page says that the cause is known. "The issue has been identified"
 * says so on a page; in a post mortem it may only mean noticed.
 */
export const statedCause =
  "(?:issue|problem|cause) has been identified|identified (?:the|an) (?:issue|problem) and|(?:le probleme|la cause|l'origine)(?: [a-z' ]{1,40})? a ete identifiee?|il problema e stato identificato|la causa e stata (?:identificata|individuata)";

/** A pattern over plain words by which service is back for some alone, and so not yet back. */
export const forSome =
  'some|most|many|majority|partial(?:ly)?|certaine?s?|la plupart|la majorite|une partie|partiel(?:le|lement)?s?|alcun[ie]|gran parte|parzialmente|degraded|degradee?s?|slow|lent[es]?';
