import { sayOutcome } from '../../../src/answering/port/say.ts';
import type { InboundMessage } from '../../../src/message/message.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { openTerminal, type Terminal } from '../../unit/console/terminal.ts';
import type { Face, FaceUnderTest, Seat } from './face.ts';
import { openNetwork } from './network.ts';

const absent = async (): Promise<never> => Promise.reject(new Error('not promised'));

export const consoleFace: FaceUnderTest = {
  name: 'console',
  without: {
    register: 'a terminal asks again for the other side (« :acheteur »)',
    rewording: 'a terminal has no form for it: « reformule pour l’achat : … » is a line of the dialogue',
    duplicates: 'a line is typed once',
    choices: 'a number picks among what stands last, and among nothing that stood before',
    figures: 'what changes is said in a line: « et si c’était 75 000 ? »',
    'double click': 'there is nothing to click',
    'typed text': 'the prompt says whom a line is for: in a case, its other side',
    files: 'nothing but lines goes into a terminal',
  },
  open: async (outcome) => {
    const fake = createFakeConversing(outcome);
    // A terminal shows the reply as the assistant words it.
    const conversing = {
      ...fake,
      respond: async (message: InboundMessage) => {
        const reply = await fake.respond(message);
        return { ...reply, text: sayOutcome(reply.outcome, reply.role, catalogues[reply.language]) };
      },
    };
    const net = await openNetwork();
    const sit = async (person: string): Promise<Seat & { again(): Promise<void> }> => {
      const as = await net.helping.signedIn(person);
      if (as === undefined) throw new Error(`nobody is called ${person}`);
      const begin = (): Promise<Terminal> =>
        openTerminal({ helping: net.helping, as, report: (error) => Promise.reject(error) }, { conversing });
      let terminal = await begin();
      net.ending(() => terminal.leave());
      let gone = false;
      const watchLeaving = () => void terminal.left.then(() => (gone = true));
      watchLeaving();
      let typed = Promise.resolve();
      /** One line at a time, each once the one before is answered. */
      const type = (line: string): Promise<void> => {
        typed = typed.then(async () => {
          const before = terminal.raw().length;
          terminal.type(line);
          while (!gone && (!/› ?$/.test(terminal.raw()) || terminal.raw().length === before))
            await new Promise((next) => setTimeout(next, 5));
          await net.turn();
        });
        return typed;
      };
      return {
        name: as.name,
        person: async () => person,
        screen: async () =>
          plain(terminal.raw())
            .replace(/\s+│ ?/g, ' ')
            .replace(/\s*\n\s*/g, ' '),
        ask: type,
        askTwice: absent,
        takeBack: () => type(':oublie'),
        switchRegister: absent,
        calculate: absent,
        choose: absent,
        choices: absent,
        unfold: () => type(':plus'),
        reword: absent,
        beginHandOver: () => type(':aide-humain'),
        agree: () => type(':envoyer'),
        lookAtOffer: () => type(':dossier 1'),
        accept: () => type(':accepter'),
        say: (text) => type(`:dire ${text}`),
        attach: absent,
        markAnswered: () => type(':repondu'),
        // A command is typed anew, and says what it finds.
        keepAnswered: async () => () => type(':repondu'),
        type: async (text) => {
          await type(':retour');
          await type(':dossier 1');
          await type(text);
        },
        toOther: async () => undefined,
        close: () => type(':clore'),
        rate: () => type(':noter oui'),
        confirmHours: () => type('oui'),
        forgetMe: async () => {
          await type(':retour');
          await type('oublie-moi');
          await type('oui');
        },
        sendUnknown: () => type(':commande-de-2030'),
        acting: async () =>
          terminal
            .raw()
            .split('\u001b]8;')
            .filter((part, index) => index > 0 && part.includes('mechant')),
        again: async () => {
          await terminal.leave();
          terminal = await begin();
          gone = false;
          watchLeaving();
          await type(':dossier 1');
        },
      };
    };
    const [requester, reservist] = [await sit('anne'), await sit('bob')];
    return {
      net,
      conversing,
      requester,
      reservist,
      cases: async () => mustBe(await net.helping.mine('anne')).map(({ id }) => id),
      restart: async () => {
        await requester.again();
        await reservist.again();
      },
    } satisfies Face;
  },
};
