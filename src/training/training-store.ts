import type { HelpRecords } from '../handoff/records/help-records.ts';
import type { ReserveRecords } from '../reserve/reserve-records.ts';
import type { TrainingRecords } from './training-records.ts';

/** What training needs kept: its own records, who is who, and how those who joined have helped. The store stands above and holds it. */
export interface TrainingStore {
  readonly training: TrainingRecords;
  readonly reserve: ReserveRecords;
  readonly help: Pick<HelpRecords, 'offersTo' | 'eventsOfMany'>;
}
