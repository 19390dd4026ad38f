/** Runs in the page, before it: a device that gives no graphics. */
export function denyGraphics(): void {
  const { getContext } = HTMLCanvasElement.prototype;
  Object.assign(HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement, kind: '2d') {
      return String(kind).startsWith('webgl') ? null : getContext.call(this, kind);
    },
  });
}
