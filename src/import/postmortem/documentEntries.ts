import type { DocumentBlock } from './documentBlock.ts';
import type { DocumentEntry, UntimedLine } from './documentEntry.ts';
import { documentKind } from './documentKind.ts';
import type { DocumentSection } from './documentSections.ts';
import { documentZone, isZoneStatement } from './documentZone.ts';
import type { EntrySetting, OpenEntry, ValueField } from './entryGatherer.ts';
import { entryGatherer } from './entryGatherer.ts';
import { epochLine } from './epochLine.ts';
import { timelineBlocks } from './gluedLines.ts';
import { headedField, statedField } from './headedField.ts';
import { keyField, keyPair } from './keyField.ts';
import { namedDay } from '../time/dayKeeper.ts';
import { parallelTime } from './parallelTime.ts';
import { proseEntries } from './proseEntries.ts';
import { isNothing } from '../prose/sections.ts';
import type { RelativeDay } from '../time/relativeDay.ts';
import { dayOfRelative, isDayAlone, relativeDay } from '../time/relativeDay.ts';
import { relativeEntries } from './relativeEntries.ts';
import { relativeTime } from './relativeTime.ts';
import { timedRow, withoutLengths } from './timedRow.ts';
import { spokenTimes } from './spokenTimes.ts';
import { statedRows } from './statedRows.ts';
import type { TimelineLine } from '../prose/timelineLine.ts';
import { timelineLine } from '../prose/timelineLine.ts';
import { newestFirst } from './timelineOrder.ts';
import type { TimeMark } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import type { DatedDay } from '../time/wallMoment.ts';

/** What the sections of one language hold. */
export interface DocumentEntries {
  /** Everything that has a time, in order. */
  readonly entries: readonly DocumentEntry[];
  /** Labelled values that are no times. */
  readonly fields: readonly ValueField[];
  /** Lines of timelines that state no time. */
  readonly untimed: readonly UntimedLine[];
  /** The sections without what was taken for a line of a timeline, a field, or a statement about zones. */
  readonly sections: readonly DocumentSection[];
}

/** The entry to which what follows may belong, and by what. */
interface Scope {
  readonly entry: OpenEntry;
  readonly kind: DocumentBlock['kind'];
  readonly level: number;
}

const TIMELINES: ReadonlySet<string> = new Set(['timeline', 'aftermath']);
const BELOW =
  /^\W{0,6}(?:english version below|version anglaise ci-dessous|english below)\W{0,6}$/i;
const SENTENCE =
  /^\s{0,3}(?:from|at|around|about|on|between|de|à|vers|le|entre|dalle|alle|il|tra)\s[^\n]{40,}[.!?]\s{0,3}$/iu;
/** `Unless otherwise noted all events happened on 2019-10-21`. */
const ALL_ON =
  /(?<![\p{L}])(?:all (?:of )?(?:the )?(?:events|times|entries|following)|tous les [ée]v[ée]nements|toutes les heures|tutti gli (?:eventi|orari))(?![\p{L}])[^.\n]{0,60}(?<![\p{L}])(?:on|le|du|of|il|del)\s/iu;
const DOTTED = /^\d{1,2}\.\d{2}$/;

const hasClock = (line: TimelineLine | null): boolean => line?.mark.clock !== undefined;

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

/** Whether a block stands below the line of an entry: behind its heading, further in, or quoted. */
const belongs = (block: DocumentBlock, { kind, level }: Scope, timeline: boolean): boolean => {
  if (kind === 'heading' || block.kind === 'quote' || block.kind === 'code') return true;
  if (kind === 'item') return block.level > level || (block.kind === 'text' && block.level > 0);
  return timeline && kind === 'text' && (block.kind === 'item' || block.kind === 'text');
};

/** Reads the times of the sections of one language. */
export const documentEntries = (
  sections: readonly DocumentSection[],
  setting: EntrySetting,
): DocumentEntries => {
  const { notation, published, incident } = setting;
  const gatherer = entryGatherer(setting);
  const relative = relativeEntries(gatherer, setting);
  const untimed: UntimedLine[] = [];
  const spoken = spokenTimes(sections, notation);
  let scope: Scope | null = null;
  let known: ReadonlyMap<DocumentBlock, DatedDay> | null = null;
  let zone: string | undefined;
  let dayLine: TimelineLine | null = null;
  let inLines = false;
  /** The day of the last heading that is one, for the timeline that stands below it. */
  let headed: DatedDay | undefined;

  const clockIn = (text: string): TimeMark | undefined =>
    timeMarks(text.slice(0, 2000), notation).find(({ clock }) => clock);

  /** Lines that are labelled values, taken out of a text. */
  const withoutFields = (block: DocumentBlock, day?: DatedDay): string =>
    block.text
      .split('\n')
      .filter(
        (line, index) => !gatherer.field(keyField(line, notation), block.line + index, line, day),
      )
      .join('\n');

  /** A table whose header or first column names what its cells state. */
  const rowFields = ({ cells = [], header = [], line }: DocumentBlock): boolean => {
    const [name = '', value = ''] = cells;
    if (cells.length === 2 && gatherer.field(keyPair(name, value, notation), line)) return true;
    const across = header.map((label, index) => keyPair(label, cells[index] ?? '', notation));
    if (across.filter((one) => one?.label.about === 'time').length < 2) return false;
    for (const one of across) gatherer.field(one, line);
    return true;
  };

  const enter = (
    origin: DocumentEntry['origin'],
    begun: TimelineLine,
    block: DocumentBlock,
  ): void => {
    const parallel = parallelTime(begun, notation);
    const line = parallel
      ? { ...begun, mark: parallel.own ?? begun.mark, text: parallel.text, parallel: parallel.mark }
      : begun;
    // A time further on in the line is told of as well.
    const entry = gatherer.add(origin, line, block, known?.get(block));
    if (block.kind === 'heading' && line.mark.day) headed = entry.day;
    if (block.kind !== 'heading')
      gatherer.prose(withoutLengths(line.text, block), block.line, entry, true);
    scope = { entry, kind: block.kind, level: block.level };
  };

  const detail = (block: DocumentBlock, { entry }: Scope): void => {
    const quoted = block.kind === 'quote' || block.kind === 'code';
    if (!quoted) gatherer.prose(block.text, block.line, entry);
    entry.details.push({ text: block.text, quoted });
    entry.lastLine = block.line + block.text.split('\n').length - 1;
  };

  /** Goes on with the lines on a day that is told by its distance, or by its name; whether that is known. */
  const onRelative = (word: RelativeDay): boolean => {
    const before = gatherer.entries.findLast(({ origin }) => origin === 'timeline')?.day;
    const day = dayOfRelative(word, { published: gatherer.publication(), before, incident });
    gatherer.days.restart(day);
    return day !== undefined;
  };

  /** A line without the word for its day at its beginning, which lines behind it are on as well. */
  const onItsDay = (text: string, line: number): string => {
    const word = relativeDay(text);
    if (!word || !hasClock(timelineLine(text.slice(word.end), notation))) return text;
    if (!onRelative(word)) {
      setting.warn(line, `the document does not tell which day "${word.written}" is`);
    }
    return text.slice(word.end);
  };

  /** A line of a timeline that does not begin with a time: it may name one further on. */
  const inTimeline = (
    origin: DocumentEntry['origin'],
    block: DocumentBlock,
    text: string,
  ): void => {
    if (block.kind === 'text') {
      if (gatherer.prose(text, block.line) || isNothing(text)) return;
      const general = ALL_ON.test(text)
        ? timeMarks(text.slice(0, 200), notation).find(({ day }) => day)
        : undefined;
      if (general) gatherer.days.general(namedDay(general, published, incident));
      untimed.push({ text, line: block.line });
      return;
    }
    const [inside] = proseEntries(text, notation).entries;
    const mark = inside?.mark ?? clockIn(text);
    if (mark) {
      const until = inside?.until;
      const entry = gatherer.add(origin, { mark, text, ...(until && { until }) }, block);
      scope = { entry, kind: block.kind, level: block.level };
    } else if (!isNothing(text)) untimed.push({ text, line: block.line });
  };

  /** Whether a text stands right below a line of a timeline that is such a text as well. */
  const goesOn = ({ line }: DocumentBlock): boolean =>
    scope?.kind === 'text' && scope.entry.lastLine === line - 1;

  const take = (block: DocumentBlock, { kind }: DocumentSection, kept: DocumentBlock[]): void => {
    const timeline = TIMELINES.has(kind);
    const origin = kind === 'aftermath' ? 'aftermath' : 'timeline';
    const isSpoken = block.kind !== 'quote' && block.kind !== 'code';
    const whole = block.kind === 'row' ? timedRow(block, notation) : block.text;
    const dayWord = timeline && isSpoken ? relativeDay(whole) : null;
    if (dayWord && isDayAlone(whole, dayWord) && onRelative(dayWord)) {
      [scope, dayLine] = [null, null];
      return;
    }
    const text = timeline && isSpoken ? onItsDay(whole, block.line) : whole;
    const stated = (block.header ?? []).map(documentZone).find((name) => name !== null);
    if (stated !== undefined && stated !== null) gatherer.zone(stated);
    if (block.kind === 'row' && rowFields(block)) {
      scope = null;
      return;
    }
    const told = timeline && isSpoken ? relativeTime(text) : null;
    const marked = told?.ms === 0 ? timelineLine(told.text, notation) : null;
    if (told && !hasClock(marked)) {
      const entry = relative.add(origin, told, block);
      if (entry) {
        gatherer.prose(told.text, block.line, entry, true);
        scope = { entry, kind: block.kind, level: block.level };
      } else if (!isNothing(text)) untimed.push({ text, line: block.line });
      dayLine = null;
      return;
    }
    const epoch = timeline && isSpoken ? epochLine(text, incident) : null;
    const begins = isSpoken ? (marked ?? epoch ?? timelineLine(text, notation)) : null;
    // "1.17 creates …" is a number, but where lines begin with their times.
    const line = begins && !timeline && DOTTED.test(begins.mark.written) ? null : begins;
    const aboutZone = line !== null && !hasClock(line) && isZoneStatement(line.text);
    const isDay = line !== null && !hasClock(line) && (line.text === '' || aboutZone);
    // Below the lines of a timeline, "From 10:00 to 11:00 the …" is a text about them.
    const isStory =
      block.kind === 'text' &&
      (spoken.has(block) ||
        (timeline
          ? inLines && SENTENCE.test(text)
          : proseEntries(goesOn(block) ? firstLine(text) : text, notation).entries.length > 1));
    if (line && !isDay && (hasClock(line) || timeline) && kind !== 'actions' && !isStory) {
      dayLine = null;
      inLines ||= block.kind === 'item' || block.kind === 'row';
      const isStart = line === marked || relativeTime(line.text)?.ms === 0;
      enter(origin, line, block);
      const [entry] = gatherer.entries.slice(-1);
      if (timeline && isStart && entry) relative.startsAt(entry);
      return;
    }
    const within = block.kind === 'heading' && !line ? clockIn(text) : undefined;
    if (within) {
      enter(origin, { mark: within, text }, block);
      return;
    }
    if (block.kind === 'heading' || isDay) {
      const day = line ? gatherer.days.dayOf(line.mark) : undefined;
      if (block.kind === 'heading' && line?.mark.day) headed = day;
      dayLine = timeline && line?.mark.day ? line : null;
      scope = null;
      return;
    }
    if (dayLine && isSpoken && !isZoneStatement(text)) {
      // What stands below a day, without a time of its own, is on that day.
      const rest =
        block.kind === 'row' ? text : withoutFields(block, gatherer.days.dayOf(dayLine.mark));
      if (rest.trim() === '') return;
      enter(origin, { mark: dayLine.mark, text: rest }, block);
      if (scope) scope = { ...scope, kind: 'heading' };
      dayLine = null;
      return;
    }
    if (scope && belongs(block, scope, timeline)) {
      detail(block, scope);
      return;
    }
    scope = null;
    if (isZoneStatement(block.text) || BELOW.test(block.text)) return;
    const rest = isSpoken && block.kind !== 'row' ? withoutFields(block) : text;
    if (rest.trim() === '') return;
    if (timeline && block.kind !== 'code') {
      inTimeline(origin, block, rest);
      return;
    }
    kept.push({ ...block, text: rest });
    if (kind !== 'actions' && isSpoken) gatherer.prose(withoutLengths(rest, block), block.line);
  };

  const kept = sections.map((section, index) => {
    const { kind, heading, blocks } = section;
    const headingLine = section.line ?? blocks[0]?.line ?? 1;
    const own: DocumentBlock[] = [];
    [scope, known, dayLine, inLines] = [null, null, null, false];
    zone = documentZone(heading) ?? (TIMELINES.has(kind) && heading === '' ? zone : undefined);
    gatherer.section(index, zone);
    if (TIMELINES.has(kind)) {
      const dated = timeMarks(heading.slice(0, 200), notation).find(({ day }) => day);
      const isAnother = documentKind(heading) === 'timeline' && gatherer.entries.length > 0;
      if (dated) gatherer.days.restart(namedDay(dated, published, incident));
      else if (isAnother) gatherer.days.restart(headed ?? incident);
      if (dated || isAnother) headed = undefined;
      known = newestFirst(blocks, notation, gatherer.days);
    }
    if (TIMELINES.has(kind) && heading !== '' && documentKind(heading) === null) {
      untimed.push({ text: heading, line: headingLine });
    }
    const stated = TIMELINES.has(kind) ? null : statedField(heading, notation);
    if (stated) gatherer.field(stated, headingLine, heading);
    const isPair = gatherer.field(
      headedField(heading, blocks, notation),
      blocks[0]?.line ?? headingLine,
    );
    const stating = kind === 'actions' ? blocks : statedRows(blocks, notation);
    const lines = TIMELINES.has(kind) ? timelineBlocks(blocks, notation) : stating;
    for (const block of isPair ? lines.slice(1) : lines) take(block, section, own);
    return { ...section, blocks: own };
  });
  return { entries: gatherer.entries, fields: gatherer.fields, untimed, sections: kept };
};
