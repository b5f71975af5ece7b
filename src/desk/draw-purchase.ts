import { interviewScreen, interviewStartScreen } from '../screens/interview.ts';
import { alertScreen } from '../screens/note.ts';
import { purchaseScreen, sayDone } from '../screens/purchase.ts';
import { purchasesScreen, whereScreen } from '../screens/purchases.ts';
import type { Screen } from '../screens/screen.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import { purchaseTexts } from '../text/purchase-texts.ts';
import type { Language } from '../vocabulary/people.ts';
import type { FaceTraits } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

type Of<N extends Happened['name']> = Extract<Happened, { readonly name: N }>;

/** «Mon achat», worked out with whoever buys. */
export function drawInterview(
  happened: Of<'interview_start'> | Of<'interview'> | Of<'no_interview'>,
  { language, face }: { readonly language: Language; readonly face: Pick<FaceTraits, 'writes' | 'can'> },
): Screen {
  if (happened.name === 'interview_start') return interviewStartScreen(language);
  const { faults } = interviewTexts[language];
  if (happened.name === 'no_interview') {
    if (happened.fault === 'stale') return alertScreen(faults.past, language);
    const text = happened.fault === 'store_down' ? faults.down : faults.unknown;
    return interviewStartScreen(language, { text, alert: true });
  }
  const { view, why, text = '' } = happened;
  const joined = purchaseTexts[language].joined;
  const said = {
    joined,
    stale: faults.stale,
    no_file: faults.noFile,
    empty: faults.empty,
    not_read: faults.notRead(text),
  };
  return interviewScreen(view, {
    language,
    boxes: face.writes === 'box',
    files: face.can.file || face.can.link === true,
    told: why === undefined ? undefined : { text: said[why], alert: why !== 'joined' },
  });
}

/** A demande, or those that one has. */
export function drawPurchase(
  happened: Of<'purchase'> | Of<'purchases'> | Of<'where'> | Of<'no_purchase'>,
  language: Language,
): Screen {
  switch (happened.name) {
    case 'purchases':
      return purchasesScreen(happened.rows, { language });
    case 'where':
      return whereScreen(happened.rows, language);
    case 'purchase': {
      const { view, did, typed, told } = happened;
      if (told !== undefined) return purchaseScreen(view, { language, told: { text: told, alert: false } });
      const done = did === undefined ? undefined : sayDone(view, did, language);
      return purchaseScreen(view, { language, typed, told: done });
    }
    case 'no_purchase': {
      const { faults } = purchaseTexts[language];
      const { fault, view } = happened;
      const text =
        fault.kind === 'signed_out'
          ? faults.signIn
          : fault.kind === 'too_long'
            ? faults.too_long(fault.limit)
            : fault.kind === 'unfit'
              ? faults.unfit(fault.why)
              : faults[fault.kind];
      return view === undefined
        ? alertScreen(text, language)
        : purchaseScreen(view, { language, told: { text, alert: true } });
    }
  }
}
