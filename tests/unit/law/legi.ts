/** Articles of LEGI as its DTD has them (DILA, «LEGI, description du fonds»): made here, none was copied. */
export interface MadeArticle {
  readonly id: string;
  readonly number: string;
  readonly since: string;
  readonly until?: string;
  readonly state?: string;
  readonly text: string;
  readonly legitext?: string;
}

export const CODE = 'LEGITEXT000037701019';

export function legiXml({
  id,
  number,
  since,
  until = '2999-01-01',
  state = 'VIGUEUR',
  text,
  legitext = CODE,
}: MadeArticle) {
  const paragraphs = text.split('\n').map((one) => `<p>${one.replace(/&/g, '&amp;')}</p>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<ARTICLE><META><META_COMMUN><ID>${id}</ID><ANCIEN_ID/><ORIGINE>LEGI</ORIGINE><NATURE>Article</NATURE></META_COMMUN>
<META_SPEC><META_ARTICLE><NUM>${number}</NUM><ETAT>${state}</ETAT><DATE_DEBUT>${since}</DATE_DEBUT><DATE_FIN>${until}</DATE_FIN><TYPE>AUTONOME</TYPE></META_ARTICLE></META_SPEC></META>
<CONTEXTE><TEXTE cid="${legitext}" nature="CODE"><TITRE_TXT debut="2019-04-01" fin="2999-01-01" id_txt="${legitext}">Code</TITRE_TXT></TEXTE></CONTEXTE>
<VERSIONS><VERSION etat="${state}"><LIEN_ART debut="${since}" etat="${state}" fin="${until}" id="${id}" num="${number}"/></VERSION></VERSIONS>
<NOTA><CONTENU><p>Une note, qui n'est pas le texte.</p></CONTENU></NOTA>
<BLOC_TEXTUEL><CONTENU>${paragraphs.join('')}</CONTENU></BLOC_TEXTUEL></ARTICLE>`;
}

/** The same, as `/consult/getArticle` answers it (the OpenAPI description of Légifrance on PISTE). */
export function pisteArticle(
  { id, number, since, until, state = 'VIGUEUR', text }: MadeArticle,
  versions: readonly MadeArticle[],
) {
  const dated = (one: Pick<MadeArticle, 'since' | 'until'>) => ({
    dateDebut: Date.parse(`${one.since}T00:00:00+01:00`),
    dateFin: Date.parse(`${one.until ?? '2999-01-01'}T00:00:00+01:00`),
  });
  return {
    executionTime: 3,
    dereferenced: false,
    article: {
      id,
      num: number,
      etat: state,
      ...dated({ since, ...(until === undefined ? {} : { until }) }),
      texte: text.replaceAll('\n', ' '),
      texteHtml: text
        .split('\n')
        .map((one) => `<p>${one.replace(/&/g, '&amp;')}</p>`)
        .join(''),
      articleVersions: versions.map((one) => ({
        id: one.id,
        version: '1.0',
        etat: one.state ?? 'VIGUEUR',
        ...dated(one),
      })),
    },
  };
}
