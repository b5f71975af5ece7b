import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/answering/port/outcome.ts';
import { answerWith } from '../../fakes/conversing.ts';
import { NEED } from '../../fakes/interpreting.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import type { Face, FaceUnderTest, PromiseName, Seat } from './face.ts';

const QUESTION = 'Mme Sophie Tanguy, de Brezhon Travaux SARL, a 40 jours de retard : que faire ?';
const PATIENCE_MS = 8_000;
/** What would ring, link, embolden or hide something if it were obeyed. */
const NASTY =
  '<!channel> @everyone <at>all</at> <b>gras</b> [ici](https://mechant.example) <https://mechant.example|ici>';

const DOUBT: Outcome = {
  kind: 'clarification',
  reason: 'doubt',
  question: 'Laquelle de ces questions est la vôtre ?',
  choices: [
    { question: 'Faut-il publier une annonce ?', answer: 'Cela dépend du montant.', fiche: 'petit-achat' },
    { question: 'Où publier une annonce ?', answer: 'Au BOAMP ou dans un journal.', fiche: 'publicite' },
  ],
  sources: answerWith({}).sources,
  confidence: 0.3,
};

const WORKED = answerWith({
  computed: {
    said: 'Procédure adaptée : 75 000 € HT.',
    formula: undefined,
    articles: [],
    assumed: [],
    facts: ['collectivité', 'services', '75 000 € HT'],
    of: {
      goal: 'procedure',
      facts: [
        ['acheteur', 'collectivite'],
        ['nature', 'services'],
        ['montant_ht', 75_000],
      ],
    },
    steps: [],
    missing: undefined,
  },
});

/** What every platform owes the people before it, whatever it looks like. */
export function keepsItsPromises({ name, open, without }: FaceUnderTest): void {
  const promise = (
    which: PromiseName,
    says: string,
    keep: (face: Face) => Promise<void>,
    outcome: Outcome = answerWith({}),
  ) =>
    it(`${which}: ${says}`, { timeout: 20_000 }, async (context) => {
      const reason = without[which];
      if (reason !== undefined) {
        process.stdout.write(`${name}, ${which}: not promised, ${reason}\n`);
        context.skip(reason);
      }
      await keep(await open(outcome));
    });

  describe(name, () => {
    promise('answers', 'a question is answered, with its source', async ({ requester, conversing }) => {
      await requester.ask('Quel seuil ?');
      await sees(requester, 'Oui, sous 60 000 € HT.');
      await sees(requester, 'R. 2122-8');
      expect(conversing.heard.map(({ text }) => text)).toEqual(['Quel seuil ?']);
    });

    promise('register', 'the other side’s version is one gesture away', async ({ requester }) => {
      await requester.ask('Quel seuil ?');
      await sees(requester, 'Oui, sous 60 000 € HT.');
      await requester.switchRegister();
      await sees(requester, 'dispense sous 60 000 € HT.');
    });

    promise(
      'choices',
      'go from what offered them once one is made; pressed again, none is asked again',
      async ({ requester, conversing }) => {
        await requester.ask('publier ?');
        await sees(requester, 'Où publier une annonce');
        expect(await requester.choices()).toBe(2);
        const again = await requester.choose();
        await sees(requester, 'Vous avez choisi : « Faut-il publier une annonce ? »');
        // The fake is in doubt whatever is said: what can be chosen now is of the reply to the choice.
        await expect.poll(() => requester.choices()).toBe(2);
        await again();
        expect(conversing.heard.map(({ text }) => text)).toEqual(['publier ?', 'Faut-il publier une annonce ?']);
      },
      DOUBT,
    );

    promise(
      'offered',
      'the questions offered in doubt go to whoever helps',
      async (face) => {
        const { requester, reservist } = face;
        await requester.ask(QUESTION);
        await requester.beginHandOver();
        await requester.agree();
        await reservist.lookAtOffer();
        await sees(reservist, 'Faut-il publier une annonce');
        await sees(reservist, 'Cela dépend du montant.');
      },
      DOUBT,
    );

    promise(
      'figures',
      'a form of what was worked out, filled in as it was; a wrong box is named, the others are worked out again',
      async ({ requester }) => {
        await requester.ask('75 000 € de services pour une commune, quelle procédure ?');
        const wrong = plain(await requester.calculate({ montant_ht: '-5' }));
        expect(wrong).toContain('Montant du besoin, hors taxes : un montant ne peut pas être négatif');
        const done = plain(await requester.calculate({ montant_ht: '230 000 €' }));
        expect(done).toContain('Procédure formalisée : 230 000 € HT');
      },
      WORKED,
    );

    promise('rewording', 'a need is said in the buyer’s words, with what it lacks', async ({ requester }) => {
      await requester.reword(NEED);
      await sees(requester, '« ou équivalent »');
      await sees(requester, 'Où faut-il livrer les portables');
      await sees(requester, 'Marque citée');
    });

    promise('hand-over', 'consent, offer, acceptance, relay, closing, opinion', async (face) => {
      const { net, requester, reservist } = face;
      await requester.ask(QUESTION);
      await requester.beginHandOver();
      await sees(requester, '[personne 1]');
      await sees(requester, '[entreprise 1]');
      await net.turn();
      expect(net.sent).toEqual([]);
      await requester.agree();
      await reservist.lookAtOffer();
      await sees(reservist, 'Mme [personne 1], de [entreprise 1]');
      await reservist.accept();
      await isTaken(face);
      await reservist.say('Avez-vous mis cette entreprise en demeure ?');
      await sees(requester, 'mis cette entreprise en demeure ?');
      await requester.say('Oui, Mme Tanguy a été prévenue.');
      await sees(reservist, 'Oui, Mme [personne] a été prévenue.');
      const [other, own] = [await reservist.screen(), await requester.screen()];
      for (const hidden of ['Tanguy', 'Brezhon', requester.name]) expect(other).not.toContain(hidden);
      expect(own).not.toContain(reservist.name);
      await reservist.markAnswered();
      await sees(requester, 'pense avoir répondu');
      await requester.close();
      await sees(requester, 'clos');
      await requester.rate();
      await sees(requester, 'avis');
      const [id = ''] = await face.cases();
      expect(mustBe(await net.cases.read(id)).status).toBe('closed');
    });

    promise('duplicates', 'what comes twice is answered once', async ({ requester, conversing }) => {
      await requester.askTwice('Quel seuil ?');
      await sees(requester, 'Oui, sous 60 000 € HT.');
      await requester.ask('Et ensuite ?');
      await expect.poll(() => conversing.heard.map(({ text }) => text)).toEqual(['Quel seuil ?', 'Et ensuite ?']);
    });

    promise('taking back', 'a question that is taken back is forgotten', async ({ requester, conversing }) => {
      await requester.ask('Quel seuil ?');
      await sees(requester, 'Oui, sous 60 000 € HT.');
      await requester.takeBack();
      await expect.poll(() => conversing.forgotten.length).toBe(1);
      expect(conversing.heard.map(({ address }) => address.conversation)).toEqual(conversing.forgotten);
    });

    promise('restart', 'a case goes on with the next process', async (face) => {
      const { requester, reservist } = face;
      await beginCase(face);
      await face.restart();
      await reservist.say('Avez-vous un marché écrit ?');
      await sees(requester, 'un marché écrit ?');
      await requester.say('Oui, signé en mars.');
      await sees(reservist, 'signé en mars.');
    });

    promise(
      'long texts',
      'the longest answer is shown, from its beginning',
      async ({ requester }) => {
        await requester.ask('Quel seuil ?');
        await sees(requester, 'Oui, sous 60 000 € HT.');
        await requester.unfold();
        await sees(requester, 'Un long développement');
      },
      answerWith({
        brief: 'Un long développement, avec ses cas et ses chiffres. '.repeat(400),
        registers: { prescriber: 'Pour le service. '.repeat(900), buyer: 'Pour l’acheteur. '.repeat(900) },
        pitfalls: '- Un piège.\n'.repeat(300),
      }),
    );

    promise('escaping', 'another person’s words are shown, never obeyed', async (face) => {
      const { requester, reservist } = face;
      await beginCase(face);
      await requester.say(`Voici : ${NASTY}`);
      await sees(reservist, '<b>gras</b>');
      expect(await reservist.acting()).toEqual([]);
    });

    promise('files', 'a file is refused in words, and does not pass', async (face) => {
      const { net, requester, reservist } = face;
      await beginCase(face);
      const before = net.sent.length;
      await reservist.attach('devis.pdf');
      await sees(reservist, 'fichier');
      await net.turn();
      expect(net.sent.length).toBe(before);
      expect(await requester.screen()).not.toContain('devis.pdf');
    });

    promise('hours', 'said in words, played back, kept after a yes', async ({ net, reservist, conversing }) => {
      await reservist.ask('pause demain');
      await sees(reservist, 'J’ai compris');
      const before = mustBe(await net.helping.desk('bob')).availability;
      await reservist.confirmHours();
      const hours = async () => mustBe(await net.helping.desk('bob')).availability;
      await expect.poll(hours).not.toEqual(before);
      expect(conversing.heard).toEqual([]);
    });

    promise('being forgotten', 'after a second yes, and not before', async (face) => {
      const { net, requester } = face;
      await beginCase(face);
      const person = (await requester.person()) ?? '';
      expect(await net.helping.signedIn(person)).toBeDefined();
      await requester.forgetMe();
      await expect.poll(() => net.helping.signedIn(person)).toBeUndefined();
    });

    promise('double click', 'does once what it says', async (face) => {
      const { net, requester, reservist } = face;
      await beginCase(face);
      await reservist.markAnswered(2);
      await sees(requester, 'pense avoir répondu');
      expect(net.sent.filter(({ kind }) => kind === 'answered')).toHaveLength(1);
      expect(await reservist.screen()).not.toMatch(TOO_LATE);
    });

    promise('stale button', 'says that it is too late, and does nothing', async (face) => {
      const { net, requester, reservist } = face;
      await beginCase(face);
      const answered = await reservist.keepAnswered();
      await requester.close();
      await sees(requester, 'clos');
      await answered();
      await sees(reservist, TOO_LATE);
      const [id = ''] = await face.cases();
      expect(mustBe(await net.cases.read(id)).status).toBe('closed');
    });

    promise('typed text', 'of an open case reaches the other side, once its author has said so', async (face) => {
      const { net, requester, reservist, conversing } = face;
      await beginCase(face);
      const before = net.sent.length;
      await requester.type('Nous avons aussi un marché signé.');
      expect(net.sent).toHaveLength(before);
      await requester.toOther();
      await sees(reservist, 'aussi un marché signé.');
      expect(conversing.heard.map(({ text }) => text)).toEqual([QUESTION]);
    });

    promise('what was seen', 'is what leaves: where it would read otherwise, it is seen again first', async (face) => {
      const { net, requester } = face;
      await requester.ask(QUESTION);
      await requester.beginHandOver();
      await sees(requester, '[personne 1]');
      net.hideMore('40 jours');
      await requester.agree();
      await sees(requester, /changent le texte|a changé/);
      await net.turn();
      expect(net.sent).toEqual([]);
      await requester.agree();
      const [id = ''] = await face.cases();
      await expect.poll(async () => mustBe(await net.cases.read(id)).brief.question).toContain('[lieu A] de retard');
    });

    promise('unknown input', 'is survived', async ({ requester, conversing }) => {
      await requester.sendUnknown();
      await requester.ask('Quel seuil ?');
      await sees(requester, 'Oui, sous 60 000 € HT.');
      expect(conversing.heard.map(({ text }) => text)).toEqual(['Quel seuil ?']);
    });
  });
}

/** Each face says it in words of its own. */
const TOO_LATE = /n'est (?:plus|pas) possible|ne se fait plus|rien n'a été fait/;

/** Up to the acceptance. */
async function beginCase(face: Face): Promise<void> {
  const { requester, reservist } = face;
  await requester.ask(QUESTION);
  await requester.beginHandOver();
  await requester.agree();
  await reservist.lookAtOffer();
  await sees(reservist, 'Mme [personne 1]');
  await reservist.accept();
  await isTaken(face);
}

/** Each face tells the requester in words of its own. */
async function isTaken(face: Face): Promise<void> {
  const [id = ''] = await face.cases();
  await expect
    .poll(async () => mustBe(await face.net.cases.read(id)).status, { timeout: PATIENCE_MS })
    .toBe('accepted');
}

/** Waits for words on someone's screen; what was there instead is in the fault. */
async function sees({ screen }: Seat, words: string | RegExp): Promise<void> {
  const isThere = (on: string) => (typeof words === 'string' ? on.includes(plain(words)) : words.test(on));
  const late = performance.now() + PATIENCE_MS;
  let shown = await screen();
  while (!isThere(shown)) {
    if (performance.now() > late) throw new Error(`never seen: ${words}\n--- on the screen:\n${shown}`);
    await pause(10);
    shown = await screen();
  }
}
