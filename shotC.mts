import { launchChrome } from './test/browser/chrome.ts';
import { preview } from 'vite';
import { settle } from './test/browser/page.ts';
const server = await preview({ build: { outDir: '/tmp/distC' }, preview: { port: 5217 } });
const [out, query, size='1180x820', js='', zoom='0'] = process.argv.slice(2);
const [w,h] = size.split('x').map(Number);
const b = await launchChrome();
const p = await b.newPage({ viewport: { width: w!, height: h! }, deviceScaleFactor: Number(process.env.DPR ?? 1) });
p.on('console', (m) => { if (m.type() !== 'log') console.log(m.type(), m.text().slice(0, 1500)); });
p.on('pageerror', (e) => console.log('ERR', e.message));
await p.goto('http://localhost:5217/?' + query);
await settle(p, 'ready');
await p.waitForTimeout(2500);
if (js) await eval(`(async()=>{${js}})()`);
for (let i = 0; i < Number(zoom); i++) { await p.mouse.move(w!*0.42, h!*0.5); await p.mouse.wheel(0, -240); await p.waitForTimeout(150);}
await p.waitForTimeout(4500);
const clip = process.env.CLIP?.split(",").map(Number); await p.screenshot({ path: out!, ...(clip ? { clip: { x: clip[0]!, y: clip[1]!, width: clip[2]!, height: clip[3]! } } : {}) });
await b.close(); await server.close(); process.exit(0);
