import { posix } from 'node:path';
import { parseSync } from '@swc/core';

/** The folders in the order in which data flows: each may import those before it. */
const LINE = [
  'primitives',
  'events',
  'history',
  'decide',
  'projections',
  'store',
  'ledger',
  'replay',
] as const;
/** The folders around them: each may import all of the above, and none of its neighbours. */
const AROUND = ['import', 'audit', 'report', 'testing'] as const;
/** What the command line may import beside itself. */
const PUBLIC: ReadonlySet<string> = new Set([
  'index.ts',
  'import/public.ts',
  'report/public.ts',
  'store/eventstoredb/public.ts',
  'store/sqlite/public.ts',
  'testing/public.ts',
]);

/** The folders and root files of `src`, each with what it may import beside itself. */
const mayImport = new Map<string, readonly string[]>([
  ...LINE.map((folder, place): [string, readonly string[]] => [folder, LINE.slice(0, place)]),
  ...AROUND.map((folder): [string, readonly string[]] => [folder, LINE]),
  ['cli', []],
  ['index.ts', LINE],
  ['api.ts', ['index.ts', 'store', ...AROUND]],
]);

/** Stands for where an `import()` imports from that is worked out while it runs. */
const NOT_A_LITERAL = '(not a literal)';

/** The packages each folder or file may import; those of a file take the place of its folder's. */
const packagesOf = new Map<string, readonly string[]>([
  ['primitives', ['io-ts', 'fp-ts']],
  ['primitives/uuid.ts', ['uuid']],
  ['events', ['io-ts', 'fp-ts']],
  ['history', ['fp-ts', 'immer']],
  ['decide', ['fp-ts']],
  ['projections', ['fp-ts']],
  ['projections/estimate.ts', ['d3-array', 'd3-random']],
  ['store', ['fp-ts']],
  ['store/eventstoredb', ['fp-ts', '@eventstore/db-client']],
  ['ledger', ['fp-ts']],
  ['replay', ['fp-ts']],
  ['import', ['fp-ts', 'io-ts', '@streamparser/json', 'parse5']],
  ['audit', ['fp-ts']],
  ['report', ['fp-ts', 'string-width']],
  ['testing', ['fp-ts', 'fast-check']],
  ['cli', ['fp-ts', 'node:']],
  ['cli/openStore.ts', ['fp-ts', 'node:', 'libsql', '@eventstore/db-client']],
  ['cli/loadModule.ts', ['fp-ts', 'node:', NOT_A_LITERAL]],
  ['index.ts', []],
  ['api.ts', []],
]);

/** The folder of an adapter that a file is in, such as `store/sqlite`; null when it is in none. */
const adapterOf = (file: string): string | null => /^store\/[^/]+(?=\/)/.exec(file)?.[0] ?? null;

const layerOf = (file: string): string => file.split('/')[0] ?? file;

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? 'node:'
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

const exportsAll = (file: string): boolean =>
  ['index.ts', 'api.ts'].includes(file) || posix.basename(file) === 'public.ts';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every node of a syntax tree. */
const nodesOf = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodesOf)];
};

const textOf = (literal: unknown): string =>
  isNode(literal) && literal['type'] === 'StringLiteral' && typeof literal['value'] === 'string'
    ? literal['value']
    : NOT_A_LITERAL;

/** Where a node imports from, whatever the form: static, side effect, re-export, `import()`, a type's `import()`. */
const specifierOf = (node: Node): string | null => {
  switch (node['type']) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return textOf(node['source']);
    case 'ExportNamedDeclaration':
      return isNode(node['source']) ? textOf(node['source']) : null;
    case 'TsImportType':
      return textOf(node['argument']);
    case 'CallExpression': {
      const { callee, arguments: given } = node;
      if (!isNode(callee)) return null;
      const isImport =
        callee['type'] === 'Import' ||
        (callee['type'] === 'Identifier' && callee['value'] === 'require');
      const first: unknown = Array.isArray(given) ? given[0] : undefined;
      return isImport ? textOf(isNode(first) ? first['expression'] : undefined) : null;
    }
    default:
      return null;
  }
};

const importProblem = (file: string, specifier: string): string | null => {
  const layer = layerOf(file);
  if (!specifier.startsWith('.')) {
    if (packageOf(specifier) === 'fp-ts' && !/^fp-ts\/lib\/\w+\.js$/.test(specifier)) {
      return `imports ${specifier}, which native ESM does not resolve (fp-ts/lib/….js does)`;
    }
    const allowed =
      packagesOf.get(file) ??
      packagesOf.get(adapterOf(file) ?? layer) ??
      packagesOf.get(layer) ??
      [];
    return allowed.includes(packageOf(specifier)) ? null : `imports the package ${specifier}`;
  }
  const target = posix.join(posix.dirname(file), specifier);
  if (layer === 'cli' && layerOf(target) !== 'cli') {
    return PUBLIC.has(target) ? null : `imports ${target}, which is not public`;
  }
  const adapter = adapterOf(target);
  if (adapter !== null && adapter !== adapterOf(file) && file !== 'api.ts') {
    return `imports ${target}, which is inside an adapter`;
  }
  const allowed = [layer, ...(mayImport.get(layer) ?? [])];
  return allowed.includes(layerOf(target)) ? null : `imports ${target}`;
};

const REFUSED = new Map<unknown, string>([
  ['TsEnumDeclaration', 'has an enum'],
  ['TsModuleDeclaration', 'has a namespace or augments a module'],
  ['TsImportEqualsDeclaration', 'has `import … =`'],
  ['TsExportAssignment', 'has `export =`'],
  ['ExportDefaultDeclaration', 'has a default export'],
  ['ExportDefaultExpression', 'has a default export'],
]);

const formProblem = (file: string, node: Node): string | null => {
  const refused = REFUSED.get(node['type']);
  if (refused !== undefined) return refused;
  if (node['type'] === 'TsKeywordType' && node['kind'] === 'any') return 'has `any`';
  const passesOn =
    node['type'] === 'ExportAllDeclaration' ||
    (node['type'] === 'ExportNamedDeclaration' && isNode(node['source']));
  return passesOn && !exportsAll(file) ? 'exports what it imports' : null;
};

/** The longest a file may be, in lines; `index.ts`, a list of names, may be longer. */
export const MOST_LINES = 300;

/** Number of lines of a source. */
export const linesOf = (source: string): number => source.trimEnd().split('\n').length;

/**
 * What a file of `src` does that the house does not allow.
 *
 * @param file - Path from `src`, with slashes.
 */
export const problemsIn = (file: string, source: string): readonly string[] => {
  const problems: string[] = [];
  if (!mayImport.has(layerOf(file))) problems.push('is not listed in test/house/rules.ts');
  if (file !== 'index.ts' && posix.basename(file) === 'index.ts') problems.push('is a barrel');
  if (file !== 'index.ts' && linesOf(source) > MOST_LINES)
    problems.push(`has more than ${MOST_LINES} lines`);
  for (const node of nodesOf(parseSync(source, { syntax: 'typescript', target: 'es2022' }))) {
    const specifier = specifierOf(node);
    const found = [
      specifier === null ? null : importProblem(file, specifier),
      formProblem(file, node),
    ];
    problems.push(...found.filter((problem) => problem !== null));
  }
  return problems;
};
