import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import { citeArticle } from '../french/articles.ts';
import type { Language } from '../vocabulary/people.ts';
import { typeset } from './typeset.ts';

const KINDS = {
  fiche: 'Fiches',
  question: 'Questions',
  figure: 'Chiffres',
  rule: 'Règles',
  quiz: 'Quiz',
  concept: 'Notions',
  belief: 'Idées reçues',
  lint: 'Contrôles',
} as const;

/** What is said of a text of law that changed, to whoever keeps the corpus. */
export const lawTexts = typeset({
  change: (kind: 'changed' | 'corrected' | 'repealed', article: string, since: IsoDate, today: IsoDate) => {
    const [cited, day] = [citeArticle(article), frenchDate(since)];
    if (kind === 'corrected') return `${cited} : texte corrigé sans nouvelle version (en vigueur depuis le ${day})`;
    const verb = kind === 'changed' ? 'change' : 'abrogé';
    if (since > today) return `${cited} : ${verb} à compter du ${day}`;
    return kind === 'changed' ? `${cited} : a changé le ${day}` : `${cited} : abrogé depuis le ${day}`;
  },
  was: (since: IsoDate) => `version lue : celle du ${frenchDate(since)}`,
  notAtHand: 'Le texte d’avant n’est pas à portée : comparez sur Légifrance.',
  same: 'Les mêmes phrases, dans un autre ordre.',
  removed: (sentence: string) => `  − ${sentence}`,
  added: (sentence: string) => `  + ${sentence}`,
  kinds: KINDS,
  nothingLeans: 'Rien ne s’appuie dessus.',
  page: {
    title: 'Textes à relire',
    intro:
      'Ces articles ont changé depuis qu’ils ont été lus. Les réponses qui s’y appuient le disent jusqu’à ce que vous les ayez relus, et corrigées s’il le faut.',
    official: 'Lire sur Légifrance',
    readOn: 'Relu le',
    read: 'J’ai relu',
    done: 'C’est noté : les réponses qui s’y appuient ne portent plus de réserve.',
    refused: 'Cet article n’est plus à relire, ou le jour n’est pas le bon (au plus tard aujourd’hui).',
  },
  command: {
    none: (watched: number) => `${watched} articles suivis : rien n’a changé depuis ce qui a été lu.`,
    found: (count: number, watched: number) =>
      `${watched} articles suivis, ${count} ${count === 1 ? 'changement' : 'changements'} à relire :`,
    recorded: (count: number) =>
      `${count} ${count === 1 ? 'article dont l’empreinte est prise' : 'articles dont l’empreinte est prise'} pour la première fois.`,
    unknown: (articles: readonly string[]) =>
      `Introuvables dans la source officielle sous ce numéro : ${articles.map(citeArticle).join(', ')}.`,
    left: (count: number) =>
      `${count} références hors de la veille (CCAG, annexes, autres textes) : à relire à la main.`,
    failed: (count: number) => `${count} articles n’ont pas été comparés :`,
    faults: {
      unknown_article: 'article introuvable',
      quota: 'quota de la source épuisé, reprenez plus tard',
      refused: 'la source refuse ces identifiants (PISTE_CLIENT_ID, PISTE_CLIENT_SECRET)',
      unreachable: 'la source ne répond pas',
    },
    open: (count: number) => (count === 0 ? 'Rien à relire.' : `${count} à relire :`),
    closed: (article: string, readOn: IsoDate, by: string) =>
      `${citeArticle(article)} : relu le ${frenchDate(readOn)} par ${by}. Les réponses qui s’y appuient ne portent plus de réserve.`,
    notOpen: (article: string) => `Rien n’est ouvert sur « ${article} ».`,
    storeDown: 'La base ne répond pas : réessayez dans un moment.',
    usage: `usage : npm run law:watch
        npm run law:watch -- list
        npm run law:watch -- close ARTICLE AAAA-MM-JJ NOM (le jour de la relecture, au plus tard aujourd’hui, et qui l’a faite)`,
    noSource:
      'Aucune source : donnez un dossier d’archives LEGI (LEGI_FOLDER) ou les identifiants de PISTE (PISTE_CLIENT_ID, PISTE_CLIENT_SECRET).',
  },
});

type SayChanged = (kind: 'changed' | 'corrected' | 'repealed', cited: string, day: string, isToCome: boolean) => string;

/** In an answer that leans on an article which nobody has read since. */
export const articleChanged: Readonly<Record<Language, SayChanged>> = {
  fr: (kind, cited, day, isToCome) => {
    const now = { changed: 'a changé le', corrected: 'a été corrigé, version du', repealed: 'est abrogé depuis le' };
    const later = { changed: 'change', corrected: 'est corrigé', repealed: 'est abrogé' };
    const said = isToCome ? `${later[kind]} à compter du` : now[kind];
    return `${cited} ${said} ${day}, relecture en cours : vérifiez l’article sur Légifrance.`;
  },
  en: (kind, cited, day, isToCome) => {
    const now = { changed: 'changed', corrected: 'was corrected', repealed: 'was repealed' };
    const later = { changed: 'will change', corrected: 'is corrected', repealed: 'will be repealed' };
    const said = isToCome ? later[kind] : now[kind];
    return `${cited} ${said} (${day}) and is being read again: check the article on Légifrance.`;
  },
};
