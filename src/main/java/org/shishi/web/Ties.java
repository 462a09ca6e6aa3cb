package org.shishi.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shishi.matter.Matter;
import org.shishi.people.Actor;
import org.shishi.people.Post;
import org.shishi.procedure.Act;
import org.shishi.procedure.Field;
import org.shishi.procedure.Procedure;

/**
 * How something new can be tied to a matter that is there: a field of the opening that names another matter, or an act that
 * asks for nothing else, done right after. Read off the procedure, so that a pack that merges has it and others do not.
 */
record Ties(Procedure procedure, Act opening, Actor actor) {
    /** In a form: the tie chosen, as {@code merge:SQ-20211008-1}. */
    static final String TIE = "tie";

    /**
     * A tie as it is sent.
     *
     * @param name of the field or the act
     */
    record Chosen(String name, String number) {
        static Optional<Chosen> read(String typed) {
            int colon = typed.indexOf(':');
            return colon < 1 || typed.length() > 120
                    ? Optional.empty()
                    : Optional.of(new Chosen(typed.substring(0, colon), typed.substring(colon + 1)));
        }
    }

    /** The names of what ties to this matter: into what is open one merges, of what is closed it is a further case. */
    List<String> to(Matter other) {
        List<String> ties = new ArrayList<>();
        if (other.isClosed()) {
            field().ifPresent(ties::add);
        }
        for (Act act : acts()) {
            if (act.to().isEmpty() || isOpenTo(act, other)) {
                ties.add(act.name());
            }
        }
        return ties;
    }

    /** What is merged itself has a lead to merge into. */
    private static boolean isOpenTo(Act act, Matter other) {
        return !other.isClosed()
                && act.to().filter(other.standing().stage()::equals).isEmpty();
    }

    /** The field of the opening itself that names another matter. */
    Optional<String> field() {
        return opening.asks().stream().filter(this::isOfThis).map(Field::name).findFirst();
    }

    private List<Act> acts() {
        return procedure.acts().values().stream()
                .filter(act -> act.asks().size() == 1 && isOfThis(act.asks().getFirst()))
                .filter(act -> opening.to().filter(act::isAt).isPresent())
                .filter(act -> actor.posts().stream().map(Post::duty).anyMatch(act.by()::contains))
                .toList();
    }

    private boolean isOfThis(Field field) {
        return field.kind() == Field.Kind.MATTER
                && field.of().filter(procedure.name()::equals).isPresent();
    }

    /** The act to be done next with what was just put on account, and the field that names the other matter. */
    Optional<Field> next(Chosen chosen) {
        return acts().stream()
                .filter(act -> act.name().equals(chosen.name()))
                .map(act -> act.asks().getFirst())
                .findFirst();
    }
}
