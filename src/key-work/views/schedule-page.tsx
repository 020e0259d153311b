import { SettingsFrame } from '../../agencies/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Cell, Chips, Empty, Input, problemOf, Row, RowHead, Section, Table } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Edition } from '../queries/schedule.ts'
import { words } from '../words.ts'

export interface SchedulePageProps {
  page: PageContext
  may: ReadonlySet<string>
  prisons: readonly { id: string; name: string; isSet: boolean }[]
  prisonId: string | undefined
  editions: readonly Edition[]
  form: { typed: Typed; problems: Problem[] }
}

const numbers = ['sessions', 'everyWeeks', 'lengthInMinutes', 'supervisorQuietAfterWeeks'] as const

/** How often a prison holds sessions: the edition in force, the next one, and those before. */
export function SchedulePage(props: SchedulePageProps) {
  const { page, may, prisons, prisonId, editions, form } = props
  const say = words(page.locale)
  const frame = { page, may, title: say('schedule.title'), sub: say('schedule.sub'), problems: form.problems, say }
  const prison = prisons.find(({ id }) => id === prisonId)
  return (
    <SettingsFrame {...frame}>
      {prisons.length > 1 && (
        <Chips
          label={say('schedule.prison')}
          chips={prisons.map(({ id, name }) => ({
            text: name,
            href: `/settings/key-work?prison=${id}`,
            isCurrent: id === prisonId,
          }))}
        />
      )}
      {!prison ? (
        <Empty title={say('schedule.not-prison')} />
      ) : (
        <>
          <form method="post" action="/settings/key-work" novalidate class="tl-mt">
            <input type="hidden" name="formId" value={newId()} />
            <input type="hidden" name="prisonId" value={prison.id} />
            {numbers.map((name) => (
              <Input
                name={name}
                label={say(`schedule.${name}`)}
                hint={name === 'supervisorQuietAfterWeeks' ? say('schedule.quiet-hint') : undefined}
                width={3}
                inputMode="numeric"
                value={typedText(form, name)}
                error={problemOf(form.problems, name, say)}
              />
            ))}
            <Button>{say('schedule.save')}</Button>
          </form>
          <Section id="h-editions" title={say('schedule.editions', { prison: prison.name })}>
            {editions.length === 0 ? (
              <Empty title={say('schedule.none')}>
                <p class="govuk-body">{say('schedule.none-text')}</p>
              </Empty>
            ) : (
              <Editions {...props} />
            )}
          </Section>
        </>
      )}
    </SettingsFrame>
  )
}

function Editions({ page, editions }: SchedulePageProps) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('schedule.from'), say('schedule.what'), say('schedule.by')] as const
  return (
    <Table caption={say('schedule.title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {editions.map(({ startsOn, madeBy, replacedAt, ...edition }) => (
        <Row>
          <RowHead>
            {formatDay(locale, startsOn)}
            <small>{say(replacedAt ? 'schedule.replaced' : 'schedule.in-force')}</small>
          </RowHead>
          <Cell label={heads[1]}>
            {say('schedule.says', {
              sessions: edition.sessions,
              weeks: edition.everyWeeks,
              minutes: edition.lengthInMinutes,
            })}
            <small>{say('schedule.says-quiet', { weeks: edition.supervisorQuietAfterWeeks })}</small>
          </Cell>
          <Cell label={heads[2]}>{madeBy}</Cell>
        </Row>
      ))}
    </Table>
  )
}
