package org.shishi.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shishi.people.BadRow.Reason;

class DivisionReadingTest {
    private static final Division TOWN = new Division("370982101", "东都镇", "Dongdu Town", Optional.of("370982"));
    private static final Roster KNOWN = Roster.of(List.of(), List.of(TOWN));

    @Test
    void rightRowsAreTakenAndBadOnesNamedWithRowColumnAndReason() {
        DivisionList list = read("""
                code,name,streetCode
                370982101200,甲村村委会,370982101
                3.70982E+11,乙村村委会,370982101
                370982101202,,370982101
                370982101203,丙村村委会,370982999
                110101001001,丁村村委会,370982101
                370982101200,戊村村委会,370982101
                370982101204,己\u0007村,370982101
                """);
        assertEquals(1, list.added().size());
        assertEquals(
                List.of(
                        new BadRow(3, "code", Reason.CODE_WRONG, "3.70982E+11"),
                        new BadRow(4, "name", Reason.NAME_MISSING, ""),
                        new BadRow(5, "streetCode", Reason.PARENT_UNKNOWN, "370982999"),
                        new BadRow(6, "code", Reason.OTHER_CITY, "110101001001"),
                        new BadRow(7, "code", Reason.TWICE, "370982101200"),
                        new BadRow(8, "name", Reason.NAME_WRONG, "己\u0007村")),
                list.bad());
    }

    @Test
    void whatStandsBelowABadRowIsBadToo() {
        DivisionList list = read("""
                code,name,parent
                370982777001,甲村村委会,370982777
                370982778001,乙村村委会,370982778
                370982777,,370982
                370982778,新镇,370982
                370982779,环镇,370982779
                """);
        assertEquals(2, list.added().size());
        assertEquals(List.of(2, 4, 6), list.bad().stream().map(BadRow::row).toList());
    }

    @Test
    void aBadRowIsSaidInBothLanguages() {
        BadRow row = new BadRow(3, "code", Reason.CODE_WRONG, "12");
        assertEquals("第3行，code列：代码应为6、9或12位数字 (12)", row.inWords(Locale.SIMPLIFIED_CHINESE));
        assertEquals("Row 3, column code: a code has 6, 9 or 12 digits (12)", row.inWords(Locale.ENGLISH));
    }

    @Test
    void whatIsKnownAlreadyIsTheSameOrChanged() {
        DivisionList list = read("code,name,areaCode\n370982101,东都镇,370982\n");
        assertEquals(1, list.same());
        DivisionList renamed = read("code,name,areaCode\n370982101,东都街道,370982\n");
        assertEquals(
                List.of("东都街道"), renamed.changed().stream().map(Division::name).toList());
    }

    @Test
    void withoutAColumnForTheParentTheCodeTells() {
        DivisionList list = read("code,name\n370982101200,甲村村委会\n370982777001,乙村村委会\n");
        assertEquals(Optional.of("370982101"), list.added().getFirst().parent());
        assertEquals(Reason.PARENT_UNKNOWN, list.bad().getFirst().reason());
    }

    @Test
    void aFileOfExcelInGb18030IsRead() {
        byte[] bytes = "code,name\n370982101200,甲村村委会\n".getBytes(Charset.forName("GB18030"));
        assertEquals(
                "甲村村委会",
                DivisionList.read(bytes, "370982", KNOWN).added().getFirst().name());
    }

    @Test
    void aFileWithoutTheColumnsOrWithoutAnythingIsRefusedWhole() {
        assertEquals(
                List.of("code", "name"),
                read("").bad().stream().map(BadRow::column).toList());
        assertEquals(
                Reason.COLUMN_MISSING, read("code;name\n1;x\n").bad().getFirst().reason());
    }

    @Test
    void whatCannotBeReadAsCsvEndsTheListThere() {
        DivisionList list = read("code,name\n370982101200,甲村村委会\n370982101201,\"乙\"村\n");
        assertEquals(1, list.added().size());
        assertTrue(list.bad().contains(new BadRow(3, "", Reason.UNREADABLE, "")));
    }

    private static DivisionList read(String csv) {
        return DivisionList.read(csv.getBytes(StandardCharsets.UTF_8), "370982", KNOWN);
    }
}
