import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { toLunar } from '#shared/domain/calendar/lunar'
import { lunarDayText, lunarMonthText } from '#shared/domain/calendar/lunar-text'
import { addDays } from '#shared/domain/months'
import { demoBook } from './support/demo-book'
import { Session, temporaryFolder } from './support/session'
import { zh } from './support/words'

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

test.describe.serial('anniversaries, tasks and official holidays', () => {
  let session: Session
  const files = temporaryFolder()
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser, demoBook())
  })
  test.afterEach(() => session.expectQuiet())
  test.afterAll(async () => {
    await session.end()
    rmSync(files, { recursive: true, force: true })
  })

  const name = '农历启用日'

  test('a lunar anniversary becomes a task on the workbench, is done, and comes back by undo', async () => {
    const { page } = session
    await session.visit('/accounts/1?tab=calendar')
    await page.getByRole('button', { name: zh('calendar:account.add') }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel(zh('calendar:form.title')).fill(name)
    await form.getByText(zh('calendar:account.lunar'), { exact: true }).click()
    const lunar = toLunar(addDays(today, 2))
    if (!lunar) throw new Error('beyond the calendar')
    await choose(zh('calendar:form.month'), lunarMonthText({ month: lunar.month, leap: false }, 'zh-CN'))
    await choose(zh('calendar:form.day'), lunarDayText(lunar.day, 'zh-CN'))
    if (lunar.leap) await form.getByLabel(zh('calendar:form.leap')).click()
    await form.getByLabel(zh('calendar:form.year')).fill(String(lunar.year - 5))
    await expect(form.getByRole('status').filter({ hasText: addDays(today, 2) })).toBeVisible()
    await form.getByRole('button', { name: zh('shell:save') }).click()
    await expect(page.getByRole('cell', { name }).first()).toBeVisible()

    await session.visit('/workbench')
    const task = page.getByRole('region', { name: zh('calendar:tasks.title') }).getByText(`${name} 5 周年`)
    await expect(task).toBeVisible()
    await page.getByRole('button', { name: zh('calendar:tasks.doneOf').replace('{{what}}', `${name} 5 周年`) }).click()
    await expect(task).toBeHidden()
    await session.restart()
    await expect(session.page.getByRole('region', { name: zh('calendar:tasks.title') })).toBeVisible()
    await expect(session.page.getByText(`${name} 5 周年`)).toBeHidden()

    await session.visit('/calendar')
    await session.page.getByText(zh('calendar:tasks.closed'), { exact: true }).click()
    const more = zh('calendar:tasks.more').replace('{{what}}', `${name} 5 周年`)
    await session.page.getByRole('button', { name: more }).click()
    await session.page.getByRole('menuitem', { name: zh('calendar:tasks.reopen') }).click()
    await session.page.getByRole('button', { name: zh('shell:undo') }).click()
    await expect(session.page.getByText(zh('components:notify.undone'))).toBeVisible()
    await expect(session.page.getByText(`${name} 5 周年`).first()).toBeVisible()

    async function choose(label: string, option: string): Promise<void> {
      await form.getByLabel(label, { exact: true }).click()
      await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
    }
  })

  test('a year without its notice says so until it is imported, and again once that is undone', async () => {
    const { page } = session
    const year = 2031
    const missing = zh('calendar:month.missing').replace('{{year}}', String(year))
    await session.visit(`/calendar?tab=month&day=${year}-06-15`)
    await expect(page.getByText(missing)).toBeVisible()
    const file = join(files, `${year}.csv`)
    const days = Array.from({ length: 13 }, (_, at) => `${year}-06-${String(at + 10)},端午节,休`)
    writeFileSync(file, ['日期,名称,休/班', ...days, `${year}-06-31,端午节,休`].join('\n'))

    await page.getByRole('button', { name: zh('calendar:month.goImport') }).click()
    await page.getByRole('button', { name: zh('calendar:holidays.import') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[type=file]').setInputFiles(file)
    await expect(dialog.getByText(zh('calendar:holidays.preview').replace('{{count}}', '13'))).toBeVisible()
    await expect(dialog.getByText(zh('calendar:holidays.problems').replace('{{count}}', '1'))).toBeVisible()
    await dialog.getByRole('button', { name: zh('calendar:holidays.go'), exact: true }).click()
    const undo = page.getByRole('button', { name: zh('shell:undo') })
    await expect(undo).toBeVisible()

    await session.visit(`/calendar?tab=month&day=${year}-06-15`)
    const day = page.getByRole('gridcell', { name: new RegExp(`^${year}-06-15`) })
    await expect(day).toHaveAccessibleName(/端午节 休/)
    await expect(page.getByText(missing)).toBeHidden()
    await undo.click()
    await expect(page.getByText(missing)).toBeVisible()
    await day.press('PageDown')
    await expect(page.getByRole('gridcell', { name: new RegExp(`^${year}-07-15`) })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('gridcell', { name: new RegExp(`^${year}-07-16`) })).toBeFocused()
  })
})
