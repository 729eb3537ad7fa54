/**
 * What each problem of the workbook means and what to do next, in English, by its code. The names, numbers and cells of
 * the single case stand in the original message, which the pane shows below; where several rows of `problems.ts` share a
 * code, its text holds for each of them.
 */
export const PROBLEM_MEANINGS: Readonly<Record<string, string>> = {
  // ---- finding forms
  NAME_COLUMN_MISSING: 'This score sheet has no “姓名” column; none of it was calculated. Add the heading “姓名”.',
  FORM_UNRECOGNISED:
    'This looks like a score sheet, but only some of its headings were recognised; none of it was read. Correct the headings to the seven indicators of 附件3.',
  HEADING_MISSING:
    'The title is that of a score sheet, but no headings for “姓名” and the seven indicators were found; it was not read. If it is 附件3, correct its headings.',
  COLUMN_MISSING: 'A column is missing; none of the sheet was calculated. Add the column or correct its heading.',
  COLUMN_DUPLICATE: 'A column stands here more than once; none of the sheet was calculated. Keep only one.',
  FORM_EMPTY: 'The score sheet lists nobody.',
  LABELS_READ: 'Some labels are worded otherwise than in the annexed form; they were understood as shown below.',
  ROW_DOUBTFUL:
    'This row is hard to tell from a summary. The message says whether it is counted, and what that does to the number of people and the limit of 好; please check it.',
  NAME_BESIDE:
    'Something stands beside a name in its cell; only the name is used. Please keep the name column to names.',
  NAME_SIMILAR:
    'Two names differ in one character and never stand on the same month’s sheets: perhaps one person. The message says what that does to the number of people and the limit.',
  PERIOD_NOT_MONTH:
    'The title names a quarter, half a year or a year, not a month: no totals are calculated. Make one score sheet a month, or correct the title.',
  EXTRA_NOT_COUNTED:
    'A column of plus or minus points is not among the seven indicators and is not counted; please check it.',
  VETO_NOT_COUNTED: 'A veto does nothing by itself; please see whether it belongs into 特殊情形登记.',
  NOTHING_FOUND:
    'No score sheet, weekly record, filing form or roster was found; the message says what came nearest and what to do.',
  SHEET_NEAR: 'This sheet looks like a form but cannot be read as one; the message says what to change.',
  SHEET_UNUSED: 'Nothing on this sheet is used.',
  COLUMN_NEAR:
    'This column is not used, and its heading nearly is that of a column which the table lacks. If it is that column, change the heading as the message says.',
  COLUMNS_UNUSED: 'These columns hold something that nothing here uses.',
  ROWS_SKIPPED: 'These rows are not about people and were skipped.',
  ROW_SPLIT:
    'One entry seems to be spread over several rows. Scores split like this were not calculated; what 附件1 and 附件2 say was read as described below. Put the entry into one row, or merge its cells.',
  HIDDEN_CELLS: 'There are hidden or filtered cells; they were read too. Show them and check.',
  COLOURS_IGNORED:
    'Cells are coloured by conditional formats. Colours count for nothing: if one stands for a deduction or the like, write it as a number or text.',
  HIDDEN_SHEET:
    'A hidden sheet holds forms or lists, which were not read. Show the sheet if it should count; delete it if not.',
  SHEET_REFUSED:
    'Excel did not tell what is on this sheet, so it was not read; all others were. Save the workbook, open it again and try once more; if that does not help, copy the contents to a new sheet.',
  SHEET_PART_REFUSED:
    'Excel did not tell everything about this sheet. The message says what is missing, what was done without it, and what to do.',
  DATES_UNKNOWN:
    'The workbook’s date system could not be told; dates were read as those of the 1900 system and may be four years off. Please check the dates.',
  CALCULATED_BY_HAND:
    'The workbook calculates only on request, so that values of formulas may be old. Press F9, or set Formulas – Calculation Options to Automatic, then refresh.',
  SHEET_PROTECTED_READ: 'The sheet is protected; it was read and will not be changed.',
  SHEET_PROTECTED:
    'The sheet is protected, so the results go to a new sheet. To have them on this one, unprotect it first.',
  TYPED_VALUE_KEPT:
    'Something was typed where the program writes; it was kept. Please check; once the cell is cleared, it is filled again.',

  // ---- 附件1 and 附件2
  RECORD_UNREADABLE:
    'The title is that of 附件1 or 附件2, but the headings for tasks and their progress were not found; it was not read. Restore the headings.',
  RECORD_EMPTY: 'This form is blank and does not count.',
  RECORD_UNUSED: 'Labels or columns that this form does not have: what stands there is not used.',
  RECORD_LEFT_OVER:
    'Cells of this form belong to none of its fields and were not read; move them to the right of the field they belong to.',
  RECORDS_BESIDE: 'Cells beside the forms of this sheet are not used.',
  RECORD_PART_BESIDE:
    'Cells beside the forms of this sheet, fields of a form among them, were not read; restore the title and the headings of that form.',
  RECORD_COLUMN_READ: 'This heading was read as that of the progress of tasks; check it and correct the heading.',
  RECORD_MISTITLED:
    'The title and the fields are those of different forms; it was read by its fields. Correct the title.',
  NAME_MISSING:
    'Something is filled in, but no name can be read for it, so it does not count. Enter the name, after unmerging cells that cover it, or clear scores that are nobody’s.',
  NAME_SEVERAL:
    'Several names stand in one cell, so this does not count. Give each person a row, or a form, of their own.',
  NAME_NOT_TEXT: 'This is not a name, so what belongs to it does not count. Enter the name.',
  CELL_ERROR:
    'The formula gives an error: a score was not calculated, any other cell counts as blank. Correct the formula or type the value.',
  MONTH_CONFLICT: 'Two places name different months; the form does not count. Make them agree.',
  MONTH_MISSING:
    'It cannot be told for which month this form is; it counts for none. Write year and month below its title, such as 2020年7月.',
  PERIOD_MISSING:
    'The dates of the week are missing; it counts for none. Write both, such as 2020年7月6日---2020年7月10日.',
  PERIOD_UNREADABLE:
    'The dates of the week cannot be told from what is written; it counts for none. Write both, such as 2020年7月6日---2020年7月10日.',
  PERIOD_REVERSED: 'The last day is before the first; it counts for no week. Correct the dates.',
  PERIOD_INCOMPLETE: 'The last day is not written in full. Complete it.',
  PERIOD_SINGLE_DAY: 'Only one day is given, and only it counts. Write the first and the last day.',
  YEAR_DIFFERS:
    'The year printed on the form is not that of the period assessed; it counts for the year or month named below. Check whether an old form was used again, and correct the year.',
  YEAR_INHERITED: 'The year is missing and was taken from what surrounds it, as described below. Please check.',
  GRADE_SEVERAL: 'Two grades are written, so it is not known which one is suggested. Keep only one.',
  GRADE_DENIED:
    'This says what the grade is not to be; it is not read as a suggestion. Write which of 好, 较好, 一般 and 较差 is suggested.',
  GRADE_WORD: 'This is not a grade of the notice; it must be 好, 较好, 一般 or 较差. Correct it.',
  SIGNATURE_PICTURE:
    'No signer’s name is typed here, and a signature that is a picture cannot be checked. Type the name where the form has its label for the signature.',

  // ---- weights
  WEIGHTS_MISSING: 'No weights are printed; those of the notice were used. Please confirm.',
  WEIGHTS_PARTIAL: 'Some weights are not printed; the sheet was calculated with those named below. Please confirm.',
  WEIGHTS_PRINTED:
    'The workbook has no 考核设置. The weights that all its score sheets print are used, though they differ from the notice’s, and are written to 考核设置. Confirm them.',
  WEIGHTS_DISAGREE:
    'The score sheets print different weights, so there are no totals. Choose the weights in 考核设置, then run again.',
  WEIGHTS_CHANGED:
    'The weights printed on the sheet differ from 考核设置, whose weights were used. Check them, and correct the heading or the setting.',
  WEIGHTS_TOTAL:
    'The weights do not total 100%; none of the sheet was calculated. Correct the weights in the headings.',

  // ---- month and dates
  MONTH_FROM_SIGNING_DATE:
    'The month is not written; it was taken from the date of the signature. Check, and write year and month.',
  YEAR_MISSING: 'Only a month is written, without a year; it counts for no month. Add the year.',
  DATE_AMBIGUOUS: 'This date can be read in several ways. Write it like 2020年6月7日.',
  MONTH_TYPED_AS_NUMBER:
    'A month was typed as a number into a cell that shows dates, so that it shows another one. The message says what was read; make the cell text and type the month again.',
  DATE_INVALID: 'This is not a valid date. Correct it.',

  // ---- raters
  RATER_UNNAMED:
    'Several score sheets of one month rate the same people without naming the rater; each counts as another rater. Write “评委：” and the name on each.',
  RATER_MISSING:
    'Not every rater has scored this person this month; who lacks, and how the month was treated, stands below. Have the scores added, or choose in 考核设置 how absent raters are treated.',
  CIRCULAR:
    'Formulas on this sheet read their own result (a circular reference), so that what they show is not to be used; their cells stand below. Correct the formulas or type the values.',
  RATER_WEIGHTS_UNUSED:
    'Weights of raters are written on the sheets of this month; they are not used, and all raters count alike. What the weights would give stands below; have the leadership group confirm.',
  RATER_WEIGHTS_DIFFER:
    'The sheets of this month print other weights of raters than the settings, which count; please compare them.',
  RATER_GROUP_UNKNOWN:
    'This sheet names none of the settings’ groups of raters, or several, and is not calculated; name one on the rater line, or change the setting.',
  RATER_GROUP_MISSING:
    'A group of raters has no scores of these people, so that the weights give no total; add the scores, or change the setting.',
  EXTRA_NOT_A_NUMBER:
    'This column counts into the total and holds no number of points, so that the row has no total; enter a number, or leave the cell blank.',
  EXTRA_HELD: 'More is added or taken off than the settings let count; the largest amount counts. Please check it.',
  SCORES_IDENTICAL: 'Everybody has exactly the same scores. Confirm that each person was scored individually.',
  SCORES_ALL_FULL: 'All scores are full marks. Please confirm.',
  RATERS_IDENTICAL: 'All scores are the same as on another sheet. Confirm that it is not a copy of it.',

  // ---- scale
  SCALE_ASSUMED:
    'No score of the month exceeds its weight, so they were taken for 分值制 (the total is their sum). If they are 百分制, say so in 考核设置.',
  SCALE_MIXED: 'The scores seem to mix 百分制 and 分值制; they were not calculated. Score by 百分制 throughout.',
  SCORE_UNUSUALLY_LOW: 'Scores are no higher than the weight of their indicator. Confirm that 百分制 was used.',

  // ---- scores
  SCORE_MISSING: 'Scores are missing; this person was not calculated. Fill them in.',
  FORM_UNSCORED: 'Nobody on this sheet has been scored yet; nothing was calculated. The leadership group scores it.',
  SCORE_NOT_A_NUMBER: 'This is not a valid score; it was not calculated. Enter a number such as 85.',
  SCORE_OUT_OF_RANGE: 'The score is out of range; it was not calculated. The range stands below.',
  SCORE_TEXT_NORMALISED: 'The score is stored as text and was read as a number.',
  SCORE_ZERO: 'The score is 0. Confirm that it was not left out.',
  SCORE_DECIMALS: 'The score has more than two decimals and counts as it stands. Please confirm.',
  EXTERNAL_LINK:
    'Scores are taken from another workbook; their present values were used. Check them, then replace the links by values.',

  // ---- totals and grades that people typed
  TOTAL_DIFFERS: 'The total that stands here differs from the calculated one; it was left as it is. Please check.',
  GRADE_DIFFERS:
    'The grade that stands here differs from the one of the total; it was kept as a suggestion. Please check.',

  // ---- names
  NAME_NORMALISED: 'The name was read without spaces and the like; what the cell shows stays.',
  NAME_UNREADABLE:
    'The name holds characters that cannot be read. Replace it by the right name; those that fit, if any, stand below.',
  NAMESAKE: 'Several people have this name; it was not calculated. Fill in the department to tell them apart.',
  DUPLICATE_PERSON:
    'This person stands more than once on one rater’s sheets of the month; none of the rows was calculated. Keep only one.',
  DEPARTMENT_DIFFERS: 'The department differs from the roster, which was followed. Please check.',
  DEPARTMENTS_VARY:
    'One name stands with different departments on different sheets and counts as several people. If it is one person, make them agree.',
  NOT_ON_ROSTER: 'This name is not on the roster (人员名册). Check the name, or add the person.',
  PERSON_MISSING: 'People of the roster have no scores in the month. Have them scored, or explain it in 特殊情形登记.',
  ABSENCE_ONLY_REMARKED:
    'This person has no scores, and only a remark on the roster says why. A remark excuses nobody: register it in 特殊情形登记, or add the scores.',
  PERSON_ABSENT: 'People have no scores in the month, as the roster or 特殊情形登记 explains.',
  SUBJECTS_UNKNOWN:
    '考核设置 limits the appraisal to some kinds of staff, and of these people the roster does not say which they are; they are taken in. Fill it in.',
  SUBJECTS_NOBODY:
    'Nobody on the roster is of the kind of staff to which 考核设置 limits the appraisal. Check how both are written.',
  ROSTER_DUPLICATE: 'The roster lists this person twice; only the first row counts. Delete the other.',
  ROSTER_SEVERAL: 'There are several rosters; only the one named below was used. Put them together.',

  // ---- making forms
  ROSTER_NEEDED:
    'There is no roster (人员名册), so no forms were made. Make an empty one under Forms, or a sheet with the headings named below, list the people and try again.',
  ROSTER_WITHOUT_DEPARTMENT:
    'The roster has no such department, so no forms were made. The departments that it has stand below.',
  ROSTER_WITHOUT_PERSON:
    'The roster has no such person, so no forms were made. Check department and name, or add the person first.',
  ROSTER_PERSON_AMBIGUOUS: 'The roster has several people of this name, so no forms were made. Name the department.',
  ROSTER_EMPTY: 'The roster lists nobody yet, so no forms were made. Fill it in and try again.',
  FORMS_EXIST: 'Some forms are there already; they stay as they are and were not made again.',
  SAMPLE_EXISTS: 'Sheets of the sample are in the workbook already; they were not loaded again.',
  WEEKS_WITHOUT_OFFICIAL_LIST:
    'The holidays and worked weekends of the year are not known to the program; its weeks were cut as Monday to Friday. Correct the dates on the forms by the official list, or first enter the year’s days in 工作日历 (including October 1).',
  CALENDAR_INVALID: 'This day of 工作日历 cannot be used as it stands; the reason stands below. Correct it.',
  REGISTER_EXISTS: 'This list is there already; it stays as it is and was not made again.',

  // ---- the program's own sheets
  SETTING_INVALID:
    'This setting cannot have this value; what it may be stands below. Correct it, then run the command again.',
  SETTING_CONTRADICTS:
    'A setting cannot be used, contradicts another, or is in a sheet that cannot be completed; the reason stands below. Correct it, then run the command again.',
  SETTING_UNUSUAL: 'A setting departs from the notice; it is used as it stands. Please confirm.',
  NAME_TAKEN:
    'A name that the formulas need is already used for something else. Rename that one in Excel’s Name Manager, then run the command again.',
  SETTINGS_PROTECTED:
    'The sheet is protected, so missing settings were not added; their defaults are used. To set them, unprotect the sheet and run the command again.',
  SETTINGS_CLOSED: 'The sheet is protected; nothing was written. Unprotect it before you change settings.',
  SHEET_UNREAD: 'The sheet is too large and was not read. If it holds score sheets, move them to a sheet of their own.',
  MONTH_WITHOUT_FORM:
    'There is no score sheet of this month, which does not count for the mean. Add it, then run the command again.',
  CIRCUMSTANCE_UNKNOWN_PERSON:
    'This person is neither on the roster nor on a score sheet; the row was not used. Check department and name.',
  CIRCUMSTANCE_NAMESAKE: 'Several people have this name; the row was not used. Fill in the department.',
  CIRCUMSTANCE_INVALID: 'The entry cannot be used as it stands; the reason stands below. Correct it.',
  CIRCUMSTANCE_INCOMPLETE: 'The entry counts, but lacks its basis or who approved it. Fill that in.',
  EVIDENCE_HEADINGS_MISSING: 'Headings of 考核记实 are missing; it was not read. Restore them.',
  EVIDENCE_UNKNOWN_PERSON:
    'This person is neither on the roster nor on a score sheet; the entry was not used. Check department and name.',
  EVIDENCE_NAMESAKE: 'Several people have this name; the entry was not used. Fill in the department.',
  EVIDENCE_INVALID: 'The entry cannot be used as it stands; the reason stands below. Correct it.',
  CASE_NOT_REGISTERED:
    'The text speaks of a case under investigation, but 特殊情形登记 has no entry for it. Register an open case as “立案调查” (assessed, without a grade; 五·5), one that was closed without a penalty as “结案不予处分”; if there is no case, write “未立案” here.',
  REVIEW_HEADINGS_MISSING:
    'Headings of the 审定表 are missing; nothing was written. Restore them, or rename or delete the sheet and make it again.',
  REVIEW_PROTECTED: 'The 审定表 is protected; nothing was written. Unprotect it, then run the command again.',
  REVIEW_PERSON_GONE:
    'No score sheet of the quarter has this person; the row was kept. Check it, then delete it or correct name and department.',
  REVIEW_PERSON_TWICE:
    'This person stands more than once on the sheet; the first row counts. Check it; give people of the same name their own departments.',
  REVIEW_REASON_MISSING:
    'The decided grade (审定等次) differs from the suggested one (建议等次), and “备注” is empty. State the reason there (三（二）4).',
  DECIDED_OVER:
    'More people are decided to be 好 than the limit allows. The group may change that, or confirm and go on; 操作记录 keeps the warning.',
  GATE_LACKS:
    'Something lacks that the notice asks for; the message says what. The group may go on; 操作记录 keeps the warning.',
  DECISION_AGAINST_RULE:
    'The decided grade (审定等次) is not what the special rules allow, for the reasons below; it was left as it is. Ask the leadership group to decide again.',
  SCORE_UNCOUNTED:
    'This score does not count: the person was not in service then, or another unit assesses the month. Nothing was changed. Check 特殊情形登记 and the score sheet.',
  QUOTA_OVER: 'More people have 好 than the limit allows. The leadership group has to decide (二·考核等次).',
  QUOTA_STRICTER:
    'The limit of 好 is kept, but would be exceeded if people of undetermined grade did not count. Tell the leadership group both figures.',

  // ---- the year
  ANNUAL_NOTHING:
    'There is neither a 审定表 nor a score sheet of any quarter of the year; nothing was summed up. Make the quarterly review first, or check the year.',
  ANNUAL_QUARTER_MISSING:
    'The 审定表 of a quarter is missing; the quarter counts as without result. Put it into this workbook, then sum up again.',
  ANNUAL_QUARTER_UNREVIEWED:
    'A quarter has score sheets but no 审定表; its suggested grades are used for now and marked “未审定”. Make the quarterly review and have the leadership group decide.',
  ANNUAL_UNDECIDED:
    'Some people have no decided grade; their suggested grades are used for now and marked “未审定”. Have the leadership group decide, then sum up again.',
  ANNUAL_DEPARTMENT_CHANGED:
    'The department here differs from the roster; it was taken for the same person. If it is somebody else of that name, list both on the roster.',
  ANNUAL_HEADINGS_MISSING:
    'Headings of the 年度汇总表 are missing; nothing was written. Restore them, or rename or delete the sheet and sum up again.',
  ANNUAL_PROTECTED: 'The sheet is protected; nothing was written. Unprotect it, then sum up again.',
  ANNUAL_PERSON_GONE:
    'No 审定表 of the year has this person; the row was kept. Check it, then delete it or correct name and department.',
  ANNUAL_PROPOSAL_DOUBTFUL: 'The grade proposed for the year does not fit, for the reason below. Please check.',
  ANNUAL_REFUSER_PROPOSED:
    'Somebody who refuses to take part is proposed as 优秀: in that year there is neither annual assessment nor praise (五·6). The person is on no list of 优秀; correct the entry.',
  ANNUAL_PLANS_UNKNOWN:
    'There is no list of annual work plans, so it was not checked whether they were filed in time, by the end of February (三（二）1). You can make a sheet “年度工作计划” with the columns 姓名 and 备案日期.',
  ANNUAL_PLAN_MISSING:
    'People are not on the list: an annual work plan is due by the end of February, approved by the superior in charge (分管领导) and filed with 人事科 (三（二）1).',
  ANNUAL_PLAN_LATE:
    'By this list, the annual work plan was not finished in time, approved and filed, for the reason below; it is due by the end of February, to be approved by the superior in charge and filed with 人事科 (三（二）1). Please check.',
  ANNUAL_PLAN_FILED_LATE:
    'The annual work plan was finished in time and filed later; the notice sets a day for finishing it alone (三（二）1).',
  LEADERSHIP_INCOMPLETE: 'The list of the leadership group lacks what is named below. Complete it (五·1).',
  LEADERSHIP_LINE:
    'A line of the leadership group’s list is incomplete, or its entries do not fit each other (五·1); the reason stands below. Correct it.',
  LEADERSHIP_EXISTS: 'The list of the quarter is there already; it was not changed. Edit it on its sheet.',
  LEADERSHIP_UNUSABLE:
    'Headings of the leadership group’s list are missing; nothing was written. Restore them, or rename or delete the sheet and make it again.',
  LEADERSHIP_PROTECTED:
    'The list of the leadership group is protected; nothing was written. Unprotect it, then run the command again.',
  DRAW_DONE:
    'The lot has been drawn for this quarter and is not drawn twice. If it has to be, first delete who was drawn from the list, and keep a note of why.',
  DRAW_IMPOSSIBLE:
    'So many cannot be drawn: the roster does not have that many heads of department to draw from. Give another number, or complete the positions on the roster.',
  SAVING_LOSES: 'A file that is saved anew cannot keep what is named below; the original file stays as it is.',
  CORRECTION_PROTECTED: 'The sheet is protected; nothing was corrected. Unprotect it first.',
  CORRECTION_GONE:
    'What some corrections were about has changed since; those were not made. Look for corrections again, then choose.',
  SCORE_ROW_MOVED:
    'This row no longer holds the scores of this person; nothing was written. Read the workbook again before you score.',
  SCORE_CELL_LOCKED: 'The sheet is protected and the cell locked; nothing was written. Unprotect the sheet first.',
  SCORE_CELL_MERGED: 'The cell is merged with others; nothing was written. Unmerge it first.',
  SCORE_REPLACED: 'What stands in the cell will be replaced by the score. Check before you confirm.',
  WORKBOOK_CHANGED: 'What stands below has changed since the preview; nothing was written. Preview again.',
  STEP_PROTECTED: 'The sheet is protected; nothing was written or undone. Unprotect it, then try again.',
  WORKBOOK_READ_ONLY:
    'The workbook is read-only; nothing was written or undone. Enable editing (on the web, switch to Editing), or save a copy and go on in that.',
  STRUCTURE_PROTECTED:
    'The structure of the workbook is protected, so no sheet can be added; nothing was written. Unprotect the workbook under Review.',
  STEP_STANDS:
    'Writing broke off and could not be taken back: the cells below are written, the others are not. Undo again, run the command again, or clear these cells by hand.',
  STEP_UNKNOWN:
    'Writing broke off and Excel no longer answers; the cells below may be written. Check them once Excel works again, or run the command again.',
  STEP_FAILED: 'It could not be written; what was written already was taken back. Make the preview anew.',
  STEP_ROWS_MOVED:
    'The rows that the step put in are no longer where it put them; they were not deleted, lest somebody else’s go. Delete what is not needed by hand.',
  STEP_MOVED:
    'The rows that the step wrote now stand elsewhere; they were not undone, lest somebody else’s cells change. Move them back and undo again, or correct them by hand.',
  STEP_SHEET_KEPT:
    'The program made this sheet, but somebody has typed into it; it was not deleted. Check it and delete it by hand.',
  MARKS_LEFT:
    'The conditional formats of this sheet cannot be read, so that marks of the check cannot be told from others. The message says what was left as it is; delete doubled rules in Conditional Formatting – Manage Rules, then try again.',
  PAGES_LEFT:
    'Excel did not take the number of printed pages. Before printing set Width to 1 page on the Page Layout tab (and Height where a sheet is to be one page).',
  STEP_LOOKS:
    'The contents were put back, but the looks of the cells may not be what they were: rows came or went, or there were too many looks to note. Check how the sheet looks.',
  STEP_OVERTAKEN:
    'Somebody changed the sheet while it was being restored; what stood there was put back. Check the sheet, then undo again.',
  UNDO_STANDS: 'Undoing broke off: what stands below is not restored yet. Undo again; what is restored stays so.',
  UNDO_UNKNOWN: 'Undoing broke off and Excel no longer answers. Undo again once it does; what is restored stays so.',
  UNDO_NOT_LOGGED: 'It was undone, but 操作记录 has no line of it. Add one by hand.',
  EDITED_SINCE_STEP:
    'The sheet was edited after this step, which was not undone. Keep what was edited elsewhere first; undo when you are sure that it is not needed.',

  // ---- whether 附件1 and 附件2 are complete
  RECORDS_NONE: 'There is no filled-in 附件1 or 附件2, so it was not checked whether they are complete.',
  CALENDAR_UNKNOWN:
    'The holidays and worked weekends of the year are not known; Monday to Friday count as working days. Check the dates by the official list, or enter the year’s days in 工作日历 (including October 1).',
  ANNEX_MISSING: 'There is not a single form of this kind in the month. Collect them, then check again.',
  RECORDS_MISSING:
    'People have no weekly record (附件1) in the month; it is to be filed with 人事科 by the day that stands below. Ask for them (三（二）2).',
  WEEKS_MISSING:
    'Weekly records (附件1) of the month are missing for what is named below. Have them filled in (三（一）).',
  FILINGS_MISSING:
    'People have no filing form (附件2) in the month; the day for it stands below. Ask for them (三（二）2).',
  FILING_INCOMPLETE:
    'This 附件2 has no more than its header and duties; it is not counted as handed in (三（二）2). Have it completed.',
  HOST_MATERIAL_MISSING:
    'People work or study at another unit this month, and nothing of that unit is there by which to assess them (五·4). Get its material and note it in the last column of 特殊情形登记.',
  RECORDS_EXPLAINED: 'People have no 附件1 or 附件2 in the month, as the roster or 特殊情形登记 explains.',
  RECORD_NAMESAKE:
    'Several people have this name, so it is not known whose form this is; it does not count. Fill in the department.',
  WEEK_DUPLICATE: 'There is another weekly record of the same person and days. Keep only one.',
  WEEKS_OVERLAP: 'Two weekly records of one person overlap; each day counts once. Correct the dates.',
  WEEK_CROSSES_MONTHS:
    'The weekly record spans two months; its working days count for the month that they are in. Keep a record for each month.',
  WEEK_OVERLONG: 'The weekly record spans more than a month; it does not count. Correct the dates.',
  FILING_DUPLICATE:
    'There is another filing form (附件2) of this person and month, and it is not known which one is valid. Keep only one.',
  EVALUATION_MISSING:
    'The filing form (附件2) lacks its comment or suggested grade, to be given by the head of department (科长) or the superior in charge (分管领导) by the day below (三（二）3): 好, 较好, 一般 or 较差.',
  SUGGESTION_DIFFERS:
    'The suggested grade (建议等次) differs from the grade of the month’s scores. Both are shown; the leadership group decides.',
  SIGNED_ON_MISSING:
    'The filing form (附件2) has a comment or a suggested grade but no date of signature, so it cannot be checked whether it was in time. Fill in the date.',
  SIGNED_LATE: 'The comment was signed after its last day, the 5th of the next month (三（二）3). Check the date.',
  SIGNED_EARLY:
    'The comment was signed before the last working day of the month, when the month is summed up (三（二）2). Check the date.',
  COMMITTEE_LATE:
    'The opinion of the appraisal committee was signed later than 10 days after the quarter (三（二）4). Check the date.',
  COMMITTEE_EARLY:
    'The opinion of the appraisal committee is dated before the last working day of the month, when the month had no summary yet (三（二）2). Check the date.',
  SELF_EVALUATION:
    'The comment is signed by the person whom it is about; it belongs to the head of department (科长) or the superior in charge (分管领导) (三（二）3). Correct it.',
  EVALUATOR_UNKNOWN:
    'The signer is not on the roster or has no position there, so it cannot be checked whether it is the head of department (科长) or the superior in charge (分管领导). Check the name, or complete the roster.',
  EVALUATOR_ROLE: 'By the roster, somebody else had to comment and sign (三（二）3), as stands below. Please check.',
  SELF_SCORING:
    'The rater has the name of a person who is rated, as if scoring themself. Please check; such scores should not count (五·1).',
  STATUS_NOTE_MISSING:
    'A status is written in place of a grade, but the field for its explanation is empty. State the reason: probation, leave, penalty, an open case or another.',
  REASON_MISSING: 'Tasks are unfinished, and no reason is given. Add it to each of them (三（二）2).',
  HEADER_DIFFERS: 'What the head of the form says differs from the roster. Please check.',

  // ---- files that are collected or imported
  FILE_EMPTY: 'The file is empty; it was not read. Ask for it again.',
  FILE_NOT_XLSX:
    'The file is no .xlsx workbook; it was not read. Save it as “Excel Workbook (*.xlsx)” in Excel or WPS.',
  FILE_ENCRYPTED: 'The file needs a password to open; it was not read. Take the password away first.',
  FILE_LEGACY_XLS:
    'The file has the old .xls format; it was not read. Save it as “Excel Workbook (*.xlsx)” in Excel or WPS.',
  FILE_DAMAGED:
    'The file is damaged or incomplete; it was not read. Ask for it again, or repair it in Excel and save it anew.',
  FILE_TOO_LARGE:
    'The file is too large for a form that one person fills in; it was not read. Check it, or copy the form to a new workbook.',
  FILE_FAILED:
    'The file could not be read for the reason below; it was not read. The others are not affected. Check the file.',
  FILE_UNREACHABLE: 'The file could not be opened (moved, deleted or in use?); it was not read. Choose it again.',

  // ---- the archive
  ARCHIVE_NOTHING:
    'The workbook has no 附件1, 附件2 or 附件3 of the month; there is nothing to put on file. Check the month, or collect first.',
  ARCHIVE_MISSING:
    'Forms of the month are missing; the list of what is on file names them person by person. Ask for them, then put the month on file again.',
  ARCHIVE_WITHOUT_PERIOD:
    'It cannot be told for which time this form is; it was not put on file. Write year, month and day.',
  ARCHIVE_DATE_UNREADABLE:
    'The date cannot be read, so it was not checked whether the form was on file in time. Write it like 2020年7月31日.',
  ARCHIVE_PROTECTED: 'The sheet is protected; nothing was put on file. Unprotect it, then run the command again.',
  ARCHIVE_HEADINGS_MISSING:
    'Headings are missing; nothing was put on file. Restore them, or rename or delete the sheet and put the month on file again.',

  // ---- sealed reviews, the log, the packet
  SEAL_WITHOUT_REVIEW:
    'There is no 审定表 of the quarter, or its headings were changed. Make the quarterly review first.',
  SEAL_UNDECIDED:
    'Some people have no decided grade (审定等次); the review was not sealed. Have the leadership group decide first (三（二）4).',
  SEAL_PROTECTED: 'The sheet is protected; the review was not sealed. Unprotect it first.',
  SEAL_EXISTS:
    'The review is sealed, and something has changed since; it was not sealed again. Verify the seal; where the changes are right, preview a new seal behind that.',
  SEAL_NONE: 'The quarter is not sealed yet. Seal it once it is decided.',
  SEAL_BROKEN:
    'Something has changed since the review was sealed. Compare it with the original forms; if it is a correction, state the reason and seal the review again (五·2).',
  SEAL_OLDER:
    'The quarter was sealed by an earlier version: only scores, weights, settings, circumstances, grades and typed decisions can be compared, and no cell be named. Seal it anew once it is checked.',
  SEAL_RECORD_CHANGED:
    'The record of the seal has itself been changed and proves nothing any more. Compare the digest on the printed 审定表.',
  SEAL_PRINT_DIFFERS: 'The digest on the 审定表 is not that of the record of the seal. Compare the printed 审定表.',
  LOG_PROTECTED:
    'The log (操作记录) is protected, so nothing can be recorded and nothing was written. Unprotect it, then run the command again.',
  EXPLANATIONS_WITHOUT_REVIEW:
    'There is no 审定表 of the quarter to put explanations into. Make the quarterly review first.',
  EXPLANATION_CELL_TAKEN:
    'The cell has an input check of its own, so no explanation was put there. It can be read in the pane.',
  PACKET_PROTECTED: 'The sheet is protected; nothing was written. Unprotect it, then run the command again.',
  PACKET_WITHOUT_REVIEW:
    'There is no 审定表 of the quarter, so the discipline packet (纪检材料) leaves out decisions that differ from the suggestion. Make the quarterly review, then the packet again.',
  PACKET_EMPTY:
    'The quarter has no grade that was set directly, left open, made up for, limited or decided otherwise than suggested; nothing has to be reported.',

  // ---- what other grades would come to
  WHAT_IF_PERSON:
    'It cannot be told who of the quarter’s people is meant; nothing was tried. Check, and give department and name.',
  DECISION_ROW_MOVED:
    'This row is no longer about this person, or its headings changed; nothing was written. Read the workbook again before you decide.',
  SUGGESTION_CHANGED:
    'The suggested grade has changed meanwhile; nothing was written. Read the workbook again, look, and decide then.',
  DECISION_LOCKED: 'The sheet is protected and the cell locked; nothing was written. Unprotect the sheet first.',
  DECISION_REPLACED: 'What stands in the cell will be replaced by the decision. Check before you confirm.',
  REMARK_COLUMN_MISSING:
    'The review sheet has no column of remarks for the reason; nothing was written. Please add that column first.',
  WHAT_IF_TWICE: 'One person was given several grades; nothing was tried. Keep only one.',
  WHAT_IF_NOT_COUNTED: 'This person does not count among the participants; trying a grade changes nothing.',
  WHAT_IF_AGAINST_RULE: 'A special rule does not allow this grade, for the reasons below; it was counted all the same.',
  WHAT_IF_POOL:
    'By the settings, the limit is counted for each part of the office; this trial counts for all together. The limits of the parts stand in the 审定表.',

  // ---- what is collected from files
  COLLECT_NOTHING: 'The file has no 附件1, 附件2 or 附件3; there is nothing to collect. Check the file.',
  COLLECT_WITHOUT_NAME: 'A form has no name; it was not collected. Have the name filled in, then collect again.',
  COLLECT_WITHOUT_PERIOD:
    'It cannot be told for which time the form is; it was not collected. Have year, month and day filled in, then collect again.',
  COLLECT_EMPTY: 'A form was only printed and nobody filled it in; it was not collected.',
  COLLECT_WITHOUT_RATER:
    'A score sheet (附件3) does not name its rater; it was collected. Write the name on the sheet or in the file’s name.',
  COLLECT_MONTH_OF_NAME:
    'A score sheet (附件3) has no year and month; the month was taken from the file’s name. Please check.',
  COLLECT_MONTH_DIFFERS:
    'The file’s name gives another month than the forms in it; it was collected by the forms. Check whether an old file was used.',
  COLLECT_NAMESAKE:
    'The roster has several people of this name, so it is not known whose form this is; it was not collected. Fill in the department.',
  COLLECT_NOT_ON_ROSTER:
    'This person is not on the roster; the form was collected as it is filled in. Check the name, or add the person to the roster.',
  COLLECT_DEPARTMENT_DIFFERS:
    'The department differs from the roster; the form was collected under that of the roster. Please check.',
  COLLECT_DUPLICATE: 'Two forms say the same; only one was collected.',
  COLLECT_PRESENT: 'The workbook already has this form with the same content; it was not collected again.',
  COLLECT_CONTRADICTION: 'There are several versions of one form; none was collected. Choose the file to go by.',
  COLLECT_CHOSEN: 'There are several versions of one form; the one that you chose was collected.',
  COLLECT_BESIDE:
    'The version that you chose was collected; the other one that is in the workbook was left as it is. Check it, and delete it yourself.',
  COLLECTED_SHEET_UNUSABLE:
    'Headings are missing; nothing was written. Restore them, or rename or delete the sheet and collect again.',
  COLLECTED_SHEET_PROTECTED: 'The sheet is protected; nothing was written. Unprotect it, then collect again.',

  // ---- what is imported from other workbooks
  IMPORT_NOTHING:
    'The chosen files have no review sheet (审定表), roster, leave list or score sheet that can be imported. Where a table was not recognised, say what its columns are.',
  IMPORT_OPEN:
    'What the columns of this table are was guessed from their headings. It is imported once you have confirmed or corrected them.',
  IMPORT_UNUSED: 'Nothing here is used. To import it, say what its columns are.',
  IMPORT_HIDDEN: 'This sheet is hidden and not used. To import it, show it in the other workbook and save that.',
  IMPORT_OWN_SHEETS:
    'These sheets are lists, records or settings that the program made; they are not taken from another workbook, but can be made anew in this one.',
  IMPORT_UNCALCULATED:
    'The formulas of this sheet were saved without results and count as blank. Open the file in Excel or WPS, save it, then import again.',
  IMPORT_WITHOUT_QUARTER:
    'It cannot be told of which quarter this is; it was not imported. Write year and quarter into its title, the sheet’s name or the file’s.',
  IMPORT_WITHOUT_DECISION:
    'No columns are said to be 姓名 and 审定等次, so this cannot be imported as a review sheet (审定表). Correct what its columns are.',
  IMPORT_UNKNOWN_PERSON:
    'This person is neither on the roster nor on a score sheet of this workbook; the line was not imported. Check the name, or add the person to the roster first.',
  IMPORT_UNKNOWN_REVIEWED:
    'This person is neither on the roster nor on a score sheet of this workbook; the line is imported as it is written. Check the name.',
  IMPORT_UNKNOWN_SCORED:
    'These people are neither on the roster nor on a score sheet of this workbook; their scores are imported as written. Check the names, or add the people to the roster.',
  IMPORT_SIMILAR_PERSON:
    'This name differs in one character from one on the roster; it is added as another person. If it is the same person, correct the name in the other workbook and import again.',
  IMPORT_NAMESAKE:
    'Several people bear this name, so it is not known who is meant; the line was not imported. Fill in the department in the other workbook.',
  IMPORT_DEPARTMENT_DIFFERS: 'The department differs from this workbook’s, which counts. Please check.',
  IMPORT_CONTRADICTION:
    'The other workbook contradicts what stands here, or another of the files; the message gives both values. Nothing was changed: check, and correct it yourself.',
  IMPORT_PRESENT: 'This workbook already has these lines with the same content; they are not imported again.',
  IMPORT_BLANKS_FILLED: 'Blank cells of the roster are filled in from the other workbook.',
  IMPORT_COLUMNS_MISSING:
    'The sheet has no such columns, so that this part of the other workbook is not written. Add the columns and import again if it is needed.',
  IMPORT_SHEET_PROTECTED: 'The sheet is protected; nothing was imported onto it. Unprotect it, then import again.',
  IMPORT_ROSTER_UNUSABLE:
    'The headings of the roster were not found; nothing was imported onto it. Restore them, then import again.',
  IMPORT_REVIEW_CLOSED:
    'These people are missing on this workbook’s review sheet (审定表), which has formulas or lines below the people, or is protected; they cannot be added. Please enter them yourself.',
  IMPORT_WITHOUT_DATES:
    'There are no dates, and the title tells no month or quarter; the line was not imported. Add the dates, or write year and month into the title.',
  IMPORT_DATES_UNREADABLE:
    'It cannot be told from which day to which day this is; the line was not imported. Write it as “2020年7月6日至2020年7月10日”.',
  IMPORT_YEAR_TAKEN:
    'The dates have no year; it was taken from the title, the sheet’s name or the file’s. Please check.',
  IMPORT_SPAN_TAKEN:
    'These lines give a number of days without dates; they are registered for the time in the title, with their days. Please check.',
  IMPORT_OTHER_LEAVE: 'Only sick leave and personal leave count (五·5); these lines were not imported.',
  IMPORT_ROWS_SKIPPED: 'These rows are sums, notes or repeated headings, not anybody’s; they were not imported.',
  IMPORT_MEMORY_PROTECTED:
    'The sheet is protected, so that what the headings mean was not remembered. Unprotect it, then import again.',

  // ---- 公示, 复核 and 定稿
  NOTICE_WITHOUT_REVIEW:
    'There is no 审定表 of the quarter, so there is nothing to post. Make the quarterly review and have the leadership group fill in the decided grades (三（二）4).',
  NOTICE_UNDECIDED:
    'Some people have no decided grade (审定等次). Have the leadership group decide before the notice is posted (三（二）4).',
  DECISION_UNREADABLE:
    'The decided grade is none of those that are allowed and counts as undecided. Choose one of those named below.',
  DECISION_IS_FORMULA:
    'Decided grades are formulas and change with the scores. Type the grades, or paste them as values (三（二）4).',
  NOTICE_NAME_TELLS:
    'A name field holds what must not be posted (scores, penalties, leave and the like); the notice was not made. Write the name only, and remarks in “备注”.',
  NOTICE_TEXT_TELLS:
    'Department or position holds what must not be posted (scores, penalties, leave and the like); the notice leaves it blank. Correct it and make the notice again, or fill it in on the notice.',
  NOTICE_HEADINGS_MISSING:
    'Parts of the notice are missing; nothing was written. Restore them, or rename or delete the sheet and make it again.',
  NOTICE_PROTECTED: 'The notice is protected; nothing was written. Unprotect it, then run the command again.',
  NOTICE_CHANGED:
    'The people or grades on the notice differ from the 审定表, by which it is updated. If it has been posted, post it for 3 working days again (三（二）5).',
  NOTICE_PARAGRAPH_KEPT:
    'The text of the notice was rewritten by hand and was not changed. Put in the period that stands below yourself.',
  NOTICE_START_MOVED:
    'The day of posting is no working day; the 3 working days are counted from the next one (三（二）5).',
  OBJECTION_HEADINGS_MISSING:
    'Headings are missing; nothing was written. Restore them, or rename or delete the sheet and make it again.',
  OBJECTION_UNDATED:
    'The day on which the objection was received cannot be read, so its answer has no last day. Write it like 2020年10月13日.',
  OBJECTION_OUTSIDE: 'The objection was received on a day without a notice. Check the date.',
  OBJECTION_ANSWER_UNDATED:
    'The date of the answer has no year, month or day that can be read: the objection counts as not answered. Write it as 2020年10月13日.',
  OBJECTION_ANSWER_IMPOSSIBLE:
    'The answer is dated before the objection was received, or after today: the objection counts as not answered. Check the date.',
  OBJECTION_STRANGER: 'The person does not stand on this notice. Check the name, or note whom the objection is about.',
  OBJECTION_LATE:
    'The objection was received after the period of the notice. The leadership group decides whether to take it up; note that as its result.',
  OBJECTION_OVERDUE:
    'The answer to the objection is overdue: it is due within 5 working days (三（二）5). Answer it soon.',
  REGISTER_PROTECTED: 'The sheet is protected; nothing was written. Unprotect it, then run the command again.',
  FINAL_WITHOUT_NOTICE:
    'There is no notice of the quarter, so it cannot be made final. Post it for 3 working days first (三（二）5).',
  FINAL_PERIOD_UNREADABLE:
    'The period of the notice cannot be read, so the quarter cannot be made final. Write it like “公示期：2020年10月12日至10月14日” (三（二）5).',
  FINAL_TOO_EARLY:
    'The period of the notice has not ended, so the quarter cannot be made final yet. Do so when it has (三（二）5).',
  FINAL_OBJECTION_OPEN:
    'An objection is still open, so the quarter cannot be made final. Review it, and fill in the day of the answer and the result (三（二）5).',
  FINAL_BEFORE: 'The quarter is final already; the line that says so was not changed.',
  FINAL_DIFFERS:
    'The people or grades on the notice differ from the 审定表. If a grade was changed on objection, consider whether it has to be posted again.',
  FOLLOW_UP_HEADINGS_MISSING:
    'Headings are missing; nothing was written. Restore them, or rename or delete the sheet and make it again.',
  FOLLOW_UP_OPEN:
    'People with 较差 have neither 方式 nor 办理日期 filled in. Carry out 批评教育, 警示谈话 or 离岗培训 soon (四·2).',
  PRAISE_BARRED:
    'People have 好 for the quarter but refused the routine appraisal in the year; they are not on the list of those to be praised (五·6).',

  REMINDERS_NEED_ROSTER: 'Without a 人员名册 it is not known whom to ask. Make one first.',
  NOBODY_TO_REMIND: 'All of the month is in the workbook: there is nobody to ask.',
  COLLECT_FILLED: 'These forms go into the empty ones of the workbook, where they stand.',
  COLLECT_EMPTY_LEFT:
    'This empty form was not filled in, since its sheet is protected or it was changed: the filled one goes onto a new sheet. Delete the empty one when you have checked.',

  NOTHING_TO_HAND_OUT:
    'All of these forms are in the workbook, filled in: there is nothing to hand out. Check month and people.',

  // ---- documents for Word
  DOCUMENT_NOBODY_DECIDED:
    'Nobody on the 审定表 has a decision yet: there is nothing to tell anybody. Make the documents once the group has decided.',
  DOCUMENT_WITHOUT_RESULT: 'These people have no decision yet, and no document. Make the documents again afterwards.',
  DOCUMENT_NOT_FINAL:
    'The quarter is not final: the documents say what the 审定表 says now. Hand them out once it is; make those anew whose grade a review changes.',
  DOCUMENT_NOT_POSTED:
    'The workbook has no 公示 sheet of the quarter; the document takes the day of posting that is named. Please make the sheet, too: objections and the final version go by it.',
  DOCUMENT_NOTICE_DIFFERS:
    'The 公示 sheet no longer says what was decided; the document does. Bring the sheet up to date, and post it again for three working days if it was posted.',
  DOCUMENT_POSTED_OTHERWISE:
    'The 公示 sheet names other days than the document, which goes by the day of posting that was given. Make them the same before you post.',
  DOCUMENT_NO_REPLIES: 'No objection to this quarter is registered: there is nothing to answer.',
  DOCUMENT_REPLY_OPEN:
    'This objection has no result yet; no answer was made. Fill in the result once it is reviewed, within five working days.',
  DOCUMENT_NO_FOLLOW_UP:
    'There is no 结果运用 list of the quarter: whom to talk to is not known. Make the quarter final first.',
  DOCUMENT_NO_TALKS: 'Nobody on the 结果运用 list is to be talked to.',
  DOCUMENT_YEAR_UNDECIDED: 'No quarter of the year has a decision: there is nothing to sum up.',
  DOCUMENT_QUARTER_UNDECIDED:
    'A quarter lacks decisions; the summary counts only what is decided. Make it again afterwards.',
  DOCUMENT_FILL_IN: 'Some places of the summary are marked to be written by hand before it is sent.',
};
