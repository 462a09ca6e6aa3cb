package org.shishi.shell.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.shishi.matter.Command;
import org.shishi.paper.lists.ListRow;
import org.shishi.people.Actor;
import org.shishi.people.Post;

/** One row as a whole life: everything that happened, in order. */
record Life(ListRow row, String slip, List<Happening> happenings) {

    /** One thing that happened, ready to be recorded. */
    record Happening(String act, String duty, String unit, Instant at, Map<String, String> facts) {

        /** Whoever did it there is not known here: the account says so. */
        Actor by() {
            return new Actor("import-" + duty, "import", List.of(new Post(duty, unit)));
        }
    }

    Command opening(String procedure) {
        Happening first = happenings.getFirst();
        return Command.open(procedure, first.act(), first.by(), first.facts(), Command.Via.IMPORT)
                .at(first.at())
                .slip(slip + "/" + first.act());
    }

    Command next(int index, long matter) {
        Happening each = happenings.get(index);
        return Command.on(matter, each.act(), each.by(), each.facts(), Command.Via.IMPORT)
                .at(each.at())
                .slip(slip + "/" + each.act());
    }
}
