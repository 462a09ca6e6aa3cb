package org.shishi.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Matter;
import org.shishi.procedure.Field;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Register;

/** Where matters of the same class at the same place stand. */
record Alike(Packs packs, Matter matter) {

    /** The address of the register with just these; empty when the matter has no class or no place. */
    Optional<String> address() {
        return packs.registers().stream()
                .filter(register -> register.of().contains(matter.procedure().name()))
                .map(register -> address(register, filters(register)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> address(Register register, Map<String, List<String>> filters) {
        RegisterAsked asked =
                new RegisterAsked(filters, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        return filters.size() == 2 ? Optional.of("/registers/" + register.name() + asked.address()) : Optional.empty();
    }

    private Map<String, List<String>> filters(Register register) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        register.columns().values().forEach(column -> {
            if (column.source() instanceof Register.Source.Fact(String key) && isOfClassOrPlace(key)) {
                matter.facts().find(key).ifPresent(value -> filters.put(column.name(), List.of(value)));
            }
        });
        return filters;
    }

    private boolean isOfClassOrPlace(String key) {
        Optional<Field.Kind> kind = matter.procedure().fieldOf(key).map(Field::kind);
        return kind.filter(Field.Kind.CATEGORY::equals).isPresent()
                || (kind.filter(Field.Kind.PLACE::equals).isPresent() && key.endsWith(".division"));
    }
}
