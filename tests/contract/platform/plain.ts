import { sayOutcome } from '../../../src/answering/port/say.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import type { InboundMessage } from '../../../src/message/message.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { needScreen } from '../../../src/screens/start.ts';
import { wordsOf } from '../../../src/screens/words.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { createFakeInterpreting } from '../../fakes/interpreting.ts';
import { createPlainFace, type PlainSeat } from '../../fakes/plain-face.ts';
import { mustBe, type Network } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { createCalculators } from '../../unit/interviews/fixtures.ts';
import type { Face, FaceUnderTest, Seat } from './face.ts';
import { openNetwork } from './network.ts';

const { handoffWeb: web, handoff, askReservist } = catalogues.fr;
const { own } = wordsOf('fr');

/** A face written for the proof: nothing of a platform in it, and every promise kept through the desk alone. */
const calculating = createCalculators();

export const plainFace: FaceUnderTest = {
  name: 'plain face',
  without: {},
  open: async (outcome) => {
    const fake = createFakeConversing(outcome);
    const conversing = {
      ...fake,
      respond: async (message: InboundMessage) => {
        const reply = await fake.respond(message);
        return { ...reply, text: sayOutcome(reply.outcome, reply.role, catalogues[reply.language]) };
      },
    };
    const face = createPlainFace(() => desk);
    const net = await openNetwork((message) => face.deliver(message));
    const begin = () =>
      createDesk({
        conversing,
        helping: net.helping,
        interpreting: createFakeInterpreting(),
        calculating,
        report: (error) => {
          throw error;
        },
        now: () => new Date(),
      });
    let desk = begin();
    const known = async (id: string): Promise<SignedIn> => {
      const person = await net.helping.signedIn(id);
      if (person === undefined) throw new Error(`nobody is called ${id}`);
      return person;
    };
    const [anne, bob] = [await known('anne'), await known('bob')];
    return {
      net,
      conversing,
      requester: sit(net, face.seat(anne), anne),
      reservist: sit(net, face.seat(bob), bob),
      cases: async () => mustBe(await net.helping.mine('anne')).map(({ id }) => id),
      restart: async () => {
        desk = begin();
      },
    } satisfies Face;
  },
};

function sit(net: Network, seat: PlainSeat, { person, name }: SignedIn): Seat {
  seat.show(needScreen('fr'));
  const then = async (done: Promise<void>): Promise<void> => {
    await done;
    await net.turn();
  };
  const press = (label: string, filled = {}, times = 1) => then(seat.press(label, filled, times));
  return {
    name,
    person: async () => person,
    screen: async () => plain(seat.text()).replaceAll('\u2060', ''),
    ask: (text) => then(seat.type(text)),
    askTwice: async (text) => {
      for (let delivery = 0; delivery < 2; delivery += 1) await then(seat.type(text, { id: 'twice' }));
    },
    takeBack: () => then(seat.takeBack()),
    switchRegister: () => press(own.to.buyer),
    choose: async () => {
      const button = seat.kept(catalogues.fr.doubtPick);
      await then(button.press());
      return () => then(button.press());
    },
    calculate: async (filled) => {
      if (!seat.text().includes('[Calculer]')) await press('Changer les données');
      await press('Calculer', filled);
      return plain(seat.text());
    },
    choices: async () => seat.text().split(catalogues.fr.doubtPick).length - 1,
    // It is in the screen already.
    unfold: async () => undefined,
    reword: (text) => press(catalogues.fr.rewording.go, { text, direction: 'to_buyer' }),
    beginHandOver: () => press(askReservist),
    agree: () => press(web.brief.send),
    lookAtOffer: async () => undefined,
    accept: () => press(own.case.accept),
    say: (text) => press(web.case.send, { text }),
    attach: async () => {
      const [row] = mustBe(await net.helping.desk('bob')).cases;
      await then(seat.type('Voici la pièce', { case: row?.id ?? '', files: 1 }));
    },
    markAnswered: (times = 1) => press(handoff.action.answer, {}, times),
    keepAnswered: async () => {
      const button = seat.kept(handoff.action.answer);
      return () => then(button.press());
    },
    type: (text) => then(seat.type(text)),
    toOther: () => press(web.heard.forOther.requester),
    close: () => press(handoff.action.close),
    rate: () => press(web.case.rateYes),
    confirmHours: () => press(web.desk.confirm),
    forgetMe: async () => {
      await then(seat.type('oublie-moi'));
      await press(web.data.forgetYes);
    },
    sendUnknown: () => then(seat.send('{"verb":"of2030","value":{}}')),
    acting: async () =>
      seat
        .screens()
        .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'markdown' ? [block.text] : [])))
        // What is not escaped acts.
        .map((text) => text.replace(/\\./g, ''))
        .filter((text) => /\]\(https?:|<[a-z!]|@everyone/.test(text)),
  };
}
