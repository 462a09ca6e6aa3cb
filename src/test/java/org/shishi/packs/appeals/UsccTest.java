package org.shishi.packs.appeals;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UsccTest {
    @Test
    void theStandardsOwnExampleChecksInCapitalsAndSmallLetters() {
        assertTrue(Uscc.isRight("91350100M000100Y43"));
        assertTrue(Uscc.isRight("91350100m000100y43"));
    }

    @Test
    void aChangedExchangedMissingOrForbiddenCharacterDoesNot() {
        assertFalse(Uscc.isRight("91350100M000100Y44"));
        assertFalse(Uscc.isRight("91350010M000100Y43"));
        assertFalse(Uscc.isRight("91350100M000100Y4"));
        assertFalse(Uscc.isRight("91350100M00O100Y43"));
        assertFalse(Uscc.isRight(""));
    }
}
