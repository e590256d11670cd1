import type { OutsideObject } from '../json/outsideJson.ts';

/** The value of one of the fields that an organisation defines, whether in an object with its kind or bare. */
export const fieldValue = (fields: OutsideObject | undefined, key: string): unknown => {
  const found = fields?.raw(key);
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return found;
  return fields?.object(key)?.raw('value');
};

/** The same where it is a text that says something. */
export const fieldText = (fields: OutsideObject | undefined, key: string): string | undefined => {
  const value = fieldValue(fields, key);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};
