import { readCommand } from '../../src/cli/command.ts';
import { launchChrome } from '../browser/chrome.ts';
import { serveBuild } from '../browser/serve.ts';
import { writeShell } from './shell.ts';

readCommand({
  name: 'shell',
  about:
    "Makes anew what is seen before the page's script has come: the still and the panel, into src/shell/.",
  options: {},
  example: '',
});

const { baseUrl, close } = await serveBuild();
const browser = await launchChrome();
await writeShell(browser, baseUrl);
await browser.close();
await close();
