import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseTextOf } from '../../../../src/rewording/clauses/read-clauses.ts';
import { askedOf } from '../../../../src/rewording/form/asked.ts';

const asked = (text: string) => askedOf(clauseTextOf(text));
const STORY =
  'Bonjour, la laveuse de la cantine fuit depuis lundi, le dépanneur du contrat est venu deux fois et parle d’une pompe introuvable. Il propose un prêt de machine pour 640 € HT par mois, le temps de trouver la pièce, et la nôtre a onze ans.';

describe('what a department asks of its buyer', () => {
  it.each([
    ['Je peux dire oui pour le prêt ?', ['Je peux dire oui pour le prêt\u00a0?']],
    ['Dites-moi si je peux dire oui.', ['Dites-moi si je peux dire oui']],
    ['Notre contrat il couvre le prêt ou pas?', ['Notre contrat il couvre le prêt ou pas\u00a0?']],
    ['Je veux une machine demain, et la facture pour eux.', ['Je veux une machine demain, et la facture pour eux']],
  ])('lifts «%s» out of a long message, whole and in its words', (line, said) => {
    expect(asked(`${STORY}\n${line}\nAnnie`)).toEqual(said);
  });

  it('tells a short one alone where it says what is asked', () => {
    expect(asked(`${STORY}\nUn prêt ce serait bien. Qui commande ?`)).toEqual(['Qui commande\u00a0?']);
  });

  it('tells what is too short to say anything with the sentence before it', () => {
    expect(asked(`${STORY}\nOn signerait le prêt ce soir. Possible ?\nAnnie`)).toEqual([
      'On signerait le prêt ce soir. Possible\u00a0?',
    ]);
    expect(asked(`${STORY}\nLa facture est arrivée hier. On fait quoi ?`)).toEqual([
      'La facture est arrivée hier. On fait quoi\u00a0?',
    ]);
  });

  it.each([
    ['a message that is read at once', 'La laveuse fuit. Je peux dire oui pour le prêt ?'],
    ['one that asks nothing', `${STORY}\nAnnie`],
    ['a question of another’s mail', `${STORY}\n> De : le chef — vous pouvez payer ce mois-ci ?\nAnnie`],
    ['a list that goes on', `${STORY}\nJe vous demande donc : 1) qui lance ; 2) quand.\nAnnie`],
    ['a question put to the thing', `${STORY}\nBudget ?\nAnnie`],
    ['the opening', `Est-ce que je peux dire oui pour le prêt ? ${STORY}`],
    ['most of the message', `${STORY}\n${'Est-ce que je peux dire oui pour ce prêt-là ? '.repeat(9)}`],
  ])('leaves alone %s', (_, text) => {
    expect(asked(text)).toEqual([]);
  });

  it('says nothing that is not in the message, in a time that goes with it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('je', 'peux', 'faut-il', '?', '.', '\n', '«', 'merci de me dire', 'é'), {
          maxLength: 400,
        }),
        (parts) => {
          const text = parts.join(' ');
          const plain = text.replace(/\s+/g, ' ');
          for (const one of asked(text)) expect(plain).toContain(one.replace('\u00a0?', '').slice(0, 30).trimEnd());
        },
      ),
      { numRuns: 60 },
    );
    const begun = performance.now();
    asked(`${STORY} je ne sais pas si `.repeat(160));
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
