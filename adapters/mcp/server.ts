// The one door to the SDK of MCP's servers: tools, resources and prompts, whatever transport they are served by.
import { McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { dateFigures } from '../../src/calls/port/date-figures.ts';
import { parisDay } from '../../src/days/iso-date.ts';
import { frenchTypography } from '../../src/french/typography.ts';
import { mcpTexts as texts } from '../../src/text/mcp-texts.ts';
import { registerTools, type ToolParts } from './tools.ts';

export interface McpParts extends ToolParts {
  readonly version: string;
}

/** One for each connection, or each request: it keeps nothing. */
export function createMcp(parts: McpParts): McpServer {
  const server = new McpServer(
    { name: 'truchement', title: texts.title, version: parts.version },
    { instructions: frenchTypography(texts.instructions), maxToolInputElements: 500 },
  );
  registerTools(server, parts);
  if (parts.scopes.has('read')) registerResources(server, parts);
  registerPrompts(server);
  return server;
}

const FICHES = 'truchement://fiches/';
const FIGURES = 'truchement://chiffres/';

function registerResources(server: McpServer, { calls, caller, now }: ToolParts): void {
  const { fiche, figure } = texts.resources;
  server.registerResource(
    'fiche',
    new ResourceTemplate(`${FICHES}{id}`, {
      list: () => ({
        resources: calls.fiches().map(({ id, title }) => ({
          uri: FICHES + id,
          name: id,
          title,
          mimeType: 'text/markdown',
        })),
      }),
      complete: {
        id: (value) =>
          beginning(
            value,
            calls.fiches().map(({ id }) => id),
          ),
      },
    }),
    { title: fiche.title, description: fiche.about, mimeType: 'text/markdown' },
    (uri, { id }) => {
      const text = calls.fiche(String(id), 'acheteur');
      if (text === undefined) throw new ResourceNotFoundError(uri.href);
      return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text: dateFigures(text, parisDay(now())) }] };
    },
  );
  server.registerResource(
    'chiffre',
    new ResourceTemplate(`${FIGURES}{key}`, {
      list: () => ({
        resources: calls.figureKeys().map(({ key, label }) => ({
          uri: FIGURES + key,
          name: key,
          title: label,
          mimeType: 'text/plain',
        })),
      }),
      complete: {
        key: (value) =>
          beginning(
            value,
            calls.figureKeys().map(({ key }) => key),
          ),
      },
    }),
    { title: figure.title, description: figure.about, mimeType: 'text/plain' },
    async (uri, { key }) => {
      const told = await calls.call('figure', { key: String(key) }, caller);
      if (!told.ok) throw new ResourceNotFoundError(uri.href);
      const { said, announced } = told.value;
      return {
        contents: [{ uri: uri.href, mimeType: 'text/plain', text: [said, announced?.said ?? ''].join(' ').trim() }],
      };
    },
  );
}

/** Names told to who completes one. */
const MOST_COMPLETED = 50;

function beginning(value: string, names: readonly string[]): string[] {
  return names.filter((name) => name.startsWith(value)).slice(0, MOST_COMPLETED);
}

function registerPrompts(server: McpServer): void {
  const argsSchema = z.object({ texte: z.string().max(8_000).meta({ description: texts.promptText }) });
  for (const { name, title, about, say } of texts.prompts)
    server.registerPrompt(name, { title, description: frenchTypography(about), argsSchema }, ({ texte }) => ({
      messages: [{ role: 'user', content: { type: 'text', text: say(texte) } }],
    }));
}
