package org.shishi.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TermsTest {
    @Test
    void chineseIsComparedByPairsOfCharactersAndOtherScriptsByWords() {
        assertEquals(Set.of("路灯", "灯不", "不亮", "led"), Terms.of("路灯不亮 LED").keySet());
    }

    @Test
    void numbersOfPeopleNeverEnter() {
        assertEquals(Terms.of("电话 联系我").keySet(), Terms.of("电话13812345678联系我").keySet());
        for (String text : Set.of("139 8765 0001", "0538-7251234", "37098219900101001X", "wang@mail.cn")) {
            assertEquals(Set.of(), Terms.of(text).keySet(), text);
        }
        assertTrue(Terms.of("3号楼2单元").containsKey("3"));
    }

    @Test
    void twoTextsAreAsAlikeAsTheTermsTheyShare() {
        assertEquals(1, Terms.likeness("路灯不亮", "路灯不亮"));
        assertEquals(0, Terms.likeness("路灯不亮", "医保报销"));
        assertEquals(0.5, Terms.likeness("路灯不亮", "路灯不"), 0.2);
    }
}
