import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { opened } from '../../contract/store/places.ts';
import { answerWith, createFakeConversing } from '../../fakes/conversing.ts';
import { folder, mustBe, type Network, network, offered } from '../../fixtures/network.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const QUESTION = 'Mme Sophie Tanguy, de Brezhon Travaux SARL, a 40 jours de retard : que faire ?';

let data: string;
let store: Store;
let net: Network;
const terminals: Terminal[] = [];
beforeEach(async () => {
  data = folder();
  store = await opened(openSqlite(data));
  net = await network(store);
});
afterEach(async () => {
  await Promise.all(terminals.splice(0).map((one) => one.leave()));
  await store.close();
  rmSync(data, { recursive: true, force: true });
});

const seated = async (person: string): Promise<SignedIn> => {
  const found = await net.helping.signedIn(person);
  if (found === undefined) throw new Error(`nobody is called ${person}`);
  return found;
};
const report = (error: unknown) => {
  throw error;
};

async function sit(person: string): Promise<Terminal> {
  const conversing = createFakeConversing(answerWith({}));
  const terminal = await openTerminal({ helping: net.helping, as: await seated(person), report }, { conversing });
  terminals.push(terminal);
  await terminal.see('Vous jouez');
  return terminal;
}

const caseOf = async (person: string) => {
  const [row] = mustBe(await net.helping.mine(person));
  if (row === undefined) throw new Error('no case');
  return mustBe(await net.cases.read(row.id));
};

it('plays a case from the question to the opinion, each side seeing what the other does without asking', async () => {
  const anne = await sit('anne');
  anne.type(QUESTION);
  anne.type(':AIDE-HUMAIN');
  const preview = await anne.see(':abandonner');
  expect(preview).toMatch(/│ Mme \[personne 1\], de \[entreprise 1\]/);
  expect(preview).toMatch(/1\. « Sophie Tanguy » → \[personne 1\]/);
  anne.type(':lever 2');
  expect(await anne.see(':abandonner')).toMatch(/│ Mme \[personne 1\], de Brezhon Travaux/);
  anne.type(':cacher 40 jours');
  expect(await anne.see(':abandonner')).toContain('a [masqué] de retard');
  anne.type(':cacher 2');
  expect(await anne.see(':abandonner')).toMatch(/│ Mme \[personne 1\], de \[entreprise 1\] SARL, a \[masqué\]/);
  expect((await caseOf('anne')).status).toBe('draft');
  anne.type(':envoyer meme-organisme');
  await anne.see('Votre question est partie.');
  await anne.see('dossier 1 ›');
  expect(await caseOf('anne')).toMatchObject({ status: 'offered', sameBodyPreferred: true });

  const { id } = await caseOf('anne');
  const who = await offered(net, id);
  const lender = await sit(who);
  await lender.see('Une proposition vous attend');
  lender.type(':dossiers');
  await lender.see(/On vous propose\n\s+1\. À prendre avant/);
  lender.type(':dossier 1');
  const offer = await lender.see(':décliner');
  expect(offer).toContain('[personne 1]');
  expect(offer).not.toMatch(/Tanguy|Brezhon|40 jours|Anne|Vitré/);
  lender.type(':accepter');
  await lender.see('La demande est à vous.');
  await anne.see('Un réserviste a accepté.');
  await anne.see(':clore');

  lender.type('Avez-vous mis Brezhon en demeure ?');
  await lender.see('Message envoyé.');
  await anne.see('Réserviste\n  │ Avez-vous mis');
  anne.type(':dire Oui, Mme Tanguy a été prévenue.');
  await anne.see('Message envoyé.');
  await lender.see('Demandeur\n  │ Oui, Mme [personne] a été prévenue.');
  expect(lender.raw()).not.toContain('Tanguy');

  lender.type(':identite');
  await anne.see("L'autre accepte de dire qui il est");
  anne.type(':identité');
  const { name } = await seated(who);
  await anne.see(`vous échangez avec ${name}`);
  await lender.see('vous échangez avec Anne Kerbrat, Ville de Vitré');

  lender.type(':repondu');
  await anne.see('Le réserviste pense avoir répondu');
  anne.type('clore');
  await anne.see('La demande est close.');
  await lender.see("L'autre a clos la demande.");
  anne.type(':noter oui, très clair');
  await anne.see('votre avis est noté');
  expect((await caseOf('anne')).status).toBe('closed');
  lender.type(':fiche Retard de travaux : que faire ? | Mettre en demeure, puis appliquer les pénalités.');
  await lender.see('Répondez « oui »');
  lender.type('oui');
  await lender.see("attend l'accord");
  anne.type(':rouvrir il reste un doute');
  await anne.see('La demande est rouverte.');
  expect(['consented', 'offered', 'queued']).toContain((await caseOf('anne')).status);
});

it('sends nothing at all but by «:envoyer», and gives a draft up or keeps it', async () => {
  const anne = await sit('anne');
  anne.type(':aide humain');
  await anne.see('Quelle est votre question ?');
  anne.type(QUESTION);
  await anne.see('aperçu ›');
  for (const line of [
    'oui',
    'envoyer',
    ':envoyer tout de suite',
    ':accepter',
    ':dire bonjour',
    ':lever 9',
    ':cacher',
  ]) {
    anne.type(line);
    await anne.see('aperçu ›');
  }
  anne.type(':retour');
  await anne.see('Le brouillon reste dans vos dossiers.');
  expect((await caseOf('anne')).status).toBe('draft');
  anne.type(':dossier 1');
  await anne.see('Brouillon repris');
  anne.type(':abandonner');
  await anne.see("rien n'est parti");
  expect((await caseOf('anne')).status).toBe('withdrawn');
  await net.turn();
  expect(net.sent).toEqual([]);
});

it('follows a case that is given back, taken away or withdrawn', async () => {
  const anne = await sit('anne');
  anne.type(`:aide-humain ${QUESTION}`);
  await anne.see('aperçu ›');
  anne.type(':envoyer');
  await anne.see('dossier 1 ›');
  const { id } = await caseOf('anne');
  const first = await sit(await offered(net, id));
  first.type(':accepter');
  await first.see('dossier 1 ›');
  first.type(':passer Personne Inconnue');
  await first.see('Personne de ce nom ne peut prendre cette demande');
  first.type('rendre le cas');
  await first.see('La demande est rendue');
  await anne.see('Le réserviste a rendu la demande');
  first.type('encore un mot');
  await first.see('› ');
  expect((await caseOf('anne')).holder).toBeUndefined();

  const second = await sit(await offered(net, id));
  second.type(':dossier 1');
  await second.see('dossier 1 ›');
  anne.type(':retirer');
  await anne.see('Votre demande est retirée.');
  await second.see("n'est plus ouvert pour vous");
  second.type(':accepter');
  await second.see('On ne vous propose rien');
});
