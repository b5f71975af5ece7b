import type { CaseView } from '../handoff/port/views.ts';
import { assertNever } from '../result.ts';
import { agreementScreen } from '../screens/agreement.ts';
import { forCaseScreen, hoursScreen, ownDataScreen, passedOn, wasQuestion, whichCase } from '../screens/aside.ts';
import { bidderScreen } from '../screens/bidder.ts';
import { calculatorScreen, calculatorsScreen } from '../screens/calculator.ts';
import { caseNotice, caseScreen, offerOver } from '../screens/case.ts';
import { clausesScreen } from '../screens/clauses.ts';
import { consentScreen } from '../screens/consent.ts';
import { deskScreen, mineScreen } from '../screens/desk.ts';
import { sayAgreementFault, sayHelpFault } from '../screens/faults.ts';
import { homeScreen } from '../screens/home.ts';
import { houseScreen } from '../screens/house.ts';
import { interviewScreen, interviewStartScreen } from '../screens/interview.ts';
import { escapeMarkdown, type Told } from '../screens/make.ts';
import { alertScreen, noteScreen } from '../screens/note.ts';
import { outcomeScreen } from '../screens/outcome.ts';
import { dataScreen, forgetMeScreen } from '../screens/own-data.ts';
import { purchaseScreen, sayDone } from '../screens/purchase.ts';
import { purchasesScreen, whereScreen } from '../screens/purchases.ts';
import { rewordingScreen } from '../screens/rewording.ts';
import type { Act, Screen } from '../screens/screen.ts';
import { askScreen, needsScreen } from '../screens/start.ts';
import { suggestActs } from '../screens/suggest.ts';
import { wordsOf } from '../screens/words.ts';
import { deskTexts } from '../text/desk-texts.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import { purchaseTexts } from '../text/purchase-texts.ts';
import type { Language } from '../vocabulary/people.ts';
import { LONGEST_TEXT } from '../vocabulary/rewording.ts';
import type { FaceTraits } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

interface Setting {
  readonly language: Language;
  readonly face: Pick<FaceTraits, 'writes' | 'can'>;
}

type Of<N extends Happened['name']> = Extract<Happened, { readonly name: N }>;

type Sentence =
  | 'given_up'
  | 'was_question'
  | 'not_reservist'
  | 'forgotten'
  | 'not_here'
  | 'left_open'
  | 'thanked'
  | 'forgot_dialogue';

/** What happened, as a screen that any face can draw. */
export function draw(happened: Happened, setting: Setting): Screen {
  const { language, face } = setting;
  const { own } = wordsOf(language);
  switch (happened.name) {
    case 'case':
      return drawCase(happened, setting);
    case 'home':
      return homeScreen(happened.facts);
    case 'refused':
      return drawRefusal(happened, setting);
    case 'told':
      return drawTold(happened, setting);
    case 'consent':
      return drawConsent(happened, language);
    case 'ask':
      return askScreen(language, happened.question);
    case 'needs':
      return needsScreen(happened.form, happened.act, language);
    case 'for_case':
      return forCaseScreen(happened, happened, language);
    case 'went':
      return passedOn(happened.view.side, happened.hidden, happened.text, language);
    case 'house':
      return houseScreen(happened.ask, happened.answer, happened.text);
    case 'which_case':
      return whichCase(happened.rows, happened.text, language);
    case 'hours':
    case 'hours_unclear':
    case 'hours_kept':
      return drawHours(happened, language);
    case 'stale_draft':
      return happened.view === undefined
        ? noteScreen(own.consent.stale, language)
        : caseOf(happened.view, { text: own.consent.stale, alert: false }, setting);
    case 'desk':
      return deskScreen(happened.desk, language);
    case 'rows':
      return mineScreen(happened.mine, language);
    case 'data':
      return happened.kept === undefined
        ? ownDataScreen({ known: true, typed: happened.text ?? '' }, language)
        : dataScreen(happened.kept.person, happened.kept.json, language);
    case 'nothing_kept':
      return ownDataScreen({ known: false, typed: happened.text ?? '' }, language);
    case 'forget_asked':
      return forgetMeScreen(language, happened.text);
    case 'taught':
      return noteScreen(happened.reply.text, language, suggestActs(happened.reply.suggestions));
    case 'learn_first':
      return noteScreen(deskTexts[language].learnFirst, language, learnActs(happened.text, language));
    case 'answer':
      return drawAnswer(happened, setting);
    case 'chosen':
      return drawChosen(happened, setting);
    case 'reworded':
      return rewordingScreen(happened.rewording, { language, reply: happened.key, boxes: face.writes === 'box' });
    case 'no_rewording':
      return alertScreen(whyNot(happened.why, language), language, happened.text);
    case 'agreement':
    case 'no_brief':
      return drawBrief(happened, language);
    case 'interview_start':
      return interviewStartScreen(language);
    case 'interview':
    case 'no_interview':
      return drawInterview(happened, setting);
    case 'bidder':
      return bidderScreen(happened.text);
    case 'clauses':
      return clausesScreen(happened.found, happened.text);
    case 'purchase':
    case 'purchases':
    case 'where':
    case 'no_purchase':
      return drawPurchase(happened, language);
    case 'calculators':
      return calculatorsScreen(happened, language);
    case 'calculator':
      return calculatorScreen(happened, language);
    case 'file':
      return noteScreen(fileSaid(happened, language), language);
    case 'lost':
      return alertScreen(deskTexts[language].lost, language);
    case 'words':
      return noteScreen(happened.words.text, language, suggestActs(happened.words.suggestions));
    default:
      return noteScreen(sentenceOf(happened, language), language);
  }
}

/** What takes a sentence, and no more. */
function sentenceOf({ name }: Of<Sentence>, language: Language): string {
  const { all, own } = wordsOf(language);
  const web = all.handoffWeb;
  switch (name) {
    case 'given_up':
      return own.consent.givenUp;
    case 'was_question':
      return web.heard.wasQuestion;
    case 'not_reservist':
      return `${all.faults.not_reservist.title}. ${all.faults.not_reservist.text}`;
    case 'forgotten':
      return `${web.data.forgotten.title}. ${web.data.forgotten.text}`;
    case 'not_here':
      return deskTexts[language].notHere;
    case 'left_open':
      return own.case.laterDone;
    case 'thanked':
      return own.feedback.glad;
    case 'forgot_dialogue':
      return all.web.forgotten;
    default:
      return assertNever(name);
  }
}

function drawCase({ view, did }: Of<'case'>, setting: Setting): Screen {
  const { language } = setting;
  const { all, own } = wordsOf(language);
  // Whoever declines has no more to do with it: what was offered is not theirs to read on.
  if (did === 'decline') return noteScreen(own.case.declined, language);
  if (did === undefined) return caseScreen(view, { language, writes: setting.face.writes, talk: true });
  const text = did === 'send' ? own.consent.sent : (all.handoffWeb.case.done[did] ?? own.case.done);
  return caseOf(view, { text, alert: false }, setting);
}

function caseOf(
  view: CaseView,
  told: Told | undefined,
  { language, face: { writes } }: Setting,
  typed?: string,
): Screen {
  return caseScreen(view, {
    language,
    writes,
    talk: writes === 'box',
    ...(told === undefined ? {} : { told }),
    ...(typed === undefined ? {} : { typed }),
  });
}

function drawRefusal({ fault, view, act }: Of<'refused'>, setting: Setting): Screen {
  const { language } = setting;
  const text = sayHelpFault(fault, language);
  if (view === undefined) return alertScreen(text, language);
  return caseOf(view, { text, alert: true }, setting, act?.kind === 'say' ? act.text : undefined);
}

function drawTold({ message, view }: Of<'told'>, { face }: Setting): Screen {
  const { language, kind, text } = message;
  if (view === undefined) return kind === 'offer_over' ? offerOver(text, language) : noteScreen(text, language);
  if (kind === 'offer')
    return caseScreen(view, { language, writes: face.writes, talk: false, told: { text, alert: false } });
  return caseNotice(message, view, { language, writes: face.writes, about: face.writes === 'box' });
}

function drawConsent({ preview, choices, why }: Of<'consent'>, language: Language): Screen {
  const { brief } = wordsOf(language).all.handoffWeb;
  if (why === undefined) return consentScreen(preview, choices, language);
  return consentScreen(preview, choices, language, { text: brief[why], alert: why === 'changed' });
}

function drawBrief(happened: Of<'agreement'> | Of<'no_brief'>, language: Language): Screen {
  const { agreement } = wordsOf(language).all.rewording;
  if (happened.name === 'agreement') {
    const { view, by, did } = happened;
    const text = did === 'kept' ? deskTexts[language].kept : agreement.done;
    return agreementScreen(view, { language, by, told: { text, alert: false } });
  }
  const { fault, view, by } = happened;
  const text = sayAgreementFault(fault, language);
  if (view === undefined || fault.kind === 'store_down') return alertScreen(text, language);
  return agreementScreen(view, { language, by, told: { text, alert: true } });
}

function drawInterview(happened: Of<'interview'> | Of<'no_interview'>, { language, face }: Setting): Screen {
  const { faults } = interviewTexts[language];
  if (happened.name === 'no_interview') {
    if (happened.fault === 'stale') return alertScreen(faults.past, language);
    const text = happened.fault === 'store_down' ? faults.down : faults.unknown;
    return interviewStartScreen(language, { text, alert: true });
  }
  const { view, why, text = '' } = happened;
  const said = { stale: faults.stale, no_file: faults.noFile, empty: faults.empty, not_read: faults.notRead(text) };
  return interviewScreen(view, {
    language,
    boxes: face.writes === 'box',
    files: face.can.file || face.can.link === true,
    told: why === undefined ? undefined : { text: said[why], alert: true },
  });
}

function drawPurchase(
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
      const done = did === undefined ? undefined : sayDone(view, did === 'send' ? did : 'other', language);
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

function drawHours(happened: Of<'hours'> | Of<'hours_unclear'> | Of<'hours_kept'>, language: Language): Screen {
  switch (happened.name) {
    case 'hours':
      if (happened.desk !== undefined) return deskScreen(happened.desk, language, happened);
      return hoursScreen({ ...happened, kind: 'availability' }, happened.text, language);
    case 'hours_unclear':
      return hoursScreen({ kind: 'unclear', asked: happened.asked }, happened.text, language);
    case 'hours_kept':
      if (happened.desk !== undefined) return deskScreen(happened.desk, language);
      return noteScreen(
        happened.done ? wordsOf(language).all.handoffWeb.desk.changed : escapeMarkdown(happened.playback),
        language,
      );
  }
}

/** What was chosen from, without its choices; made again, what was chosen. */
function drawChosen(happened: Of<'chosen'>, setting: Setting): Screen {
  const { again, chosen, reply } = happened;
  return again
    ? noteScreen(escapeMarkdown(wordsOf(reply.language).all.chosenAlready(chosen)), setting.language)
    : drawAnswer({ ...happened, lesson: undefined }, setting);
}

function fileSaid({ what }: Of<'file'>, language: Language): string {
  if (what === 'purchase') return purchaseTexts[language].one;
  return what === 'interview' ? interviewTexts[language].title : deskTexts[language].file;
}

function whyNot(why: Of<'no_rewording'>['why'], language: Language): string {
  const { all, own } = wordsOf(language);
  if (why === 'empty') return own.need.empty;
  return why === 'too_slow' ? all.rewording.fault.tooSlow : deskTexts[language].tooLong(LONGEST_TEXT);
}

function learnActs(text: string, language: Language): readonly Act[] {
  return [
    { verb: 'begin_training', value: { text }, label: deskTexts[language].learnBegin, look: 'primary' },
    wasQuestion(text, language),
  ];
}

function drawAnswer(
  { reply, question, ...more }: Omit<Of<'answer'>, 'name'> & { readonly chosen?: string },
  { face }: Setting,
): Screen {
  return outcomeScreen({
    reply,
    question,
    role: reply.role,
    depth: 'full',
    key: reply.inReplyTo,
    place: 'dm',
    human: true,
    turns: true,
    folds: true,
    thumbs: true,
    boxes: face.writes === 'box',
    ...more,
  });
}
