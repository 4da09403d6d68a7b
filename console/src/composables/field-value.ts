/** Value of the field an event comes from; '' when it comes from none. */
export function fieldValue({ target }: Event): string {
  const isField =
    target instanceof HTMLSelectElement ||
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement;
  return isField ? target.value : '';
}
