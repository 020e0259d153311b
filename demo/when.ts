import { isWorkingDay } from '../src/custody/index.ts'
import { addDays, type Day, weekdayOf } from '../src/platform/calendar-day.ts'
import { type Calendar, type DayOffset, type Moment, moment } from './calendar.ts'

/** Reads when something was: days from today (`-3`), from the coming Friday (`F-2`) or from the eve of a holiday (`H+5`). */
export interface When {
  day(text: string): DayOffset
  /** A day and a time on the clock: `-3 14:10`, `F 08:45`. Past days off are moved to the Friday before. */
  at(text: string): Moment
  /** The same, or the Friday before it: nobody is let out on a day off. */
  workday(text: string): DayOffset
}

const pattern = /^([FH])?([+-]?\d+)?(?: (\d\d):(\d\d))?$/
const friday = 5

export function whenOf(calendar: Calendar): When {
  const anchors: Record<string, DayOffset> = { F: comingFriday(calendar.today), H: holidayEve(calendar.today) }
  const read = (text: string) => {
    const found = pattern.exec(text)
    if (!found) throw new Error(`Not a day of the demonstration: ${text}.`)
    const [, anchor = '', days = '0', hours = '0', minutes = '0'] = found
    const offset = (anchors[anchor] ?? 0) + Number(days)
    const day = anchor === '' && offset < 0 ? calendar.workday(offset) : offset
    return { day, minutes: Number(hours) * 60 + Number(minutes) }
  }
  return {
    day: (text) => read(text).day,
    workday: (text) => calendar.workday(read(text).day),
    at: (text) => moment(read(text).day, read(text).minutes),
  }
}

/** The first Friday that is three days away or more, so that there is something left to do. */
function comingFriday(today: Day): DayOffset {
  let offset = 3
  while (weekdayOf(addDays(today, offset)) !== friday) offset += 1
  return offset
}

/** The last working day before a holiday on a weekday that is three weeks away or more. */
function holidayEve(today: Day): DayOffset {
  const isHoliday = (day: Day) => weekdayOf(day) <= friday && !isWorkingDay(day, 'UK-EW')
  let offset = 21
  while (!isHoliday(addDays(today, offset + 1)) || !isWorkingDay(addDays(today, offset), 'UK-EW')) offset += 1
  return offset
}
