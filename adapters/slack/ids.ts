/** Of a row's menu, for what it has no room for: its value is the name of another button, then that one's value. */
export const ACTS_MENU = 'acts_menu';
/** Of the consent form. */
export const CONSENT_REFRESH = 'consent_refresh';

export const VIEWS = {
  consent: 'consent',
  ask: 'ask_reservist',
  feedback: 'feedback_reason',
  completeBrief: 'brief_complete',
  shareBrief: 'brief_share',
  correctAgreement: 'agreement_correct',
  need: 'express_need',
  interview: 'purchase_begin',
  interviewAct: 'purchase_act',
  demand: 'demand_begin',
  demandDo: 'demand_do',
  boss: 'demand_page',
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
