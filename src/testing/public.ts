/**
 * What to prove one's own work with: the contract of a store, the laws of projections, scenarios of commands and
 * projections, and arbitraries to write properties with. It needs fast-check.
 *
 * @packageDocumentation
 */
export { dataArbitraries } from './arbitraries/dataArbitraries.ts';
export { eventArbitrary } from './arbitraries/eventArbitrary.ts';
export { asOfArbitrary, historyArbitrary } from './arbitraries/historyArbitrary.ts';
export type { HistoryArbitraryOptions } from './arbitraries/historyArbitrary.ts';
export { incidentArbitrary } from './arbitraries/incidentArbitrary.ts';
export type { IncidentArbitraryOptions, IncidentFeature } from './arbitraries/incidentFeature.ts';
export type { EventArbitraryOptions } from './arbitraries/kinds.ts';
export { momentArbitrary } from './arbitraries/momentArbitrary.ts';
export { streamArbitrary } from './arbitraries/streamArbitrary.ts';
export type { ContractCase, StoreCapability, StoreFactory } from './contractCase.ts';
export { projectionLaws } from './laws/projectionLaws.ts';
export type { ProjectionLawOptions } from './laws/projectionLaws.ts';
export type { Decided, ScenarioRefusal } from './scenario/decided.ts';
export { scenario } from './scenario/scenario.ts';
export type { Given, Scenario, ScenarioLook, ScenarioOptions } from './scenario/scenario.ts';
export type { ScenarioData, ScenarioEnvelope, ScenarioEvent } from './scenario/scenarioEvent.ts';
export type { ScenarioBy } from './scenario/setting.ts';
export type { Viewed } from './scenario/viewed.ts';
export { storeContract } from './storeContract.ts';
