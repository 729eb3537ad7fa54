/** Pixels: what a task pane is wide in Excel at least, and what leaves the grid its place. */
const NARROWEST = 320;
const WIDEST = 640;
const STEP = 20;

/** Lets people make the pane wider and narrower, with the mouse or the arrow keys. */
export function makeResizable(pane: HTMLElement, divider: HTMLElement): void {
  const resize = (width: number): void => {
    const bounded = Math.min(WIDEST, Math.max(NARROWEST, width));
    pane.style.width = `${bounded}px`;
    divider.setAttribute('aria-valuenow', String(bounded));
  };
  divider.setAttribute('aria-valuemin', String(NARROWEST));
  divider.setAttribute('aria-valuemax', String(WIDEST));
  resize(pane.clientWidth);
  divider.addEventListener('pointerdown', (event) => {
    divider.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  divider.addEventListener('pointermove', (event) => {
    if (divider.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  });
  divider.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') resize(pane.clientWidth + STEP);
    if (key === 'ArrowRight') resize(pane.clientWidth - STEP);
  });
}
