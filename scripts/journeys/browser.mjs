// A Chromium for the journeys: the system's, else Playwright's, else one is installed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { chromium } from 'playwright';

const candidates = [
  // The same engine without windows: a page costs a third of what it does in the whole browser.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** `{executable}` of a system browser, `{}` for Playwright's own, nothing when there is none. */
export function findBrowser() {
  const executable = candidates.find((file) => fs.existsSync(file));
  if (executable) return { executable };
  return fs.existsSync(chromium.executablePath()) ? {} : undefined;
}

const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

/** Installs one: Debian's as root (with a Chinese font), else Playwright's download. */
export function installBrowser() {
  const debian = process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
  const install = (name) =>
    run('apt-get', ['install', '-y', '--no-install-recommends', name, 'fonts-noto-cjk']);
  const done =
    debian &&
    run('apt-get', ['update', '-q']) &&
    (install('chromium-headless-shell') || install('chromium'));
  if (!done) run('npx', ['playwright', 'install', 'chromium']);
  if (!findBrowser())
    throw new Error('没有可用的 Chromium，也没能安装。(no Chromium, and none could be installed)');
}
