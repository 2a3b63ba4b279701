import { expect, test } from '@playwright/test'
import { demoBook } from './support/demo-book'
import { downloadOf } from './support/files'
import { readPdf } from './support/pdf'
import { Session } from './support/session'
import { zh } from './support/words'

const name = '测试示例甲'
const phone = '13800009001'

test.describe.serial('contacts, their map and their personal data', () => {
  let session: Session
  test.beforeAll(async ({ browser }) => {
    session = await Session.start(browser, demoBook())
  })
  test.afterEach(() => session.expectNothingUncaught())
  test.afterAll(() => session.end())

  const choose = async (label: string, option: string) => {
    const { page } = session
    await page.getByRole('dialog').getByLabel(label, { exact: true }).click()
    await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
  }

  test('a contact with a lunar birthday is added', async () => {
    const { page, visit } = session
    await visit('/accounts/1?tab=contacts')
    await page.getByRole('button', { name: zh('people:add') }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel(zh('fields:contact.name'), { exact: true }).fill(name)
    await form.getByLabel(zh('fields:contact.phone'), { exact: true }).fill('138 0000 9001')
    await choose(zh('people:birthday.calendar'), zh('people:birthday.lunar'))
    for (const [label, typed] of [
      [zh('people:birthday.month'), '8 '],
      [zh('people:birthday.day'), '15'],
    ] as const) {
      await form.getByLabel(label, { exact: true }).fill(typed)
      await page.keyboard.press('Enter')
    }
    await page.getByRole('button', { name: zh('shell:save') }).click()
    await expect(form).toBeHidden()
    const row = page.getByRole('row').filter({ hasText: name })
    await expect(row).toContainText('138****9001')
    await row.getByRole('button', { name: zh('people:show') }).click()
    await expect(page.getByRole('dialog')).toContainText('农历八月十五')
    await expect(page.getByRole('dialog')).toContainText(phone)
    await page.keyboard.press('Escape')
  })

  test('a line drawn on the map sets the superior, and is taken back', async () => {
    const { page } = session
    await page.getByText(zh('people:tab.map'), { exact: true }).click()
    const person = page.locator('.map-person').filter({ hasText: name })
    const boss = page.getByRole('button', { name: new RegExp(zh('people:role.decision-maker')) }).first()
    const bossName = ((await boss.getAttribute('aria-label')) ?? '').split('，')[0] ?? ''
    const draw = async () => {
      const handle = await person.locator('[data-handle]').boundingBox()
      const target = await boss.boundingBox()
      if (!handle || !target) throw new Error('the map is not shown')
      await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
      await page.mouse.down()
      await page.mouse.move(target.x + target.width / 2, target.y + target.height / 3, { steps: 5 })
      await page.mouse.up()
    }
    const drawn = page.getByText(zh('people:map.lineDrawn', { name, boss: bossName }))
    await draw()
    await expect(drawn).toBeVisible()
    await page.getByRole('button', { name: zh('shell:undo') }).click()
    await expect(drawn).toBeHidden()
    await draw()
    await expect(drawn).toBeVisible()
    await page.getByText(zh('people:tab.table'), { exact: true }).click()
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText(bossName)
  })

  test('the printed plan holds the map', async () => {
    const { page, visit } = session
    await visit('/plans/1')
    const { path } = await downloadOf(page, () => page.getByRole('button', { name: zh('shell:print') }).click())
    const { text } = readPdf(path)
    if (text === null) return
    expect(text).toContain(zh('plans:paper.map'))
    // On the map and in the list.
    expect(text.split(name).length - 1).toBeGreaterThanOrEqual(2)
    expect(text).not.toContain(phone)
  })

  test('a clerk sees masked numbers and no way around; a manager erases for good', async () => {
    const { page, visit } = session
    const workAs = async (role: 'clerk' | 'manager') => {
      await page
        .getByRole('banner')
        .getByRole('button', { name: new RegExp(`^${zh('shell:role.label')}`) })
        .click()
      await page.getByRole('menuitem', { name: zh(`shell:role.${role}`) }).click()
    }
    await visit(`/people?q=${phone}`)
    await workAs('clerk')
    const row = page.getByRole('row').filter({ hasText: name })
    await expect(row).toContainText('138****9001')
    await expect(row.getByRole('button', { name: zh('people:show') })).toHaveCount(0)
    await workAs('manager')
    await visit('/accounts/1?tab=contacts')
    await row.getByRole('button', { name: zh('people:more') }).click()
    await page.getByRole('menuitem', { name: zh('people:erase.action') }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(zh('people:erase.cannot'))
    await dialog.getByLabel(zh('people:erase.type')).fill(name)
    await dialog.getByRole('button', { name: zh('people:erase.confirm') }).click()
    await expect(dialog.getByText(zh('components:job.done'))).toBeVisible()
    await dialog
      .getByRole('button', { name: zh('shell:close') })
      .last()
      .click()
    await expect(page.getByText(name)).toHaveCount(0)
    await expect(page.getByText(zh('people:erase.traces'))).toBeVisible()
  })
})
