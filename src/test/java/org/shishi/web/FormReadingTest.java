package org.shishi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormReadingTest {
    private static final List<FormView.Option> CLASSES = List.of(
            new FormView.Option("0201", "0201 物业服务", "住房和城乡建设局"),
            new FormView.Option("0202", "0202 物业收费", "住房和城乡建设局"),
            new FormView.Option("0305", "0305 路灯照明", "城市管理局"),
            new FormView.Option("0306", "0306 照明", "城市管理局"));

    private static List<String> meant(String typed) {
        return Choices.meant(CLASSES, typed).stream()
                .map(FormView.Option::value)
                .toList();
    }

    @Test
    void aTimeWithoutAZoneIsTheOffices() {
        assertEquals("2021-10-08T01:00:00Z", FormReading.moment("2021-10-08T09:00"));
        assertEquals("2021-10-08T01:00:30Z", FormReading.moment("2021-10-08T09:00:30"));
    }

    @Test
    void aTimeWithAZoneAndWhatIsNoTimeGoOnAsTheyAre() {
        assertEquals("2021-10-08T09:00:00Z", FormReading.moment("2021-10-08T09:00:00Z"));
        assertEquals("tomorrow", FormReading.moment("tomorrow"));
    }

    @Test
    void aPlainNameIsOneClassAndAPartOfItFindsAllThatHoldIt() {
        assertEquals(List.of("0305"), meant("路灯"));
        assertEquals(List.of("0305"), meant("0305"));
        assertEquals(List.of("0305"), meant(" 0305  路灯照明 "));
        assertEquals(List.of("0306"), meant("照明"), "the whole name goes before parts of others");
        assertEquals(List.of("0201", "0202"), meant("物业"));
        assertEquals(List.of("0202"), meant("收费 物业"));
        assertEquals(List.of("0305", "0306"), meant("城市管理"));
        assertEquals(List.of(), meant("没有"));
        assertEquals(List.of(), meant(" "));
    }
}
