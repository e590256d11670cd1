import { appendCases } from './appendCases.ts';
import { capabilityCases } from './capabilityCases.ts';
import { contentCases } from './contentCases.ts';
import type { ContractCase, StoreCapability, StoreFactory } from './contractCase.ts';
import { followCases } from './followCases.ts';
import { prefixCases } from './prefixCases.ts';
import { raceCases } from './raceCases.ts';
import { readCases } from './readCases.ts';

const EVERYTHING: readonly StoreCapability[] = ['backwards', 'types', 'restore', 'arrival'];

/**
 * What every store must do, as cases for any test runner: a store that passes them keeps a ledger.
 *
 * @example
 * `for (const { name, run } of storeContract(factory)) test(name, run);`
 * @public
 */
export const storeContract = (factory: StoreFactory): readonly ContractCase[] => {
  const declared = new Set(factory.capabilities ?? EVERYTHING);
  return [
    ...appendCases(factory),
    ...contentCases(factory),
    ...readCases(factory),
    ...raceCases(factory),
    ...prefixCases(factory),
    ...capabilityCases(factory, declared),
    ...(declared.has('arrival') ? followCases(factory) : []),
  ];
};
