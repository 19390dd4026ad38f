import type { Page } from 'playwright-core';

/** Where the shader of the bones' vertices begins to place one; what is put there draws no bone whose number, from 1, is `hidden`. */
const PLACE = 'void placeBone(inout vec3 p, inout vec3 n) {';

interface Hiding {
  set(hidden: number): void;
}

/** From the next load of the page on, a bone can be taken out of its picture. */
export async function prepareHiding(page: Page): Promise<void> {
  await page.addInitScript((place) => {
    const { prototype } = WebGL2RenderingContext;
    const { shaderSource, linkProgram } = prototype;
    const programs: (readonly [WebGL2RenderingContext, WebGLProgram])[] = [];
    prototype.shaderSource = function (shader, source) {
      const hiding = `uniform float hidden;\n${place}\nif (abs(marks.x + 1.0 - hidden) < 0.5) p = vec3(0.0);`;
      shaderSource.call(this, shader, source.replace(place, hiding));
    };
    prototype.linkProgram = function (program) {
      linkProgram.call(this, program);
      programs.push([this, program]);
    };
    const set = (hidden: number) => {
      const placing = programs.filter(([gl, program]) => gl.getUniformLocation(program, 'hidden'));
      if (placing.length === 0) throw new Error('no shader places bones as this test expects');
      for (const [gl, program] of placing) {
        const switchTo = gl.useProgram.bind(gl);
        const before = gl.getParameter(gl.CURRENT_PROGRAM) as WebGLProgram | null;
        switchTo(program);
        gl.uniform1f(gl.getUniformLocation(program, 'hidden'), hidden);
        switchTo(before);
      }
    };
    Object.assign(window, { hiding: { set } });
  }, PLACE);
}

/** Takes a bone, counted from T1 = 0, out of the picture, in three dimensions or flat; null brings all back. */
export async function hideBone(page: Page, bone: number | null): Promise<void> {
  await page.evaluate((hidden) => {
    const { hiding } = window as unknown as { hiding?: Hiding };
    if (hiding) hiding.set(hidden === null ? 0 : hidden + 1);
    else
      document.querySelectorAll<SVGElement>('.flat-body').forEach((body, n) => {
        body.style.opacity = n === hidden ? '0' : '1';
      });
  }, bone);
  const canvas = page.locator('canvas[data-engine]');
  if ((await canvas.count()) === 0) return;
  // closer and back: nothing is drawn where nothing changes
  await canvas.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('-');
  await canvas.blur();
}
