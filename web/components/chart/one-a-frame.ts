/** Heavy drawing, one piece a frame: what is drawn first is on screen before the next is begun. */

const waiting: (() => void)[] = [];
let isUnderWay = false;

function goOn(): void {
  const draw = waiting.shift();
  isUnderWay = draw !== undefined;
  if (!draw) return;
  // A frame is painted between its callbacks and the next task. Asked for first: what fails must not hold up the others.
  requestAnimationFrame(() => setTimeout(goOn));
  draw();
}

/**
 * Draws when those asked for before have been painted.
 *
 * @returns Takes it back, if it has not been drawn yet.
 */
export function drawInTurn(draw: () => void): () => void {
  waiting.push(draw);
  if (!isUnderWay) {
    isUnderWay = true;
    setTimeout(goOn);
  }
  return () => {
    const at = waiting.indexOf(draw);
    if (at >= 0) waiting.splice(at, 1);
  };
}
