import type { Role } from '../vocabulary/people.ts';

/** What training says around the corpus, which stays French. */
export interface TrainingTexts {
  readonly noFinding: string;
  readonly rewordAsk: Readonly<Record<'service' | 'achat', string>>;
  readonly lintAsk: string;
  /** What is sent to a person when nothing was asked. */
  readonly messages: {
    readonly invited: (path: string) => string;
    readonly approved: (path: string) => string;
    readonly refused: (path: string) => string;
    readonly paused: (path: string) => string;
    readonly restored: (path: string) => string;
    readonly notice: (path: string, until: string, lawChanged: boolean) => string;
    readonly nudgeSeat: string;
    readonly nudgeCards: (points: number) => string;
  };
  readonly chat: {
    readonly intro: string;
    readonly recommended: (module: string, why: string) => string;
    readonly because: Readonly<Record<'asked' | 'worded', (fiche: string) => string>>;
    readonly moduleLine: (title: string, minutes: number, mark: string) => string;
    readonly marks: Readonly<Record<'valid' | 'recheck' | 'lapsed', string>>;
    readonly start: string;
    readonly next: string;
    readonly quiz: string;
    readonly stop: string;
    readonly stopped: string;
    /** The reading of a line was stopped. */
    readonly unread: string;
    readonly lesson: (place: number, of: number, title: string, minutes: number) => string;
    readonly situation: string;
    readonly rule: string;
    readonly otherSide: Readonly<Record<Role, string>>;
    readonly other: string;
    readonly example: string;
    readonly lessonDone: (left: number) => string;
    readonly question: (number: number, of: number) => string;
    readonly past: string;
    readonly howTo: string;
    readonly howToSeveral: string;
    readonly right: string;
    readonly wrong: string;
    readonly readFiche: (title: string) => string;
    readonly passed: (title: string, right: number, of: number, code: string) => string;
    readonly failed: (title: string, right: number, of: number, needed: number) => string;
    readonly reviewed: (right: number, of: number) => string;
    readonly missed: string;
    readonly letterNext: (path: string, id: string) => string;
    readonly letterAsk: (path: string) => string;
    readonly letterDone: (
      path: string,
      done: { readonly offered: boolean; readonly attested: boolean; readonly invited: boolean },
    ) => string;
    readonly noLetter: string;
    readonly letterOffered: Readonly<Record<'offered' | 'private', string>>;
    readonly pathLine: (id: string, title: string, passed: number, of: number, state: string) => string;
    readonly notInvited: string;
    readonly found: (title: string, module: string, fiche: string) => string;
    /** Under an answer: the module it comes from, and how to follow it. */
    readonly follow: (module: string, fiche: string) => string;
    /** On the button that leads from an answer to its lesson. */
    readonly lessonOf: (module: string) => string;
    readonly mineEmpty: string;
    readonly mineLine: (title: string, state: string, until: string, code: string) => string;
    readonly due: (points: number) => string;
    readonly nothingDue: string;
    readonly nudgeSet: (hour: number) => string;
    readonly nudgeOff: string;
    readonly recommendSet: Readonly<Record<'on' | 'off', string>>;
    readonly unknownModule: string;
    readonly notSignedIn: string;
    readonly down: string;
    readonly commands: string;
  };
  readonly web: TrainingWebTexts;
}

interface TrainingWebTexts {
  readonly nav: string;
  readonly title: string;
  readonly intro: string;
  readonly mine: string;
  /** Before the name of a source's module. */
  readonly ofModule: string;
  /** From a source of an answer to its lesson. */
  readonly follow: string;
  readonly filter: {
    readonly title: string;
    readonly words: string;
    readonly role: string;
    readonly anyRole: string;
    readonly roles: Readonly<Record<Role, string>>;
    readonly minutes: string;
    readonly anyLength: string;
    readonly upTo: (minutes: number) => string;
    readonly competence: string;
    readonly anyCompetence: string;
    readonly apply: string;
    readonly clear: string;
    readonly count: (modules: number) => string;
    readonly none: string;
  };
  readonly recommended: string;
  readonly because: Readonly<Record<'asked' | 'worded', (fiche: string, day: string) => string>>;
  readonly recommendOff: string;
  readonly recommendOn: string;
  readonly recommendIsOff: string;
  readonly minutes: (minutes: number) => string;
  readonly lessons: (count: number) => string;
  readonly progress: (read: number, of: number) => string;
  readonly standing: Readonly<Record<'valid' | 'recheck' | 'lapsed', string>>;
  readonly objectives: string;
  readonly contents: string;
  readonly read: string;
  readonly begin: string;
  readonly goOn: string;
  readonly quiz: string;
  readonly quizAgain: string;
  readonly recheck: (questions: number) => string;
  readonly quizHow: string;
  readonly quizSignIn: string;
  readonly noQuiz: string;
  readonly partOf: string;
  readonly export: string;
  readonly lesson: {
    readonly place: (place: number, of: number) => string;
    readonly about: (minutes: number) => string;
    readonly situation: string;
    readonly rule: string;
    readonly register: Readonly<Record<Role, string>>;
    readonly pitfalls: string;
    readonly example: string;
    readonly questions: string;
    readonly articles: string;
    readonly verified: (day: string) => string;
    readonly asked: string;
    readonly done: string;
    readonly next: string;
    readonly previous: string;
    readonly back: string;
  };
  readonly question: {
    readonly number: (number: number, of: number) => string;
    readonly several: string;
    readonly answer: string;
    readonly right: string;
    readonly wrong: string;
    readonly yours: string;
    readonly rightOne: string;
    readonly missedOne: string;
    readonly why: string;
    readonly fiche: string;
    readonly next: string;
    readonly seeResult: string;
    readonly quit: string;
  };
  readonly result: {
    readonly passed: string;
    readonly failed: string;
    readonly score: (right: number, of: number, needed: number) => string;
    readonly missed: string;
    readonly willComeBack: string;
    readonly again: string;
    readonly attestation: string;
    readonly letter: (path: string) => string;
    readonly reviewDone: string;
  };
  readonly attestation: {
    readonly title: string;
    readonly none: string;
    readonly issued: (day: string) => string;
    readonly until: (day: string) => string;
    readonly code: string;
    readonly pdf: (title: string) => string;
    readonly pdfShort: string;
    readonly badge: (title: string) => string;
    readonly badgeShort: string;
    readonly changed: string;
    readonly verify: {
      readonly title: string;
      readonly intro: string;
      readonly code: string;
      readonly check: string;
      readonly unknown: string;
      /** Before the address of the published key. */
      readonly key: string;
      readonly of: (name: string, organisation: string) => string;
      readonly kind: Readonly<Record<'module' | 'path', string>>;
    };
  };
  readonly mineTitle: string;
  readonly mineModules: string;
  readonly resume: (title: string) => string;
  readonly review: (points: number) => string;
  readonly reviewTitle: string;
  readonly messages: string;
  readonly paths: {
    readonly title: string;
    readonly intro: string;
    readonly lastStep: string;
    readonly letter: string;
    readonly done: string;
    readonly leadsTo: (competences: string) => string;
    readonly join: Readonly<Record<'invited' | 'declined' | 'asked' | 'approved' | 'refused' | 'paused', string>>;
    readonly yes: string;
    readonly no: string;
  };
  readonly letter: {
    readonly title: string;
    readonly intro: string;
    readonly prompt: string;
    readonly label: string;
    readonly offered: string;
    readonly offeredWhy: string;
    readonly send: string;
    readonly mine: string;
    readonly private: string;
    readonly isOffered: string;
    readonly makePrivate: string;
    readonly offer: string;
    readonly done: string;
  };
  readonly settings: {
    readonly title: string;
    readonly nudge: string;
    readonly nudgeWhy: string;
    readonly never: string;
    readonly hour: (hour: number) => string;
    readonly save: string;
    readonly saved: string;
  };
  readonly cohort: {
    readonly title: string;
    readonly intro: (smallest: number) => string;
    readonly groups: string;
    readonly noGroups: string;
    readonly hidden: (bodies: number) => string;
    readonly columns: Readonly<Record<'module' | 'learners' | 'passed' | 'lessons', string>>;
    readonly learners: (count: number) => string;
    readonly hardest: string;
    readonly failing: string;
    readonly nothing: string;
    readonly missedOf: (missed: number, asked: number) => string;
    readonly joins: string;
    readonly noJoins: string;
    readonly approve: (name: string) => string;
    readonly approveShort: string;
    readonly refuse: (name: string) => string;
    readonly refuseShort: string;
    readonly letters: string;
    readonly noLetters: string;
    readonly csv: string;
    readonly judged: Readonly<Record<'approved' | 'refused', string>>;
  };
  readonly faults: Readonly<
    Record<
      | 'store_down'
      | 'not_signed_in'
      | 'not_coordinator'
      | 'unknown'
      | 'no_quiz'
      | 'nothing_due'
      | 'nothing_chosen'
      | 'empty_text'
      | 'path_not_passed'
      | 'already_judged',
      { readonly title: string; readonly text: string }
    >
  >;
  readonly tooLong: (limit: number) => string;
}
