package org.shishi.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KindTest {
    @Test
    void whatIsNoNumberDayOrMomentStandsInNoSuchColumn() {
        assertEquals(Optional.of("12.50"), Kind.NUMBER.fit(" 12.50 "));
        assertEquals(Optional.of("1200"), Kind.NUMBER.fit("1.2e3"));
        assertEquals(Optional.empty(), Kind.NUMBER.fit("十二"));
        assertEquals(Optional.empty(), Kind.NUMBER.fit("1e999999999"));
        assertEquals(Optional.of("2021-10-08"), Kind.DAY.fit("2021-10-08"));
        assertEquals(Optional.empty(), Kind.DAY.fit("+999999999-12-31"));
        assertEquals(Optional.empty(), Kind.DAY.fit("2021-02-30"));
        assertEquals(Optional.of("2021-10-08T01:00:00Z"), Kind.MOMENT.fit("2021-10-08T09:00:00+08:00"));
        assertEquals(Optional.empty(), Kind.MOMENT.fit("soon"));
        assertEquals(Optional.of("路灯"), Kind.TEXT.fit("路\0灯"));
    }
}
