import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  Empty,
  Input,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Select,
} from '../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Desk, Hub } from '../queries/hubs.ts'
import type { Ticket } from '../queries/tickets.ts'
import type { ServiceToAsk } from '../refer-on-the-spot.ts'
import { words } from '../words.ts'

/** What a referral may be for; without words: a new need of this pathway. */
export interface NeedChoice {
  value: string
  pathway: string
  words: string | null
}

export interface HandOffProps {
  page: PageContext
  hub: Hub
  ticket: Ticket
  /** All but the one where they are. */
  desks: readonly Desk[]
  /** Nothing where the reader refers nobody. */
  needs: readonly NeedChoice[]
  /** Among which a worker chooses, where the desk's agency has several. */
  services: readonly ServiceToAsk[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** To another desk, with the person's yes and one line. */
export function HandOffPage({ page, hub, ticket, desks, needs, services, form }: HandOffProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  const title = say('hand-off.title', { number: ticket.number })
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/hubs/${hub.id}`}>{hub.name}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={ticket.name} />
      {desks.length === 0 ? (
        <Empty title={say('hand-off.no-desks')} />
      ) : (
        <form method="post" action={`/hub-tickets/${ticket.id}/hand-off`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="version" value={ticket.version} />
          <Radios
            name="toDeskId"
            legend={say('hand-off.to')}
            value={typedText(form, 'toDeskId')}
            error={error('toDeskId')}
            items={desks.map(({ id, name, agencyName, present }) => ({
              value: id,
              text: `${name}, ${agencyName}`,
              hint: present.length > 0 ? say('in.here') : say('hand-off.not-here'),
            }))}
          />
          {ticket.personId && (
            <Input
              name="line"
              label={say('hand-off.line')}
              hint={say('hand-off.line-hint')}
              value={typedText(form, 'line')}
              error={error('line')}
            />
          )}
          {needs.length > 0 && (
            <Select
              name="need"
              label={say('hand-off.need')}
              hint={say('hand-off.need-hint')}
              value={typedText(form, 'need')}
              error={error('need')}
              items={[{ value: '', text: say('hand-off.need-none') }, ...needs.map((need) => itemOf(need, say))]}
            />
          )}
          {services.length > 0 && (
            <Radios
              name="serviceId"
              legend={say('hand-off.service')}
              value={typedText(form, 'serviceId')}
              error={error('serviceId')}
              items={services.map(({ id, name }) => ({ value: id, text: name }))}
            />
          )}
          <Checkboxes
            name="isAgreed"
            legend={say('hand-off.agreed')}
            items={[{ value: 'yes', text: say('hand-off.yes') }]}
            values={typedList(form, 'isAgreed')}
            error={error('isAgreed')}
          />
          <Button preventDoubleClick>{say('hand-off.button')}</Button>
        </form>
      )}
    </Layout>
  )
}

const itemOf = ({ value, pathway, words: said }: NeedChoice, say: ReturnType<typeof words>) => ({
  value,
  text: said === null ? say('hand-off.need-new', { pathway }) : `${pathway}: ${said}`,
})
