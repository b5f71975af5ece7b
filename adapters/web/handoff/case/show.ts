import type { Asked, Reply } from '../../route.ts';
import type { HelpParts } from '../route.ts';
import { type CasePage, renderCase } from './screen.ts';

/** The page of a case asks for what is new this often. */
const REFRESH_MS = 4000;

export function showCase(
  { show }: Pick<HelpParts, 'show'>,
  asked: Asked,
  { status, ...page }: CasePage & { readonly status: number },
): Reply {
  const { title = '' } = page.screen;
  return show(asked, { status, title, inside: renderCase(page, asked.view), refresh: REFRESH_MS });
}
