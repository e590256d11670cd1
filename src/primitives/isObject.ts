/** Whether a value has fields: an object, a list, anything but a primitive or a function. */
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;
