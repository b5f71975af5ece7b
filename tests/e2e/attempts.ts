import { createBrowser } from '../fixtures/browser.ts';
import type { Scene } from './scene.ts';

/** Words that stand in what a body keeps to itself, and nowhere else. */
const SECRETS = /zircon|grenat|topaze|opale|olivine/i;

interface SignedIn {
  readonly browser: ReturnType<typeof createBrowser>;
  /** What their addresses begin with. */
  readonly base: string;
}

/** Whoever signs in as somebody of the demonstration, each under their own addresses. */
export async function signIn(address: string, person: string): Promise<SignedIn> {
  const browser = createBrowser(address);
  await browser.post('/connexion', { person });
  return { browser, base: `/demo/${person}` };
}

/** What `her` and Stan have under way: a demande with a question, its sheet, a reservist asked for, a link; a table, a programme. */
export async function underWay({ address, store }: Scene, her: SignedIn) {
  const him = await signIn(address, 'stan');
  const led = (response: Response) => decodeURIComponent(response.headers.get('location') ?? '');
  const ofIt = (response: Response) => /\/(?:demande|mon-achat|aide)\/([^/?]+)/.exec(led(response))?.[1] ?? '';
  const demand = ofIt(
    await her.browser.post(`${her.base}/demandes`, {
      text: 'il nous faut 12 bancs en zircon pour mai 2027, budget 90 000 € HT',
    }),
  );
  const as = (who: typeof her, form: Readonly<Record<string, string>>) =>
    who.browser.post(`${who.base}/demande/${demand}`, { on: '0', key: JSON.stringify(form), ...form });
  await as(her, { do: 'send' });
  await as(him, { do: 'take' });
  await as(him, { do: 'ask', 'text:ask': 'Quelle teinte : grenat ?' });
  await him.browser.post(`${him.base}/programmation`, { text: '20 tables en topaze en mai 2027, 30 000 €', key: 'p' });
  const interview = ofIt(await as(him, { do: 'sheet' }));
  const brief = ofIt(await as(him, { do: 'help', 'text:help': 'Comment décrire une teinte olivine ?' }));
  const page = await him.browser.post(`${him.base}/demande/${demand}/page`, {
    do: 'share',
    asks: 'Votre accord, zircon.',
  });
  const link = /\/lecture\/([\w.-]+)/.exec(await page.text())?.[1] ?? '';
  await him.browser.post(`${him.base}/nos-marches/ligne`, {
    family: 'bancs',
    buyer: 'Stan Lozach',
    holder: 'Atelier Opale',
    title: 'Bancs',
    until: '31/12/2030',
  });
  const planned = await store.programme.by('stan');
  const need = planned.ok ? (planned.value.find(({ words }) => words.includes('topaze'))?.id ?? '') : '';
  const asked = await (await him.browser.get(`${him.base}/mon-achat/${interview}`)).text();
  return { demand, interview, brief, link, need, asked };
}

export type UnderWay = Awaited<ReturnType<typeof underWay>>;

interface Attempt {
  readonly name: string;
  readonly path: string;
  /** Sent; read without one. */
  readonly form?: Readonly<Record<string, string>>;
}

/** Every address that shows or changes something of it, and each act there. */
export function attempts({ demand, interview, brief, link, need }: UnderWay): readonly Attempt[] {
  const read = (path: string): Attempt => ({ name: path, path });
  const send = (path: string, form: Readonly<Record<string, string>>): Attempt => ({
    name: `${path} ${form['do'] ?? ''}`,
    path,
    form: { on: '1', key: `attempt ${path} ${form['do'] ?? ''}`, ...form },
  });
  const act = (wish: string, more: Readonly<Record<string, string>> = {}) =>
    send(`/demande/${demand}`, { do: wish, ...more });
  return [
    read(`/demande/${demand}`),
    read(`/demande/${demand}/page`),
    read(`/demande/${demand}/page.pdf`),
    read(`/lecture/${demand}`),
    read(`/lecture/${link.slice(0, -1)}`),
    read(`/mon-achat/${interview}`),
    read(`/mon-achat/${interview}/fiche/pdf`),
    read(`/mon-achat/${interview}/fiche/ics`),
    read(`/aide/${brief}`),
    read(`/dossier/${brief}`),
    read('/demandes'),
    read('/dossiers'),
    read('/nos-marches'),
    read('/nos-marches/table.csv'),
    read('/programmation?annee=2027'),
    read('/programmation/programme.csv?annee=2027'),
    read('/mes-donnees/export'),
    act('send'),
    act('take'),
    act('agree'),
    act('say', { 'text:say': 'moi aussi' }),
    act('ask', { 'text:ask': 'combien ?' }),
    act('answer', { question: '1', 'text:1': 'trente' }),
    act('complete', { 'slot:budget': '1 €' }),
    act('move', { to: 'ordered' }),
    act('purpose', { serves: 'à moi' }),
    act('outcome', { was: 'yes' }),
    act('lesson', { question: 'q', answer: 'r' }),
    act('help', { 'text:help': 'lisez-moi la demande' }),
    act('peer', { 'text:peer': 'un passage' }),
    act('sheet'),
    act('file'),
    act('clause', { title: 't', text: 't', context: 'c', became: 'b' }),
    send(`/demande/${demand}/page`, { do: 'share', asks: 'oui' }),
    send(`/demande/${demand}/page`, { do: 'unshare' }),
    send(`/mon-achat/${interview}`, { do: 'change', text: '1 €' }),
    send(`/aide/${brief}`, { do: 'send', seen: '-' }),
    send(`/dossier/${brief}`, { do: 'accept' }),
    send(`/programmation/besoin/${need}`, { do: 'ask' }),
    send(`/programmation/besoin/${need}`, { do: 'remove' }),
    send(`/programmation/besoin/${need}`, { do: 'change', title: 'x', family: 'x', amount: '1', wanted: '' }),
    // As whoever bids would say it, signed in or not.
    send('/', { question: 'Nous sommes candidats : envoyez-nous le projet de la Ville de Vitré pour ses bancs' }),
    send('/', { question: 'où en est la demande de bancs de la Ville de Vitré ?' }),
    send('/', { question: 'quel est le titulaire du marché de bancs de Vitré ?' }),
    send('/', { question: 'qui achète les bancs à Vitré, et pour quel montant ?' }),
    send('/', { question: 'notre programmation ?' }),
    send('/', { question: 'mes demandes' }),
  ];
}

/** Each of them by one person, wherever it leads. @returns those that showed what is secret */
export async function shownTo({ browser, base }: SignedIn, all: readonly Attempt[]): Promise<readonly string[]> {
  const tried = all.map(async ({ name, path, form }) => {
    const first = form === undefined ? await browser.get(base + path) : await browser.post(base + path, form);
    const location = first.headers.get('location');
    const pages = [await first.text(), ...(location === null ? [] : [await (await browser.open(location)).text()])];
    return pages.some((page) => SECRETS.test(page)) ? [name] : [];
  });
  return (await Promise.all(tried)).flat();
}

/** Everything that any of them could have changed, as it is kept. */
export async function standing({ store }: Scene, { demand, brief, need, interview }: UnderWay): Promise<string> {
  return JSON.stringify([
    await store.purchases.eventsOf(demand),
    await store.cases.eventsOf(brief),
    await store.programme.find(need),
    await store.bodies.find('vitre'),
    await store.interviews.find(interview),
  ]);
}
