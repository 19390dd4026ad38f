/**
 * Runs in the page: what lies over something else, is cut off or can be pushed aside, a line each. A choice is cut off where one of
 * its options would not fit.
 */
export function findLayoutFaults(): string[] {
  const faults: string[] = [];
  const isSeen = (element: Element) => element.getClientRects().length > 0;
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.slice(0, 30)}`;

  for (const element of document.querySelectorAll('html, body, .page, .panel, .sheet'))
    if (element.scrollWidth > element.clientWidth + 1)
      faults.push(
        `can be pushed aside by ${element.scrollWidth - element.clientWidth} px: ${nameOf(element)}`,
      );

  const ruler = document.createElement('canvas').getContext('2d')!;
  for (const select of document.querySelectorAll('select')) {
    if (!isSeen(select)) continue;
    const style = getComputedStyle(select);
    ruler.font = style.font;
    const room =
      select.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    for (const { textContent } of select.options)
      if (ruler.measureText(textContent).width > room + 0.5) faults.push(`cut off: ${textContent}`);
  }
  for (const button of document.querySelectorAll('button'))
    if (isSeen(button) && button.scrollWidth > button.clientWidth + 1)
      faults.push(`cut off: ${nameOf(button)}`);

  const stage = document.querySelector('.stage')!.getBoundingClientRect();
  const chart = document.querySelector('.stage-chart');
  const axis = chart?.querySelector('.chart-axis')?.getBoundingClientRect();
  const legend = chart?.querySelector('.legend')?.getBoundingClientRect();
  if (axis && legend && axis.bottom > legend.top + 1) faults.push(`the chart lies over its legend`);
  const column = chart?.getBoundingClientRect();
  if (column && column.height > 0 && column.top < stage.bottom - 1 && column.bottom > stage.bottom + 1)
    faults.push(`the chart reaches ${Math.round(column.bottom - stage.bottom)} px out of the stage`);
  for (const control of document.querySelectorAll(
    '.stage :is(button, input, select), .stage-chart :is(button, input)',
  )) {
    if (!isSeen(control)) continue;
    const { x, y, width, height } = control.getBoundingClientRect();
    const over = document.elementFromPoint(x + width / 2, y + height / 2);
    if (
      over &&
      !control.contains(over) &&
      !over.contains(control) &&
      !over.closest('.stage, [role="dialog"]')
    )
      faults.push(`covered by ${nameOf(over)}: ${nameOf(control)}`);
  }
  return faults;
}
