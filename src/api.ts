/**
 * All entry points in one, so that one report covers them; not published.
 *
 * @packageDocumentation
 */
export * from './index.ts';
export * as eventstoredb from './store/eventstoredb/public.ts';
export * as importing from './import/public.ts';
export * as reporting from './report/public.ts';
export * as sqlite from './store/sqlite/public.ts';
export * as testing from './testing/public.ts';
