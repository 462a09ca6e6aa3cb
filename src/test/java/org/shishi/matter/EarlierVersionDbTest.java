package org.shishi.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.shishi.matter.TestOffice.recorded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shishi.TestDatabase;
import org.shishi.procedure.PackFiles;
import org.shishi.procedure.Packs;

/** A matter opened under version 1 of the appeal goes on under it, until an administrator takes it to the present one. */
class EarlierVersionDbTest {
    private static final Packs BEFORE = Packs.read(PackFiles.under(Path.of("src/test/resources/packs-before")));

    @Test
    void aMatterOfVersionOneStaysReadableAndCanBeMoved() {
        var database = TestDatabase.asDesk(TestDatabase.fresh());
        String number = signedUnderVersionOne(database);
        try (TestOffice now = TestOffice.over(database)) {
            assertEquals(1, now.matters().get(number).procedure().version());
            assertEquals(
                    List.of("unknown"), TestOffice.refused(now.act(number, "stop", TestOffice.CHENGGUAN, Map.of())));
            recorded(now.act(number, "move", TestOffice.ADMIN, Map.of("why", "改按现行流程办理")));
            Matter moved = now.matters().get(number);
            assertEquals(
                    now.setting().packs().findProcedure("appeal").orElseThrow().version(),
                    moved.procedure().version());
            assertEquals("signed", moved.standing().stage());
            recorded(now.act(number, "contact", TestOffice.CHENGGUAN, Map.of("contacted", "spoken")));
            recorded(now.act(number, "answer", TestOffice.CHENGGUAN, Map.of("answer", "已修复")));
            assertEquals("answered", now.matters().get(number).standing().stage());
        }
    }

    private static String signedUnderVersionOne(javax.sql.DataSource database) {
        try (TestOffice before = TestOffice.over(database, BEFORE)) {
            String number = before.register();
            recorded(before.act(number, "dispatch", TestOffice.DISPATCHER, Map.of("unit", "chengguan")));
            recorded(before.act(number, "sign", TestOffice.CHENGGUAN, Map.of()));
            return number;
        }
    }
}
