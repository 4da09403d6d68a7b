import { closeSync, openSync, writeSync } from 'node:fs';
import { create } from 'qrcode';

const WIDTH = 640;
const HEIGHT = 480;
/** White that a code needs around itself, in modules. Source: ISO/IEC 18004 §6.3.8. */
const QUIET = 4;
/** Chromium begins anew after the last picture. */
const FRAMES = 5;
const WHITE = 235;
const BLACK = 16;

/** Brightness of each point: the code in the middle, on white. */
function brightness(text: string): Buffer {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const points = Math.floor(HEIGHT / (size + 2 * QUIET));
  if (points < 2) throw new Error('The text is too long for a code of this size.');
  const left = Math.floor((WIDTH - size * points) / 2);
  const top = Math.floor((HEIGHT - size * points) / 2);
  const picture = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  for (let row = 0; row < size * points; row += 1) {
    for (let column = 0; column < size * points; column += 1) {
      const dark = data[Math.floor(row / points) * size + Math.floor(column / points)];
      if (dark) picture[(top + row) * WIDTH + left + column] = BLACK;
    }
  }
  return picture;
}

/** Writes a video (Y4M, 640×480) in which a camera sees the QR code of a text. */
export function writeCameraVideo(file: string, text: string): void {
  const grey = Buffer.alloc((WIDTH / 2) * (HEIGHT / 2) * 2, 128);
  const picture = Buffer.concat([Buffer.from('FRAME\n'), brightness(text), grey]);
  const out = openSync(file, 'w');
  try {
    writeSync(out, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
    for (let frame = 0; frame < FRAMES; frame += 1) writeSync(out, picture);
  } finally {
    closeSync(out);
  }
}
