import type { CommentView, PurchaseView } from '../purchases/port/purchasing.ts';
import { purchaseHelpTexts as says } from '../text/purchase-help-texts.ts';
import { heading, inShort } from './make.ts';
import type { Act, Block, Field } from './screen.ts';

/** Names of the boxes, as they come back. */
export const HELP_BOX = { question: 'text:help', section: 'text:peer' } as const;
export const commentBox = (id: string): string => `text:comment-${id}`;
/** Characters, of a question; of a passage, what a brief holds. */
const LONGEST_QUESTION = 2_000;
const LONGEST_SECTION = 18_000;
const MOST_ABOUT = 60;

/** What was remarked on what was given to read, paragraph by paragraph. */
export function commentBlocks({ comments }: Pick<PurchaseView, 'comments'>): readonly Block[] {
  if (comments.length === 0) return [];
  const sorted = comments.toSorted((one, other) => (one.paragraph ?? 0) - (other.paragraph ?? 0));
  return [heading(says.comments), { kind: 'facts', facts: sorted.map(factOf), verbatim: true }];
}

function factOf(comment: CommentView) {
  const { on, text, answer } = comment;
  const about = on === '' ? '' : ` (${says.on(inShort(on, MOST_ABOUT))})`;
  return {
    name: placeOf(comment),
    value: `${text}${about}${answer === undefined ? '' : `\n${says.answered(answer)}`}`,
  };
}

function placeOf({ paragraph }: CommentView): string {
  return paragraph === undefined ? says.whole : says.paragraph(paragraph);
}

/** A reservist is asked, or a passage given to read; what they remarked is answered. */
export function helpActs({ id: purchase, version: on, may, comments }: PurchaseView): readonly Act[] {
  const field = (name: string, label: string, hint: string, max: number): Field => ({
    kind: 'text',
    name,
    label,
    hint,
    max,
    multiline: true,
    required: says.needed,
  });
  const act = (kind: 'help' | 'peer', fields: readonly Field[]): Act => ({
    verb: 'purchase_do',
    value: { purchase, on, do: kind },
    label: says[kind],
    look: 'plain',
    needs: { title: says[kind], fields, submit: says.go },
  });
  const answers = comments
    .filter(({ forYou }) => forYou && may.includes('answer_comment'))
    .map((comment): Act => {
      const label = `${says.comment} ${placeOf(comment)}`;
      const fields = [field(commentBox(comment.id), label, inShort(comment.text, 200), LONGEST_QUESTION)];
      const value = { purchase, on, do: 'answer_comment', question: comment.id } as const;
      return { verb: 'purchase_do', value, label, look: 'plain', needs: { title: label, fields, submit: label } };
    });
  return [
    ...answers,
    ...(may.includes('call')
      ? [
          act('help', [field(HELP_BOX.question, says.helpBox, says.helpHint, LONGEST_QUESTION)]),
          act('peer', [field(HELP_BOX.section, says.peerBox, says.peerHint, LONGEST_SECTION)]),
        ]
      : []),
  ];
}
