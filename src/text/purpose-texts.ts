import type { PurposeTheme, WasSo } from '../vocabulary/purchases.ts';
import { typeset } from './typeset.ts';

const fr = {
  heading: 'À quoi servira-t-il ?',
  ask: 'Dire à quoi cela sert',
  change: 'Changer à quoi cela sert',
  serves: 'À quoi cet achat sert-il ?',
  servesHint: 'En une phrase, pour qui et pour quoi.',
  leaves: 'Que doit-il en rester ?',
  leavesHint: 'Deux suffisent : chacun avec la mesure qui le dira.',
  recall: 'Quand vous demander si c’était le cas ?',
  recallIn: (months: number) =>
    months === 0 ? 'ne pas demander' : months === 6 ? 'dans six mois' : months === 12 ? 'dans un an' : 'dans deux ans',
  go: 'Garder',
  skip: 'Ne pas dire à quoi cela sert',
  recallOn: (day: string) => `Question posée le ${day} : était-ce le cas ?`,
  asked: 'Était-ce le cas ?',
  outcome: 'Dire si c’était le cas',
  text: 'La mesure relevée, en une ligne (facultatif)',
  was: { yes: 'oui', partly: 'en partie', no: 'non' } satisfies Record<WasSo, string> as Readonly<
    Record<WasSo, string>
  >,
  lesson: 'Partager ce qui a été appris',
  lessonIntro: 'Sans les noms. Quelqu’un d’autre le relit avant que le réseau ne le lise.',
  lessonQuestion: 'La question qu’un autre acheteur se poserait',
  lessonAnswer: 'Ce que vous savez maintenant',
  lessonGo: 'Proposer',
  needed: 'Choisissez d’abord.',
  themes: {
    environnement: 'environnement',
    territoire: 'territoire et petites entreprises',
    inclusion: 'inclusion',
    competences: 'compétences',
    innovation: 'innovation',
    communs: 'communs',
  } satisfies Record<PurposeTheme, string> as Readonly<Record<PurposeTheme, string>>,
  steps: {
    purpose: (who: string) => `${who} a dit à quoi l’achat sert`,
    recalled: () => 'Question posée : était-ce le cas ?',
    lesson_offered: (who: string) => `${who} a proposé au réseau ce qui a été appris`,
  },
  told: {
    recalled: (what: string, leaves: string) =>
      leaves === ''
        ? `«\u00a0${what}\u00a0» : a-t-il servi à ce qui était prévu ?`
        : `«\u00a0${what}\u00a0» devait laisser : ${leaves}. Était-ce le cas ?`,
    outcome: (who: string, what: string, was: string) =>
      `${who}, sur ce que «\u00a0${what}\u00a0» devait laisser : ${was}`,
  },
};

/** What a purchase is for. Of a demand's people, who read French: the same in both languages. */
export const purposeTexts = typeset(fr);
