import { isObject } from '../../primitives/isObject.ts';

/** Whether a correction can carry such data: an object with fields; of any other, only the time is corrected. */
export const isCorrectable = (data: unknown): data is object =>
  isObject(data) && !Array.isArray(data);
