type Attributes = Readonly<Record<string, string | number | boolean | ((event: Event) => void)>>;

/** An element with attributes, listeners (`onclick`) and what is in it; text is text, so no text becomes markup. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...inside);
  return made;
};

/** The element of the page with an id. */
export const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no ${id}.`);
  return found;
};

/** A choice with its label. */
export const labelled = (id: string, label: string, control: HTMLElement): HTMLElement => {
  control.id = id;
  return element("div", { class: "field" }, element("label", { for: id }, label), control);
};

/** What a drop-down list offers: a value with its words, under a heading if it has one. */
export interface Offer {
  readonly value: string;
  readonly words: string;
  readonly group?: string;
}

/** Puts offers into a drop-down list, and chooses one. An unchanged list is left alone, so that it keeps its focus. */
export const offer = (list: HTMLSelectElement, offers: readonly Offer[], chosen: string): void => {
  const known = JSON.stringify(offers);
  if (list.dataset.offers !== known) {
    list.dataset.offers = known;
    const groups = new Map<string, HTMLElement>([["", list]]);
    list.replaceChildren();
    for (const { value, words, group = "" } of offers) {
      if (!groups.has(group)) {
        const made = element("optgroup", { label: group });
        list.append(made);
        groups.set(group, made);
      }
      groups.get(group)?.append(element("option", { value }, words));
    }
  }
  list.value = chosen;
};
