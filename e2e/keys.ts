import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** Waits until the desk answers to keys: they work once the page has come alive, and its own help tells. */
export async function keysAlive(page: Page): Promise<void> {
  const help = page.getByRole('dialog');
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(help).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
}
