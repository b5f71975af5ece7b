import { createFakeConversing } from '../../fakes/conversing.ts';
import { createFakeInterpreting } from '../../fakes/interpreting.ts';
import { createBrowser } from '../../fixtures/browser.ts';
import { mustBe, type Network } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { type Served, serve } from '../../fixtures/served.ts';
import { createCalculators } from '../../unit/interviews/fixtures.ts';
import type { Face, FaceUnderTest, Seat } from './face.ts';
import { openNetwork } from './network.ts';

export const webFace: FaceUnderTest = {
  name: 'web',
  without: {
    duplicates: 'a browser sends a form once; sending it again is asking again',
    files: 'the page of a case has no field for a file',
  },
  open: async (outcome) => {
    const conversing = createFakeConversing(outcome);
    const net = await openNetwork();
    const open = (): Promise<Served> =>
      serve(conversing, {
        help: { helping: net.helping, signIn: { kind: 'demo' } },
        interpreting: createFakeInterpreting(),
        calculating: createCalculators(),
        perMinute: 10_000,
      });
    let served = await open();
    net.ending(() => served.stop());
    const seats = [
      await sit(net, served, 'anne', 'Anne Kerbrat'),
      await sit(net, served, 'bob', 'Robert Le Goff'),
    ] as const;
    return {
      net,
      conversing,
      requester: seats[0],
      reservist: seats[1],
      cases: async () => mustBe(await net.helping.mine('anne')).map(({ id }) => id),
      restart: async () => {
        await served.stop();
        served = await open();
        for (const seat of seats) await seat.comeBack(served);
      },
    } satisfies Face;
  },
};

async function sit(
  net: Network,
  first: Served,
  person: string,
  name: string,
): Promise<Seat & { comeBack(to: Served): Promise<void> }> {
  const at = (path: string) => `/demo/${person}${path}`;
  let browser = createBrowser(first.address);
  let page = '';
  let asked = '';
  let typed = '';
  const show = async (response: Response): Promise<string> => {
    const to = response.headers.get('location');
    const shown = to === null ? response : await browser.open(to);
    page = await shown.text();
    return page;
  };
  const post = async (path: string, form: Readonly<Record<string, string>>): Promise<void> => {
    await show(await browser.post(at(path), form));
    await net.turn();
  };
  const casePath = async (): Promise<string> => {
    const rows = [...mustBe(await net.helping.mine(person))];
    const desk = await net.helping.desk(person);
    if (desk.ok) rows.push(...desk.value.offers, ...desk.value.cases);
    return `/dossier/${rows[0]?.id ?? 'aucun'}`;
  };
  const act = async (form: Readonly<Record<string, string>>) => post(await casePath(), form);
  /** What the page would send for an act, with the case that it was decided on. */
  const formOf = async (kind: string): Promise<Readonly<Record<string, string>>> => {
    const shown = await (await browser.open(at(await casePath()))).text();
    const form = new RegExp(`name="do" value="${kind}">(.{0,400}?)</form>`, 's').exec(shown)?.[1] ?? '';
    const hidden = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
    return { do: kind, ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])) };
  };
  const comeBack = async (to: Served): Promise<void> => {
    browser = createBrowser(to.address);
    await browser.post('/connexion', { person });
  };
  await comeBack(first);

  return {
    name,
    comeBack,
    person: async () => person,
    screen: async () => {
      const now = await browser.open(at(await casePath()));
      return plain(readable(`${page}\n${now.ok ? await now.text() : ''}`));
    },
    ask: async (text) => {
      asked = text;
      await post('/', { text });
    },
    askTwice: async () => Promise.reject(new Error('not promised')),
    takeBack: () => post('/forget', {}),
    // Both are in the page: without a script, each opens by itself.
    switchRegister: async () => undefined,
    choose: async () => {
      const [, name = '', value = ''] = /name="(say:[^"]+)" value="([^"]*)"/.exec(page) ?? [];
      const again = () => post('/', { [name]: value });
      await again();
      return again;
    },
    calculate: async (filled) => {
      const [, href = ''] = /href="([^"]*\/calculs\/[^"]*)"/.exec(page) ?? [];
      const address = new URL(href.replaceAll('&amp;', '&'), 'http://page.example');
      for (const [name, text] of Object.entries(filled)) address.searchParams.set(name, text);
      return readable(await (await browser.open(`${address.pathname}${address.search}`)).text());
    },
    choices: async () => page.match(/name="say:/g)?.length ?? 0,
    // It is in the screen already.
    unfold: async () => undefined,
    reword: (text) => post('/reformuler', { text }),
    beginHandOver: () => {
      const reply = /action="[^"]*\/aide"[^>]*><input type="hidden" name="reply" value="([^"]+)"/.exec(page)?.[1] ?? '';
      return post('/aide', { question: asked, reply });
    },
    agree: async () => {
      const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '';
      await post((await casePath()).replace('/dossier', '/aide'), { do: 'send', seen });
    },
    lookAtOffer: async () => undefined,
    accept: () => act({ do: 'accept' }),
    say: (text) => act({ do: 'say', text }),
    attach: async () => Promise.reject(new Error('not promised')),
    markAnswered: async (times = 1) => {
      const form = await formOf('answer');
      await Promise.all(Array.from({ length: times }, () => act(form)));
    },
    keepAnswered: async () => {
      const [path, form] = [await casePath(), await formOf('answer')];
      return () => post(path, form);
    },
    type: (text) => {
      typed = text;
      return post('/', { text });
    },
    toOther: async () => {
      const key = /name="key" value="([^"]+)"><input type="hidden" name="text"/.exec(page)?.[1] ?? '';
      await act({ do: 'to_case', key, text: typed });
    },
    close: () => act({ do: 'close' }),
    rate: () => act({ do: 'rate', useful: 'yes' }),
    confirmHours: () => post('/reserve/disponibilite', { availability: asked, confirm: '1' }),
    forgetMe: async () => {
      await post('/', { text: 'oublie-moi' });
      await post('/mes-donnees', { sure: 'yes' });
    },
    sendUnknown: async () => {
      await browser.post(at('/nulle-part'), { '\u0000': '%' });
    },
    acting: async () => {
      const html = await (await browser.open(at(await casePath()))).text();
      return html.match(/<b>gras|href="[^"]*mechant[^"]*"|<at>/g) ?? [];
    },
  };
}

function readable(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
