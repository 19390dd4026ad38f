import { MODEL_VERSION } from '../../src/core/simulation/modelVersion.ts';
import { calcFragment } from '../../src/runtime/address/address.ts';
import { CHAPTERS, GUIDE_FIGURES, PLAN } from './guide.ts';
import { fill } from './read.ts';
import { TASKS, type Task } from './tasks.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const toHtml = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]!);

const STYLE = `
  body { max-width: 44rem; margin: 0 auto; padding: 1.5rem; color: #111; background: #fff; font: 1rem/1.5 system-ui, sans-serif; }
  h1, h2, h3 { font-family: Georgia, serif; font-weight: 400; line-height: 1.2; break-after: avoid; }
  h3 { margin-bottom: 0.3rem; }
  a { color: #0b4f7d; }
  section, .task, tr, dl > div { break-inside: avoid; }
  .page { break-before: page; break-inside: auto; }
  .lines { height: 7rem; margin: 0.5rem 0 1rem; background: repeating-linear-gradient(#fff 0 1.7rem, #888 1.7rem 1.75rem); print-color-adjust: exact; }
  dt { font-weight: 600; margin-top: 0.6rem; }
  dd { margin: 0; }
  table { border-collapse: collapse; }
  th, td { padding: 0.4rem 0.8rem 0.4rem 0; border-bottom: 1px solid #888; text-align: start; vertical-align: top; }
  footer { margin-top: 2rem; font-size: 0.85rem; }
  @media print {
    @page { size: A4; margin: 16mm; }
    body { max-width: none; padding: 0; font-size: 10.5pt; }
    .screen { display: none; }
  }
`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${toHtml(title)} — Columna</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
<footer>Model ${MODEL_VERSION}. Every figure here was computed by it. It teaches how bones break; it predicts nobody’s risk and is no medical device. Not clinically reviewed. MIT licence: change it for your class.</footer>
</body>
</html>
`;

const LEVELS = { first: 'First level', second: 'Second level' } as const;

const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${toHtml(text)}</p>`).join('\n');

const splitTask = ({ asks, answers, figures }: Task) => {
  const filled = fill([...asks, ...answers], figures);
  return { asks: filled.slice(0, asks.length), answers: filled.slice(asks.length) };
};

/** The lab sheet as a page: the tasks with room to write, and from a new sheet of paper on the model answers. */
export async function writeSheet(): Promise<string> {
  const numbered = await Promise.all(
    TASKS.map(async (task, n) => ({
      task,
      title: `${n + 1}. ${task.title}`,
      link: `../${await calcFragment(task.opens)}`,
      ...splitTask(task),
    })),
  );
  const at = (level: Task['level']) => numbered.filter(({ task }) => task.level === level);
  const levels = ['first', 'second'] as const;
  const asked = levels.map(
    (level) => `<h2${level === 'second' ? ' class="page"' : ''}>${LEVELS[level]}</h2>
${at(level)
  .map(
    ({ title, link, asks }) => `<div class="task">
<h3>${toHtml(title)}</h3>
<p class="screen"><a href="${toHtml(link)}">Open the page at this task</a></p>
${paragraphs(asks)}
<div class="lines"></div>
</div>`,
  )
  .join('\n')}`,
  );
  const answered = levels.map(
    (level) => `<h3>${LEVELS[level]}</h3>
${at(level)
  .map(({ title, answers }) => `<section>\n<h3>${toHtml(title)}</h3>\n${paragraphs(answers)}\n</section>`)
  .join('\n')}`,
  );
  return page(
    'Lab sheet',
    `<h1>Lab sheet: why a vertebra breaks</h1>
<p class="screen">Eight tasks for Columna, on two levels; print it, or work beside the page. The model answers begin on a new sheet. For teachers: <a href="guide.html">the guide</a>.</p>
<p>Name: ______________________ &nbsp; Date: ____________</p>
<p>Write down what you expect before you press a button. Then look, and say why.</p>
${asked.join('\n')}
<h2 class="page">Model answers</h2>
<p>For the usual woman of the page; figures are rounded. Other versions of the model may give others.</p>
${answered.join('\n')}`,
  );
}

/** The teacher's guide: three chapters and the plan of a lesson. */
export function writeGuide(): string {
  const texts = CHAPTERS.flatMap(({ paragraphs: own, entries }) => [
    ...own,
    ...entries.map(([, text]) => text),
  ]);
  const filled = [...fill(texts, GUIDE_FIGURES)];
  const chapters = CHAPTERS.map(({ title, paragraphs: own, entries }, n) => {
    const said = filled.splice(0, own.length);
    const listed = filled.splice(0, entries.length);
    return `<h2${n > 0 ? ' class="page"' : ''}>${toHtml(title)}</h2>
${paragraphs(said)}
<dl>
${entries.map(([head], entry) => `<div><dt>${toHtml(head)}</dt><dd>${toHtml(listed[entry]!)}</dd></div>`).join('\n')}
</dl>`;
  });
  const total = PLAN.reduce((sum, { minutes }) => sum + minutes, 0);
  return page(
    'Teacher’s guide',
    `<h1>Teacher’s guide</h1>
<p class="screen">Beside it: <a href="lab-sheet.html">the lab sheet</a> with eight tasks and model answers, and <a href="../">the page</a>.</p>
${chapters.join('\n')}
<h2 class="page">A lesson of ${total} minutes</h2>
<p>Needed: a projector, a device for every two students (a telephone will do), printed lab sheets. No accounts, no installation; after the first visit no network.</p>
<table>
<thead><tr><th scope="col">min</th><th scope="col">what</th></tr></thead>
<tbody>
${PLAN.map(({ minutes, what }) => `<tr><td>${minutes}</td><td>${toHtml(what)}</td></tr>`).join('\n')}
</tbody>
</table>
<h3>Homework as a link</h3>
<p>Set the page as students shall find it. Press “For a class”, write your questions, choose what stays hidden, copy the link or show the QR code. Students save a file and hand it in; you read all files in the same place, as a table. Nothing they write is sent by the page.</p>
<h3>If time is short</h3>
<p>Do only “Fragile and strong” together, and ask for the prediction by a show of hands.</p>
<h3>If there is more</h3>
<p>Quiz asks at random and can run in Moodle or Canvas (README, “In a course”). Story takes one patient through the years. For university courses: the second level of the lab sheet, the expert lab, and the model as a package for own scripts (README, “The mechanics as a package”).</p>`,
  );
}
