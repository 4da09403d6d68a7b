import { saveFile } from '../../format/save-file.ts';

/** Name of the file: nothing of the person, since it stays in the clerk's folder. */
export const PDF_NAME = 'paper-code.pdf';

function pdfOf(base64: string): Blob {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: 'application/pdf' });
}

/** Address of a PDF file within this page; the caller revokes it. */
export function pdfUrl(base64: string): string {
  return URL.createObjectURL(pdfOf(base64));
}

/** Saves a PDF file. */
export function savePdf(base64: string): void {
  saveFile(PDF_NAME, pdfOf(base64));
}
