import type { Language } from '../vocabulary/people.ts';
import { teamsEn } from './teams-en.ts';
import { teamsFr } from './teams-fr.ts';
import type { TeamsTexts } from './teams-texts.ts';

export const teamsTexts: Readonly<Record<Language, TeamsTexts>> = { fr: teamsFr, en: teamsEn };
