/** Names that Slack sends back: they are in messages people keep for years, so they do not change. Listed in docs/slack.md. */
export const ACTIONS = {
  /** Under an answer. */
  register: 'answer_register',
  more: 'answer_more',
  share: 'answer_share',
  feedback: 'answer_feedback',
  askReservist: 'ask_reservist',
  /** With its place: `ask_suggestion_0`. */
  suggestion: 'ask_suggestion',
  /** Under a rewording. */
  completeBrief: 'brief_complete',
  shareBrief: 'brief_share',
  briefDocx: 'brief_docx',
  /** Under a brief that both sides agree on. */
  agreePrescriber: 'agreement_accept_prescriber',
  agreeBuyer: 'agreement_accept_buyer',
  correctAgreement: 'agreement_correct',
  agreementDocx: 'agreement_docx',
  /** Of a purchase that is taken stock of. */
  purchase: 'purchase_begin',
  purchaseAct: 'purchase_act',
  purchaseType: 'purchase_type',
  purchaseFile: 'purchase_file',
  /** Of a calculator. */
  calculate: 'calculate',
  /** In a reservist's offer. */
  acceptOffer: 'offer_accept',
  declineOffer: 'offer_decline',
  laterOffer: 'offer_later',
  /** In the thread of a case. */
  caseAnswered: 'case_answered',
  caseGiveBack: 'case_give_back',
  casePass: 'case_pass_to',
  caseIdentity: 'case_open_identity',
  caseClose: 'case_close',
  caseReopen: 'case_reopen',
  caseWithdraw: 'case_withdraw',
  casePropose: 'case_propose_fiche',
  caseUseful: 'case_rate_useful',
  caseUseless: 'case_rate_useless',
  caseShow: 'case_show',
  /** Under a line that may be for the other side of a case, with its place: `case_say_0`. */
  caseSay: 'case_say',
  /** What a row has no room for: its value is the name of another button, then that one's value. */
  menu: 'acts_menu',
  /** In the consent form. */
  consentRefresh: 'consent_refresh',
  /** Home. */
  homeRole: 'home_role',
  homeAsk: 'home_ask',
  homeNeed: 'home_need',
  homeAvailability: 'home_availability',
  homeExport: 'home_export',
  homeForget: 'home_forget',
  homeModules: 'home_modules',
  homeLearning: 'home_learning',
  confirmAvailability: 'availability_confirm',
  /** Under a line that was taken for something else than a question. */
  wasQuestion: 'was_question',
  /** Under what training keeps of someone, before it keeps anything. */
  beginTraining: 'training_begin',
} as const;

export const VIEWS = {
  consent: 'consent',
  ask: 'ask_reservist',
  feedback: 'feedback_reason',
  completeBrief: 'brief_complete',
  shareBrief: 'brief_share',
  correctAgreement: 'agreement_correct',
  need: 'express_need',
  purchase: 'purchase_begin',
  purchaseAct: 'purchase_act',
  calculate: 'calculate',
  availability: 'availability',
  pass: 'case_pass_to',
  reopen: 'case_reopen',
  propose: 'case_propose_fiche',
} as const;

export const SHORTCUTS = {
  /** On a message. */
  toBuyer: 'reword_to_buyer',
  toPrescriber: 'reword_to_prescriber',
  /** Anywhere. */
  need: 'express_need',
} as const;

export const COMMAND = '/achat';

/** Of the assistant's pane, as apps that were made before the agent's conversation still have it; heard for one release. */
export const FORMER_EVENTS = ['assistant_thread_started', 'assistant_thread_context_changed'] as const;

export const EVENTS = [
  'message',
  'app_mention',
  'app_home_opened',
  'app_context_changed',
  ...FORMER_EVENTS,
  'reaction_added',
  'app_uninstalled',
  'tokens_revoked',
] as const;
