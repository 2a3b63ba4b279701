import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { demoBook } from './support/demo-book'
import { chooseInTopBar, mainPages } from './support/places'
import { Session } from './support/session'
import { zh } from './support/words'

test.describe('axe finds nothing serious', () => {
  let session: Session
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser, demoBook())
    const { page } = session
    await chooseInTopBar(page, zh('shell:theme.label'), zh('shell:theme.system'))
    // A colour measured in the middle of its change is neither of the two.
    await page.addStyleTag({
      content: '*, *::before, *::after { transition: none !important; animation: none !important }',
    })
  })
  test.afterAll(() => session.end())

  for (const { name, address, ready } of mainPages)
    test(`${name}, light and dark`, async () => {
      const { page, visit } = session
      await visit(address)
      await page.locator(ready).first().waitFor()
      await appear(page, 'light')
      expect(await seriousProblems(axe(page))).toEqual([])
      // The same page in other colours: only they can be wrong.
      await appear(page, 'dark')
      expect(await seriousProblems(axe(page).withRules(['color-contrast']))).toEqual([])
    })
})

async function appear(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await expect(page.locator('html')).toHaveCSS('color-scheme', colorScheme)
}

/** Only what is wrong is gathered in full: the rest is not read, and gathering it takes longer than the checks. */
const axe = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ['violations'] })

async function seriousProblems(check: AxeBuilder): Promise<string[]> {
  const { violations } = await check.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    )
}
