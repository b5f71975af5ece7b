import type { BriefPreview, MaskChoice } from '../../../src/handoff/port/views.ts';
import { ownValue } from '../../../src/own-value.ts';
import { sayCompetence } from '../../../src/text/competence-names.ts';
import { shorten } from '../card/clean.ts';
import { type Element, heading, note } from '../card/elements.ts';
import { ownWords } from '../card/markdown.ts';
import type { Say } from '../say.ts';
import { VERBS } from '../verbs.ts';
import type { CardPart } from './card-part.ts';
import { type Notice, noticeElements } from './notice.ts';

export interface ConsentChoices {
  /** Ids of the masks that are lifted. */
  readonly lifted: readonly string[];
  /** As typed, one by line. */
  readonly added: string;
  readonly amounts: boolean;
  readonly sameBody: boolean;
}

export const NO_CHOICE: ConsentChoices = { lifted: [], added: '', amounts: false, sameBody: false };

/** Names of the boxes. */
export const CONSENT = { lifted: 'lifted', added: 'added', amounts: 'amounts', sameBody: 'sameBody' } as const;

/** Masks that can be lifted on the card: any further one stays, which is the safe side. */
const MOST_MASKS = 40;
const LONGEST_ADDED = 1_000;

/** Exactly what would leave, word for word, and what can be changed about it: nothing leaves before it is seen. */
export function consentPart(
  preview: BriefPreview,
  choices: ConsentChoices,
  { say, notice }: { readonly say: Say; readonly notice?: Notice },
): CardPart {
  const { brief } = say.texts.handoffWeb;
  const piece = (name: 'question' | 'answered' | 'need'): readonly Element[] => {
    const text = preview[name];
    if (text === undefined) return [];
    return [heading(brief[name]), { type: 'Container', style: 'emphasis', items: ownWords(text) }];
  };
  const data = { case: preview.case, seen: preview.seen };
  return {
    body: [
      heading(brief.title, 'Large'),
      ...noticeElements(notice, say),
      note(say.set(brief.intro)),
      ...piece('question'),
      ...piece('answered'),
      ...piece('need'),
      ...(preview.competences.length === 0
        ? []
        : [
            note(`${brief.competences}\u00a0: ${preview.competences.map(sayCompetence).join(', ')}`, {
              isSubtle: true,
            }),
          ]),
      ...maskElements(preview.masks, say),
      {
        type: 'Input.Text',
        id: CONSENT.added,
        label: brief.add,
        placeholder: brief.addHint,
        isMultiline: true,
        maxLength: LONGEST_ADDED,
        ...(choices.added === '' ? {} : { value: choices.added }),
      },
      {
        type: 'Input.Toggle',
        id: CONSENT.amounts,
        title: brief.amounts,
        wrap: true,
        value: onOff(choices.amounts),
      },
      {
        type: 'Input.Toggle',
        id: CONSENT.sameBody,
        title: brief.sameBody,
        wrap: true,
        value: onOff(choices.sameBody),
      },
      note(say.set(brief.sendWhy), { isSubtle: true }),
    ],
    actions: [
      {
        type: 'Action.Execute',
        title: brief.send,
        style: 'positive',
        verb: VERBS.brief,
        data: { ...data, do: 'send' },
      },
      { type: 'Action.Execute', title: brief.update, verb: VERBS.brief, data: { ...data, do: 'update' } },
      {
        type: 'Action.Execute',
        title: brief.giveUp,
        style: 'destructive',
        verb: VERBS.brief,
        data: { ...data, do: 'give_up' },
      },
    ],
    said: `${brief.title}. ${brief.intro} ${preview.question}`,
  };
}

function maskElements(masks: readonly MaskChoice[], { texts, teams, set }: Say): readonly Element[] {
  const { brief } = texts.handoffWeb;
  const found = distinct(masks.filter(({ kind }) => kind !== 'added')).slice(0, MOST_MASKS);
  if (found.length === 0) return [heading(brief.masks), note(set(brief.noMask))];
  const lifted = found.filter(({ masked }) => !masked).map(({ id }) => id);
  return [
    heading(brief.masks),
    note(set(teams.consent.visible), { isSubtle: true }),
    {
      type: 'Input.ChoiceSet',
      id: CONSENT.lifted,
      label: teams.consent.masks,
      isMultiSelect: true,
      style: 'expanded',
      wrap: true,
      choices: found.map(({ id, text, kind }) => ({
        title: `${shorten(text.replace(/\s+/g, ' '), 80)} (${ownValue(brief.kind, kind) ?? brief.otherKind})`,
        value: id,
      })),
      ...(lifted.length === 0 ? {} : { value: lifted.join(',') }),
    },
  ];
}

/** Mentions of the same thing are one choice: lifting one lifts them all. */
function distinct(masks: readonly MaskChoice[]): readonly MaskChoice[] {
  return [...new Map(masks.map((mask) => [`${mask.replacement}\n${mask.text.toLowerCase()}`, mask])).values()];
}

function onOff(on: boolean): 'true' | 'false' {
  return on ? 'true' : 'false';
}
