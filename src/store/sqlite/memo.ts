/**
 * What a function of a whole number gives, made once for each number. Texts of statements are: looking one up by a text
 * that was put together anew costs as much as a query.
 */
export const memo = <A>(make: (number: number) => A): ((number: number) => A) => {
  const made = new Map<number, A>();
  return (number) => {
    const known = made.get(number);
    if (known !== undefined) return known;
    const value = make(number);
    made.set(number, value);
    return value;
  };
};
