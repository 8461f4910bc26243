import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { announcementTemplates, type TemplateKey } from '../settings';

/** Texts to begin with, as the settings have them; one that was emptied is left out. In the order of use. */
export async function listTemplates(ctx: Ctx) {
  const settings = Object.fromEntries(
    Object.entries(announcementTemplates).map(([key, { setting }]) => [key, setting]),
  );
  const texts = await readSettings(ctx, settings);
  return Object.entries(announcementTemplates)
    .map(([key, { name }]) => ({ key: key as TemplateKey, name, text: texts[key] ?? '' }))
    .filter(({ text }) => text !== '');
}

export type TextTemplate = Awaited<ReturnType<typeof listTemplates>>[number];
