package org.shishi.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;

/** What was planned while the tables of a city were empty is not kept; only what a batch is written by keeps its plans. */
class PlansDbTest {
    private final PGSimpleDataSource office = TestDatabase.fresh();

    private static List<String> ask(Connection c, String sql) throws SQLException {
        try (Statement statement = c.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> said = new ArrayList<>();
            while (found.next()) {
                said.add(found.getString(1));
            }
            return said;
        }
    }

    @Test
    void aConnectionPlansAnewUnderTheRoleOfTheDesk() throws SQLException {
        try (Connection c = office.getConnection();
                Statement entering = c.createStatement()) {
            entering.execute(DatabaseConfiguration.ENTERING);
            assertThat(ask(c, "SHOW plan_cache_mode")).containsExactly("force_custom_plan");
            assertThat(ask(c, "SELECT current_user")).containsExactly("shishi_desk");
        }
    }

    @Test
    void whatABatchIsWrittenByKeepsItsPlans() throws SQLException {
        try (Connection c = office.getConnection()) {
            assertThat(ask(c, "SELECT proname FROM pg_proc WHERE 'plan_cache_mode=auto' = ANY (proconfig)"))
                    .containsExactlyInAnyOrder("lay_lines", "move_edge", "move_matters");
        }
    }
}
