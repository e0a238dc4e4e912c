// Checks of a page, run inside it. Each returns one line for each problem.

const round = (rect) => [rect.left, rect.top, rect.right, rect.bottom].map((number) => Math.round(number)).join(' ');

/** What a reader sees of a text: its boxes on the page. */
function textBoxes() {
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.data.trim().length === 0 || !parent.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest('.unseen, .tip, .skip, script, style, title, desc')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width > 0) boxes.push({ parent, text: node.data.trim().slice(0, 60), rect });
    }
  }
  return boxes;
}

/** Texts that stand on each other. A pixel is forgiven: letters do not fill their boxes. */
function overlaps() {
  const forgiven = 1.5;
  const boxes = textBoxes().sort((one, other) => one.rect.top - other.rect.top);
  const problems = [];
  let open = [];
  for (const box of boxes) {
    open = open.filter((other) => other.rect.bottom - forgiven > box.rect.top);
    for (const other of open) {
      const across = Math.min(box.rect.right, other.rect.right) - Math.max(box.rect.left, other.rect.left);
      const down = Math.min(box.rect.bottom, other.rect.bottom) - Math.max(box.rect.top, other.rect.top);
      if (across <= forgiven || down <= forgiven || scrollBoxOf(box.parent) !== scrollBoxOf(other.parent)) continue;
      problems.push(`'${box.text}' (${round(box.rect)}) on '${other.text}' (${round(other.rect)})`);
    }
    open.push(box);
  }
  return problems;
}

function scrollBoxOf(element) {
  for (let one = element; one && one !== document.body; one = one.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(one).overflowX)) return one;
  }
  return null;
}

/** Texts that reach out of their drawing, of a box that cuts them, or of the page. */
function cuts() {
  const problems = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    problems.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${width} px`);
  }
  for (const { parent, text, rect } of textBoxes()) {
    const drawing = parent.closest('svg');
    const edge = drawing ? drawing.getBoundingClientRect() : null;
    if (edge && (rect.left < edge.left - 1 || rect.right > edge.right + 1
      || rect.top < edge.top - 1 || rect.bottom > edge.bottom + 1)) {
      problems.push(`'${text}' (${round(rect)}) reaches out of its drawing (${round(edge)})`);
    }
    if (!scrollBoxOf(parent) && (rect.left < -1 || rect.right > width + 1)) {
      problems.push(`'${text}' (${round(rect)}) reaches out of the window`);
    }
    for (let one = parent; one; one = one.parentElement) {
      if (one.namespaceURI.endsWith('svg') || !['hidden', 'clip'].includes(getComputedStyle(one).overflowX)) continue;
      const box = one.getBoundingClientRect();
      if (rect.left < box.left - 1 || rect.right > box.right + 1) problems.push(`'${text}' is cut by its box`);
    }
  }
  return problems;
}

function channels(colour) {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
  return { red, green, blue, alpha };
}

function over(top, below) {
  const mix = (name) => top[name] * top.alpha + below[name] * (1 - top.alpha);
  return { red: mix('red'), green: mix('green'), blue: mix('blue'), alpha: 1 };
}

/** Relative luminance and contrast after WCAG 2.2. */
function luminance({ red, green, blue }) {
  const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrastOf(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function backgroundOf(element) {
  const layers = [];
  for (let one = element; one; one = one.parentElement) {
    const colour = channels(getComputedStyle(one).backgroundColor);
    if (colour.alpha > 0) layers.push(colour);
    if (colour.alpha === 1) break;
  }
  const white = { red: 255, green: 255, blue: 255, alpha: 1 };
  return layers.reverse().reduce((below, layer) => over(layer, below), white);
}

/** What is behind a text of a drawing: the page and the areas drawn under it. */
function groundOf(text) {
  const rect = text.getBoundingClientRect();
  let ground = backgroundOf(text.closest('svg').parentElement);
  for (const area of text.closest('svg').querySelectorAll('rect')) {
    const box = area.getBoundingClientRect();
    if (box.right <= rect.left || box.left >= rect.right || box.bottom <= rect.top || box.top >= rect.bottom) continue;
    const style = getComputedStyle(area);
    ground = over({ ...channels(style.fill), alpha: Number(style.fillOpacity) }, ground);
  }
  return ground;
}

/** Texts that are hard to read on what is behind them, and lines that are hard to see (WCAG 1.4.3 and 1.4.11). */
function contrast() {
  const problems = new Set();
  for (const { parent, text } of textBoxes()) {
    const style = getComputedStyle(parent);
    const isDrawn = parent.closest('svg') !== null;
    const [ink, ground] = isDrawn
      ? [channels(style.fill), groundOf(parent)]
      : [channels(style.color), backgroundOf(parent)];
    const size = parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const found = contrastOf(ink, ground);
    if (found < needed) problems.add(`'${text}': ${found.toFixed(2)} of ${needed}`);
  }
  for (const line of document.querySelectorAll('.panels .line, .panels .axis')) {
    const found = contrastOf(channels(getComputedStyle(line).stroke), backgroundOf(line.closest('svg').parentElement));
    if (found < 3) problems.add(`line ${line.getAttribute('class')}: ${found.toFixed(2)} of 3`);
  }
  return [...problems];
}

function nameOf(element) {
  const by = element.getAttribute('aria-labelledby');
  const named = by ? by.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ') : '';
  return (named || element.getAttribute('aria-label') || element.textContent || '').trim();
}

/** What people need who cannot see the page or use no pointer. */
function access() {
  const problems = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const expect = (holds, problem) => { if (!holds) problems.push(problem); };
  expect(document.documentElement.lang === 'en', 'the page has no language');
  expect(document.title.length > 0, 'the page has no title');
  expect(all('main').length === 1, 'there is not one main part');
  expect(all('h1').length === 1, 'there is not one heading of the first level');
  all('nav, section, figure').forEach((one) => expect(
    one.hasAttribute('aria-label') || nameOf(one) !== '', `${one.localName} has no name`));
  let level = 0;
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const next = Number(heading.localName[1]);
    expect(next <= level + 1, `'${heading.textContent}' skips a level`);
    level = next;
  }
  all('svg').forEach((svg) => expect(
    svg.getAttribute('aria-hidden') === 'true' || (svg.getAttribute('role') === 'img'
      && (svg.getAttribute('aria-label') || svg.getAttribute('aria-labelledby'))), 'a drawing has no name'));
  all('[aria-labelledby], [aria-describedby]').forEach((one) => {
    const ids = `${one.getAttribute('aria-labelledby') ?? ''} ${one.getAttribute('aria-describedby') ?? ''}`;
    ids.split(' ').filter((id) => id).forEach((id) => expect(document.getElementById(id), `nothing is called ${id}`));
  });
  all('table').forEach((table) => expect(
    table.caption || table.getAttribute('aria-label'), 'a table has no name'));
  // Without an attribute, what a head is for follows from its place (HTML, "forming relationships between cells").
  all('th').forEach((head) => expect(
    head.hasAttribute('scope') || head.closest('thead')
      || (head.cellIndex === 0 && head.parentElement.querySelector('td')), `'${head.textContent}' heads nothing`));
  all('a, button, summary').forEach((one) => expect(nameOf(one) !== '', `a ${one.localName} has no name`));
  all('button').forEach((one) => expect(one.hasAttribute('aria-pressed'), `'${one.textContent}' has no state`));
  all('[tabindex]').forEach((one) => expect(one.tabIndex <= 0, `'${one.className}' breaks the order of focus`));
  all('.scroll').filter((one) => one.scrollWidth > one.clientWidth).forEach((one) => expect(
    one.tabIndex === 0 && one.getAttribute('aria-label'), 'a table scrolls and no key reaches it'));
  const ids = all('[id]').map((one) => one.id);
  expect(new Set(ids).size === ids.length, 'an identifier stands twice');
  return problems;
}
