import type { Agency } from '../../agencies/index.ts'
import { formatTime } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, ButtonGroup, Checkboxes, Input, PageHead, Panel, PlainList, ProblemSummary, problemOf, Section, Select, WayOn } from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Desk, Hub } from '../queries/hubs.ts'
import type { ScreenKind, ScreenLine } from '../queries/screens.ts'
import { words } from '../words.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
type Say = ReturnType<typeof words>

export interface SetUpProps {
  page: PageContext
  hub: Hub
  desks: readonly Desk[]
  screens: readonly ScreenLine[]
  agencies: readonly Agency[]
  mayKeep: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** The desks of a hub with their week, and its screens. */
export function SetUpPage(props: SetUpProps) {
  const { page, hub, desks, screens, mayKeep, form } = props
  const say = words(page.locale)
  const base = `/hubs/${hub.id}`
  return (
    <Layout page={page} title={say('set-up.title', { name: hub.name })} hasProblems={form.problems.length > 0}>
      <BackLink href={base}>{hub.name}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('set-up.title', { name: hub.name })} />
      <Section id="h-screens" title={say('set-up.screens')}>
        <p class="govuk-body">{say('set-up.screens-text')}</p>
        <PlainList>
          {screens.map(({ id, kind, startedBy, startedAt, isOn }) => (
            <li>
              {say(`screen.${kind}`)}.{' '}
              {say(isOn ? 'set-up.on' : 'set-up.waits', { name: startedBy, time: formatTime(page.locale, startedAt) })}
              <EndForm action={`${base}/screens/${id}/end`} label={say('set-up.end')} about={say(`screen.${kind}`)} />
            </li>
          ))}
        </PlainList>
        <form method="post" action={`${base}/screens`}>
          <ButtonGroup>
            <Button kind="secondary" name="kind" value="KIOSK">
              {say('set-up.start-kiosk')}
            </Button>
            <Button kind="secondary" name="kind" value="WALL">
              {say('set-up.start-wall')}
            </Button>
          </ButtonGroup>
        </form>
      </Section>
      <Section id="h-desks" title={say('set-up.desks')}>
        <PlainList>
          {desks.map((desk) => (
            <li>
              <strong>{desk.name}</strong>, {desk.agencyName}
              <p class="tl-m0">{desk.weekdays.map((day) => say(`day.${day as 1}`)).join(', ')}</p>
              {mayKeep && (
                <EndForm action={`${base}/desks/${desk.id}/end`} label={say('set-up.end')} about={desk.name} />
              )}
            </li>
          ))}
        </PlainList>
        {mayKeep && <AddDesk {...props} say={say} />}
      </Section>
      {mayKeep && (
        <Section id="h-close" title={say('close.title')}>
          <p class="govuk-body">{say('close.text')}</p>
          <form method="post" action={`${base}/close`}>
            <input type="hidden" name="formId" value={newId()} />
            <Button kind="warning" id="close">
              {say('close.button', { name: hub.name })}
            </Button>
          </form>
        </Section>
      )}
    </Layout>
  )
}

function EndForm({ action, label, about }: { action: string; label: string; about: string }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="formId" value={newId()} />
      <button type="submit" class="tl-linklike">
        {label}
        <span class="govuk-visually-hidden">: {about}</span>
      </button>
    </form>
  )
}

function AddDesk({ hub, agencies, form, say }: SetUpProps & { say: Say }) {
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <form method="post" action={`/hubs/${hub.id}/desks`} novalidate>
      <h3 class="govuk-heading-s">{say('set-up.add')}</h3>
      <input type="hidden" name="formId" value={newId()} />
      <Select
        name="agencyId"
        label={say('set-up.agency')}
        items={agencies.map(({ id, name }) => ({ value: id, text: name }))}
        value={typedText(form, 'agencyId')}
        error={error('agencyId')}
      />
      <Input
        name="name"
        label={say('hubs.desk')}
        hint={say('hubs.desk-hint')}
        value={typedText(form, 'name')}
        error={error('name')}
        width={20}
      />
      <Checkboxes
        name="weekdays"
        legend={say('set-up.days')}
        items={weekdays.map((day) => ({ value: String(day), text: say(`day.${day}`) }))}
        values={typedList(form, 'weekdays')}
        isSmall
      />
      <Button kind="secondary">{say('set-up.add')}</Button>
    </form>
  )
}

interface CodeProps {
  page: PageContext
  hubId: string
  kind: ScreenKind
  code: string
  address: string
}

/** The code for a screen, shown once. */
export function CodePage({ page, hubId, kind, code, address }: CodeProps) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('code.title')}>
      <BackLink href={`/hubs/${hubId}/set-up`}>{say('set-up.link')}</BackLink>
      <Panel title={code}>{say('code.text')}</Panel>
      <p class="govuk-body-l">{say('code.how', { screen: say(`screen.${kind}`), address })}</p>
      <WayOn href={`/hubs/${hubId}`}>{say('code.back')}</WayOn>
    </Layout>
  )
}
