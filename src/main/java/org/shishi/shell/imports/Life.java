package org.shishi.shell.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.shishi.matter.Command;
import org.shishi.paper.lists.ListRow;
import org.shishi.people.Actor;
import org.shishi.people.Post;

/** One row as a whole life: everything that happened, in order. */
record Life(ListRow row, String procedure, List<Happening> happenings) {

    /**
     * One thing that happened, ready to be recorded.
     *
     * @param slip stands for it for ever: made of the row's own key, so that it is recorded once however often it is run
     */
    record Happening(Mapping.MappedAct mapped, String unit, Instant at, Map<String, String> facts, String slip) {

        /** Whoever did it there is not known here: the account says so. */
        private Actor by() {
            return new Actor("import-" + mapped.as(), "import", List.of(new Post(mapped.as(), unit)));
        }
    }

    Command opening() {
        Happening first = happenings.getFirst();
        return Command.open(procedure, first.mapped().act(), first.by(), first.facts(), Command.Via.IMPORT)
                .at(first.at())
                .slip(first.slip());
    }

    Command next(int index, long matter) {
        Happening each = happenings.get(index);
        return Command.on(matter, each.mapped().act(), each.by(), each.facts(), Command.Via.IMPORT)
                .at(each.at())
                .slip(each.slip());
    }
}
