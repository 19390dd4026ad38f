/** The film and the large still, drawn in the real page: they are dear where the graphics are software. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchDrawn } from '../browser/chrome.ts';
import { button, noteComplaints, read, settle } from '../browser/page.ts';

/** A small stage and a short act, which software draws many times a second. */
const SMALL = { width: 480, height: 420 };
const BREAKS = {
  version: 1,
  patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -5.5 },
  events: [{ type: 'activity', name: 'sit-down-hard' }],
};
const FRAME_S = 1 / 30;
/** Share of a frame's px that are as red as bone at its limit and what is said of it: none before any load. */
const RED_SHARE = 0.001;

let browser: Browser;
let page: Page;
const complaints: string[] = [];
const foreign: string[] = [];

beforeAll(async () => {
  browser = await launchDrawn();
  page = await browser.newPage({ viewport: SMALL });
  noteComplaints(page, complaints);
  page.on('request', (request) => {
    if (!request.url().startsWith(inject('baseUrl')) && !/^(blob|data):/.test(request.url()))
      foreign.push(request.url());
  });
  const query = `quality=low&lang=en&scenario=${encodeURIComponent(JSON.stringify(BREAKS))}`;
  await page.goto(`${inject('baseUrl')}?${query}`);
  await settle(page, 'ready');
  await button(page, 'Save and open').click();
});
afterAll(async () => {
  await browser?.close();
});

const download = async (name: string) => {
  const downloading = page.waitForEvent('download', { timeout: 240_000 });
  await button(page, name).click();
  return readFileSync(await (await downloading).path());
};

/** Length of a film, s, and the share of red px at fractions of it. */
async function watch(film: Buffer): Promise<{ durationS: number; red: number[] }> {
  // not in the page itself, whose policy lets it play nothing
  const player = await browser.newPage();
  const seen = await player.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const video = document.createElement('video');
    video.src = URL.createObjectURL(new Blob([bytes]));
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve;
      video.onerror = reject;
    });
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const red: number[] = [];
    for (let n = 0; n <= 10; n++) {
      video.currentTime = Math.min(video.duration - 0.02, (n / 10) * video.duration);
      await new Promise((resolve) => {
        video.onseeked = resolve;
      });
      context.drawImage(video, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let i = 0; i < data.length; i += 4)
        if (data[i]! > 120 && data[i + 1]! < 0.55 * data[i]! && data[i + 2]! < 0.55 * data[i]!) count++;
      red.push((4 * count) / data.length);
    }
    return { durationS: video.duration, red };
  }, film.toString('base64'));
  await player.close();
  return seen;
}

it('a film is as long as the act and shows its break; the page is as it was', async () => {
  const endS = await read(page, 'time-s');
  const { durationS, red } = await watch(await download('Save the film'));
  expect(Math.abs(durationS - endS)).toBeLessThanOrEqual(1.5 * FRAME_S);
  expect(red[0]).toBeLessThan(RED_SHARE);
  expect(Math.max(...red)).toBeGreaterThan(RED_SHARE);
  await settle(page, 'ready');
  expect(await read(page, 'time-s')).toBe(endS);
});

it('a film that is stopped leaves no file, and the page as it was', async () => {
  const endS = await read(page, 'time-s');
  await button(page, 'Save the film').click();
  await page.getByRole('progressbar').waitFor();
  await button(page, 'Stop').click();
  await button(page, 'Save the film').waitFor();
  await settle(page, 'ready');
  expect(await read(page, 'time-s')).toBe(endS);
});

it('a still has as many px as are asked for', async () => {
  await page.getByLabel('Size', { exact: true }).selectOption('3840');
  const picture = await download('Save the picture');
  const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
  expect(Math.max(width, height)).toBeGreaterThanOrEqual(3838);
});

it('nothing of it leaves the page, and nothing complains', () => {
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});
