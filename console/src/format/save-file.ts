// A download reads its address after the click.
const KEEP_MS = 60_000;

/** Saves a file that was made in this page, as if its link were followed. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, KEEP_MS);
}
