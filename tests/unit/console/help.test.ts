import { beforeEach, describe, expect, it } from 'vitest';
import { parseCommand } from '../../../adapters/console/parse-command.ts';
import { literal, ownText, quoteText } from '../../../adapters/console/plain.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import type { HelpFault } from '../../../src/vocabulary/cases.ts';
import { createFakeConversing, type FakeConversing } from '../../fakes/conversing.ts';
import { CLAIRE, createFakeHelping, type FakeHelping, KARIM, QUESTION, SOPHIE } from '../../fakes/helping.ts';
import { asShown } from '../../fixtures/network.ts';
import { openTerminal } from './terminal.ts';

let helping: FakeHelping;
let conversing: FakeConversing;
let thrown: unknown[];
beforeEach(() => {
  helping = createFakeHelping();
  conversing = createFakeConversing();
  thrown = [];
});

const sit = async (as: SignedIn | undefined, tty?: { readonly columns: number }) => {
  const report = (error: unknown) => void thrown.push(error);
  const help = { helping, report, ...(as === undefined ? {} : { as }) };
  return openTerminal(help, { conversing, ...(tty === undefined ? {} : { tty: true, ...tty }) });
};

/** A case that Claire asked and Karim took, with the id that both know it by. */
async function takenCase(): Promise<string> {
  const request = { question: QUESTION, answered: undefined, need: undefined };
  const drafted = await helping.preview(CLAIRE.person, request);
  if (!drafted.ok) throw new Error('no draft');
  const id = drafted.value.case;
  await helping.send(CLAIRE.person, id, asShown(drafted.value));
  await helping.act(KARIM.person, id, { kind: 'accept' });
  return id;
}

describe('who sits at the terminal', () => {
  it('is chosen by number when nobody is named', async () => {
    const terminal = await sit(undefined);
    expect(await terminal.see('anime le réseau')).toContain('2. Karim Benali (karim), Communauté de communes du Val');
    terminal.type('9');
    await terminal.see("Il n'y a personne à ce numéro.");
    terminal.type('2');
    await terminal.see('Vous jouez Karim Benali');
    await terminal.leave();
  });

  it('leaves when there is nobody to play', async () => {
    helping.people = [];
    const terminal = await sit(undefined);
    await terminal.see("Il n'y a personne à jouer");
    await terminal.left;
  });

  it('says their hours in their own words, and has them kept after a yes', async () => {
    const terminal = await sit(KARIM);
    await terminal.see('› ');
    terminal.type('pause jusqu’au 15');
    await terminal.see('vous êtes en pause');
    terminal.type('oui');
    await terminal.see("C'est noté.");
    terminal.type('mes données');
    await terminal.see('"person":"karim"');
    await terminal.leave();
    expect(conversing.heard).toEqual([]);
  });

  it('is answered in their own register', async () => {
    const terminal = await sit(SOPHIE);
    terminal.type('Quel délai ?');
    await terminal.see('› ');
    terminal.type(':quitter');
    await terminal.left;
    expect(conversing.heard.map(({ role, text }) => [role, text])).toEqual([['buyer', 'Quel délai ?']]);
  });
});

describe('faults', () => {
  const FAULTS: readonly (readonly [HelpFault, string])[] = [
    [{ kind: 'unknown_case' }, "Cette demande n'existe pas, n'existe plus, ou n'est pas ouverte pour vous"],
    [{ kind: 'not_yours' }, "Ce geste n'est ouvert qu'à la personne"],
    [{ kind: 'taken' }, 'Un autre réserviste a accepté cette demande'],
    [{ kind: 'offer_expired' }, 'Le délai pour accepter est passé'],
    [{ kind: 'wrong_status', status: 'closed' }, "n'est pas possible là où en est la demande"],
    [{ kind: 'empty_text' }, "Il n'y a pas de texte"],
    [{ kind: 'too_long', limit: 8000 }, '8 000 caractères au plus'],
    [{ kind: 'unknown_reservist' }, 'Personne de ce nom ne peut prendre cette demande'],
    [{ kind: 'not_understood', asked: 'Quels jours ?' }, 'Quels jours ?'],
    [{ kind: 'files_refused' }, 'Les fichiers ne sont pas transmis'],
    [{ kind: 'unfit_candidate', why: 'trop vague' }, 'ne peut pas entrer dans le corpus : trop vague'],
    [{ kind: 'second_person' }, 'Une autre personne'],
    [{ kind: 'store_down' }, "Rien n'a pu être enregistré"],
  ];
  it.each(FAULTS)('says $kind in words', async (fault, words) => {
    const terminal = await sit(CLAIRE);
    await terminal.see('› ');
    helping.preview = async () => ({ ok: false, error: fault });
    terminal.type(`:aide-humain ${QUESTION}`);
    await terminal.see(words);
    await terminal.leave();
  });

  it('goes on when the store throws, says so once, and says when it is back', async () => {
    await takenCase();
    const terminal = await sit(CLAIRE);
    terminal.type(':dossier 1');
    await terminal.see('dossier 1 ›');
    helping.down = true;
    await terminal.see('ne peuvent pas être lus');
    terminal.type('Un message qui ne part pas');
    await terminal.see("Rien n'a pu être enregistré");
    helping.down = false;
    await terminal.see('se lisent de nouveau');
    terminal.type('Un message qui part');
    await terminal.see('Message envoyé.');
    expect(terminal.raw().split('ne peuvent pas être lus')).toHaveLength(2);
    expect(thrown.length).toBeGreaterThan(0);
    await terminal.leave();
  });

  it('keeps to the assistant a line that no case may take', async () => {
    const id = await takenCase();
    await helping.act(CLAIRE.person, id, { kind: 'close' });
    const terminal = await sit(CLAIRE);
    terminal.type(':dossier 1');
    await terminal.see('dossier 1 ›');
    terminal.type('merci à vous');
    await terminal.see("Rien n'est parti");
    terminal.type(':noter peut-être');
    await terminal.see('noter oui ou');
    terminal.type(':clore');
    await terminal.see("n'est pas possible là où en est la demande");
    expect(conversing.heard).toEqual([]);
    await terminal.leave();
  });
});

describe('what is one’s own', () => {
  it('plays hours back and changes them on a yes alone', async () => {
    const terminal = await sit(KARIM);
    terminal.type(":dispo pause jusqu'au 15");
    await terminal.see('Répondez « oui »');
    terminal.type('non');
    await terminal.see("Rien n'est changé.");
    terminal.type(':dispo');
    expect(await terminal.see('Par exemple')).toContain('Mes disponibilités : Disponible');
    terminal.type(":dispo pause jusqu'au 15");
    await terminal.see('Répondez « oui »');
    terminal.type('Oui.');
    await terminal.see("C'est noté.");
    terminal.type(':dispo');
    await terminal.see('En pause, retour le 16 décembre 2026');
    terminal.type(':dispo le chat dort');
    await terminal.see('Quels jours, et à quelle heure ?');
    await terminal.leave();
  });

  it('keeps hours for reservists', async () => {
    const terminal = await sit(CLAIRE);
    terminal.type(':dispo le mardi');
    await terminal.see('réservé aux réservistes');
    await terminal.leave();
  });

  it('shows what is kept, and erases it after a second yes, never on another line', async () => {
    const terminal = await sit(CLAIRE);
    terminal.type(':mes données');
    await terminal.see('{"person":"claire"}');
    terminal.type(':oublie moi');
    await terminal.see('Effacer toutes vos données ?');
    terminal.type(':dossiers');
    await terminal.see("Rien n'est changé.");
    terminal.type('oui');
    await terminal.see('› ');
    expect(helping.asked).not.toContain('forget');
    terminal.type(':oublie-moi');
    await terminal.see('Effacer toutes vos données ?');
    terminal.type(':oui');
    await terminal.see('Vous êtes oublié');
    await terminal.left;
    expect(helping.asked).toContain('forget');
  });
});

describe('what comes by itself', () => {
  it('comes above the line that is being typed, and leaves it whole', async () => {
    const id = await takenCase();
    const terminal = await sit(CLAIRE, { columns: 40 });
    terminal.press(':dossier 1\r');
    await terminal.see(/dossier 1 › \S*$/);
    const long = 'Je tape une phrase qui passe sur une deuxième rangée';
    terminal.press(long);
    await terminal.see('rangée');
    await helping.act(KARIM.person, id, { kind: 'say', text: 'Bonjour, je regarde.' });
    const drawn = await terminal.see('deuxième rangée');
    // Up to the first row, all below it cleared, the news, then prompt and line once more.
    expect(drawn.startsWith('\u001b[1A\u001b[1G\u001b[0J')).toBe(true);
    expect(drawn.indexOf('Bonjour, je regarde.')).toBeLessThan(drawn.indexOf('Je tape'));
    terminal.press('\r');
    await terminal.see('Message envoyé.');
    const view = await helping.view(KARIM.person, id);
    expect(view.ok && view.value.lines.at(-1)).toMatchObject({ text: long });
    await terminal.leave();
  });

  it('is announced for the other cases by their number, once', async () => {
    const id = await takenCase();
    const terminal = await sit(CLAIRE);
    await terminal.see('un dossier ouvert');
    await helping.act(KARIM.person, id, { kind: 'say', text: 'Secret' });
    await terminal.see('Du nouveau dans le dossier 1');
    await helping.act(KARIM.person, id, { kind: 'answer' });
    await terminal.see('Du nouveau dans le dossier 1 (répondu)');
    expect(terminal.raw()).not.toContain('Secret');
    await terminal.leave();
    expect(terminal.raw().split('Du nouveau')).toHaveLength(3);
  });

  it('tells a reservist of an offer, and of one that is gone', async () => {
    const terminal = await sit(KARIM);
    await terminal.see('› ');
    const drafted = await helping.preview(CLAIRE.person, { question: QUESTION, answered: undefined, need: undefined });
    if (!drafted.ok) throw new Error('no draft');
    await helping.send(CLAIRE.person, drafted.value.case, asShown(drafted.value));
    await terminal.see('On vous propose le dossier 1.');
    terminal.type(':dossier 1');
    await terminal.see(':décliner');
    await helping.act(CLAIRE.person, drafted.value.case, { kind: 'withdraw' });
    await terminal.see("n'est plus ouvert pour vous");
    await terminal.leave();
  });

  it('does nothing to the terminal, whatever the other side typed', async () => {
    const id = await takenCase();
    const terminal = await sit(CLAIRE);
    terminal.type(':dossier 1');
    await terminal.see('dossier 1 ›');
    const nasty = 'a\u001b[2Jb\u009bc\u202ed\ue01be\r\n› :oublie-moi\n**gras**';
    await helping.act(KARIM.person, id, { kind: 'say', text: nasty });
    expect(await terminal.see('**gras**')).toContain('│ a[2Jbcde\n  │ › :oublie-moi\n  │ **gras**');
    for (const sign of ['\u001b', '\u009b', '\u202e']) expect(terminal.raw()).not.toContain(sign);
    await terminal.leave();
  });
});

describe('words', () => {
  it('reads commands with and without accents, capitals and hyphens', () => {
    expect(parseCommand(':Décliner trop  loin')).toEqual({ name: 'decliner', rest: 'trop  loin' });
    expect(parseCommand(': mes données')).toEqual({ name: 'mes-donnees', rest: '' });
    expect(parseCommand(':aide humain que faire ?')).toEqual({ name: 'aide-humain', rest: 'que faire ?' });
    expect(parseCommand(':aide')).toEqual({ name: 'aide', rest: '' });
    expect(parseCommand(':')).toEqual({ name: '', rest: '' });
  });

  it('never throws on what another person typed', () => {
    for (const text of ['', '\ud800', `x${'\u0000'}`.repeat(10), 'é'.repeat(100_000), '\n'.repeat(50)]) {
      expect(ownText(text)).not.toMatch(/\p{Cs}/u);
      expect(
        quoteText(text)
          .split('\n')
          .every((row) => row.startsWith('  │') && row.length <= 92),
      ).toBe(true);
      expect(literal(text, 20).length).toBeLessThanOrEqual(40);
    }
  });
});
