package org.shishi.procedure;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold for a procedure as a whole before a single matter is put under it. */
record ProcedureCheck(Procedure procedure) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    static void of(Procedure procedure) {
        ProcedureCheck check = new ProcedureCheck(procedure);
        check.names();
        check.openings();
        check.stagesNamed();
        check.stagesReached();
        check.deadlines();
        check.bulk();
        procedure.acts().values().forEach(act -> {
            act.conditions().check(procedure, act.spot());
            act.askedBy().forEach(asking -> procedure.requireAct(asking, act.spot()));
            act.echo().ifPresent(echo -> echo.check(procedure));
        });
    }

    private void names() {
        procedure.fields().forEach((name, field) -> name(name, field.spot()));
        procedure.acts().forEach((name, act) -> name(name, act.spot()));
        procedure.deadlines().forEach((name, deadline) -> name(name, deadline.spot()));
        procedure.notices().forEach((name, notice) -> name(name, notice.spot()));
        if (!procedure.number().contains("{n}")) {
            throw procedure.spot().error("number '" + procedure.number() + "' has no {n} to count in");
        }
    }

    private static void name(String name, Spot spot) {
        if (!NAME.matcher(name).matches()) {
            throw spot.error("'" + name + "' is not a name; use small letters, digits and single hyphens");
        }
    }

    private void openings() {
        if (procedure.openings().isEmpty()) {
            throw procedure.spot().error("no act has 'from: none', so nothing could ever be put on account");
        }
    }

    private void stagesNamed() {
        for (Act act : procedure.acts().values()) {
            for (String stage : act.from()) {
                if (!stage.equals(Act.ANY) && !procedure.stages().contains(stage)) {
                    throw act.spot()
                            .error("no act leads to stage '" + stage + "'; expected one of " + procedure.stages());
                }
            }
        }
    }

    private void stagesReached() {
        Set<String> reached = new HashSet<>();
        Queue<String> next = new ArrayDeque<>();
        procedure.openings().forEach(act -> act.to().ifPresent(next::add));
        while (!next.isEmpty()) {
            String stage = next.remove();
            if (reached.add(stage)) {
                procedure.acts().values().stream()
                        .filter(act -> act.isAt(stage))
                        .forEach(act -> act.to().ifPresent(next::add));
            }
        }
        for (Act act : procedure.acts().values()) {
            act.to().filter(stage -> !reached.contains(stage)).ifPresent(stage -> {
                throw act.spot().error("stage '" + stage + "' cannot be reached");
            });
        }
    }

    /** A file stands behind one matter: what is done to many at once asks for none. */
    private void bulk() {
        for (Act act : procedure.acts().values()) {
            if (act.bulk() && act.asks().stream().anyMatch(field -> field.kind() == Field.Kind.FILES)) {
                throw act.spot().error("'" + act.name() + "' is done to many at once and cannot ask for files");
            }
        }
    }

    private void deadlines() {
        for (Deadline deadline : procedure.deadlines().values()) {
            deadline.acts().forEach(act -> procedure.requireAct(act, deadline.spot()));
            deadline.then()
                    .filter(act -> !procedure.act(act).by().contains("clock"))
                    .ifPresent(act -> {
                        throw deadline.spot().error("'" + act + "' is not an act of the clock");
                    });
            deadline.dates().forEach(name -> {
                if (procedure.requireField(name, deadline.spot()).kind() != Field.Kind.DATE) {
                    throw deadline.spot().error("'" + name + "' is not a field of kind date");
                }
            });
            deadline.ladder().ifPresent(of -> rung(of, deadline.spot()));
        }
    }

    private void rung(String of, Spot spot) {
        Deadline foot = procedure.deadlines().get(of);
        if (foot == null || foot.ladder().isPresent()) {
            throw spot.error("'" + of + "' is no deadline that counts by itself");
        }
    }
}
