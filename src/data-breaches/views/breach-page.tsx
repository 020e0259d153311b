import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  Input,
  PrintButton,
  problemOf,
  Radios,
  Section,
  SummaryList,
  Textarea,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { kinds, risks, tellBy } from '../clock.ts'
import type { Breach } from '../queries.ts'
import { words } from '../words.ts'
import { ClockTag } from './clock-tag.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  /** Left out for a new one. */
  breach?: Breach
  form: FormState<unknown>
  done?: string | undefined
}

/** One entry of the register: its clock, and all that is written down, to be written on. */
export function BreachPage({ page, may, breach, form, done }: Props) {
  const { locale } = page
  const say = words(locale)
  const { problems } = form
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={breach ? say('breach.title', { at: formatAt(locale, breach.foundAt) }) : say('new')}
      sub={say('breach.sub')}
      back={{ href: '/data-breaches', text: say('title') }}
      problems={problems}
      say={say}
      done={done}
    >
      {breach && (
        <SummaryList
          rows={[
            { key: say('f.clock'), value: <ClockTag locale={locale} breach={breach} now={page.now} /> },
            { key: say('f.tell-by'), value: formatAt(locale, tellBy(breach), 'long') },
            { key: say('f.agency'), value: breach.agency },
            {
              key: say('f.recorded'),
              value: say('by', { name: breach.recordedBy, at: formatAt(locale, breach.recordedAt) }),
            },
          ]}
        />
      )}
      {breach && <PrintButton>{say('print')}</PrintButton>}
      <form method="post" action={breach ? `/data-breaches/${breach.id}` : '/data-breaches'} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        {breach && <input type="hidden" name="version" value={typedText(form, 'version')} />}
        <Section id="happened" title={say('part.happened')}>
          <Words form={form} page={page} name="whatHappened" label="f.what" hint="hint.no-names" />
          <Moment form={form} page={page} name="found" label="f.found" />
          <Checkboxes
            name="kinds"
            legend={{ text: say('f.kinds'), size: 's' }}
            isSmall
            values={typedList(form, 'kinds')}
            error={problemOf(problems, 'kinds', say)}
            items={kinds.map((value) => ({ value, text: say(`kind.${value}`), hint: say(`kind.${value}.hint`) }))}
          />
          <Words form={form} page={page} name="whose" label="f.whose" hint="hint.whose" />
          <Input
            name="peopleCount"
            label={say('f.count')}
            width={5}
            inputMode="numeric"
            value={typedText(form, 'peopleCount')}
            error={problemOf(problems, 'peopleCount', say)}
          />
          <Radios
            name="risk"
            legend={{ text: say('f.risk'), size: 's' }}
            value={typedText(form, 'risk')}
            error={problemOf(problems, 'risk', say)}
            items={risks.map((value) => ({ value, text: say(`risk.${value}`), hint: say(`risk.${value}.hint`) }))}
          />
          <Words form={form} page={page} name="contained" label="f.contained" />
        </Section>
        <Section id="regulator" title={say('part.regulator')}>
          <Moment form={form} page={page} name="regulatorTold" label="f.regulator" />
          <Input
            name="regulatorReference"
            label={say('f.reference')}
            width={20}
            value={typedText(form, 'regulatorReference')}
            error={problemOf(problems, 'regulatorReference', say)}
          />
          <Words form={form} page={page} name="regulatorNotBecause" label="f.not-because" hint="hint.not-because" />
        </Section>
        <Section id="people" title={say('part.people')}>
          <Moment form={form} page={page} name="peopleTold" label="f.people" />
          <Words form={form} page={page} name="peopleNotBecause" label="f.people-not" />
        </Section>
        <Section id="lessons-part" title={say('f.lessons')}>
          <Words form={form} page={page} name="lessons" label="f.lessons-label" />
        </Section>
        <Button preventDoubleClick>{say('save')}</Button>
      </form>
    </SettingsFrame>
  )
}

type FieldProps = Pick<Props, 'form' | 'page'> & { name: string; label: Key; hint?: Key }
type Key = Parameters<ReturnType<typeof words>>[0]

function Words({ form, page, name, label, hint }: FieldProps) {
  const say = words(page.locale)
  return (
    <Textarea
      name={name}
      label={say(label)}
      hint={hint && say(hint)}
      rows={3}
      value={typedText(form, name)}
      error={problemOf(form.problems, name, say)}
    />
  )
}

function Moment({ form, page, name, label }: FieldProps) {
  const say = words(page.locale)
  return (
    <>
      <DateInput
        name={name}
        legend={{ text: say(label), size: 's' }}
        values={dayBoxes(form, name)}
        error={problemOf(form.problems, name, say)}
      />
      <Input
        name={`${name}Time`}
        label={say('f.time', { what: say(label) })}
        width={5}
        value={typedText(form, `${name}Time`)}
      />
    </>
  )
}
