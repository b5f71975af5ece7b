import { ON_DEMAND, type OnDemand } from '../state.ts';

/** A part of the sheet that is told on demand, as a button names it; undefined for none of them. */
export function readPart(name: string | undefined): OnDemand | undefined {
  return ON_DEMAND.find((one) => one === name);
}
