import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, shorten } from '../../../adapters/teams/card/clean.ts';
import { escapeMarkdown } from '../../../adapters/teams/card/elements.ts';
import { ownWords, richText } from '../../../adapters/teams/card/markdown.ts';
import { LIMITS } from '../../../adapters/teams/card/pack.ts';
import { toActivities } from '../../../adapters/teams/message/activities.ts';
import { replyActivities } from '../../../adapters/teams/message/reply.ts';
import { cardOf } from '../../../adapters/teams/render.ts';
import { createSay } from '../../../adapters/teams/say.ts';
import type { Answer, Source } from '../../../src/answering/port/outcome.ts';
import { clean } from '../../../src/french/clean.ts';
import { plainMarkdown } from '../../../src/french/plain-markdown.ts';
import type { CaseView } from '../../../src/handoff/port/views.ts';
import { caseScreen } from '../../../src/screens/case.ts';
import { consentScreen, NO_CHOICE } from '../../../src/screens/consent.ts';
import { answerWith, replyWith } from '../../fakes/conversing.ts';
import { wordsOf } from '../../fakes/teams-connector/client.ts';
import { checkActivity } from '../../fakes/teams-connector/rules.ts';
import { faultsOf } from '../../fixtures/adaptive-cards.ts';
import { runs } from '../../fixtures/runs.ts';

const say = createSay('fr');
/** Anything a person or a fiche may hold: accents, surrogates, halves of them, control characters, quotes, markup. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom('"\\\n"', '\u0000\u202e', '\ud800x', '**a** [b](c)', '- x\n- y', '<at>z</at>', '| a |', '« é »'),
);
const longText = fc
  .tuple(anyText, fc.integer({ min: 1, max: 120 }))
  .map(([text, times]) => `${text} `.repeat(times).slice(0, 30_000));

function refusals(activities: readonly object[], kind: 'personal' | 'channel') {
  return activities.map((activity) => {
    const wire = {
      ...activity,
      serviceUrl: `https://smba.example/${'x'.repeat(200)}`,
      conversation: { id: 'x'.repeat(300) },
    };
    return checkActivity(wire, JSON.stringify(wire), { kind });
  });
}

describe('cutting a text', () => {
  it('loses nothing, fits, cuts no character in two, and always ends', () => {
    fc.assert(
      fc.property(longText, fc.integer({ min: 12, max: 900 }), (raw, room) => {
        const text = clean(raw);
        const pieces = cutText(text, room - '""'.length);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(JSON.stringify(piece).length).toBeLessThanOrEqual(room);
          expect(piece).not.toMatch(/\p{Cs}/u);
        }
      }),
    );
  });

  it('shortens at a word, to the length asked', () => {
    fc.assert(
      fc.property(longText, fc.integer({ min: 2, max: 300 }), (raw, longest) => {
        const short = shorten(clean(raw), longest);
        expect(short.length).toBeLessThanOrEqual(longest);
        expect(short).not.toMatch(/\p{Cs}/u);
      }),
    );
    expect(shorten('un deux trois quatre', 12)).toBe('un deux…');
  });
});

describe('a message, whatever is said in it', () => {
  const source: fc.Arbitrary<Source> = fc.record({
    fiche: fc.constant('f'),
    title: anyText,
    section: anyText,
    articles: fc.array(fc.record({ reference: fc.constant('R'), cited: anyText, url: fc.webUrl() }), { maxLength: 30 }),
    verifiedOn: fc.constant('2026-11-24'),
    status: anyText,
    module: fc.constant('m'),
  });
  const answer: fc.Arbitrary<Answer> = fc
    .record({
      title: anyText,
      direct: fc.option(longText, { nil: undefined }),
      brief: longText,
      registers: fc.record({ prescriber: longText, buyer: longText }),
      pitfalls: longText,
      next: longText,
      limit: fc.option(anyText, { nil: undefined }),
      sources: fc.tuple(source, source),
      suggestions: fc.array(fc.record({ label: anyText, text: anyText }), { maxLength: 9 }),
    })
    .map(answerWith);

  it('is within what Teams takes, valid, and whole', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(answer, fc.constantFrom('personal', 'channel'), (one, scope) => {
        const setting = { say, reply: 'a:1|2', scope, offersHuman: true } as const;
        const activities = replyActivities(replyWith(one), setting);
        expect(refusals(activities, scope)).toEqual(activities.map(() => undefined));
        for (const { attachments = [] } of activities)
          for (const { content } of attachments) expect(faultsOf(content)).toEqual([]);
        // Every word of the register that is shown is there, in order.
        const shown = activities
          .map((one) => wordsOf({ ...one }))
          .join('\n')
          .replace(/\s+/g, '');
        for (const word of plainMarkdown(one.registers.prescriber)
          .split(/\s+/)
          .filter((each) => /^[\p{L}\p{N}]{3,}$/u.test(each)))
          expect(shown).toContain(word);
      }),
      { numRuns: runs(60) },
    );
  });

  it('says a text without a card in as many messages as it takes', () => {
    fc.assert(
      fc.property(longText, (text) => {
        const activities = toActivities({ text }, say);
        expect(refusals(activities, 'personal')).toEqual(activities.map(() => undefined));
        if (clean(text).trim() !== '')
          expect(activities.map((one) => one.text ?? '').join('')).toBe(clean(text).trim());
      }),
    );
  });

  it('fits the cards of a case and of the brief that leaves', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(longText, longText, fc.array(anyText, { maxLength: 60 }), (question, said, masked) => {
        const preview = {
          case: 'c',
          seen: 'a mark',
          question,
          answered: said,
          typed: question,
          hasAnswer: true,
          need: undefined,
          competences: [],
          masks: masked.map((text, index) => ({
            id: `m${index}`,
            kind: 'person',
            text,
            replacement: `[${index}]`,
            masked: true,
          })),
        };
        const view: CaseView = {
          ...VIEW,
          brief: { question, answered: said, need: undefined },
          lines: [{ at: '', kind: 'message', from: 'you', text: said }],
        };
        for (const card of [
          cardOf(consentScreen(preview, { ...NO_CHOICE, added: [said.slice(0, 1_000)] }, 'fr')),
          cardOf(caseScreen(view, { language: 'fr', writes: 'box', talk: true, typed: said })),
        ]) {
          const activities = toActivities({ card }, say);
          expect(refusals(activities, 'personal')).toEqual(activities.map(() => undefined));
          // What is filled in stands with the buttons that send it.
          const last = JSON.stringify(activities.at(-1));
          const boxes = JSON.stringify(activities).match(/"type":"Input\./g)?.length ?? 0;
          expect(last.match(/"type":"Input\./g)?.length ?? 0).toBe(boxes);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('Markdown', () => {
  it('becomes what cards show, whatever it is, and is read as text', () => {
    fc.assert(
      fc.property(longText, (markdown) => {
        const card = { type: 'AdaptiveCard', version: '1.5', body: richText(markdown) };
        expect(faultsOf(card)).toEqual([]);
        expect(JSON.stringify(richText(markdown))).not.toMatch(/"text":""/);
        expect(plainMarkdown(clean(markdown))).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps lists as lists, links as links to secure pages, and code as it is', () => {
    expect(richText('- un\n- **deux**')).toEqual([{ type: 'TextBlock', wrap: true, text: '- un\n- **deux**' }]);
    expect(JSON.stringify(richText('[Légifrance](https://www.legifrance.gouv.fr) [x](javascript:alert)'))).toContain(
      'Action.OpenUrl',
    );
    expect(JSON.stringify(richText('[x](http://evil.example)'))).not.toContain('Action.OpenUrl');
    expect(JSON.stringify(richText('`evil.example/x`'))).toContain('Monospace');
    expect(plainMarkdown('**Titre**\n\n- a\n- b')).toBe('Titre\n\n- a\n- b');
  });

  it('shows a list whose words would be markup as lines of their own', () => {
    const [first] = richText('- a\\*b\n- c');
    expect(first).toMatchObject({ type: 'RichTextBlock', inlines: [{ text: '•\u00a0' }, { text: 'a*b' }] });
  });

  it('shows own words as they were written, in blocks that read no markup', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const blocks = ownWords(text);
        const shown = blocks.map(({ inlines }) => inlines.map((one) => one.text).join('')).join('\n\n');
        const expected = clean(text).trim();
        expect(shown.replace(/\n{2,}/g, '\n\n')).toBe(expected === '' ? '\u00a0' : expected.replace(/\n{2,}/g, '\n\n'));
      }),
    );
  });

  it('escapes what a title would turn into markup', () => {
    expect(escapeMarkdown('a *b* [c](d) _e_ <f> `g` ~h~')).toBe('a \\*b\\* \\[c\\](d) \\_e\\_ \\<f\\> \\`g\\` \\~h\\~');
    expect(escapeMarkdown('- x\n1. y\n# z')).toBe('\\- x\n\\1. y\n\\# z');
  });
});

it('the limits are Teams’ own, counted in UTF-16', () => {
  expect([LIMITS.textActivity * 2, LIMITS.cardActivity * 2]).toEqual([28 * 1024, 40 * 1024]);
});

const VIEW: CaseView = {
  id: 'c1',
  version: 4,
  status: 'in_progress',
  standing: 'En cours.',
  side: 'requester',
  brief: { question: '', answered: undefined, need: undefined },
  lines: [],
  other: { name: undefined, organisation: 'x' },
  identity: { you: false, other: false },
  expectedAt: undefined,
  openedAt: '2026-11-25T08:00:00Z',
  may: ['say', 'close', 'open_identity', 'withdraw', 'rate', 'reopen', 'propose_fiche'],
};
