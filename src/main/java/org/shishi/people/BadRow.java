package org.shishi.people;

import java.util.Locale;

/**
 * A row of a list that was not taken in.
 *
 * @param row line of the file, the heading being line 1
 * @param value what stands in the column
 */
public record BadRow(int row, String column, Reason reason, String value) {

    /** What is wrong with it. */
    public enum Reason {
        COLUMN_MISSING("the file has no such column", "文件缺少此列"),
        UNREADABLE("not readable as CSV from here on", "自此行起无法按CSV读取"),
        CODE_WRONG("a code has 6, 9 or 12 digits", "代码应为6、9或12位数字"),
        OTHER_CITY("not a division of this city", "不属于本市"),
        NAME_MISSING("the name is missing", "缺少名称"),
        NAME_WRONG("the name is too long or wrongly encoded", "名称过长或编码有误"),
        PARENT_UNKNOWN("the division above it is not known, or its code does not begin this one", "上级区划不存在，或与本行代码不相承"),
        TWICE("the code stands in the file already", "代码在文件中重复");

        private final String english;
        private final String chinese;

        Reason(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    /** "Row 17, column code: a code has 6, 9 or 12 digits (3.7E+11)", in Chinese or English. */
    public String inWords(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        String what = value.isEmpty() ? "" : " (" + value + ")";
        return chinese
                ? "第" + row + "行" + (column.isEmpty() ? "" : "，" + column + "列") + "：" + reason.chinese + what
                : "Row " + row + (column.isEmpty() ? "" : ", column " + column) + ": " + reason.english + what;
    }
}
