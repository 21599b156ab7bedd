// Draws each table of a .chart figure. SVG and rich-text tooltips: the page's policy allows no inline style.
(() => {
  'use strict';
  const dashes = ['solid', 'dashed', 'dotted'];
  const symbols = ['circle', 'rect', 'triangle', 'diamond'];
  const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const draw = figure => {
    if (figure.dataset.drawn) return;
    figure.dataset.drawn = '1';
    const [head, ...rows] = [...figure.querySelectorAll('tr')].map(row => [...row.cells]);
    const names = head.slice(1).map(cell => cell.textContent.trim());
    const labels = rows.map(row => row[0].textContent.trim());
    const kind = figure.dataset.chart;
    const unit = figure.dataset.unit ?? '';
    const language = document.documentElement.lang;
    const text = token('--text'), line = token('--line');
    const noted = figure.querySelector('[data-note]') !== null;
    const shown = value => value === null || value === undefined ? '–' : `${value.toLocaleString(language)} ${unit}`.trim();
    const target = figure.dataset.target;
    const picture = figure.querySelector('.chart-picture');
    picture.hidden = false;
    const sideways = kind === 'sideways';
    const width = Math.min(picture.clientWidth * .45, 320);
    const category = { type: 'category', data: labels, axisLine: { lineStyle: { color: line } }, axisLabel: { color: text, hideOverlap: true } };
    const values = { type: 'value', splitLine: { lineStyle: { color: line } }, axisLabel: { color: text, formatter: value => value.toLocaleString(language) } };
    const chart = echarts.init(picture, null, { renderer: 'svg', height: sideways ? Math.max(160, 60 + rows.length * (16 + names.length * 16)) : undefined });
    chart.setOption({
      animation: false,
      color: [1, 2, 3, 4, 5, 6].map(n => token(`--series-${n}`)),
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: text },
      grid: { left: 8, right: noted ? 120 : 16, top: names.length > 1 ? 40 : 16, bottom: 8, containLabel: true },
      legend: names.length > 1 ? { top: 0, left: 0, textStyle: { color: text } } : undefined,
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, valueFormatter: shown },
      xAxis: sideways ? values : category,
      yAxis: sideways ? { ...category, inverse: true, axisLabel: { color: text, interval: 0, width, overflow: 'break', fontSize: 11, lineHeight: 15 } } : values,
      series: names.map((name, i) => ({
        name,
        type: kind === 'line' ? 'line' : 'bar',
        stack: kind === 'stackedbar' ? 'all' : undefined,
        symbol: symbols[i % symbols.length],
        symbolSize: 7,
        barMaxWidth: 40,
        lineStyle: { width: 2, type: dashes[i % dashes.length] },
        itemStyle: kind === 'line' ? undefined : { borderColor: '#fff', borderWidth: 1 },
        data: rows.map(row => {
          const { value, note, faint } = row[i + 1].dataset;
          return value === undefined ? null : {
            value: Number(value),
            itemStyle: faint === undefined ? undefined : { color: token(i === 0 ? '--edge' : '--line'), borderColor: token('--edge') },
            label: note === undefined ? undefined : { show: true, position: sideways ? 'right' : 'top', formatter: note, color: text, fontSize: 11 },
          };
        }),
        markLine: i === 0 && target !== undefined ? {
          symbol: 'none', silent: true,
          lineStyle: { color: text, type: 'dashed' },
          label: { formatter: figure.dataset.targetText, position: 'insideEndTop', color: text },
          data: [{ [sideways ? 'xAxis' : 'yAxis']: Number(target) }],
        } : undefined,
      })),
    });
    new ResizeObserver(() => chart.resize()).observe(picture);
  };

  const drawAll = root => root.querySelectorAll('figure[data-chart]').forEach(draw);
  drawAll(document);
  document.addEventListener('live:swapped', e => drawAll(e.target));
})();
