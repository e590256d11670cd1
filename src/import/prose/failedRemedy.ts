const REMEDY =
  '(?:restart|reboot|rollback|roll back|revert|redeploy(?:ment)?|fix|hotfix|patch|deployment|failover|workaround|repair|redemarrage|retour arriere|basculement|bascule|correctif|reparation|riavvio|ripristino|correzione)';
const FAILED =
  "(?:fail(?:s|ed)|did ?n.t (?:work|help)|does ?n.t (?:work|help)|had no effect|made no difference|(?:a |ont )?echou(?:e|ent)|(?:est |reste )?sans effet|n'a (?:rien donne|pas fonctionne)|fallit[oa]|fallisce|non ha (?:funzionato|avuto effetto))";
/** A remedy named and, in the same clause, that it failed; the `failed server` that was restarted is something else. */
const FAILED_REMEDY = new RegExp(
  String.raw`(?<![a-z])${REMEDY}(?: [^ ,;]{0,40}[^ ,;.]){0,7}? (?<!(?:that|which|who|had|qui (?:a|avait|ont)|che (?:ha|aveva)) )${FAILED}(?= *$|[,;:.!)]| (?:due|because|with|again|on|for|as|since|when|after|at|and|but|too|either|a|en|car|pour|avec|encore|et|mais|per|con|perche|e|ma)(?![a-z]))`,
);

/** Whether a clause, in plain words, says that what was done to help failed: `restart of the server failed due to …`. */
export const isFailedRemedy = (plain: string): boolean => FAILED_REMEDY.test(plain);
