import { catalogues } from '../text/catalogues.ts';
import type { Language } from '../vocabulary/people.ts';
import { sayTrainingFault } from './port/say-fault.ts';
import type { TrainingFault, TrainingReply } from './port/views.ts';

export function say(language: Language, what: 'unknownModule' | 'stopped' | 'notSignedIn' | 'unread'): TrainingReply {
  return { text: catalogues[language].training.chat[what], suggestions: [] };
}

export function sayFault(fault: TrainingFault, language: Language): TrainingReply {
  const { chat } = catalogues[language].training;
  const text = fault.kind.startsWith('unknown_')
    ? chat.unknownModule
    : sayTrainingFault(fault, catalogues[language]).text;
  return { text, suggestions: [] };
}
