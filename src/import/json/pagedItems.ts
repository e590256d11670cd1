import type { JsonItem, JsonPart } from './jsonItems.ts';
import { jsonItems } from './jsonItems.ts';

const elementsOf = (item: JsonItem): readonly JsonItem[] =>
  item.at === '$.*' && Array.isArray(item.value)
    ? item.value.map((value: unknown, index) => ({
        ...item,
        value,
        place: `${item.place}[${index}]`,
      }))
    : [item];

/**
 * The items of a text of JSON, as `jsonItems` gives them; a list of lists, as tools make it of the pages of an answer, is read as one
 * list.
 */
export async function* pagedItems(
  text: AsyncIterable<string>,
  paths: readonly string[],
): AsyncIterable<JsonPart> {
  for await (const part of jsonItems(text, paths)) {
    if (part._tag === 'Item') {
      for (const item of elementsOf(part.item)) yield { _tag: 'Item', item };
    } else yield part;
  }
}
