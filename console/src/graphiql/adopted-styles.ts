/** A style sheet that was made while the page runs, in the clothes of a `style` element. */
function adoptedStyle(): HTMLElement {
  const sheet = new CSSStyleSheet();
  const element = document.createElement('tongma-style');
  document.adoptedStyleSheets.push(sheet);
  let text = '';
  const write = (styles: string) => {
    text = styles;
    sheet.replaceSync(styles);
  };
  Object.defineProperties(element, {
    sheet: { value: sheet },
    textContent: { get: () => text, set: write },
    innerHTML: { get: () => text, set: write },
    appendChild: {
      value(node: Node) {
        write(text + (node.nodeValue ?? ''));
        return node;
      },
    },
    remove: {
      value() {
        const all = document.adoptedStyleSheets;
        document.adoptedStyleSheets = all.filter((one) => one !== sheet);
        Element.prototype.remove.call(element);
      },
    },
  });
  return element;
}

/**
 * Lets libraries make styles as they run. They write them into `style` elements, which the content
 * policy does not take from anybody; sheets that a script makes are part of the script.
 */
export function adoptStyles(): void {
  const create: unknown = Reflect.get(document, 'createElement');
  if (typeof create !== 'function') return;
  Object.defineProperty(document, 'createElement', {
    configurable: true,
    value: (...asked: readonly unknown[]): unknown =>
      String(asked[0]).toLowerCase() === 'style'
        ? adoptedStyle()
        : Reflect.apply(create, document, asked),
  });
}
