import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from './failure.ts';
import { badInput, messageOf } from './failure.ts';

/** What a user's module exports, by name. */
export type Exports = Readonly<Record<string, unknown>>;

const propertyOf = (cause: unknown, name: 'code' | 'name' | 'stack'): string =>
  typeof cause === 'object' && cause !== null ? String(Reflect.get(cause, name) ?? '') : '';

/** What is wrong with a path before anything is loaded; null when a file is there. */
const problemAt = (path: string): string | null => {
  try {
    return statSync(path).isFile() ? null : 'expected a file, got a folder';
  } catch (cause) {
    return propertyOf(cause, 'code') === 'ENOENT' ? 'no such file' : messageOf(cause);
  }
};

const shown = (file: string): string => {
  const near = relative(process.cwd(), file);
  return near.startsWith('..') ? file : near;
};

/** The first line of the module, or else of another file, that is named in what Node prints of an error. */
const placeIn = (text: string, path: string): string | null => {
  const places = [...text.matchAll(/(file:\/\/[^\s()]+?|(?<=^|[\s(])\/[^\s()]+?):(\d+)/g)].map(
    ([, file = '', line = '']) => ({
      file: file.startsWith('file:') ? fileURLToPath(file) : file,
      line,
    }),
  );
  const found = places.find(({ file }) => file === path) ?? places[0];
  return found ? `${shown(found.file)}:${found.line}` : null;
};

/** Where an error is. A syntax error does not say so itself, but Node does when it is asked to check the file. */
const placeOf = (cause: unknown, path: string): string | null => {
  const stack = propertyOf(cause, 'stack');
  const thrownAt = placeIn(stack, path);
  if (propertyOf(cause, 'name') !== 'SyntaxError') return thrownAt;
  const checked = (): string =>
    spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' }).stderr;
  const before = stack.slice(0, stack.indexOf('SyntaxError'));
  return placeIn(before, path) ?? placeIn(checked(), path) ?? thrownAt;
};

const ADVICE: Readonly<Record<string, string>> = {
  ERR_UNKNOWN_FILE_EXTENSION: `expected JavaScript (.js or .mjs); Node ${process.version} does not run TypeScript by itself, 22.18 and later do`,
  ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX:
    'expected TypeScript whose types can be left out, without enums or namespaces',
};

const reasonFor = (cause: unknown, path: string): string => {
  const advice = ADVICE[propertyOf(cause, 'code')];
  if (advice !== undefined) return advice;
  const message = messageOf(cause);
  const install = /^Cannot find package '([^']+)'/.exec(message)?.[1];
  const place = placeOf(cause, path);
  return [
    'does not load: ',
    message,
    place === null ? '' : ` (${place})`,
    install === undefined ? '' : `; npm install ${install} where the module is`,
  ].join('');
};

/**
 * Loads an ES module of the user's: the one place where something is imported that is not written in the source.
 *
 * @param path - Relative to the working directory.
 * @returns What it exports, by name; at least one thing.
 */
export const loadModule = async (path: string): Promise<E.Either<Failure, Exports>> => {
  const refused = (reason: string): E.Either<Failure, never> =>
    E.left(badInput(`--module ${path}: ${reason}`));
  const file = resolve(path);
  const problem = problemAt(file);
  if (problem !== null) return refused(problem);
  let loaded: unknown;
  try {
    loaded = await import(pathToFileURL(file).href);
  } catch (cause) {
    return refused(reasonFor(cause, file));
  }
  // What CommonJS gives is the default export, and in newer Nodes has this name too.
  const found = Object.entries(typeof loaded === 'object' && loaded !== null ? loaded : {});
  const exported = found.filter(([name]) => name !== 'module.exports');
  return exported.length > 0
    ? E.right(Object.fromEntries<unknown>(exported))
    : refused('expected a module that exports something, got none: `export const …` is missing');
};
