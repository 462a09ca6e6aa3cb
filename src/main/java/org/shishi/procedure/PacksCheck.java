package org.shishi.procedure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What must hold between packs: names meet only once, and an act opens only what exists. */
record PacksCheck(Packs packs) {

    static void of(Packs packs) {
        PacksCheck check = new PacksCheck(packs);
        check.namesMeetOnce();
        packs.procedures().forEach(check::duties);
        packs.procedures().forEach(check::children);
        packs.procedures().forEach(check::offers);
        packs.procedures().forEach(RingingCheck::of);
        packs.procedures().forEach(each -> NoticeCheck.of(each, packs.packOf(each), packs.words()));
    }

    private void namesMeetOnce() {
        Map<String, String> owners = new HashMap<>();
        for (Pack pack : packs.list()) {
            pack.procedures().values().forEach(each -> once(owners, "procedure " + each.name(), each.spot()));
            pack.registers().values().forEach(each -> once(owners, "register " + each.name(), each.spot()));
            pack.figures().values().forEach(each -> once(owners, "figure " + each.name(), each.spot()));
        }
    }

    private static void once(Map<String, String> owners, String name, Spot spot) {
        String other = owners.put(name, spot.toString());
        if (other != null) {
            throw spot.error(name + " exists already, at " + other);
        }
    }

    /** A duty that acts must say what it reaches, or nobody could ever press the button. */
    private void duties(Procedure procedure) {
        for (Act act : procedure.acts().values()) {
            for (String duty : act.by()) {
                if (!duty.equals("clock") && !packs.packOf(procedure).duties().containsKey(duty)) {
                    throw act.spot()
                            .error("unknown duty '" + duty + "'; expected one of "
                                    + packs.packOf(procedure).duties().keySet());
                }
            }
        }
    }

    private void offers(Procedure procedure) {
        Map<String, DatedTable> tables = packs.packOf(procedure).tables();
        for (Field field : procedure.fields().values()) {
            field.offer().ifPresent(offer -> {
                DatedTable table = tables.get(offer.table());
                if (table == null
                        || table.list().stream()
                                .allMatch(row -> row.value(offer.column()).isEmpty())) {
                    throw field.spot().error("no table '" + offer.table() + "' with a column '" + offer.column() + "'");
                }
            });
        }
    }

    private void children(Procedure procedure) {
        for (Act act : procedure.acts().values()) {
            act.child().ifPresent(child -> {
                Procedure opened = packs.findProcedure(child.procedure())
                        .orElseThrow(() -> child.spot().error("unknown procedure '" + child.procedure() + "'"));
                Optional<Act> opening = opened.findAct(child.act()).filter(Act::opens);
                if (opening.isEmpty()) {
                    throw child.spot().error("'" + child.act() + "' does not open a '" + child.procedure() + "'");
                }
            });
        }
    }
}
