import type { LinearModel } from '../../learned/linear-model.ts';
import { readRoleModel } from '../roles/role-model.ts';
import type { ObjectWords, Rulebook } from '../rulebook.ts';
import { readWords, type Words } from '../words.ts';
import { type DemandModel, readDemandModel } from './demand-model.ts';

/** What sentences are read by. */
export interface Reading {
  readonly words: Words;
  readonly objects: readonly ObjectWords[];
  /** Without it a goal has to be given. */
  readonly model?: DemandModel;
  /** What each value is; without it words alone say. */
  readonly roles?: LinearModel;
}

/** Throws where a file of `knowledge/regles` is not there. */
export function openReading(
  knowledge: string,
  { objects }: Rulebook,
  model: DemandModel = readDemandModel(knowledge),
): Reading & Required<Pick<Reading, 'model'>> {
  return {
    words: readWords(knowledge),
    objects,
    model,
    roles: readRoleModel(knowledge),
  };
}
