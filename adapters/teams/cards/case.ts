import type { CaseLine, CaseView } from '../../../src/handoff/port/views.ts';
import type { CaseAction } from '../../../src/vocabulary/cases.ts';
import { type Element, heading, note } from '../card/elements.ts';
import { ownWords, plainText } from '../card/markdown.ts';
import type { Say } from '../say.ts';
import { sayMoment, sayShort } from '../say.ts';
import type { CardPart } from './card-part.ts';
import { caseActions, saidBox } from './case-actions.ts';
import { type Notice, noticeElements } from './notice.ts';

/** The last lines of talk; the page of the site has them all. */
const MOST_LINES = 6;
const BRIEF = 'brief';

export interface CaseSetting {
  readonly say: Say;
  /** Said above all: what was done, or what went wrong. */
  readonly notice?: Notice;
  /** What was typed and could not be taken: it stands in its box again. */
  readonly typed?: string;
}

/** A case for one of its two sides: where it stands, what was said, what may be done now. */
export function casePart(view: CaseView, { say, notice, typed }: CaseSetting): CardPart {
  const { handoffWeb } = say.texts;
  const { case: texts, status } = handoffWeb;
  const title = view.side === 'requester' ? texts.of : texts.title;
  return {
    body: [
      heading(`${title} · ${status[view.status]}`, 'Large'),
      ...noticeElements(notice, say),
      note(say.set(view.standing)),
      ...(view.expectedAt === undefined
        ? []
        : [note(say.set(texts.expected(sayMoment(view.expectedAt, say.language))), { isSubtle: true })]),
      ...briefElements(view, say),
      ...talkElements(view.lines, say),
      ...identityElements(view, say),
      ...(view.may.includes('say') ? [saidBox(view, say, typed)] : []),
    ],
    actions: caseActions(view, say),
    said: `${title}. ${status[view.status]}. ${view.standing}`,
  };
}

/** The question always; what came with it unfolds once there is talk below. */
function briefElements({ brief, lines }: CaseView, { texts }: Say): readonly Element[] {
  const { brief: names, case: says } = texts.handoffWeb;
  const piece = (name: 'question' | 'answered' | 'need'): readonly Element[] => {
    const text = brief[name];
    if (text === undefined) return [];
    const words = name === 'question' ? text : plainText(text);
    return [heading(names[name]), { type: 'Container', style: 'emphasis', items: ownWords(words) }];
  };
  const rest = [...piece('answered'), ...piece('need')];
  if (rest.length === 0 || lines.every(({ kind }) => kind === 'step')) return [...piece('question'), ...rest];
  return [
    ...piece('question'),
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.ToggleVisibility', title: says.brief, targetElements: [BRIEF] }],
    },
    { type: 'Container', id: BRIEF, isVisible: false, items: rest },
  ];
}

function talkElements(lines: readonly CaseLine[], say: Say): readonly Element[] {
  const { case: texts } = say.texts.handoffWeb;
  const messages = lines.filter((line) => line.kind === 'message');
  if (messages.length === 0) return [];
  const shown = messages.slice(-MOST_LINES);
  const earlier = messages.length - shown.length;
  return [
    heading(texts.talk),
    ...(earlier === 0 ? [] : [note(say.teams.case.earlier(earlier), { isSubtle: true, size: 'Small' })]),
    ...shown.flatMap(({ at, from, text, hidden }): readonly Element[] => {
      const who = from === 'you' ? texts.you : texts[from];
      return [
        note(`${who} · ${sayShort(at, say.language)}`, { isSubtle: true, size: 'Small' }),
        { type: 'Container', style: 'emphasis', items: ownWords(text) },
        ...(hidden === undefined ? [] : [note(say.set(hidden), { isSubtle: true, size: 'Small' })]),
      ];
    }),
  ];
}

function identityElements({ other, identity, side, may }: CaseView, { texts, set }: Say): readonly Element[] {
  const { case: says } = texts.handoffWeb;
  if (other.name !== undefined)
    return [note(set(says.identityOpen(other.name, other.organisation)), { isSubtle: true })];
  if (!identity.you && !identity.other && !may.includes('open_identity' satisfies CaseAction['kind'])) return [];
  if (side === 'requester' && !identity.you && !identity.other) return [];
  const you = says.identityYou[identity.you ? 'yes' : 'no'];
  const they = says.identityOther[identity.other ? 'yes' : 'no'];
  return [note(set(`${says.identity} : ${you}, ${they}.`), { isSubtle: true, size: 'Small' })];
}
