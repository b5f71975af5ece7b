import type { CaseView } from '../handoff/port/views.ts';
import { agreementScreen } from '../screens/agreement.ts';
import { alertsScreen } from '../screens/alerts.ts';
import { forCaseScreen, hoursScreen, ownDataScreen, passedOn, wasQuestion, whichCase } from '../screens/aside.ts';
import { bidderScreen } from '../screens/bidder.ts';
import { bossScreen } from '../screens/boss-page.ts';
import { calculatorScreen, calculatorsScreen } from '../screens/calculator.ts';
import { caseNotice, caseScreen, offerOver } from '../screens/case.ts';
import { clausesScreen } from '../screens/clauses.ts';
import { consentScreen } from '../screens/consent.ts';
import { deskScreen, mineScreen } from '../screens/desk.ts';
import { sayAgreementFault, sayHelpFault } from '../screens/faults.ts';
import { homeScreen } from '../screens/home.ts';
import { houseScreen } from '../screens/house.ts';
import { escapeMarkdown, type Told } from '../screens/make.ts';
import { alertScreen, noteScreen } from '../screens/note.ts';
import { outcomeScreen } from '../screens/outcome.ts';
import { dataScreen, forgetMeScreen } from '../screens/own-data.ts';
import { noProgramme, programmeScreen } from '../screens/programme.ts';
import { rewordingScreen } from '../screens/rewording.ts';
import type { Act, Screen } from '../screens/screen.ts';
import { askScreen, needsScreen } from '../screens/start.ts';
import { suggestActs } from '../screens/suggest.ts';
import { wordsOf } from '../screens/words.ts';
import { bossTexts } from '../text/boss-texts.ts';
import { deskTexts } from '../text/desk-texts.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import { purchaseSheetTexts } from '../text/purchase-sheet-texts.ts';
import type { Language } from '../vocabulary/people.ts';
import { LONGEST_TEXT } from '../vocabulary/rewording.ts';
import { drawInterview, drawPurchase } from './draw-purchase.ts';
import { sentenceOf } from './draw-sentence.ts';
import type { FaceTraits } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

interface Setting {
  readonly language: Language;
  readonly face: Pick<FaceTraits, 'writes' | 'can'>;
}

type Of<N extends Happened['name']> = Extract<Happened, { readonly name: N }>;

/** What happened, as a screen that any face can draw. */
export function draw(happened: Happened, setting: Setting): Screen {
  const { language, face } = setting;
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
    case 'which_case':
      return whichCase(happened.rows, happened.text, language);
    case 'hours':
    case 'hours_unclear':
    case 'hours_kept':
      return drawHours(happened, language);
    case 'stale_draft':
      return drawStale(happened, setting);
    case 'desk':
      return deskScreen(happened.desk, language);
    case 'rows':
      return mineScreen(happened.mine, language);
    case 'data':
    case 'nothing_kept':
    case 'forget_asked':
      return drawOwnData(happened, language);
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
    case 'interview':
    case 'no_interview':
      return drawInterview(happened, setting);
    case 'programme':
      return programmeScreen(happened);
    case 'no_programme':
      return noProgramme(happened.fault);
    case 'house':
    case 'bidder':
    case 'clauses':
    case 'alerts':
      return drawAsked(happened);
    case 'purchase':
    case 'purchases':
    case 'where':
    case 'no_purchase':
      return drawPurchase(happened, language);
    case 'boss':
      return bossScreen(happened);
    case 'calculators':
    case 'calculator':
      return happened.name === 'calculator'
        ? calculatorScreen(happened, language)
        : calculatorsScreen(happened, language);
    case 'file':
      return noteScreen(fileSaid(happened, language), language);
    case 'lost':
      return alertScreen(deskTexts[language].lost, language);
    case 'taught':
    case 'words':
      return drawWords(happened.name === 'words' ? happened.words : happened.reply, language);
    default:
      return noteScreen(sentenceOf(happened, language), language);
  }
}

function drawWords(
  { text, suggestions }: Pick<Of<'words'>['words'], 'text' | 'suggestions'>,
  language: Language,
): Screen {
  return noteScreen(text, language, suggestActs(suggestions));
}

/** What was asked, and is no question on the law. */
function drawAsked(happened: Of<'house'> | Of<'bidder'> | Of<'clauses'> | Of<'alerts'>): Screen {
  if (happened.name === 'alerts') return alertsScreen(happened.said, happened.text);
  if (happened.name === 'house') return houseScreen(happened, happened.text);
  return happened.name === 'bidder' ? bidderScreen(happened.text) : clausesScreen(happened.found, happened.text);
}

function drawStale({ view }: Of<'stale_draft'>, setting: Setting): Screen {
  const { stale } = wordsOf(setting.language).own.consent;
  return view === undefined
    ? noteScreen(stale, setting.language)
    : caseOf(view, { text: stale, alert: false }, setting);
}

function drawOwnData(happened: Of<'data'> | Of<'nothing_kept'> | Of<'forget_asked'>, language: Language): Screen {
  const typed = happened.text ?? '';
  switch (happened.name) {
    case 'data':
      return happened.kept === undefined
        ? ownDataScreen({ known: true, typed }, language)
        : dataScreen(happened.kept.person, happened.kept.json, language);
    case 'nothing_kept':
      return ownDataScreen({ known: false, typed }, language);
    case 'forget_asked':
      return forgetMeScreen(language, happened.text);
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
  if (what === 'boss') return bossTexts.title;
  if (what === 'purchase') return purchaseSheetTexts.fileGiven;
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
