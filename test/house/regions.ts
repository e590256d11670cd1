/** A fenced block of a page that claims to be a region of an example file. */
interface Block {
  readonly file: string;
  readonly region: string;
  readonly text: string;
}

const MARKED = /^<!-- (examples\/[\w./-]+)#([\w-]+) -->\n+```ts\n([\s\S]*?)^```$/gm;

const blocksOf = (page: string): readonly Block[] =>
  [...page.matchAll(MARKED)].map(([, file = '', region = '', text = '']) => ({
    file,
    region,
    text,
  }));

/** The lines between `// #region NAME` and `// #endregion NAME`, without their common indentation; null when absent. */
export const regionOf = (source: string, region: string): string | null => {
  const lines = source.split('\n');
  const from = lines.findIndex((line) => line.trim() === `// #region ${region}`);
  const to = lines.findIndex((line) => line.trim() === `// #endregion ${region}`);
  if (from < 0 || to < from) return null;
  const inside = lines.slice(from + 1, to);
  const indents = inside.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return inside.map((line) => `${line.slice(indent)}\n`).join('');
};

/**
 * What is wrong with a page: blocks that differ from the region they name, regions that do not exist, and
 * marks without a TypeScript block under them.
 *
 * @param read - Gives the text of an example file, null when there is none.
 */
export const staleBlocks = (
  page: string,
  read: (file: string) => string | null,
): readonly string[] => {
  const blocks = blocksOf(page);
  const marks = [...page.matchAll(/<!-- examples\/\S+#\S+ -->/g)].length;
  return [
    ...(marks === blocks.length ? [] : [`${marks} marks, but ${blocks.length} blocks under them`]),
    ...blocks.flatMap(({ file, region, text }) => {
      const source = read(file);
      const now = source === null ? null : regionOf(source, region);
      if (now === null) return [`${file}#${region} does not exist`];
      return now === text ? [] : [`${file}#${region} is not what the page shows`];
    }),
  ];
};
