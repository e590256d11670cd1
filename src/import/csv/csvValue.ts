/** What a field says: its text without the space around it; undefined where it stands for nothing. */
export const csvValue = (none: readonly string[]): ((field: string) => string | undefined) => {
  const nothing = new Set(none);
  const longest = Math.max(0, ...none.map(({ length }) => length));
  return (field) => {
    const text = field.trim();
    // Most are longer than any of these, which is quicker told.
    return text === '' || (text.length <= longest && nothing.has(text)) ? undefined : text;
  };
};
