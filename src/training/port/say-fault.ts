import type { Catalogue } from '../../text/catalogues.ts';
import type { SaidFault } from '../../text/say-help-fault.ts';
import type { TrainingFault } from './views.ts';

/** Why something of training was not done, and what to do. */
export function sayTrainingFault(fault: TrainingFault, { faults }: Catalogue): SaidFault {
  switch (fault.kind) {
    case 'too_long':
      return { title: faults.too_long.title, text: faults.too_long.text(fault.limit) };
    case 'unknown_module':
    case 'unknown_lesson':
    case 'unknown_question':
    case 'unknown_path':
    case 'unknown_attestation':
      return faults.unknown_training;
    default:
      return faults[fault.kind];
  }
}
