// Makes the page handier; without it everything can be read. Texts go in as text, never as markup.
(() => {
  'use strict';

  const reach = 40; // px from a point within which the pointer means it

  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.setAttribute('role', 'status');
  document.body.append(tip);

  // ---- the contents: open beside the report, folded above it

  const contents = document.querySelector('nav details');
  const wide = matchMedia('(min-width: 75rem)');
  const fold = () => { contents.open = wide.matches; };
  wide.addEventListener('change', fold);
  fold();

  // ---- tables: those that scroll can be reached by the keyboard

  const boxes = [...document.querySelectorAll('.scroll')];
  const reachable = (box) => {
    const scrolls = box.scrollWidth > box.clientWidth;
    const table = box.querySelector('table');
    const label = table.getAttribute('aria-label') || (table.caption ? table.caption.textContent : 'table');
    if (scrolls) {
      box.tabIndex = 0;
      box.setAttribute('role', 'region');
      box.setAttribute('aria-label', label + ', scrolls sideways');
    } else {
      box.removeAttribute('tabindex');
      box.removeAttribute('role');
      box.removeAttribute('aria-label');
    }
  };
  const sizes = new ResizeObserver((entries) => entries.forEach((entry) => reachable(entry.target)));
  boxes.forEach((box) => sizes.observe(box));

  // ---- figures

  const hide = () => tip.classList.remove('shown');

  const line = (name, text) => {
    const span = document.createElement('span');
    span.className = name;
    span.textContent = text;
    return span;
  };

  /** Rows as they are written: single ones and runs, as in '0-5 7'. */
  const rowsOf = (text) => text.split(' ').flatMap((run) => {
    const [first, last = first] = run.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });

  /** The points of a series: the corners of its paths, and their rows in the panel's table. */
  const pointsOfSeries = (group, series, svg, table) => [...group.querySelectorAll('[data-r]')].flatMap((path) => {
    const corners = [...path.getAttribute('d').matchAll(/[ML]([\d.]+) ([\d.]+)/g)];
    return rowsOf(path.dataset.r).map((row, i) => (
      { svg, table, series, row, x: Number(corners[i][1]), y: Number(corners[i][2]) }));
  }).sort((one, other) => one.row - other.row);

  const pointsOf = (svg, table) => [...svg.querySelectorAll('.series')]
    .flatMap((group, series) => pointsOfSeries(group, series, svg, table));

  const isShown = (point) => {
    const group = point.svg.querySelectorAll('.series')[point.series];
    return group && !group.classList.contains('off');
  };

  const scaleOf = (svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;

  const show = (point) => {
    const { svg, table } = point;
    const row = table.tBodies[0].rows[point.row];
    const heads = table.tHead.rows[0].cells;
    tip.replaceChildren(
      line('name', heads[point.series + 1].textContent),
      line('value', row.cells[point.series + 1].textContent),
      line('what', table.caption.textContent),
      line('place', heads[0].textContent + ': ' + row.cells[0].textContent));
    const box = svg.getBoundingClientRect();
    const scale = scaleOf(svg);
    const x = box.left + point.x * scale;
    const y = box.top + point.y * scale;
    const left = Math.min(Math.max(8, x + 14), document.documentElement.clientWidth - tip.offsetWidth - 8);
    const above = y - tip.offsetHeight - 14;
    tip.style.left = left + scrollX + 'px';
    tip.style.top = (above > 8 ? above : y + 14) + scrollY + 'px';
    tip.classList.add('shown');
    let ring = svg.querySelector('.ring');
    if (!ring) {
      ring = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
      ring.setAttribute('class', 'ring');
      ring.setAttribute('r', '7');
      svg.append(ring);
    }
    ring.setAttribute('cx', point.x);
    ring.setAttribute('cy', point.y);
  };

  const nearest = (points, svg, event) => {
    const box = svg.getBoundingClientRect();
    const scale = scaleOf(svg);
    let best = null;
    let least = reach;
    for (const point of points) {
      if (!isShown(point)) continue;
      const away = Math.hypot(box.left + point.x * scale - event.clientX, box.top + point.y * scale - event.clientY);
      if (away < least) [best, least] = [point, away];
    }
    return best;
  };

  const leave = (figure) => {
    hide();
    figure.querySelectorAll('.ring').forEach((ring) => ring.remove());
  };

  const makeHover = (figure, panels, tables) => {
    panels.forEach((svg, i) => {
      let points = null;
      const point = (event) => {
        points ??= pointsOf(svg, tables[i]);
        const found = nearest(points, svg, event);
        if (found) show(found);
        else leave(figure);
      };
      svg.addEventListener('pointermove', point);
      svg.addEventListener('pointerdown', point);
      svg.addEventListener('pointerleave', () => leave(figure));
    });
  };

  /** Left and right go from point to point, up and down from series to series. */
  const makeKeys = (figure, grid, panels, tables) => {
    let points = null;
    let at = -1;
    const steps = { ArrowRight: 1, ArrowLeft: -1 };
    const isNewSeries = (point, other) => point.svg !== other.svg || point.series !== other.series;
    const move = (step, wanted) => {
      for (let i = at + step; i >= 0 && i < points.length; i += step) {
        if (isShown(points[i]) && wanted(points[i])) return i;
      }
      return at;
    };
    grid.tabIndex = 0;
    grid.setAttribute('role', 'group');
    grid.setAttribute('aria-label', 'Panels; arrow keys tell the numbers of the points');
    grid.addEventListener('keydown', (event) => {
      points ??= panels.flatMap((svg, i) => pointsOf(svg, tables[i]));
      if (event.key === 'Escape') return leave(figure);
      const before = at;
      if (event.key in steps) at = move(steps[event.key], () => true);
      else if (event.key === 'ArrowDown') at = move(1, (point) => at < 0 || isNewSeries(point, points[at]));
      else if (event.key === 'ArrowUp') at = move(-1, (point) => isNewSeries(point, points[at]));
      else return undefined;
      event.preventDefault();
      if (at < 0) return undefined;
      if (before >= 0 && points[before].svg !== points[at].svg) leave(figure);
      points[at].svg.scrollIntoView({ block: 'nearest' });
      show(points[at]);
      return undefined;
    });
    grid.addEventListener('blur', () => leave(figure));
  };

  const makeSwitches = (figure) => {
    const drawn = [...figure.querySelectorAll('[data-l]')]
      .map((element) => ({ element, entries: element.dataset.l.split(' ').map(Number) }));
    const off = new Set();
    figure.querySelectorAll('.legend li').forEach((item, entry) => {
      if (!drawn.some((one) => one.entries.includes(entry))) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-pressed', 'true');
      button.append(...item.firstElementChild.childNodes);
      item.replaceChildren(button);
      button.addEventListener('click', () => {
        const shows = off.has(entry);
        if (shows) off.delete(entry);
        else off.add(entry);
        button.setAttribute('aria-pressed', String(shows));
        drawn.forEach((one) => one.element.classList.toggle('off', one.entries.some((link) => off.has(link))));
        leave(figure);
      });
    });
  };

  document.querySelectorAll('figure').forEach((figure) => {
    const grid = figure.querySelector('.panels');
    const panels = [...grid.querySelectorAll('svg')];
    const tables = [...figure.querySelectorAll('.numbers table')];
    makeSwitches(figure);
    makeHover(figure, panels, tables);
    makeKeys(figure, grid, panels, tables);
  });

  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
})();
