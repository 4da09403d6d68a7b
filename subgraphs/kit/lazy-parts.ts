/** How each part is made, of what is given and of the other parts. */
export type Makers<Given, Parts> = {
  readonly [Name in keyof Parts]: (all: Given & Parts) => Parts[Name];
};

/**
 * Makes objects whose parts are each made when they are first read, and once. A request reads a few of
 * the dozens of use cases that there are; making them all would cost it more than many an answer.
 */
export function lazyParts<Given extends object, Parts extends object>(
  makers: Makers<Given, Parts>,
): (given: Given) => Given & Parts {
  const getters = {};
  for (const [name, make] of Object.entries<(all: Given & Parts) => unknown>(makers)) {
    Object.defineProperty(getters, name, {
      get(this: Given & Parts): unknown {
        const value = make(this);
        Object.defineProperty(this, name, { value });
        return value;
      },
    });
  }
  return (given) => Object.assign(Object.create(getters) as Given & Parts, given);
}
