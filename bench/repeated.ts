/** A text of a size: what it begins with, then a piece again and again. */
export const repeated = (
  head: string,
  piece: string | ((index: number) => string),
  size: number,
): string => {
  const parts = [head];
  let length = head.length;
  for (let index = 0; length < size; index++) {
    const part = typeof piece === 'string' ? piece : piece(index);
    parts.push(part);
    length += part.length;
  }
  return parts.join('').slice(0, size);
};

/** A time of day, a minute after the one before it. */
export const clock = (index: number): string =>
  `${String(Math.floor(index / 60) % 24).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
