package org.shishi;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The judge of the house: rooms, walls, names, sizes. */
class HouseTest {
    @Test
    void everyArrowPointsDown() {
        ApplicationModules.of(Shishi.class).verify();
    }
}
