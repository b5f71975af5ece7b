import { describe, expect, it } from 'vitest';
import { html, toText } from '../../../adapters/web/html.ts';
import { isCrossSite, readConversation, readQuestion } from '../../../adapters/web/inbound.ts';
import { renderMarkdown } from '../../../adapters/web/markdown.ts';
import { renderExchange, renderHeard } from '../../../adapters/web/outbound.ts';
import { createView } from '../../../adapters/web/view.ts';
import type { Computed } from '../../../src/answering/port/computed.ts';
import type { Outcome } from '../../../src/answering/port/outcome.ts';
import { forCaseScreen } from '../../../src/screens/aside.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { sayDay } from '../../../src/text/moments.ts';
import { answerWith, replyWith } from '../../fakes/conversing.ts';
import { plain } from '../../fixtures/composed.ts';

const french = createView('fr');

function show(outcome: Outcome, question = 'une question', view = french): string {
  return plain(toText(renderExchange(question, replyWith(outcome, { language: view.language }), view)));
}

describe('an answer', () => {
  it('shows its first lines and where they are written; the rest is folded, and its title is a source', () => {
    const shown = show(answerWith({}));
    const [first = '', ...folds] = shown.split('<details');
    expect(first).toMatch(
      /class="prose leads"><p>Oui, sous 60 000 € HT\.[\s\S]*À faire[\s\S]*class="cited">[\s\S]*R\. 2122-8/,
    );
    expect(first).not.toContain('Petit achat');
    expect(folds.map((fold) => /<summary>([^<]*)/.exec(fold)?.[1])).toEqual([
      "Pour l'acheteur",
      'La fiche : Petit achat',
      'Pièges',
      'Exemple',
      // What is thought of it.
      undefined,
    ]);
    expect(shown).not.toContain('<details open');
  });

  it('says in its fold how sure it is', () => {
    expect(show(answerWith({ sure: 'Pas encore vérifié.' }))).toMatch(/<details[\s\S]*Pas encore vérifié\./);
  });

  it.each([
    [0.4, 'moyenne'],
    [0.2, 'faible'],
  ])('says a confidence of %f as « %s »', (confidence, word) => {
    expect(show(answerWith({ confidence }))).toContain(`Confiance : ${word}`);
  });

  it('says whom else to show it to where a human is needed and nobody can be asked here, and only there', () => {
    const limited = show(answerWith({ limit: 'Tout dépend du dossier.', human: true }));
    expect(limited).toContain('montrez cette réponse à votre service achats');
    expect(limited).not.toContain('/aide');
    expect(show(answerWith({}))).not.toContain('réserviste');
  });

  it('offers a human at once where one is needed; elsewhere the way is in the fold', () => {
    const helped = createView('fr', { person: undefined, base: '', demo: false });
    const at = (human: boolean) =>
      show(answerWith({ human }), 'une question', helped).replace(/<details class="more"[\s\S]*?<\/details>/g, '');
    expect(at(true)).toContain('Demander à un réserviste');
    expect(at(false)).not.toContain('Demander à un réserviste');
    expect(show(answerWith({}), 'une question', helped)).toMatch(
      /Pas ce que je cherchais \?[\s\S]*Demander à un réserviste/,
    );
  });

  it('names the question that may be the one asked before its answer, and the next likeliest under it', () => {
    const others = [{ question: 'Et à 70 000 € ?', answer: 'Non.' }];
    const near = { near: 'Et à 50 000 € ?', others, answer: 'Oui aussi.', but: undefined, next: undefined };
    expect(show(answerWith({ short: { prescriber: near, buyer: near } }))).toMatch(
      /<em>Vous demandez peut-être :<\/em> <strong>Et à 50 000 € \?<\/strong>[\s\S]*Oui aussi\.[\s\S]*Et à 70 000 € \?[\s\S]*Non\.[\s\S]*class="cited"/,
    );
  });

  it('folds the neighbouring questions', () => {
    expect(show(answerWith({ nearby: [{ question: 'Et à 50 000 € ?', answer: 'Oui aussi.' }] }))).toMatch(
      /<summary>Questions proches<\/summary>[\s\S]*<strong>Et à 50 000 € \?<\/strong>[\s\S]*Oui aussi\./,
    );
    expect(show(answerWith({}))).not.toContain('Questions proches');
  });

  it('has no empty heading for what an organisation’s own document does not hold', () => {
    const [source] = answerWith({}).sources;
    const shown = show(
      answerWith({
        registers: { prescriber: '', buyer: '' },
        pitfalls: '',
        example: '',
        next: '',
        sources: [{ ...source, articles: [], section: 'Guide interne, page 3' }],
      }),
    );
    for (const absent of ["Pour l'acheteur", 'Pièges', 'Exemple', 'À faire maintenant'])
      expect(shown).not.toContain(absent);
    expect(shown).toContain('Guide interne, page 3');
  });

  it('shows the case and the caution at once, the second fiche and what may be asked next in their folds', () => {
    const shown = show(
      answerWith({
        computed: { ...computed, said: 'Achat direct : 45 000 € HT.' },
        caution: 'À recouper.',
        also: { title: 'Autre fiche', brief: 'Son contenu.' },
        suggestions: [{ label: 'Et ensuite ?', text: 'la suite' }],
      }),
    );
    const [first = ''] = shown.split('<details');
    expect(first).toMatch(/Achat direct : 45 000 € HT\./);
    expect(first).toContain('À recouper.');
    expect(shown).toMatch(/À lire aussi<\/h3>[\s\S]*Autre fiche/);
    expect(shown).toMatch(/name="say" value="la suite"><span><span class="row-question">Et ensuite \?/);
  });
});

const computed: Computed = {
  said: '',
  formula: undefined,
  articles: [],
  assumed: [],
  facts: [],
  steps: [],
  missing: undefined,
};

describe('the other outcomes', () => {
  const clarification: Outcome = {
    kind: 'clarification',
    reason: 'fact',
    question: 'De quoi s’agit-il ?',
    choices: [{ label: 'Des travaux', text: 'Petits travaux' }],
    sources: answerWith({}).sources,
    confidence: 0.5,
  };

  it('turn each choice of a clarification into a button, with its source', () => {
    const shown = show(clarification);
    expect(shown).toContain('value="Petits travaux">Des travaux</button>');
    expect(shown).toContain('https://www.legifrance.gouv.fr/');
  });

  it('offer each question of a doubt with its answer in one line, the whole of it a button that asks it', () => {
    const shown = show({
      kind: 'clarification',
      reason: 'doubt',
      question: 'Laquelle ?',
      choices: [
        { question: 'Faut-il publier ?', answer: 'Non, sous 60 000 € HT.', fiche: 'f' },
        { question: 'Faut-il trois devis ?', answer: 'Non.', fiche: 'g' },
      ],
      sources: answerWith({}).sources,
      confidence: 0.4,
    });
    expect(shown).toMatch(
      /name="say:[^"]+:" value="Faut-il publier \?"><span><span class="row-question">Faut-il publier \?<\/span> <span class="row-facts">Non, sous/,
    );
    expect(shown.match(/name="say:/g)).toHaveLength(2);
  });

  it('say the rule, then whom to show it to where nobody can be asked here, once', () => {
    const shown = show({
      kind: 'handoff',
      reason: 'pending_litigation',
      why: 'Un litige est en cours.',
      turnTo: 'le service juridique, aujourd’hui',
      known: answerWith({ limit: 'Le dossier.' }),
    });
    expect(shown).toMatch(
      /class="cited"[\s\S]*Un litige est en cours\.[\s\S]*À qui s'adresser<\/strong>\s: le service juridique, aujourd'hui\.[\s\S]*montrez cette réponse à votre service achats[\s\S]*Petit achat/,
    );
    expect(shown.match(/pas encore ouverte/g)).toHaveLength(1);
    expect(shown).not.toContain('class="human"');
  });

  it('do not offer a human again to who has just asked for one', () => {
    const shown = show(
      { kind: 'handoff', reason: 'partial', why: 'Cela dépend.', turnTo: 'l’acheteur', known: undefined },
      'Demander à un réserviste',
    );
    expect(shown).not.toContain('<button class="human"');
    expect(shown).toContain('pas encore ouverte');
  });

  it('refuse with a way out', () => {
    const shown = show({
      kind: 'refusal',
      reason: 'out_of_scope',
      text: 'Hors sujet.',
      next: 'Voyez la mairie.',
      suggestions: [{ label: 'Avance', text: 'Avance' }],
    });
    expect(shown).toMatch(/Hors de mon périmètre[\s\S]*Hors sujet\.[\s\S]*Voyez la mairie\.[\s\S]*value="Avance"/);
  });

  it('ask no opinion of small talk', () => {
    expect(show({ kind: 'smalltalk', text: 'Bonjour !', suggestions: [] })).not.toContain('feedback');
  });
});

it('writes a day as each language does', () => {
  expect(sayDay('2027-01-01', 'fr')).toBe('1er janvier 2027');
  expect(sayDay('2026-11-24', 'fr')).toBe('24 novembre 2026');
  expect(sayDay('2026-11-24', 'en')).toBe('24 November 2026');
});

it('shows the little Markdown of answers', () => {
  expect(toText(renderMarkdown('**a** et *b*\n\n- c\n- d'))).toBe(
    '<p><strong>a</strong> et <em>b</em></p>\n<ul>\n<li>c</li>\n<li>d</li>\n</ul>',
  );
});

it('has typeset every French sentence of the page: no plain space before a double sign', () => {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(catalogues.fr.web);
  expect(texts.length).toBeGreaterThan(60);
  expect(texts.filter((text) => / [:;?!»]|« /.test(text) || /\p{L}'\p{L}/u.test(text))).toEqual([]);
});

describe('what comes in', () => {
  it('reads a question from a form and nothing from anything else', () => {
    expect(readQuestion({ text: 'a', role: 'buyer' })).toEqual({
      text: 'a',
      role: 'buyer',
      on: undefined,
      isQuestion: false,
    });
    expect(readQuestion({ text: 'a', say_question: 'b' })).toEqual({
      text: 'b',
      role: undefined,
      on: undefined,
      isQuestion: true,
    });
    expect(readQuestion({ text: 'a', role: 'admin' })).toEqual({
      text: 'a',
      role: undefined,
      on: undefined,
      isQuestion: false,
    });
    expect(readQuestion({ text: 'a', 'say::q7': 'b' })).toMatchObject({ text: 'b', on: 'q7', under: undefined });
    expect(readQuestion({ text: 'a', 'say:m1:': 'b' })).toMatchObject({ text: 'b', on: undefined, under: 'm1' });
    for (const body of [undefined, null, 'text=a', [], { text: ['a', 'b'] }, { __proto__: { text: 'a' } }])
      expect(readQuestion(body)).toEqual({ text: '', role: undefined, on: undefined, isQuestion: false });
  });

  it('finds its own cookie among others', () => {
    const id = '3f0f8d2e-0000-4000-8000-0123456789ab';
    expect(readConversation(`a=1; truchement=${id}; b=2`)).toBe(id);
    expect(readConversation(`xtruchement=${id}`)).toBeUndefined();
    expect(readConversation('truchement=')).toBeUndefined();
    expect(readConversation(undefined)).toBeUndefined();
  });

  it('takes a submission without any of the browser’s marks for a tool’s', () => {
    expect(isCrossSite({ site: undefined, origin: undefined, host: 'a' })).toBe(false);
  });
});

it('a line of someone with a case under way is held back, and given to its page or asked as a question in one click', () => {
  const cases = [{ id: 'c/1', side: 'reservist', question: 'Que faire ?' }] as const;
  const screen = forCaseScreen({ cases }, { text: 'Un « constat » ?', key: 'k1' }, 'fr');
  const shown = plain(toText(renderHeard('Un « constat » ?', screen, 'm-1', french)));
  expect(shown).toContain("n'est pas encore parti");
  expect(shown).toContain('action="/dossier/c%2F1"');
  expect(shown).toMatch(/name="do" value="to_case"><input type="hidden" name="key" value="k1">/);
  expect(shown).toContain("C'est pour le demandeur");
  expect(shown).toMatch(/name="say_question"[^>]*>C'est une question/);
});

it('a person’s words are text, in an element as in an attribute, whatever quotation marks they hold', () => {
  const words = `<b onclick='a'>"x" & y`;
  expect(toText(html`<p title="${words}">${words}</p>`)).toBe(
    '<p title="&lt;b onclick=&#39;a&#39;&gt;&quot;x&quot; &amp; y">&lt;b onclick=&#39;a&#39;&gt;&quot;x&quot; &amp; y</p>',
  );
});
