import type { Question } from '../corpus/question.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import { frenchTypography } from '../french/typography.ts';
import type { OwnPassage } from '../retrieval/own-passages.ts';
import type { Catalogue } from '../text/catalogues.ts';
import { type AnswerRequest, createSay, HUMAN_BELOW, sourceOf } from './compose.ts';
import { bareRule } from './port/bare-rule.ts';
import type { Answer, Short } from './port/outcome.ts';
import { lowered } from './port/short.ts';

/** An organisation's own document, quoted: the passages nearest to the question, cited by page or heading. */
export function composeExcerpt(
  passage: OwnPassage,
  request: Pick<AnswerRequest, 'also' | 'role' | 'today' | 'at' | 'confidence'> & {
    /** The question of that fiche which is nearest. */
    readonly rule: Question | undefined;
    /** What is quoted of it, and of what is nearly as near. */
    readonly quoted: readonly string[];
  },
  corpus: Corpus,
  catalogue: Catalogue,
): Answer {
  const { document, part } = passage;
  const { source } = document;
  const parts = document.parts.slice(part, part + 1);
  const said = frenchTypography(parts.map((part) => `${part.name} : «\u00a0${part.text.trim()}\u00a0»`).join('\n\n'));
  const { also } = request;
  const say = createSay(corpus, request.at);
  const excerptIn = (side: 'achat' | 'service'): Short => ({
    near: undefined,
    answer: request.quoted.join('\n\n'),
    // The rule of the code goes with an organisation's own.
    but: request.rule && `${catalogue.theCode}\u00a0: ${lowered(bareRule(say(request.rule.answer[side])))}`,
    next: undefined,
  });
  return {
    kind: 'answer',
    title: source.title,
    short: { prescriber: excerptIn('service'), buyer: excerptIn('achat') },
    verdict: undefined,
    cited: parts.map(({ name }) => ({ reference: name, cited: `${source.title}, ${name}` })),
    nearby: [],
    brief: said,
    registers: {
      prescriber: also === undefined ? '' : say(also.sections.service),
      buyer: also === undefined ? '' : say(also.sections.buyer),
    },
    pitfalls: '',
    example: '',
    next: '',
    sources: [
      {
        fiche: document.id,
        title: source.title,
        section: parts.map((part) => part.name).join(', '),
        articles: [],
        verifiedOn: request.today,
        status: 'document',
        module: source.collection,
      },
      ...(also === undefined ? [] : [sourceOf(also, request.role)]),
    ],
    also: also && { title: say(also.title), brief: say(also.sections.brief) },
    limit: undefined,
    human: request.confidence < HUMAN_BELOW,
    caution: undefined,
    asOf: request.today,
    sure: catalogue.sure.document,
    suggestions: [],
    confidence: request.confidence,
  };
}
