const TAG = /<[a-z][^<>]*>/gi;
const STYLE = / style=(["'])/g;

/** Markup whose styles wait in another attribute; what is text stays as it is. */
function withoutStyles(markup: string): string {
  return markup.replaceAll(TAG, (tag) => tag.replaceAll(STYLE, ' data-style=$1'));
}

function giveStyles(root: ParentNode | null): void {
  for (const element of root?.querySelectorAll('[data-style]') ?? []) {
    if (!(element instanceof HTMLElement)) continue;
    element.style.cssText = element.dataset['style'] ?? '';
    delete element.dataset['style'];
  }
}

/**
 * Lets the editor place its lines. It writes them as markup with `style` attributes, which the
 * content policy does not take; the same styles are given by script, element by element.
 */
export function placeByScript(): void {
  const { prototype } = Element;
  const markup = Object.getOwnPropertyDescriptor(prototype, 'innerHTML');
  const insert: unknown = Reflect.get(prototype, 'insertAdjacentHTML');
  const set: Element['setAttribute'] = Reflect.get(prototype, 'setAttribute');
  Object.defineProperties(prototype, {
    innerHTML: {
      ...markup,
      set(this: Element, text: unknown) {
        markup?.set?.call(this, withoutStyles(String(text)));
        giveStyles(this);
      },
    },
    insertAdjacentHTML: {
      configurable: true,
      writable: true,
      value(this: Element, place: InsertPosition, text: unknown) {
        const rest: unknown[] = [place, withoutStyles(String(text))];
        if (typeof insert === 'function') Reflect.apply(insert, this, rest);
        giveStyles(['afterbegin', 'beforeend'].includes(place) ? this : this.parentElement);
      },
    },
    setAttribute: {
      configurable: true,
      writable: true,
      value(this: Element, name: string, value: string) {
        if (name.toLowerCase() === 'style' && this instanceof HTMLElement) {
          this.style.cssText = value;
        } else set.call(this, name, value);
      },
    },
  });
}
