/**
 * What to prove one's own work with: the contract of a store.
 *
 * @packageDocumentation
 */
export type { ContractCase, StoreCapability, StoreFactory } from './contractCase.ts';
export { storeContract } from './storeContract.ts';
