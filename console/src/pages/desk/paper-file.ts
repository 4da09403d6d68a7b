/** Name of the file: nothing of the person, since it stays in the clerk's folder. */
export const PDF_NAME = 'paper-code.pdf';

/** Address of a PDF file within this page; the caller revokes it. */
export function pdfUrl(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
}

// A download reads its address after the click.
const KEEP_MS = 60_000;

/** Saves a PDF file, as if its link were followed. */
export function savePdf(base64: string): void {
  const link = document.createElement('a');
  link.href = pdfUrl(base64);
  link.download = PDF_NAME;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, KEEP_MS);
}
