import { launchChrome } from '../browser/chrome.ts';
import { serveBuild } from '../browser/serve.ts';
import { writeShell } from './shell.ts';

// npm run shell: see shell.ts

const { baseUrl, close } = await serveBuild();
const browser = await launchChrome();
await writeShell(browser, baseUrl);
await browser.close();
await close();
