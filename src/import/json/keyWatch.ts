import { TokenType } from '@streamparser/json';

/** Takes the tokens of a text of JSON. */
export interface KeyWatch {
  /** Takes the next one. */
  readonly take: (kind: TokenType, value: unknown) => void;
}

/** Watches the keys of objects as their tokens come, and says which stands twice in one. */
export const keyWatch = (twice: (key: string) => void): KeyWatch => {
  /** Of each object or list around the one that is open, the keys so far; none of a list. */
  const around: (Set<string> | null)[] = [];
  let keys: Set<string> | null = null;
  let isKey = false;
  return {
    take: (kind, value) => {
      switch (kind) {
        case TokenType.LEFT_BRACE:
          around.push(keys);
          keys = new Set();
          isKey = true;
          break;
        case TokenType.LEFT_BRACKET:
          around.push(keys);
          keys = null;
          isKey = false;
          break;
        case TokenType.RIGHT_BRACE:
        case TokenType.RIGHT_BRACKET:
          keys = around.pop() ?? null;
          isKey = false;
          break;
        case TokenType.COMMA:
          isKey = keys !== null;
          break;
        default:
          if (!isKey || !keys) return;
          isKey = false;
          if (keys.has(String(value))) twice(String(value));
          keys.add(String(value));
      }
    },
  };
};
