// What a radio or checkbox reveals, and "none of these". GOV.UK's own script puts aria-expanded on radios, which ARIA
// does not allow there; what is revealed follows the radio at once, so it is found without.

/** Starts every group of radios and checkboxes of a page, or of a part that came later. */
export function startChoices(within: ParentNode = document): void {
  for (const group of within.querySelectorAll<HTMLElement>(
    '[data-module="govuk-radios"], [data-module="govuk-checkboxes"]',
  )) {
    showChosen(group)
    group.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) clearOthers(group, target)
      for (const each of document.querySelectorAll<HTMLElement>('[data-module="govuk-radios"]')) showChosen(each)
      showChosen(group)
    })
  }
  // The back button fills a form in again after the page has loaded.
  window.addEventListener('pageshow', () => {
    for (const group of document.querySelectorAll<HTMLElement>('[data-module]')) showChosen(group)
  })
}

function showChosen(group: HTMLElement): void {
  for (const input of group.querySelectorAll<HTMLInputElement>('input[data-aria-controls], input[aria-controls]')) {
    const id = input.dataset['ariaControls'] ?? input.getAttribute('aria-controls')!
    const revealed = document.getElementById(id)
    if (!revealed) continue
    const isCheckbox = input.type === 'checkbox'
    input.setAttribute('aria-controls', id)
    if (isCheckbox) input.setAttribute('aria-expanded', String(input.checked))
    revealed.classList.toggle(`govuk-${isCheckbox ? 'checkboxes' : 'radios'}__conditional--hidden`, !input.checked)
  }
}

/** Choosing "none of these" clears the rest, and choosing one of the rest clears it. */
function clearOthers(group: HTMLElement, chosen: HTMLInputElement): void {
  if (chosen.type !== 'checkbox' || !chosen.checked) return
  const isExclusive = chosen.dataset['behaviour'] === 'exclusive'
  for (const other of group.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) {
    const isOtherExclusive = other.dataset['behaviour'] === 'exclusive'
    if (other !== chosen && other.name === chosen.name && (isExclusive || isOtherExclusive)) other.checked = false
  }
}
