import { Button } from './button.tsx'

const formName = 'ticked'

/** The box before a name in a list. It belongs to the form of `TickedForm`, wherever on the page that stands. */
export function Tick({ name, value, label }: { name: string; value: string; label: string }) {
  return <input class="tl-tick" type="checkbox" form={formName} name={name} value={value} aria-label={label} />
}

/** Under a list: leads to what can be done for the rows that are ticked. One a page. */
export function TickedForm({ action, from, button }: { action: string; from: string; button: string }) {
  return (
    <form class="tl-ticked" id={formName} method="get" action={action}>
      <input type="hidden" name="from" value={from} />
      <Button kind="secondary">{button}</Button>
    </form>
  )
}
