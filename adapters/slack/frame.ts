import { z } from 'zod';
import { readJson } from './values.ts';

/** What the connection itself says; Slack's pings are below the frames. */
const control = z.object({ type: z.enum(['hello', 'disconnect']), reason: z.string().max(255).optional() });
const envelope = z.object({ envelope_id: z.string().min(1).max(255), payload: z.unknown().optional() });

/**
 * A frame of Socket Mode as its library may see it; undefined for what is none. The library takes what it is sent for granted, and
 * tells of an event under the event's own name, among its own: it gets the kind of frame and what is to be acknowledged, no more.
 */
export function readFrame(data: unknown): string | undefined {
  const frame = typeof data === 'string' ? readJson(data) : undefined;
  const said = control.safeParse(frame);
  if (said.success) return JSON.stringify(said.data);
  const read = envelope.safeParse(frame);
  return read.success ? JSON.stringify({ type: 'envelope', ...read.data }) : undefined;
}
