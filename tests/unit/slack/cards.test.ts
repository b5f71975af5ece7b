import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlackMessage } from '../../../adapters/slack/blocks/message.ts';
import { formOf } from '../../../adapters/slack/forms.ts';
import { homeOf, messageOf } from '../../../adapters/slack/render.ts';
import type { OutboundMessage } from '../../../src/answering/port/outcome.ts';
import { sideField } from '../../../src/screens/agreement.ts';
import { hoursForm } from '../../../src/screens/aside.ts';
import { caseNotice, caseScreen, offerOver } from '../../../src/screens/case.ts';
import { caseActs } from '../../../src/screens/case-acts.ts';
import { consentScreen } from '../../../src/screens/consent.ts';
import { whyForm } from '../../../src/screens/feedback.ts';
import { homeScreen } from '../../../src/screens/home.ts';
import { outcomeScreen, type Shown } from '../../../src/screens/outcome.ts';
import { completeForm } from '../../../src/screens/rewording.ts';
import type { Act, Form } from '../../../src/screens/screen.ts';
import { askForm, needForm, needsScreen } from '../../../src/screens/start.ts';
import { wordsOf } from '../../../src/screens/words.ts';
import { deskTexts } from '../../../src/text/desk-texts.ts';
import { answerWith, replyWith } from '../../fakes/conversing.ts';
import { CLAIRE, KARIM } from '../../fakes/helping.ts';
import { findInaccessible } from '../../fakes/slack-server/validate/accessible.ts';
import { validateMessage } from '../../fakes/slack-server/validate/message.ts';
import { validateView } from '../../fakes/slack-server/validate/view.ts';
import { plain } from '../../fixtures/plain.ts';
import { runs } from '../../fixtures/runs.ts';
import { caseView, desk, language, preview, reply, rewording, role, rows, text } from './examples.ts';

const RUNS = { numRuns: runs(60) };
const IN_THREAD = { writes: 'thread', talk: false } as const;

function outcomeMessage(reply: OutboundMessage, more: Partial<Shown> = {}): SlackMessage {
  const screen = outcomeScreen({
    reply,
    question: 'q',
    role: 'prescriber',
    depth: 'short',
    key: 'm',
    place: 'dm',
    human: true,
    turns: true,
    folds: false,
    thumbs: true,
    boxes: false,
    ...more,
  });
  return messageOf(screen, 'T:D');
}

const plainJson = (value: unknown) => JSON.parse(JSON.stringify(value));

/** Slack takes it, and a screen reader reads it. */
function expectTaken({ text: said, blocks }: SlackMessage): void {
  const list = plainJson(blocks);
  expect(validateMessage({ text: said, blocks: list })).toEqual([]);
  expect(findInaccessible(list)).toEqual([]);
  expect(said).not.toMatch(/<[!@#]/);
  expect(JSON.stringify(blocks)).not.toMatch(/"type":"(?:broadcast|user|usergroup|channel|emoji)"/);
}

function expectView(view: unknown): void {
  expect(validateView(plainJson(view))).toEqual([]);
}

it('whoever follows a case keeps under their eyes all that came with it; its requester, their question', () => {
  const [any] = fc.sample(caseView, { numRuns: 1, seed: 1 });
  if (any === undefined) throw new Error('no case');
  const brief = { question: 'Que faire ?', answered: 'Mettre en demeure.', need: 'Des repas.' };
  const seenBy = (side: 'requester' | 'reservist') =>
    JSON.stringify(messageOf(caseScreen({ ...any, side, brief }, { ...IN_THREAD, language: 'fr' })).blocks);
  expect(seenBy('reservist')).toMatch(/Que faire.*Mettre en demeure.*Des repas/);
  expect(seenBy('requester')).toMatch(/Que faire/);
  expect(seenBy('requester')).not.toMatch(/Mettre en demeure/);
});

describe('a fact asked for', () => {
  it('has its choices before the rest of what may be done', () => {
    const known = answerWith({});
    const { blocks } = outcomeMessage(
      replyWith({
        kind: 'clarification',
        reason: 'fact',
        question: 'Comment le marché est-il passé ?',
        choices: [{ label: 'Je ne sais pas', text: 'Je ne sais pas' }],
        known,
        sources: known.sources,
        confidence: 0.5,
      }),
    );
    const labels = blocks
      .flatMap((block) => (block.type === 'actions' ? block.elements : []))
      .map((one) => plainJson(one).text?.text);
    expect(labels).toEqual(['Je ne sais pas', 'En savoir plus']);
  });

  it('comes after what holds whatever it is, which needs no title and is notified first', () => {
    const known = answerWith({});
    const said = '50 jours pour un établissement public de santé.';
    const { text: notified, blocks } = outcomeMessage(
      replyWith({
        kind: 'clarification',
        reason: 'fact',
        question: 'Quand la facture est-elle arrivée ?',
        computed: { said, formula: undefined, articles: [], assumed: [], facts: [], steps: [], missing: 'reception' },
        choices: [{ label: 'Je ne sais pas', text: 'Je ne sais pas' }],
        known,
        sources: known.sources,
        confidence: 0.5,
      }),
    );
    expect(plain(notified)).toMatch(/^50 jours/);
    expect(JSON.stringify(blocks)).not.toContain('Une précision');
  });
});

describe('whatever is in it, Slack takes', () => {
  it('an answer, a question back, an offer, a refusal, small talk, a rewording', () => {
    fc.assert(
      fc.property(
        reply,
        text,
        role,
        fc.boolean(),
        fc.constantFrom('dm' as const, 'channel' as const, 'private' as const),
        (said, question, by, full, place) => {
          expectTaken(
            outcomeMessage(said, { question, role: by, depth: full ? 'full' : 'short', place, above: question }),
          );
        },
      ),
      RUNS,
    );
  });

  it('the cards and messages of a case', () => {
    fc.assert(
      fc.property(caseView, text, language, (view, words, spoken) => {
        const inThread = { ...IN_THREAD, language: spoken };
        expectTaken(messageOf(caseScreen(view, inThread)));
        expectTaken(messageOf(caseScreen({ ...view, may: ['accept', 'decline'] }, inThread)));
        expectTaken(messageOf(caseScreen(view, { ...inThread, talk: true })));
        expectTaken(messageOf(offerOver(words, spoken)));
        for (const kind of ['relayed', 'closed', 'queued', 'reminder', 'identity_asked', 'answered'] as const)
          expectTaken(messageOf(caseNotice({ text: words, kind }, view, { ...inThread, about: true })));
      }),
      RUNS,
    );
  });

  it('the forms', () => {
    fc.assert(
      fc.property(preview, caseView, rewording, text, language, (brief, view, reworded, words, spoken) => {
        const choices = {
          lifted: brief.masks.map(({ id }) => id),
          added: [words],
          amountsAsRanges: true,
          sameBody: false,
        };
        const place = { c: 'T:D', ch: 'D', ts: '1.1' };
        expectView(formOf(consentScreen(brief, choices, spoken, { text: 'Relisez.', alert: true }), place));
        const asked = (form: Form, press: Pick<Act, 'verb' | 'value'>) =>
          expectView(formOf(needsScreen(form, { ...press, label: '', look: 'primary' } as Act, spoken), place));
        asked(askForm(spoken, words), { verb: 'human', value: { question: words.slice(0, 8_000) } });
        asked(needForm(spoken), { verb: 'reword', value: {} });
        asked(whyForm(spoken), { verb: 'feedback', value: { reply: 'm', useful: false } });
        asked(hoursForm(spoken), { verb: 'availability', value: {} });
        const kept = { reply: 'm', direction: reworded.direction, text: reworded.source } as const;
        asked(completeForm(reworded, spoken), { verb: 'complete', value: kept });
        asked({ ...deskTexts[spoken].keepForm, fields: [sideField(spoken)] }, { verb: 'keep', value: kept });
        for (const act of caseActs(view, wordsOf(spoken))) if (act.needs !== undefined) asked(act.needs, act);
      }),
      RUNS,
    );
  });

  it('the Home tab', () => {
    fc.assert(
      fc.property(rows, fc.option(desk, { nil: undefined }), text, language, (mine, at, name, spoken) => {
        const person = at === undefined ? CLAIRE : KARIM;
        const facts = { language: spoken, name, role: undefined, mine, desk: at, down: false };
        const known = { ...person, name, organisation: name };
        expectView(homeOf(homeScreen({ ...facts, person: known, at: '2026-11-25T09:00:00Z' })));
        expectView(homeOf(homeScreen({ ...facts, person: undefined, at: '2026-11-25T09:00:00Z', down: true })));
      }),
      RUNS,
    );
  });
});

describe('an answer', () => {
  const long = answerWith({
    registers: {
      prescriber: `${'Un paragraphe du service. '.repeat(12)}\n\nSa suite.`,
      buyer: 'Le texte de l’acheteur.',
    },
    suggestions: [
      { label: 'Et pour les travaux ?', text: 'et pour les travaux ?' },
      { label: 'Demander à un réserviste', text: 'demander à un réserviste' },
    ],
  });
  const show = (full: boolean, by: 'prescriber' | 'buyer' = 'prescriber') =>
    outcomeMessage(replyWith(long), { role: by, depth: full ? 'full' : 'short' });
  const labels = ({ blocks }: SlackMessage) =>
    blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements.map((one) => ('text' in one ? one.text?.text : '')) : [],
    );

  it('is short first, with a button for the rest, one for the other register, and a quiet way to a human', () => {
    expect(labels(show(false)).map((label) => plain(label ?? ''))).toEqual([
      'En savoir plus',
      'Version acheteur',
      'Pas ce que je cherchais ?',
    ]);
    expect(JSON.stringify(show(true))).toMatch(/Et pour les travaux[\s\S]*"Voir"/);
    expect(JSON.stringify(show(false))).not.toContain('Un piège');
    expect(JSON.stringify(show(true))).toContain('Un piège');
    expect(labels(show(true))[0]).toBe('Réduire');
  });

  it('says the same figures and sources in both registers', () => {
    for (const by of ['prescriber', 'buyer'] as const) {
      const said = plain(JSON.stringify(show(false, by)));
      expect(said).toMatch(/Oui[^"]* sous 60 000 € HT\./);
      expect(said).toContain('|R. 2122-8>');
      expect(said).toContain('à jour au 24 novembre 2026');
    }
    expect(JSON.stringify(show(true, 'buyer'))).toContain('Le texte de l’acheteur');
  });

  it('says that it may be beside the question when it may', () => {
    const tail = (confidence: number) =>
      JSON.stringify(outcomeMessage(replyWith(answerWith({ confidence })), { depth: 'full' }));
    expect(tail(0.9)).not.toContain('Confiance');
    expect(tail(0.4)).toContain('vérifiez que la fiche vise bien votre cas');
  });
});
